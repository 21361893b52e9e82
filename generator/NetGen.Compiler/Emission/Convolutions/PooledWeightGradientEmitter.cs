using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the gradient of a convolution's weight from the positions that a max-pool passed on, one of each of its windows. The
/// positions of an output channel whose gradient is not 0 are listed, and the list is walked with the sums of the convolution's
/// whole window in registers. A few rows at a time, so that the pixels stay in the nearest cache for all output channels.
/// </summary>
internal sealed class PooledWeightGradientEmitter
{
    private const int NearFloats = Caches.L1;

    /// <summary>Windows whose lists have room on the stack.</summary>
    private const int MostListed = 16384;

    /// <summary>Gradients of so many output channels are turned at a time, to lie one behind the other for each of them.</summary>
    private const int TurnedOutputs = 16;

    /// <summary>So many channels of so many windows are turned at once.</summary>
    private const int TurnedUnit = 8;

    /// <summary>As many sums keep two units busy whose additions take four cycles.</summary>
    private const int BusySums = 8;

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
        dialect = Dialect();
        chunk = Math.Max(1, Math.Min(pooled[0], NearFloats / (height.Kernel * geometry.StrideHeight * image.Stride(0))));
    }

    /// <summary>
    /// The vectors of a row of the window. Pixels of eight channels begin in the middle of every other line of the cache: half as
    /// wide vectors then never reach over the end of one, which would cost what they save, and leave none half empty.
    /// </summary>
    private VectorDialect Dialect()
    {
        VectorDialect widest = context.Dialect.Dividing(anchor.Shape.PaddedInner);
        if (widest != VectorDialect.Vector512 || image.Stride(1) % widest.Lanes == 0)
            return widest;
        VectorDialect half = VectorDialect.Vector256;
        return geometry.KernelHeight * (TensorShape.RoundUpTo(anchor.Shape.Inner, half.Lanes) / half.Lanes) <= MostSums ? half : widest;
    }

    public static void Emit(KernelContext context) =>
        new PooledWeightGradientEmitter(context, (PooledWeightGradient)context.Group.Anchor!).EmitSamples();

    /// <summary>Floats of a row of the window, of all its channels: whole vectors.</summary>
    private int Run => TensorShape.RoundUpTo(anchor.Shape.Inner, dialect.Lanes);

    private int MostSums => context.Dialect.Registers >= 32 ? 28 : 12;

    private void EmitSamples()
    {
        EmitListMemory();
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

    private void EmitListMemory()
    {
        string windows = Literals.Integer(chunk * pooled[1]);
        int turned = TurnedOutputs * chunk * pooled[1];
        string list = $"{windows} + PassedPositions.Slack";
        writer.Line("// Where the windows of the pool begin, some output channels' gradients and taps, and the list of one channel.");
        if (chunk * pooled[1] <= MostListed)
        {
            writer.Line($"ref int windows = ref Spans.GetReference(stackalloc int[{list}]);");
            writer.Line($"ref float gradients = ref ThreadScratch.Floats({Literals.Integer(2 * turned)} + PassedPositions.Slack);");
            writer.Line($"ref float taps = ref {VectorDialect.Element("gradients", turned)};");
            writer.Line($"ref float values = ref Spans.GetReference(stackalloc float[{list}]);");
            writer.Line($"ref int places = ref Spans.GetReference(stackalloc int[{list}]);");
        }
        else
        {
            writer.Line($"ref float gradients = ref ThreadScratch.Floats({Literals.Integer(2 * turned)} + PassedPositions.Slack + (3 * ({list})));");
            writer.Line($"ref float taps = ref {VectorDialect.Element("gradients", turned)};");
            writer.Line($"ref float values = ref Unsafe.Add(ref taps, {Literals.Integer(turned)} + PassedPositions.Slack);");
            writer.Line($"ref int windows = ref Unsafe.As<float, int>(ref Unsafe.Add(ref values, {list}));");
            writer.Line($"ref int places = ref Unsafe.Add(ref windows, {list});");
        }

        writer.Line(
            $"PassedPositions.Windows(ref windows, {Literals.Integer(chunk)}, {Literals.Integer(pooled[1])}, "
            + $"{Literals.Integer(height.Kernel * ImageRow)}, {Literals.Integer(width.Kernel * ImageColumn)});");
    }

    private int ImageRow => geometry.StrideHeight * image.Stride(0);

    private int ImageColumn => geometry.StrideWidth * image.Stride(1);

    private void EmitChunk(string isStart, IndexExpression first, string last)
    {
        writer.Line($"bool starts = {isStart};");
        string length = Literals.Integer(chunk * pooled[1]);
        if (pooled[0] % chunk != 0)
        {
            length = context.Fresh("length");
            writer.Line($"int {length} = ({last} - {first}) * {Literals.Integer(pooled[1])};");
        }

        using (writer.Open($"for (int block = begin; block < end; block += {TurnedOutputs})"))
        {
            writer.Line($"int outputs = global::System.Math.Min({TurnedOutputs}, end - block);");
            string turned = "outputs";
            if (pooled.Inner % TurnedOutputs != 0)
            {
                writer.Line("// Whole squares are turned at once, with channels that only fill up a vector.");
                writer.Line($"int turned = global::System.Math.Min((outputs + {TurnedUnit - 1}) & -{TurnedUnit}, {Literals.Integer(pooled.PaddedInner)} - block);");
                turned = "turned";
            }

            EmitTurned(anchor.Gradient, "gradients", first, length, turned);
            EmitTurned(anchor.Tap, "taps", first, length, turned);
            using (writer.Open("for (int output = 0; output < outputs; output++)"))
            {
                writer.Line(
                    $"int count = PassedPositions.List(ref Unsafe.Add(ref gradients, output * {length}), ref Unsafe.Add(ref taps, output * {length}), "
                    + $"ref windows, {length}, {Literals.Integer(width.Kernel)}, {Literals.Integer(ImageRow)}, {Literals.Integer(ImageColumn)}, "
                    + "ref values, ref places);");
                writer.Line($"ref float sums = ref Unsafe.Add(ref {context.Reference(anchor)}, (block + output) * {Literals.Integer(anchor.Shape.Stride(0))});");
                if (!first.IsConstant)
                    writer.Line(
                        $"ref float rows = ref {VectorDialect.Element(context.Reference(anchor.Image), first * (height.Kernel * ImageRow))};");
                EmitSums(first.IsConstant ? context.Reference(anchor.Image) : "rows");
            }
        }
    }

    /// <summary>Some channels of the pool's windows, turned so that those of one channel lie one behind the other.</summary>
    private void EmitTurned(Tensor tensor, string target, IndexExpression first, string length, string channels)
    {
        IndexExpression start = first * pooled.Stride(0) + "block";
        writer.Line(
            $"Panel.Transpose(ref {VectorDialect.Element(context.Reference(tensor), start)}, {Literals.Integer(pooled.Stride(1))}, {length}, {channels}, "
            + $"ref {target}, {length});");
    }

    /// <summary>Adds a gradient times the pixels of a window to the sums.</summary>
    private void EmitProducts(string from, string value, string place, (IndexExpression Image, IndexExpression Sum)[] places, string[] sums)
    {
        (string pixel, string v) = (context.Fresh("pixel"), context.Fresh("v"));
        writer.Line($"ref float {pixel} = ref Unsafe.Add(ref {from}, {place});");
        writer.Line($"{dialect.Type} {v} = {dialect.Create(value)};");
        for (int index = 0; index < places.Length; index++)
            writer.Line($"{sums[index]} = {dialect.MultiplyAdd(v, dialect.Load(pixel, places[index].Image), sums[index])};");
    }

    /// <summary>The vectors of the window: where they lie in the image, from the window's first pixel, and in the sums of an output channel.</summary>
    private IEnumerable<(IndexExpression Image, IndexExpression Sum)> Places()
    {
        int row = geometry.DilationHeight * image.Stride(0);
        for (int ky = 0; ky < geometry.KernelHeight; ky++)
            for (int k = 0; k < Run; k += dialect.Lanes)
                yield return ((ky * row) + k, (ky * anchor.Shape.Stride(1)) + k);
    }

    private void EmitSums(string from)
    {
        int run = Run;
        int row = geometry.DilationHeight * image.Stride(0);
        if (dialect.IsScalar)
        {
            using (writer.Open($"for (int ky = 0; ky < {Literals.Integer(geometry.KernelHeight)}; ky++)"))
            using (writer.Open($"for (int k = 0; k < {Literals.Integer(run)}; k++)"))
                EmitWalk(from, [((IndexExpression)"ky" * row + "k", (IndexExpression)"ky" * anchor.Shape.Stride(1) + "k")]);
            return;
        }

        (IndexExpression Image, IndexExpression Sum)[] places = [.. Places()];
        for (int start = 0; start < places.Length; start += MostSums)
            EmitWalk(from, [.. places.Skip(start).Take(MostSums)]);
    }

    /// <summary>
    /// Walks the list with the sums of some positions of the window in registers. Few sums would wait for their own last addition,
    /// so that every other gradient is added to sums of its own.
    /// </summary>
    private void EmitWalk(string from, (IndexExpression Image, IndexExpression Sum)[] positions)
    {
        string[] sums = Sums("sum", place => $"starts ? {dialect.Zero} : {dialect.Load("sums", place.Sum)}");
        string[] others = positions.Length < BusySums ? Sums("other", _ => dialect.Zero) : [];
        string i = context.Fresh("i");
        if (others.Length == 0)
        {
            using (writer.Open($"for (int {i} = 0; {i} < count; {i}++)"))
                Add(i, sums);
        }
        else
        {
            writer.Line($"int {i} = 0;");
            using (writer.Open($"for (; {i} + 2 <= count; {i} += 2)"))
            {
                Add(i, sums);
                Add($"{i} + 1", others);
            }

            using (writer.Open($"if ({i} < count)"))
                Add(i, sums);
        }

        for (int index = 0; index < positions.Length; index++)
            writer.Line(dialect.Store(others.Length == 0 ? sums[index] : $"{sums[index]} + {others[index]}", "sums", positions[index].Sum));

        void Add(string at, string[] to) => EmitProducts(from, $"Unsafe.Add(ref values, {at})", $"Unsafe.Add(ref places, {at})", positions, to);

        string[] Sums(string name, Func<(IndexExpression Image, IndexExpression Sum), string> first)
        {
            string[] names = [.. positions.Select((_, index) => context.Fresh(name + Literals.Integer(index)))];
            for (int index = 0; index < names.Length; index++)
                writer.Line($"{dialect.Type} {names[index]} = {first(positions[index])};");
            return names;
        }
    }
}
