using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the gradient of a convolution's weight from the positions that a max-pool passed on, one of each of its windows. The
/// sums of the convolution's whole window stay in registers. Where they are few, all positions are walked for some output
/// channels at once; where they are many, those with gradient 0 are worth leaving out: the others are listed, and the list is
/// walked. A few rows at a time, so that the pixels stay in the nearest cache for all output channels.
/// </summary>
internal sealed class PooledWeightGradientEmitter
{
    /// <summary>Half of a nearest cache of 64 KiB, in floats.</summary>
    private const int NearFloats = 8192;

    /// <summary>With more sums than this for each position, leaving out zeros pays for making a list.</summary>
    private const int MostSumsWithoutList = 16;

    /// <summary>So many multiply-adds that do not wait for each other keep the processor busy.</summary>
    private const int IndependentSums = 10;

    private const int MostOutputsOfItem = 4;

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

    /// <summary>Output channels of a work item, the same at every width: a divisor of their number.</summary>
    public static int OutputsOfItem(PooledWeightGradient anchor)
    {
        int sums = anchor.Geometry.KernelHeight * ((anchor.Shape.PaddedInner + TensorShape.Alignment - 1) / TensorShape.Alignment);
        int outputs = Math.Max(1, Math.Min(MostOutputsOfItem, IndependentSums / sums));
        while (anchor.Shape[0] % outputs != 0)
            outputs--;
        return outputs;
    }

    public static int WorkItems(PooledWeightGradient anchor) => anchor.Shape[0] / OutputsOfItem(anchor);

    private int MostSums => context.Dialect.Registers >= 32 ? 28 : 12;

    private int Sums => geometry.KernelHeight * (anchor.Shape.PaddedInner / dialect.Lanes);

    /// <summary>Whether positions with gradient 0 are left out.</summary>
    private bool HasList => dialect.IsScalar || Sums > MostSumsWithoutList || Sums * OutputsOfItem(anchor) > MostSums;

    private void EmitSamples()
    {
        if (HasList)
        {
            string length = Literals.Integer(chunk * pooled[1]);
            writer.Line($"ref float values = ref Spans.GetReference(stackalloc float[{length}]);");
            writer.Line($"ref int places = ref Spans.GetReference(stackalloc int[{length}]);");
        }

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
        int outputs = OutputsOfItem(anchor);
        using (writer.Open("for (int item = begin; item < end; item++)"))
        {
            if (!HasList)
            {
                EmitAllPositions(first, last, outputs);
                return;
            }

            if (outputs == 1)
            {
                EmitOutput("item", first, last);
                return;
            }

            string count = Literals.Integer(outputs);
            using (writer.Open($"for (int output = item * {count}; output < item * {count} + {count}; output++)"))
                EmitOutput("output", first, last);
        }
    }

    private void EmitOutput(string output, IndexExpression first, string last)
    {
        writer.Line("int count = 0;");
        using (writer.Open($"for (int y = {first}; y < {last}; y++)"))
        using (writer.Open($"for (int x = 0; x < {Literals.Integer(pooled[1])}; x++)"))
        {
            // No branch decides: what is not wanted is overwritten.
            EmitPosition((IndexExpression)output, "value", "place");
            writer.Line("Unsafe.Add(ref values, count) = value;");
            writer.Line("Unsafe.Add(ref places, count) = place;");
            writer.Line("count += value != 0f ? 1 : 0;");
        }

        writer.Line($"ref float sums = ref Unsafe.Add(ref {context.Reference(anchor)}, {output} * {Literals.Integer(anchor.Shape.Stride(0))});");
        EmitSums();
    }

    /// <summary>The gradient at a position of the pool, and where in the image the convolution's window begins that it came from.</summary>
    private void EmitPosition(IndexExpression output, string value, string place)
    {
        IndexExpression index = (IndexExpression)"y" * pooled.Stride(0) + (IndexExpression)"x" * pooled.Stride(1) + output;
        int row = geometry.StrideHeight * image.Stride(0);
        int column = geometry.StrideWidth * image.Stride(1);
        IndexExpression window = (IndexExpression)"y" * (height.Kernel * row) + (IndexExpression)"x" * (width.Kernel * column);
        string taps = Literals.Integer(width.Kernel);
        string tap = context.Fresh("tap");
        writer.Line($"float {value} = {VectorDialect.Element(context.Reference(anchor.Gradient), index)};");
        writer.Line($"int {tap} = float.ConvertToIntegerNative<int>({VectorDialect.Element(context.Reference(anchor.Tap), index)});");
        writer.Line($"int {place} = {window} + {tap} / {taps} * {Literals.Integer(row)} + {tap} % {taps} * {Literals.Integer(column)};");
    }

    /// <summary>Walks all positions with the sums of some output channels in registers.</summary>
    private void EmitAllPositions(IndexExpression first, string last, int outputs)
    {
        (IndexExpression Image, IndexExpression Sum)[] places = [.. Places()];
        IndexExpression firstOutput = (IndexExpression)"item" * outputs;
        string[][] sums = [.. Enumerable.Range(0, outputs).Select(output =>
            places.Select((_, index) => context.Fresh($"sum{Literals.Integer(output)}_{Literals.Integer(index)}")).ToArray())];
        writer.Line(
            $"ref float sums = ref Unsafe.Add(ref {context.Reference(anchor)}, {firstOutput * anchor.Shape.Stride(0)});");
        Each((output, index, at) => writer.Line(
            $"{dialect.Type} {sums[output][index]} = starts ? {dialect.Zero} : {dialect.Load("sums", at)};"));
        using (writer.Open($"for (int y = {first}; y < {last}; y++)"))
        using (writer.Open($"for (int x = 0; x < {Literals.Integer(pooled[1])}; x++)"))
            for (int output = 0; output < outputs; output++)
            {
                (string value, string place) = (context.Fresh("value"), context.Fresh("place"));
                EmitPosition(firstOutput + output, value, place);
                EmitProducts(value, place, places, sums[output]);
            }

        Each((output, index, at) => writer.Line(dialect.Store(sums[output][index], "sums", at)));

        void Each(Action<int, int, IndexExpression> body)
        {
            for (int output = 0; output < outputs; output++)
                for (int index = 0; index < places.Length; index++)
                    body(output, index, places[index].Sum + (output * anchor.Shape.Stride(0)));
        }
    }

    /// <summary>Adds a gradient times the pixels of a window to the sums.</summary>
    private void EmitProducts(string value, string place, (IndexExpression Image, IndexExpression Sum)[] places, string[] sums)
    {
        (string pixel, string v) = (context.Fresh("pixel"), context.Fresh("v"));
        writer.Line($"ref float {pixel} = ref Unsafe.Add(ref {context.Reference(anchor.Image)}, {place});");
        writer.Line($"{dialect.Type} {v} = {dialect.Create(value)};");
        for (int index = 0; index < places.Length; index++)
            writer.Line($"{sums[index]} = {dialect.MultiplyAdd(v, dialect.Load(pixel, places[index].Image), sums[index])};");
    }

    /// <summary>The vectors of the window: where they lie in the image, from the window's first pixel, and in the sums of an output channel.</summary>
    private IEnumerable<(IndexExpression Image, IndexExpression Sum)> Places()
    {
        int row = geometry.DilationHeight * image.Stride(0);
        for (int ky = 0; ky < geometry.KernelHeight; ky++)
            for (int k = 0; k < dialect.Extent(anchor.Shape); k += dialect.Lanes)
                yield return ((ky * row) + k, (ky * anchor.Shape.Stride(1)) + k);
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

        (IndexExpression Image, IndexExpression Sum)[] places = [.. Places()];
        for (int start = 0; start < places.Length; start += MostSums)
            EmitWalk([.. places.Skip(start).Take(MostSums)]);
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
            EmitProducts($"Unsafe.Add(ref values, {i})", $"Unsafe.Add(ref places, {i})", positions, sums);
        }

        for (int index = 0; index < positions.Length; index++)
            writer.Line(dialect.Store(sums[index], "sums", positions[index].Sum));
    }
}
