using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints a convolution of few channels for as many samples at a time as a vector has lanes, each lane a sample: a tile of output
/// pixels × channels stays in registers while the window runs, each product that of a vector of the image, which is turned for
/// it, and one number of the weight. A max-pool and the Maps behind it follow in registers too. Rows of the result are turned back.
/// </summary>
/// <remarks>Each sum has its terms in the order of <see cref="ConvolutionEmitter"/>, which computes the samples that are left over: the bits are the same.</remarks>
internal sealed class SideBySideConvolutionEmitter
{
    private readonly KernelContext context;
    private readonly CodeWriter writer;
    private readonly VectorDialect dialect;
    private readonly FusedGroup group;
    private readonly Convolution convolution;
    private readonly ConvolutionGeometry geometry;
    private readonly Tensor image;
    private readonly (int Height, int Width) pool;
    private readonly int lanes;
    private readonly string turned;

    private SideBySideConvolutionEmitter(KernelContext context)
    {
        this.context = context;
        writer = context.Writer;
        dialect = context.Dialect;
        lanes = dialect.Lanes;
        group = context.Group;
        convolution = (Convolution)group.Anchor!;
        geometry = convolution.Geometry;
        image = convolution.Operands[0];
        pool = group.Pool is { } p ? (p.Height.Kernel, p.Width.Kernel) : (1, 1);
        turned = context.Fresh("turned");
    }

    /// <summary>The method that the kernel calls for whole vectors of samples.</summary>
    public static string Name(FusedGroup group) => group.Name + "SideBySide";

    public static bool Handles(KernelContext context) => !context.Dialect.IsScalar && BatchLaneGroups.Contain(context.Group);

    public static void Emit(KernelContext kernel)
    {
        if (Handles(kernel))
            new SideBySideConvolutionEmitter(kernel.Again()).EmitMethod();
    }

    private int Window => pool.Height * pool.Width;

    private void EmitMethod()
    {
        writer.Line();
        writer.Line($"/// <summary>The same for {Literals.Integer(lanes)} samples at a time, a lane each.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open($"private static void {Name(group)}(Workspace workspace, int begin, int end)"))
        {
            context.DeclareReferences();
            DeclareScratch();
            using (writer.Open($"for (int first = begin; first < end; first += {Literals.Integer(lanes)})"))
            {
                string stride = Literals.Integer(image.Shape.SampleStride);
                writer.Line(
                    $"Panel.Transpose(ref Unsafe.Add(ref {Batch(image)}, (nint)first * {stride}), {stride}, {Literals.Integer(lanes)}, "
                    + $"{stride}, ref {turned}, {Literals.Integer(lanes)});");
                using (writer.Open($"for (int y = 0; y < {Literals.Integer(group.Space[0])}; y++)"))
                {
                    EmitRow();
                    foreach (Tensor stored in group.Stored)
                        writer.Line(
                            $"Panel.Transpose(ref {context.Reference(stored)}, {Literals.Integer(lanes)}, {Literals.Integer(RowLength(stored))}, "
                            + $"{Literals.Integer(lanes)}, ref Unsafe.Add(ref {Batch(stored)}, (nint)first * {Literals.Integer(stored.Shape.SampleStride)} "
                            + $"+ y * {Literals.Integer(RowLength(stored))}), {Literals.Integer(stored.Shape.SampleStride)});");
                }
            }
        }
    }

    private static int RowLength(Tensor tensor) => tensor.Shape.Stride(0);

    private string Batch(Tensor tensor) => KernelContext.Batch(context.Reference(tensor));

    private void DeclareScratch()
    {
        int floats = image.Shape.SampleStride * lanes;
        int rows = group.Stored.Sum(RowLength) * lanes;
        writer.Line("// The samples' images, and a row of what is stored: [pixel][channel][sample].");
        writer.Line($"ref float {turned} = ref ThreadScratch.Floats({Literals.Integer(floats + rows)});");
        foreach (Tensor stored in group.Stored)
        {
            writer.Line($"ref float {context.Reference(stored)} = ref {VectorDialect.Element(turned, floats)};");
            if (stored.Shape.PaddedInner > stored.Shape.Inner)
                writer.Line($"Spans.CreateSpan(ref {context.Reference(stored)}, {Literals.Integer(RowLength(stored) * lanes)}).Clear();");
            floats += RowLength(stored) * lanes;
        }
    }

    /// <summary>Tiles of pixels × channels that cover a row.</summary>
    private void EmitRow()
    {
        (int pixels, int channels) = Tile();
        TileCode.Blocks(context, "x", group.Space[1], pixels, (x, count) =>
            TileCode.Blocks(context, "channel", convolution.Shape.Inner, channels, (channel, length) => EmitTile(x, count, channel, length)));
    }

    /// <summary>
    /// Pixels of the result and channels that stay in registers, with the image's vectors and one of the weight: those with the
    /// fewest loads for each multiply-add.
    /// </summary>
    private (int Pixels, int Channels) Tile()
    {
        (int, int) best = (1, 1);
        double fewest = double.MaxValue;
        int outputs = convolution.Shape.Inner;
        for (int pixels = 1; pixels <= group.Space[1]; pixels++)
            for (int channels = 1; channels <= outputs; channels++)
            {
                int windows = pixels * Window;
                if ((windows * channels) + windows + 1 > dialect.Registers - 1)
                    break;

                // A block that does not divide what it covers leaves a smaller one, which loads as much for less.
                int blocks = (outputs + channels - 1) / channels;
                double loads = (double)(((windows + channels) * blocks) - (channels * blocks) + outputs) / (windows * outputs);
                if (group.Space[1] % pixels != 0)
                    loads *= 1.1;
                if (loads < fewest)
                    (best, fewest) = ((pixels, channels), loads);
            }

        return best;
    }

    private void EmitTile(IndexExpression x, int pixels, IndexExpression channel, int channels)
    {
        // The tile's convolution pixels: pool.Height rows of pixels·pool.Width columns.
        int columns = pixels * pool.Width;
        string[,] sums = TileCode.Accumulators(context, dialect, new Tile(pool.Height * columns, channels));
        IndexExpression first = ((IndexExpression)"y" * (pool.Height * geometry.StrideHeight * image.Shape.Stride(0))
            + x * (pool.Width * geometry.StrideWidth * image.Shape.Stride(1))) * lanes;
        int Pixel(int row) => lanes
            * ((row / columns * geometry.StrideHeight * image.Shape.Stride(0)) + (row % columns * geometry.StrideWidth * image.Shape.Stride(1)));
        var window = new ConvolutionWindow(geometry, image, convolution.Operands[1]) { Samples = lanes };
        window.Emit(context, turned, first, channel, (pixel, tap) => EmitStep(sums, pixel, Pixel, tap));

        for (int pixel = 0; pixel < pixels; pixel++)
            for (int index = 0; index < channels; index++)
                EmitResult(
                    [.. Enumerable.Range(0, Window).Select(tap =>
                        sums[(tap / pool.Width * columns) + (pixel * pool.Width) + (tap % pool.Width), index])],
                    x + pixel,
                    channel + index);
    }

    private void EmitStep(string[,] sums, string pixel, Func<int, int> offset, string tap)
    {
        (int rows, int channels) = (sums.GetLength(0), sums.GetLength(1));
        string[] pixels = new string[rows];
        for (int row = 0; row < rows; row++)
        {
            pixels[row] = context.Fresh("x" + row);
            writer.Line($"{dialect.Type} {pixels[row]} = {dialect.Load(pixel, offset(row))};");
        }

        for (int channel = 0; channel < channels; channel++)
        {
            string weight = context.Fresh("w" + (char)('a' + channel));
            writer.Line($"{dialect.Type} {weight} = {dialect.Create(VectorDialect.Element(tap, channel))};");
            for (int row = 0; row < rows; row++)
                writer.Line($"{sums[row, channel]} = {dialect.MultiplyAdd(pixels[row], weight, sums[row, channel])};");
        }
    }

    private void EmitResult(string[] window, IndexExpression column, IndexExpression channel)
    {
        var emitter = new ElementEmitter(context, dialect, new Place(this, column, channel));
        if (group.Pool is null)
            emitter.Set(convolution, window[0]);
        else
        {
            var values = new Dictionary<Tensor, string>();
            PoolCode.Max(context, dialect, window, values);
            foreach (KeyValuePair<Tensor, string> value in values)
                emitter.Set(value.Key, value.Value);
        }

        foreach (Tensor stored in group.Stored)
            emitter.Store(stored);
    }

    /// <summary>One channel of one pixel, of all the samples.</summary>
    private sealed class Place(SideBySideConvolutionEmitter row, IndexExpression column, IndexExpression channel) : IElementPlace
    {
        public string? TailMask => null;

        public string Sample => throw new InvalidOperationException("dropout belongs to samples one by one");

        public IndexExpression ElementIndex => throw new InvalidOperationException("dropout belongs to samples one by one");

        public bool Computes(Tensor tensor) => row.group.Members.Contains(tensor);

        public IndexExpression Index(Tensor tensor)
        {
            TensorShape shape = tensor.Shape;
            IndexExpression inner = shape.Inner == 1 && row.group.Space.Inner > 1 ? 0 : channel;
            if (shape.IsBatched)
                return (column * shape.PaddedInner + inner) * row.lanes;
            return shape.Rows == row.group.Space.Rows
                ? (IndexExpression)"y" * shape.Stride(0) + column * shape.PaddedInner + inner
                : inner;
        }

        public bool IsScalar(Tensor tensor) => !tensor.Shape.IsBatched;

        public string IsLabel() => throw new InvalidOperationException("labels belong to losses, which are rows");

        public string ByColumn(VectorDialect dialect, string reference) =>
            throw new InvalidOperationException("numbers of columns belong to losses, which are rows");
    }
}
