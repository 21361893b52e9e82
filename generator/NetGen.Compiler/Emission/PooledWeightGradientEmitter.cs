using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the gradient of a convolution's weight from the positions that a max-pool passed on. For each output channel they are
/// listed, those with gradient 0 left out; then the sums of the whole window stay in registers while the list is walked. A few
/// rows at a time, so that the pixels stay in the nearest cache for all output channels.
/// </summary>
internal sealed class PooledWeightGradientEmitter
{
    /// <summary>Half of a nearest cache of 64 KiB, in floats.</summary>
    private const int NearFloats = 8192;

    private readonly KernelContext context;
    private readonly CodeWriter writer;
    private readonly VectorDialect dialect;
    private readonly PooledWeightGradient anchor;
    private readonly ConvolutionGeometry geometry;
    private readonly TensorShape image;
    private readonly TensorShape pooled;
    private readonly PoolAxis height;
    private readonly PoolAxis width;
    private readonly int chunk;

    private PooledWeightGradientEmitter(KernelContext context, PooledWeightGradient anchor)
    {
        this.context = context;
        this.anchor = anchor;
        writer = context.Writer;
        geometry = anchor.Geometry;
        image = anchor.Image.Shape;
        pooled = anchor.Gradient.Shape;
        (height, width) = (anchor.Spread.Height, anchor.Spread.Width);
        dialect = context.Dialect.Dividing(anchor.Shape.PaddedInner);
        chunk = Math.Max(1, Math.Min(pooled[0], NearFloats / (height.Kernel * geometry.StrideHeight * image.Stride(0))));
    }

    public static void Emit(KernelContext context) =>
        new PooledWeightGradientEmitter(context, (PooledWeightGradient)context.Group.Anchor!).EmitSamples();

    private int MostSums => context.Dialect.Registers >= 32 ? 28 : 12;

    private void EmitSamples()
    {
        string length = Literals.Integer(chunk * pooled[1]);
        writer.Line($"ref float values = ref Spans.GetReference(stackalloc float[{length}]);");
        writer.Line($"ref int places = ref Spans.GetReference(stackalloc int[{length}]);");
        context.DeclareReferences();
        using (writer.Open("for (int sample = 0; sample < workspace.Samples; sample++)"))
        {
            context.DeclareSampleReferences("sample");
            if (chunk == pooled[0])
            {
                EmitChunk("sample == 0", 0, Literals.Integer(pooled[0]));
                return;
            }

            using (writer.Open($"for (int first = 0; first < {Literals.Integer(pooled[0])}; first += {Literals.Integer(chunk)})"))
            {
                string last = $"first + {Literals.Integer(chunk)}";
                EmitChunk(
                    "sample == 0 && first == 0",
                    "first",
                    pooled[0] % chunk == 0 ? last : $"global::System.Math.Min({last}, {Literals.Integer(pooled[0])})");
            }
        }
    }

    private void EmitChunk(string isStart, IndexExpression first, string last)
    {
        writer.Line($"bool starts = {isStart};");
        using (writer.Open("for (int item = begin; item < end; item++)"))
        {
            EmitList(first, last);
            writer.Line(
                $"ref float sums = ref Unsafe.Add(ref {context.Reference(anchor)}, item * {Literals.Integer(anchor.Shape.Stride(0))});");
            EmitSums();
        }
    }

    /// <summary>The gradients of one output channel that are not 0, and where their windows begin in the image. No branch decides: what is not wanted is overwritten.</summary>
    private void EmitList(IndexExpression first, string last)
    {
        writer.Line("int count = 0;");
        using (writer.Open($"for (int y = {first}; y < {last}; y++)"))
        using (writer.Open($"for (int x = 0; x < {Literals.Integer(pooled[1])}; x++)"))
        {
            IndexExpression index = (IndexExpression)"y" * pooled.Stride(0) + (IndexExpression)"x" * pooled.Stride(1) + "item";
            writer.Line($"float value = {VectorDialect.Element(context.Reference(anchor.Gradient), index)};");
            writer.Line($"int tap = float.ConvertToIntegerNative<int>({VectorDialect.Element(context.Reference(anchor.Tap), index)});");
            int row = geometry.StrideHeight * image.Stride(0);
            int column = geometry.StrideWidth * image.Stride(1);
            IndexExpression place = (IndexExpression)"y" * (height.Kernel * row) + (IndexExpression)"x" * (width.Kernel * column);
            string taps = Literals.Integer(width.Kernel);
            writer.Line("Unsafe.Add(ref values, count) = value;");
            writer.Line(
                $"Unsafe.Add(ref places, count) = {place} + tap / {taps} * {Literals.Integer(row)} + tap % {taps} * {Literals.Integer(column)};");
            writer.Line("count += value != 0f ? 1 : 0;");
        }
    }

    private void EmitSums()
    {
        int run = dialect.Extent(anchor.Shape);
        int row = geometry.DilationHeight * image.Stride(0);
        if (dialect.IsScalar)
        {
            using (writer.Open($"for (int ky = 0; ky < {Literals.Integer(geometry.KernelHeight)}; ky++)"))
            using (writer.Open($"for (int k = 0; k < {Literals.Integer(run)}; k++)"))
                EmitWalk([((IndexExpression)"ky" * row + "k", (IndexExpression)"ky" * anchor.Shape.Stride(1) + "k")]);
            return;
        }

        var positions = new List<(IndexExpression Image, IndexExpression Sum)>();
        for (int ky = 0; ky < geometry.KernelHeight; ky++)
            for (int k = 0; k < run; k += dialect.Lanes)
                positions.Add(((ky * row) + k, (ky * anchor.Shape.Stride(1)) + k));
        for (int start = 0; start < positions.Count; start += MostSums)
            EmitWalk([.. positions.Skip(start).Take(MostSums)]);
    }

    /// <summary>Walks the list with the sums of some positions of the window in registers.</summary>
    private void EmitWalk((IndexExpression Image, IndexExpression Sum)[] positions)
    {
        string[] sums = [.. positions.Select((_, index) => context.Fresh("sum" + Literals.Integer(index)))];
        for (int index = 0; index < positions.Length; index++)
            writer.Line($"{dialect.Type} {sums[index]} = starts ? {dialect.Zero} : {dialect.Load("sums", positions[index].Sum)};");
        string i = context.Fresh("i");
        using (writer.Open($"for (int {i} = 0; {i} < count; {i}++)"))
        {
            string pixel = context.Fresh("pixel");
            string value = context.Fresh("v");
            writer.Line($"ref float {pixel} = ref Unsafe.Add(ref {context.Reference(anchor.Image)}, Unsafe.Add(ref places, {i}));");
            writer.Line($"{dialect.Type} {value} = {dialect.Create($"Unsafe.Add(ref values, {i})")};");
            for (int index = 0; index < positions.Length; index++)
                writer.Line($"{sums[index]} = {dialect.MultiplyAdd(value, dialect.Load(pixel, positions[index].Image), sums[index])};");
        }

        for (int index = 0; index < positions.Length; index++)
            writer.Line(dialect.Store(sums[index], "sums", positions[index].Sum));
    }
}
