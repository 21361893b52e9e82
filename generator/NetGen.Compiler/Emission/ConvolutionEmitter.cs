using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints a direct convolution over [height, width, channels]: a tile of output pixels × vectors of output channels stays in
/// registers while the window runs. A max-pool behind it takes the tile's pixels two by two before they are stored.
/// </summary>
internal sealed class ConvolutionEmitter
{
    private readonly KernelContext context;
    private readonly VectorDialect dialect;
    private readonly Convolution convolution;
    private readonly ConvolutionGeometry geometry;
    private readonly Tensor image;
    private readonly Tensor weight;
    private readonly bool isDepthwise;
    private readonly int outputsOfGroup;
    private readonly Epilogue epilogue;

    private ConvolutionEmitter(KernelContext context, Convolution convolution)
    {
        this.context = context;
        this.convolution = convolution;
        geometry = convolution.Geometry;
        image = convolution.Operands[0];
        weight = convolution.Operands[1];
        int outputs = convolution.Shape.Inner;
        isDepthwise = geometry.IsDepthwise(image.Shape.Inner, outputs);
        outputsOfGroup = isDepthwise || geometry.Groups == 1 ? outputs : outputs / geometry.Groups;
        dialect = DialectOf(context);
        epilogue = new Epilogue(context, dialect);
    }

    /// <summary>The vectors of the result.</summary>
    public static VectorDialect DialectOf(KernelContext context)
    {
        var convolution = (Convolution)context.Group.Anchor!;
        ConvolutionGeometry geometry = convolution.Geometry;
        bool isDepthwise = geometry.IsDepthwise(convolution.Operands[0].Shape.Inner, convolution.Shape.Inner);
        return GroupDialect(context.Dialect, convolution.Shape, isDepthwise ? 1 : geometry.Groups);
    }

    /// <summary>With groups a vector must not reach into the next group, so its width divides the group's.</summary>
    public static VectorDialect GroupDialect(VectorDialect dialect, TensorShape shape, int groups) =>
        dialect.Dividing(groups == 1 ? shape.PaddedInner : shape.Inner / groups);

    public static void Emit(KernelContext context) =>
        new ConvolutionEmitter(context, (Convolution)context.Group.Anchor!).EmitSamples();

    private int Extent => geometry.Groups == 1 || isDepthwise ? dialect.Extent(convolution.Shape) : outputsOfGroup;

    private void EmitSamples()
    {
        context.DeclareReferences();
        CodeWriter writer = context.Writer;
        string first = "begin";
        if (SideBySideConvolutionEmitter.Handles(context))
        {
            first = "alone";
            writer.Line($"int {first} = end - (end - begin) % {Literals.Integer(context.Dialect.Lanes)};");
            writer.Line($"{SideBySideConvolutionEmitter.Name(context.Group)}(workspace, begin, {first});");
        }

        using (writer.Open($"for (int sample = {first}; sample < end; sample++)"))
        {
            context.DeclareSampleReferences("sample");
            context.DeclareDropoutKeys("sample");
            if (geometry.Groups > 1 && !isDepthwise && context.Group.Space.PaddedInner > context.Group.Space.Inner)
                foreach (Tensor stored in context.Group.Stored)
                    writer.Line(
                        $"Spans.CreateSpan(ref {context.Reference(stored)}, "
                        + $"{Literals.Integer(stored.Shape.SampleStride)}).Clear();");
            if (geometry.Groups == 1 || isDepthwise)
            {
                EmitGroup(0, 0);
                return;
            }

            using (writer.Open($"for (int group = 0; group < {Literals.Integer(geometry.Groups)}; group++)"))
                EmitGroup((IndexExpression)"group" * weight.Shape[2], (IndexExpression)"group" * outputsOfGroup);
        }
    }

    private void EmitGroup(IndexExpression firstInput, IndexExpression firstOutput)
    {
        (int poolHeight, int poolWidth) = context.Group.Pool is { } p ? (p.Height.Kernel, p.Width.Kernel) : (1, 1);
        (int height, int width) = (context.Group.Space[0], context.Group.Space[1]);
        int pooled = poolHeight * poolWidth;
        Tile tile = Tile.For(dialect, Extent / dialect.Lanes, int.MaxValue);
        if (tile.Rows < pooled)
            tile = new Tile(pooled, 1);
        int pixels = Math.Max(1, Math.Min(width, tile.Rows / pooled));
        TileCode.Blocks(context, "channel", Extent, tile.Vectors * dialect.Lanes, (channel, length) =>
        {
            string y = context.Fresh("y");
            using (context.Writer.Open($"for (int {y} = 0; {y} < {Literals.Integer(height)}; {y}++)"))
                TileCode.Blocks(context, "x", width, pixels, (x, count) =>
                    EmitTile(y, x, count, (poolHeight, poolWidth), length / dialect.Lanes, firstInput, firstOutput + channel));
        });
    }

    private void EmitTile(
        IndexExpression y,
        IndexExpression x,
        int pixels,
        (int Height, int Width) pool,
        int vectors,
        IndexExpression firstInput,
        IndexExpression channel)
    {
        // The tile's convolution pixels: pool.Height rows of pixels·pool.Width columns.
        int columns = pixels * pool.Width;
        int rows = pool.Height * columns;
        string[,] sums = TileCode.Accumulators(context, dialect, new Tile(rows, vectors));
        IndexExpression first = firstInput
            + y * (pool.Height * geometry.StrideHeight * image.Shape.Stride(0))
            + x * (pool.Width * geometry.StrideWidth * image.Shape.Stride(1));
        int Pixel(int row) =>
            (row / columns * geometry.StrideHeight * image.Shape.Stride(0)) + (row % columns * geometry.StrideWidth * image.Shape.Stride(1));
        var window = new ConvolutionWindow(geometry, image, weight) { Channels = isDepthwise ? 1 : weight.Shape[2] };
        window.Emit(
            context,
            context.Reference(image),
            isDepthwise ? first + channel : first,
            channel,
            (pixel, tap) => TileCode.MultiplyAdd(context, dialect, sums, tap, pixel, Pixel, isDepthwise));

        for (int pixel = 0; pixel < pixels; pixel++)
            for (int vector = 0; vector < vectors; vector++)
            {
                var values = new Dictionary<Tensor, string>();
                if (context.Group.Pool is null)
                    values[convolution] = sums[pixel, vector];
                else
                    PoolCode.Max(context, dialect, Window(pixel, vector), values);
                epilogue.Call(y * context.Group.Space[1] + x + pixel, channel + (vector * dialect.Lanes), "sample", 0, values);
            }

        string[] Window(int pixel, int vector) =>
            [.. Enumerable.Range(0, pool.Height * pool.Width).Select(index =>
                sums[(index / pool.Width * columns) + (pixel * pool.Width) + (index % pool.Width), vector])];
    }
}
