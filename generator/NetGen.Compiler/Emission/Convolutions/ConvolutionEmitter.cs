using NetGen.Compiler.Fusion;
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

    /// <summary>Rows of the result of a prediction, each a work item. Samples side by side and groups of channels are not cut.</summary>
    public static int PartsOfSample(FusedGroup group) =>
        group.IsPrediction && ((Convolution)group.Anchor!).Geometry.Groups == 1 && !BatchLaneGroups.Contain(group) ? group.Space[0] : 1;

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

        int parts = PartsOfSample(context.Group);
        using (writer.Open(parts == 1
            ? $"for (int sample = {first}; sample < end; sample++)"
            : $"for (int sample = begin / {Literals.Integer(parts)}; sample * {Literals.Integer(parts)} < end; sample++)"))
        {
            if (parts > 1)
            {
                writer.Line($"int firstRow = global::System.Math.Max(0, begin - sample * {Literals.Integer(parts)});");
                writer.Line($"int endRow = global::System.Math.Min({Literals.Integer(parts)}, end - sample * {Literals.Integer(parts)});");
            }

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
        int pixels = Tile.EvenBlock(width, Math.Max(1, tile.Rows / pooled));
        TileCode.Blocks(context, "channel", Extent, tile.Vectors * dialect.Lanes, (channel, length) =>
        {
            string y = context.Fresh("y");
            (string firstRow, string endRow) = PartsOfSample(context.Group) > 1 ? ("firstRow", "endRow") : ("0", Literals.Integer(height));
            using (context.Writer.Open($"for (int {y} = {firstRow}; {y} < {endRow}; {y}++)"))
            {
                EmitPrefetch(y, channel);
                (string Begin, string End) rows = WindowRows(y);
                TileCode.Blocks(context, "x", width, pixels, (first, count) => Columns(first, count * poolWidth), (x, count, first) => EmitTile(
                    y, x, Columns(first, count * poolWidth), rows, count, (poolHeight, poolWidth), length / dialect.Lanes, firstInput,
                    firstOutput + channel));
            }
        });
    }

    /// <summary>
    /// Before a row of tiles: asks for the rows of the image that the next one reads besides, and for the places that this one writes.
    /// </summary>
    private void EmitPrefetch(IndexExpression y, IndexExpression channel)
    {
        if (!context.AsksAhead(image, convolution))
            return;
        if (!channel.IsConstant)
            using (context.Writer.Open($"if ({channel} == 0)"))
                Emit();
        else if (channel.Constant == 0)
            Emit();

        void Emit()
        {
            int step = (context.Group.Pool?.Height.Kernel ?? 1) * geometry.StrideHeight;
            int reach = (geometry.DilationHeight * (geometry.KernelHeight - 1)) + 1 + step - geometry.StrideHeight;
            int row = image.Shape.Stride(0);
            IndexExpression next = y * (step * row) + ((Math.Max(reach, step) - convolution.Margins.Top) * row);
            Ask(image, next, Math.Min(reach, step) * row);
            foreach (Tensor tensor in epilogue.Memory.Where(tensor => tensor.Shape.IsBatched && tensor.Shape.SameSizes(context.Group.Space)))
                Ask(tensor, y * tensor.Shape.Stride(0), tensor.Shape.Stride(0));
        }

        void Ask(Tensor tensor, IndexExpression first, int length) =>
            context.Writer.Line($"Prefetch.Rows(ref {VectorDialect.Element(context.Reference(tensor), first)}, 1, 0, {Literals.Integer(length)});");
    }

    /// <summary>The rows of the window that lie in the image.</summary>
    private (string Begin, string End) WindowRows(string y)
    {
        string end = Literals.Integer(geometry.KernelHeight);
        if (convolution.Margins is { Top: 0, Bottom: 0 })
            return ("0", end);
        (int dilation, int rows) = (geometry.DilationHeight, image.Shape[0] + convolution.Margins.Top);
        (string begin, string after) = (context.Fresh("firstKy"), context.Fresh("endKy"));
        context.Writer.Line($"int {begin} = global::System.Math.Max(0, {Above(convolution.Margins.Top)});");
        context.Writer.Line($"int {after} = global::System.Math.Min({end}, {Above(rows)});");
        return (begin, after);

        // The first row of the window that lies at a row of the padded image or behind it.
        string Above(int row)
        {
            string distance = $"{Literals.Integer(row + dilation - 1)} - {((IndexExpression)y * geometry.StrideHeight).ToString()}";
            return dilation == 1 ? distance : $"({distance}) / {Literals.Integer(dilation)}";
        }
    }

    /// <summary>Columns of the window side by side that lie in the image for the same pixels: at the sides of a padded image those differ.</summary>
    private IReadOnlyList<WindowColumns> Columns(int first, int pixels)
    {
        if (convolution.Margins == Margins.None)
            return [new(0, geometry.KernelWidth, 0, pixels)];
        var all = new List<WindowColumns>();
        for (int kx = 0; kx < geometry.KernelWidth; kx++)
        {
            int[] inside = [.. Enumerable.Range(0, pixels).Where(pixel =>
                ((first + pixel) * geometry.StrideWidth) + (kx * geometry.DilationWidth) - convolution.Margins.Left is var column
                && column >= 0 && column < image.Shape[1])];
            if (inside.Length == 0)
                continue;
            if (all.Count > 0 && all[all.Count - 1] is var last
                && last.First + last.Count == kx && last.FirstPixel == inside[0] && last.Pixels == inside.Length)
                all[all.Count - 1] = last with { Count = last.Count + 1 };
            else
                all.Add(new(kx, 1, inside[0], inside.Length));
        }

        return all;
    }

    private void EmitTile(
        IndexExpression y,
        IndexExpression x,
        IReadOnlyList<WindowColumns> columnsOfWindow,
        (string Begin, string End) rowsOfWindow,
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
            + x * (pool.Width * geometry.StrideWidth * image.Shape.Stride(1))
            + (-(convolution.Margins.Top * image.Shape.Stride(0)) - (convolution.Margins.Left * image.Shape.Stride(1)));
        int Pixel(int row) =>
            (row / columns * geometry.StrideHeight * image.Shape.Stride(0)) + (row % columns * geometry.StrideWidth * image.Shape.Stride(1));
        var window = new ConvolutionWindow(geometry, image, weight) { Channels = isDepthwise ? 1 : weight.Shape[2], Rows = rowsOfWindow };
        window.Emit(
            context,
            context.Reference(image),
            isDepthwise ? first + channel : first,
            channel,
            columnsOfWindow,
            columns => Pixel(columns.FirstPixel),
            (columns, pixel, tap) => TileCode.MultiplyAdd(
                context, dialect, Part(columns), tap, pixel, row => Pixel(columns.FirstPixel + row) - Pixel(columns.FirstPixel), isDepthwise));

        // Without margins, all pixels.
        string[,] Part(WindowColumns part)
        {
            if (part.Pixels == columns)
                return sums;
            string[,] own = new string[part.Pixels, vectors];
            for (int pixel = 0; pixel < part.Pixels; pixel++)
                for (int vector = 0; vector < vectors; vector++)
                    own[pixel, vector] = sums[part.FirstPixel + pixel, vector];
            return own;
        }

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
