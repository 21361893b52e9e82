using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the gradient of a convolution's weight: for a tile of window positions × vectors of output channels, the sum over
/// all pixels of all samples. A work item is a part of a row of the window in one group, so each place is summed in one order by one worker;
/// some rows of a sample after the other, so that they stay in the cache for all tiles.
/// </summary>
internal sealed class ConvolutionWeightGradientEmitter
{
    /// <summary>A part of L2.</summary>
    private const int NearFloats = 3 * Caches.L2 / 32;

    /// <summary>A multiple of the rows of every tile: 12, 6, 4.</summary>
    private const int PositionsOfItem = 12;

    /// <summary>With fewer positions an item has too few sums to keep the processor busy.</summary>
    private const int FewestPositionsOfItem = 6;

    private readonly KernelContext context;
    private readonly VectorDialect dialect;
    private readonly ConvolutionWeightGradient anchor;
    private readonly ConvolutionGeometry geometry;
    private readonly Tensor image;
    private readonly Tensor gradient;
    private readonly bool isDepthwise;

    private ConvolutionWeightGradientEmitter(KernelContext context, ConvolutionWeightGradient anchor)
    {
        this.context = context;
        this.anchor = anchor;
        geometry = anchor.Geometry;
        image = anchor.Operands[0];
        gradient = anchor.Operands[1];
        isDepthwise = geometry.IsDepthwise(image.Shape.Inner, gradient.Shape.Inner);
        dialect = context.Dialect.Dividing(isDepthwise || geometry.Groups == 1 ? gradient.Shape.PaddedInner : gradient.Shape.Inner / geometry.Groups);
    }

    /// <summary>How many work items there are: parts of the window's rows, for each group.</summary>
    public static int WorkItems(ConvolutionWeightGradient anchor)
    {
        ConvolutionGeometry geometry = anchor.Geometry;
        bool isDepthwise = geometry.IsDepthwise(anchor.Operands[0].Shape.Inner, anchor.Operands[1].Shape.Inner);
        return geometry.KernelHeight * (isDepthwise ? 1 : geometry.Groups * PartsOfRow(anchor));
    }

    /// <summary>
    /// Whether the window's row is one run in memory, so that its columns and channels are one range of positions. At the sides of an
    /// image with margins the columns reach different pixels.
    /// </summary>
    private static bool IsRun(ConvolutionWeightGradient anchor) =>
        anchor.Geometry.DilationWidth * anchor.Operands[0].Shape.Stride(1) == anchor.Shape[2] && anchor.Margins is { Left: 0, Right: 0 };

    /// <summary>In how many parts a row of the window is shared out: a run's positions, or those of each column, in blocks that tiles divide.</summary>
    private static int PartsOfRow(ConvolutionWeightGradient anchor) =>
        IsRun(anchor) ? Parts(anchor.Geometry.KernelWidth * anchor.Shape[2])
        : HasFewChannels(anchor) ? 1
        : anchor.Geometry.KernelWidth * PartsOfColumn(anchor);

    /// <summary>Whether the columns of the window, which are no run, are summed side by side, for there to be enough sums.</summary>
    private static bool HasFewChannels(ConvolutionWeightGradient anchor) =>
        !IsRun(anchor) && anchor.Shape[2] < FewestPositionsOfItem && anchor.Margins is { Left: 0, Right: 0 };

    private static int PartsOfColumn(ConvolutionWeightGradient anchor) => Parts(anchor.Shape[2]);

    private static int Parts(int positions)
    {
        for (int block = PositionsOfItem; block >= FewestPositionsOfItem; block--)
            if (positions % block == 0)
                return positions / block;
        return 1;
    }

    public static void Emit(KernelContext context) =>
        new ConvolutionWeightGradientEmitter(context, (ConvolutionWeightGradient)context.Group.Anchor!).EmitSamples();

    private void EmitSamples()
    {
        CodeWriter writer = context.Writer;
        context.DeclareReferences();
        writer.Line($"int ahead = ({Literals.Integer(RowsAtOnce - 1)} + end - begin) / global::System.Math.Max(1, end - begin);");
        using (writer.Open("for (int sample = 0; sample < workspace.Samples; sample++)"))
        {
            context.DeclareSampleReferences("sample");
            int height = gradient.Shape[0];
            if (RowsAtOnce >= height)
            {
                EmitItems(0, height);
                return;
            }

            using (writer.Open($"for (int first = 0; first < {Literals.Integer(height)}; first += {Literals.Integer(RowsAtOnce)})"))
            {
                if (height % RowsAtOnce != 0)
                    writer.Line($"int last = global::System.Math.Min(first + {Literals.Integer(RowsAtOnce)}, {Literals.Integer(height)});");
                EmitItems("first", RowsAtOnce);
            }
        }
    }

    /// <summary>The rows of the image and of its gradient that come after those at hand, some of them with each item.</summary>
    private void EmitPrefetch(IndexExpression first, int count)
    {
        foreach ((Tensor tensor, int stride, int rows) in new[]
        {
            (image, geometry.StrideHeight, Math.Min(geometry.StrideHeight, geometry.DilationHeight * geometry.KernelHeight)),
            (gradient, 1, 1),
        })
        {
            int row = stride * tensor.Shape.Stride(0);
            string next = VectorDialect.Element(context.Reference(tensor), (first + "(nint)(item - begin) * ahead") * row + (count * row));
            context.Writer.Line(
                $"Prefetch.Rows(ref {next}, ahead, {Literals.Integer(row)}, {Literals.Integer(rows * tensor.Shape.Stride(0))});");
        }
    }

    /// <summary>So many rows of the result and of the image that they read stay in the second cache for all items.</summary>
    private int RowsAtOnce => Math.Min(gradient.Shape[0], Math.Max(
        1, NearFloats / ((geometry.StrideHeight * image.Shape.Stride(0)) + gradient.Shape.Stride(0))));

    private void EmitItems(IndexExpression first, int count)
    {
        CodeWriter writer = context.Writer;
        using (writer.Open("for (int item = begin; item < end; item++)"))
        {
            EmitPrefetch(first, count);
            bool grouped = geometry.Groups > 1 && !isDepthwise;
            int parts = isDepthwise ? 1 : PartsOfRow(anchor);
            writer.Line($"int ky = {Digit("item", parts, geometry.KernelHeight, isLast: !grouped)};");
            if (parts > 1)
                writer.Line($"int part = item % {Literals.Integer(parts)};");
            if (grouped)
                writer.Line($"int group = item / {Literals.Integer(geometry.KernelHeight * parts)};");

            int channels = anchor.Shape[2];
            int outputs = grouped ? gradient.Shape.Inner / geometry.Groups : dialect.Extent(gradient.Shape);
            IndexExpression firstInput = grouped ? (IndexExpression)"group" * channels : 0;
            IndexExpression firstOutput = grouped ? (IndexExpression)"group" * outputs : 0;
            EmitRow(channels, outputs, firstInput, firstOutput);
        }
    }

    /// <summary>item / below % size, without what changes nothing.</summary>
    private static string Digit(string item, int below, int size, bool isLast) =>
        item + (below > 1 ? " / " + Literals.Integer(below) : "") + (isLast ? "" : " % " + Literals.Integer(size));

    private void EmitRow(int channels, int outputs, IndexExpression firstInput, IndexExpression firstOutput)
    {
        int columnStep = geometry.DilationWidth * image.Shape.Stride(1);
        int weightRow = anchor.Shape.PaddedInner;
        IndexExpression weightStart = (IndexExpression)"ky" * (geometry.KernelWidth * channels * weightRow);
        if (isDepthwise)
        {
            Tile tile = new(Math.Min(geometry.KernelWidth, 12), 1);
            Columns(tile, (channel, _) => TileCode.Blocks(context, "kx", geometry.KernelWidth, tile.Rows, (kx, count) =>
                EmitTile(count, 1, kx * columnStep + channel, position => position * columnStep, weightStart + kx * weightRow, channel)));
            return;
        }

        if (HasFewChannels(anchor))
        {
            EmitSides();
            Tile columns = Tile.For(dialect, outputs / dialect.Lanes, int.MaxValue);
            int atOnce = Tile.EvenBlock(geometry.KernelWidth, Math.Max(1, columns.Rows / channels));
            Columns(columns, (channel, vectors) => TileCode.Blocks(context, "kx", geometry.KernelWidth, atOnce, (kx, count) => EmitTile(
                count * channels, vectors, firstInput + kx * columnStep,
                position => (position / channels * columnStep) + (position % channels),
                weightStart + kx * (channels * weightRow), firstOutput + channel)));
            return;
        }

        bool isRun = IsRun(anchor);
        int parts = PartsOfRow(anchor);
        int positions = (isRun ? geometry.KernelWidth * channels : channels * geometry.KernelWidth) / parts;
        Tile shape = TileOf(positions, outputs / dialect.Lanes);
        IndexExpression part = parts > 1 ? "part" : 0;
        IndexExpression first = isRun ? part * positions : 0;
        if (!isRun)
        {
            // A column of the window, and a part of its channels.
            int partsOfColumn = PartsOfColumn(anchor);
            context.Writer.Line($"int kx = {(parts > 1 ? Digit("part", partsOfColumn, 0, isLast: true) : "0")};");
            first = (IndexExpression)"kx" * columnStep;
            if (partsOfColumn > 1)
                first += (IndexExpression)$"part % {Literals.Integer(partsOfColumn)}" * positions;
        }

        EmitSides();
        IndexExpression weightFirst = weightStart + part * (positions * weightRow);
        Columns(shape, (channel, vectors) => TileCode.Blocks(context, "position", positions, shape.Rows, (position, count) => EmitTile(
            count, vectors, firstInput + first + position, offset => offset, weightFirst + position * weightRow, firstOutput + channel)));

        void Columns(Tile tile, Action<IndexExpression, int> body) => TileCode.Blocks(
            context, "channel", outputs, tile.Vectors * dialect.Lanes, (channel, length) => body(channel, length / dialect.Lanes));
    }

    /// <summary>A tile that divides the positions, of two vectors where one of four would leave a small rest.</summary>
    private Tile TileOf(int positions, int vectors)
    {
        Tile tile = Tile.For(dialect, vectors, int.MaxValue);
        if (tile.Vectors == 4 && positions % tile.Rows != 0)
            tile = Tile.For(dialect, 2, int.MaxValue);
        return tile with { Rows = Tile.EvenBlock(positions, tile.Rows) };
    }

    /// <summary>Of an image with margins: the rows and columns of the result whose pixel at the window's place lies in the image.</summary>
    private void EmitSides()
    {
        if (anchor.Margins is not { Top: 0, Bottom: 0 })
            EmitSide("Y", "ky", geometry.DilationHeight, geometry.StrideHeight, anchor.Margins.Top, image.Shape[0], gradient.Shape[0]);
        if (anchor.Margins is not { Left: 0, Right: 0 })
            EmitSide("X", "kx", geometry.DilationWidth, geometry.StrideWidth, anchor.Margins.Left, image.Shape[1], gradient.Shape[1]);

        void EmitSide(string axis, string place, int dilation, int stride, int before, int size, int count)
        {
            string at = ((IndexExpression)place * dilation).ToString();
            context.Writer.Line($"int first{axis} = global::System.Math.Max(0, {Above(before)});");
            context.Writer.Line($"int end{axis} = global::System.Math.Min({Literals.Integer(count)}, {Above(before + size)});");

            // The first position whose pixel lies at a place of the padded image or behind it.
            string Above(int pixel) => stride == 1
                ? $"{Literals.Integer(pixel)} - {at}"
                : $"({Literals.Integer(pixel + stride - 1)} - {at}) / {Literals.Integer(stride)}";
        }
    }

    /// <summary>Positions that lie some floats behind the tap in the image, and a row apart in the weight.</summary>
    private void EmitTile(
        int positions, int vectors, IndexExpression tap, Func<int, int> offset, IndexExpression weight, IndexExpression channel)
    {
        CodeWriter writer = context.Writer;
        string target = context.Reference(anchor);
        IndexExpression Place(int position, int vector) =>
            weight + channel + (position * anchor.Shape.PaddedInner) + (vector * dialect.Lanes);
        int height = gradient.Shape[0];
        bool isWhole = RowsAtOnce >= height;
        string start = isWhole ? "sample == 0" : "sample == 0 && first == 0";
        string[,] sums = TileCode.Accumulators(
            context,
            dialect,
            new Tile(positions, vectors),
            (position, vector) => $"{start} ? {dialect.Zero} : {dialect.Load(target, Place(position, vector))}");
        string y = context.Fresh("y");
        string begin = isWhole ? "0" : "first";
        string end = isWhole ? Literals.Integer(height)
            : height % RowsAtOnce == 0 ? $"first + {Literals.Integer(RowsAtOnce)}"
            : "last";
        if (anchor.Margins is not { Top: 0, Bottom: 0 })
            (begin, end) = isWhole
                ? ("firstY", "endY")
                : ("global::System.Math.Max(firstY, first)", $"global::System.Math.Min(endY, {end})");
        (IndexExpression firstX, string columns) = anchor.Margins is { Left: 0, Right: 0 }
            ? ((IndexExpression)0, Literals.Integer(gradient.Shape[1]))
            : ("firstX", "endX - firstX");
        int margin = (anchor.Margins.Top * image.Shape.Stride(0)) + (anchor.Margins.Left * image.Shape.Stride(1));
        using (writer.Open($"for (int {y} = {begin}; {y} < {end}; {y}++)"))
        {
            IndexExpression source = tap
                + (IndexExpression)y * (geometry.StrideHeight * image.Shape.Stride(0))
                + (IndexExpression)"ky" * (geometry.DilationHeight * image.Shape.Stride(0))
                + firstX * (geometry.StrideWidth * image.Shape.Stride(1))
                + -margin;
            TileCode.Walk(
                context,
                "x",
                columns,
                new Walker(context.Reference(image), source, geometry.StrideWidth * image.Shape.Stride(1)),
                new Walker(
                    context.Reference(gradient),
                    (IndexExpression)y * gradient.Shape.Stride(0) + firstX * gradient.Shape.Stride(1) + channel,
                    gradient.Shape.Stride(1)),
                (pixel, row) => TileCode.MultiplyAdd(context, dialect, sums, row, pixel, offset, isDepthwise));
        }

        for (int position = 0; position < positions; position++)
            for (int vector = 0; vector < vectors; vector++)
                writer.Line(dialect.Store(sums[position, vector], target, Place(position, vector)));
    }
}
