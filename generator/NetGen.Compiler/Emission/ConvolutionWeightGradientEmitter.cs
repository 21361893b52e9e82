using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the gradient of a convolution's weight: for a tile of window positions × vectors of output channels, the sum over
/// all pixels of all samples. A work item is a part of a row of the window in one group, so each place is summed in one order by one worker;
/// some rows of a sample after the other, so that they stay in the cache for all tiles.
/// </summary>
internal sealed class ConvolutionWeightGradientEmitter
{
    /// <summary>96 KiB: a part of the second cache.</summary>
    private const int NearFloats = 24576;

    /// <summary>A multiple of the rows of every tile: 12, 6, 4.</summary>
    private const int PositionsOfItem = 12;

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
        dialect = ConvolutionEmitter.GroupDialect(context.Dialect, gradient.Shape, isDepthwise ? 1 : geometry.Groups);
    }

    /// <summary>How many work items there are: parts of the window's rows, for each group.</summary>
    public static int WorkItems(ConvolutionWeightGradient anchor)
    {
        ConvolutionGeometry geometry = anchor.Geometry;
        bool isDepthwise = geometry.IsDepthwise(anchor.Operands[0].Shape.Inner, anchor.Operands[1].Shape.Inner);
        return geometry.KernelHeight * (isDepthwise ? 1 : geometry.Groups * PartsOfRow(anchor));
    }

    /// <summary>Whether the window's row is one run in memory, so that its columns and channels are one range of positions.</summary>
    private static bool IsRun(ConvolutionWeightGradient anchor) =>
        anchor.Geometry.DilationWidth * anchor.Operands[0].Shape.Stride(1) == anchor.Shape[2];

    /// <summary>In how many parts a row of the window is shared out: its columns, or a run's positions in blocks that every tile divides.</summary>
    private static int PartsOfRow(ConvolutionWeightGradient anchor)
    {
        int run = anchor.Geometry.KernelWidth * anchor.Shape[2];
        return !IsRun(anchor) ? anchor.Geometry.KernelWidth : run % PositionsOfItem == 0 ? run / PositionsOfItem : 1;
    }

    public static void Emit(KernelContext context) =>
        new ConvolutionWeightGradientEmitter(context, (ConvolutionWeightGradient)context.Group.Anchor!).EmitSamples();

    private void EmitSamples()
    {
        CodeWriter writer = context.Writer;
        context.DeclareReferences();
        using (writer.Open("for (int sample = 0; sample < workspace.Samples; sample++)"))
        {
            context.DeclareSampleReferences("sample");
            int height = gradient.Shape[0];
            if (RowsAtOnce >= height)
            {
                EmitPrefetch(0, height);
                EmitItems();
                return;
            }

            using (writer.Open($"for (int first = 0; first < {Literals.Integer(height)}; first += {Literals.Integer(RowsAtOnce)})"))
            {
                EmitPrefetch("first", RowsAtOnce);
                if (height % RowsAtOnce != 0)
                    writer.Line($"int last = global::System.Math.Min(first + {Literals.Integer(RowsAtOnce)}, {Literals.Integer(height)});");
                EmitItems();
            }
        }
    }

    /// <summary>The rows of the image and of its gradient that come after those at hand.</summary>
    private void EmitPrefetch(IndexExpression first, int count)
    {
        foreach ((Tensor tensor, int stride) in new[] { (image, geometry.StrideHeight), (gradient, 1) })
        {
            int row = stride * tensor.Shape.Stride(0);
            string next = VectorDialect.Element(context.Reference(tensor), first * row + (count * row));
            context.Writer.Line($"Prefetch.Rows(ref {next}, 1, 0, {Literals.Integer(count * row)});");
        }
    }

    /// <summary>So many rows of the result and of the image that they read stay in the second cache for all items.</summary>
    private int RowsAtOnce => Math.Max(
        1, NearFloats / ((geometry.StrideHeight * image.Shape.Stride(0)) + gradient.Shape.Stride(0)));

    private void EmitItems()
    {
        CodeWriter writer = context.Writer;
        using (writer.Open("for (int item = begin; item < end; item++)"))
        {
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
                EmitTile(count, 1, kx * columnStep + channel, columnStep, weightStart + kx * weightRow, channel)));
            return;
        }

        bool isRun = IsRun(anchor);
        int parts = PartsOfRow(anchor);
        int positions = (isRun ? geometry.KernelWidth * channels : channels) / (isRun ? parts : 1);
        Tile shape = Tile.For(dialect, outputs / dialect.Lanes, positions);
        IndexExpression part = parts > 1 ? "part" : 0;
        IndexExpression first = isRun ? part * positions : part * columnStep;
        IndexExpression weightFirst = weightStart + part * ((isRun ? positions : channels) * weightRow);
        Columns(shape, (channel, vectors) => TileCode.Blocks(context, "position", positions, shape.Rows, (position, count) => EmitTile(
            count, vectors, firstInput + first + position, 1, weightFirst + position * weightRow, firstOutput + channel)));

        void Columns(Tile tile, Action<IndexExpression, int> body) => TileCode.Blocks(
            context, "channel", outputs, tile.Vectors * dialect.Lanes, (channel, length) => body(channel, length / dialect.Lanes));
    }

    /// <summary>Positions that lie <paramref name="step"/> floats apart in the image and a row apart in the weight.</summary>
    private void EmitTile(int positions, int vectors, IndexExpression tap, int step, IndexExpression weight, IndexExpression channel)
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
        string end = isWhole ? Literals.Integer(height)
            : height % RowsAtOnce == 0 ? $"first + {Literals.Integer(RowsAtOnce)}"
            : "last";
        using (writer.Open($"for (int {y} = {(isWhole ? "0" : "first")}; {y} < {end}; {y}++)"))
        {
            IndexExpression source = tap
                + (IndexExpression)y * (geometry.StrideHeight * image.Shape.Stride(0))
                + (IndexExpression)"ky" * (geometry.DilationHeight * image.Shape.Stride(0));
            TileCode.Walk(
                context,
                "x",
                Literals.Integer(gradient.Shape[1]),
                new Walker(context.Reference(image), source, geometry.StrideWidth * image.Shape.Stride(1)),
                new Walker(context.Reference(gradient), (IndexExpression)y * gradient.Shape.Stride(0) + channel, gradient.Shape.Stride(1)),
                (pixel, row) => TileCode.MultiplyAdd(context, dialect, sums, row, pixel, position => position * step, isDepthwise));
        }

        for (int position = 0; position < positions; position++)
            for (int vector = 0; vector < vectors; vector++)
                writer.Line(dialect.Store(sums[position, vector], target, Place(position, vector)));
    }
}
