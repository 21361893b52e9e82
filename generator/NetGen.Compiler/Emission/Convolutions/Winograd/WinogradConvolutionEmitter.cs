using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints a convolution by Winograd's algorithm, a block of tiles at a time, in three methods: the pixels of each tile are
/// transformed, each of the 36 places of the transformed tiles is multiplied by its matrix of channels, and the products become
/// output pixels, with a max-pool and the Maps behind it before anything is stored. Between them a block's numbers lie in
/// memory of the thread, in the order [tile][place][channel], where they stay in the cache.
/// </summary>
/// <remarks>
/// Where the output is no multiple of a tile, the last tile of a row or column begins earlier, and the pixels that two tiles
/// have are written twice. Tiles of a sample are computed in one order by one worker, so that the result is always the same.
/// </remarks>
internal sealed class WinogradConvolutionEmitter
{
    private const int Places = WinogradSize.Places * WinogradSize.Places;

    /// <summary>So many tiles use each number of the weight once it is in the first cache.</summary>
    private const int MostTiles = 16;

    /// <summary>Bytes of a block at most: they should stay in L2 beside the weight.</summary>
    private const int MostBytes = 3 * Caches.L2 / 8 * sizeof(float);

    private readonly KernelContext context;
    private readonly CodeWriter writer;
    private readonly VectorDialect dialect;
    private readonly WinogradConvolution convolution;
    private readonly WinogradSize size;
    private readonly Tensor image;
    private readonly Tensor weight;
    private readonly Epilogue epilogue;
    private readonly (int Height, int Width) pool;
    private readonly int inputs;
    private readonly int outputs;

    private WinogradConvolutionEmitter(KernelContext context)
    {
        this.context = context;
        writer = context.Writer;
        convolution = (WinogradConvolution)context.Group.Anchor!;
        size = convolution.Size;
        (image, weight) = (convolution.Operands[0], convolution.Operands[1]);
        dialect = ConvolutionEmitter.DialectOf(context);
        epilogue = new Epilogue(context, dialect);
        pool = context.Group.Pool is { } p ? (p.Height.Kernel, p.Width.Kernel) : (1, 1);
        (inputs, outputs) = (image.Shape.PaddedInner, convolution.Shape.PaddedInner);
    }

    private string OutputTransform => context.Group.Name + "OutputTransform";

    /// <summary>Whether the products become output pixels and nothing more, as in all layers of this size.</summary>
    private bool IsPlain => context.Group.Pool is null && context.Group.Stored.Count == 1 && context.Group.Stored[0] == convolution;

    /// <summary>Rows and columns of the convolution that are wanted: a pool may leave out the last.</summary>
    private (int Height, int Width) Extent => (context.Group.Space[0] * pool.Height, context.Group.Space[1] * pool.Width);

    /// <summary>
    /// Rows of tiles of a sample, each a work item of a prediction; but the last two together where they have pixels in common, which
    /// round otherwise in the one than in the other: the last must write last.
    /// </summary>
    public static int PartsOfSample(FusedGroup group)
    {
        int tile = ((WinogradConvolution)group.Anchor!).Size.Tile;
        return group.IsPrediction ? Math.Max(1, group.Space[0] * (group.Pool?.Height.Kernel ?? 1) / tile) : 1;
    }

    private int TileColumns => (Extent.Width + size.Tile - 1) / size.Tile;

    private int TileRows => (Extent.Height + size.Tile - 1) / size.Tile;

    private int TilesOfSample => TileRows * TileColumns;

    /// <summary>The kernel: a loop over blocks of tiles, through all samples.</summary>
    public static void Emit(KernelContext context) => new WinogradConvolutionEmitter(context).EmitBlocks();

    /// <summary>The method behind the kernel that is this layer's own, where it has one.</summary>
    public static void EmitStages(KernelContext kernel)
    {
        var emitter = new WinogradConvolutionEmitter(kernel.Again());
        if (!emitter.IsPlain)
            emitter.EmitOutputTransform();
    }

    /// <summary>Tiles and vectors of output channels that stay in registers: so many tiles that few are computed in vain.</summary>
    private Tile ProductTile()
    {
        int vectors = Emission.Tile.For(dialect, dialect.Extent(convolution.Shape) / dialect.Lanes, int.MaxValue).Vectors;
        int most = dialect.IsScalar ? 1 : Math.Min(MostTiles, (dialect.Registers - vectors - 2) / vectors);
        int rows = most;
        for (int fewer = most - 1; fewer >= (most + 1) / 2; fewer--)
            if (RoundUp(TilesOfSample, fewer) < RoundUp(TilesOfSample, rows))
                rows = fewer;
        return new Tile(rows, vectors);
    }

    private int TilesOfBlock()
    {
        int step = ProductTile().Rows;
        int fitting = Math.Min(MostTiles, MostBytes / (Places * (inputs + outputs) * sizeof(float)));
        return Math.Max(step, fitting / step * step);
    }

    private static int RoundUp(int count, int unit) => (count + unit - 1) / unit * unit;

    private void EmitBlocks()
    {
        context.DeclareReferences();
        int most = TilesOfBlock();
        WinogradTileReader reader = Reader();
        writer.Line("// A block of tiles: their transformed pixels and the products of those, both [tile][place][channel].");
        writer.Line($"ref float transformed = ref ThreadScratch.Floats({Literals.Integer((most * Places * (inputs + outputs)) + reader.Zeros)});");
        writer.Line($"ref float products = ref {VectorDialect.Element("transformed", most * Places * inputs)};");
        if (reader.Zeros > 0)
        {
            writer.Line("// In the place of rows beyond the image.");
            writer.Line($"ref float zeros = ref {VectorDialect.Element("products", most * Places * outputs)};");
            writer.Line($"Spans.CreateSpan(ref zeros, {Literals.Integer(reader.Zeros)}).Clear();");
        }

        writer.Line($"int lastTile = {FirstTile("end")};");
        using (writer.Open($"for (int first = {FirstTile("begin")}; first < lastTile; first += {most})"))
        {
            writer.Line($"int tiles = global::System.Math.Min({most}, lastTile - first);");
            using (writer.Open("for (int tile = 0; tile < tiles; tile++)"))
            {
                DeclarePlace((1, 1));
                context.DeclareSampleReference(image, "sample");
                reader.EmitCall(context, context.Dialect.Dividing(inputs), partial: null, VectorDialect.Element("transformed", (IndexExpression)"tile" * (Places * inputs)));
            }

            writer.Line();
            var products = new WinogradProducts(dialect, weight.Shape, inputs, ProductTile());
            writer.Line($"{context.Winograd.NameOf(products)}(ref transformed, ref {context.Reference(weight)}, ref products, tiles);");
            writer.Line();
            using (writer.Open("for (int tile = 0; tile < tiles; tile++)"))
            {
                DeclarePlace(pool);
                foreach (Tensor tensor in epilogue.Memory)
                    context.DeclareSampleReference(tensor, "sample");
                string method = IsPlain ? context.Winograd.NameOf(new WinogradOutputTransform(dialect, size, convolution.Shape)) : OutputTransform;
                var arguments = new List<string>();
                if (epilogue.NeedsWorkspace)
                    arguments.Add("workspace");
                context.DeclareDropoutKeys("sample");
                arguments.AddRange(context.DropoutSites.Select(site => context.DropoutKey(site, "sample")));
                arguments.AddRange(["y", "x", $"ref {VectorDialect.Element("products", (IndexExpression)"tile" * (Places * outputs))}"]);
                arguments.AddRange(epilogue.Memory.Select(tensor => "ref " + context.Reference(tensor)));
                writer.Line($"{method}({string.Join(", ", arguments)});");
            }
        }
    }

    /// <summary>The first tile of a work item.</summary>
    private string FirstTile(string item)
    {
        string perSample = Literals.Integer(TilesOfSample);
        string parts = Literals.Integer(PartsOfSample(context.Group));
        return PartsOfSample(context.Group) == 1
            ? $"{item} * {perSample}"
            : $"{item} / {parts} * {perSample} + {item} % {parts} * {Literals.Integer(TileColumns)}";
    }

    /// <summary>Where the tile at hand begins, in units of <paramref name="unit"/> pixels.</summary>
    private void DeclarePlace((int Height, int Width) unit)
    {
        writer.Line($"int sample = (first + tile) / {Literals.Integer(TilesOfSample)};");
        writer.Line("int y = " + Start($"(first + tile) % {Literals.Integer(TilesOfSample)} / {Literals.Integer(TileColumns)}", TileRows, Extent.Height, unit.Height));
        writer.Line("int x = " + Start($"(first + tile) % {Literals.Integer(TileColumns)}", TileColumns, Extent.Width, unit.Width));

        string Start(string index, int count, int extent, int unit) =>
            count == 1 ? "0;"
            : extent % size.Tile == 0 ? $"{index} * {Literals.Integer(size.Tile / unit)};"
            : $"global::System.Math.Min({index} * {Literals.Integer(size.Tile / unit)}, {Literals.Integer((extent - size.Tile) / unit)});";
    }

    private WinogradTileReader Reader() => new(
        WinogradTileKind.InputTransform, size, image, convolution.Margins, Starts(TileRows, Extent.Height), Starts(TileColumns, Extent.Width));

    private IEnumerable<int> Starts(int count, int extent) =>
        Enumerable.Range(0, count).Select(index => Math.Min(index * size.Tile, extent - size.Tile));

    private void EmitOutputTransform()
    {
        writer.Line();
        writer.Line($"/// <summary>The 36 products m of a tile become its {size.Tile}×{size.Tile} output pixels, Aᵀ·m·A, and go on from there.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        var parameters = new List<string>();
        if (epilogue.NeedsWorkspace)
            parameters.Add("Workspace workspace");
        parameters.AddRange(context.DropoutSites.Select(site => "uint " + context.NameDropoutKey(site)));
        parameters.AddRange(["int y", "int x", "ref float products"]);
        parameters.AddRange(epilogue.Memory.Select(tensor => "ref float " + context.Reference(tensor)));
        using (writer.Open($"private static void {OutputTransform}({string.Join(", ", parameters)})"))
        {
            var pixels = new WinogradOutputPixels(context, dialect, size, convolution.Shape.PaddedInner);
            TensorShape space = context.Group.Space;
            writer.Line($"int corner = y * {Literals.Integer(space[1])} + x;");
            foreach (Tensor tensor in epilogue.Memory.Where(tensor => tensor.Shape.SameSizes(space)))
                pixels.EmitPrefetch(context.Reference(tensor), tensor.Shape, size.Tile / pool.Height, size.Tile / pool.Width);
            string channels = Literals.Integer(dialect.Extent(convolution.Shape));
            using (writer.Open($"for (int channel = 0; channel < {channels}; channel += {Literals.Integer(dialect.Lanes)})"))
            {
                writer.Line("ref float source = ref Unsafe.Add(ref products, channel);");
                Epilogue near = epilogue.Near("corner", "channel");
                string[][] columns = pixels.EmitColumns();
                for (int row = 0; row < size.Tile / pool.Height; row++)
                    EmitOutputRow(near, row, pixels, columns);
            }
        }
    }

    /// <summary>A row of output pixels, or the rows that a row of the pool takes.</summary>
    private void EmitOutputRow(Epilogue near, int row, WinogradOutputPixels pixels, string[][] columns)
    {
        writer.Line($"// (Aᵀ·m)·A: row {row}.");
        string[][] lines = [.. Enumerable.Range(row * pool.Height, pool.Height).Select(line => pixels.EmitLine(columns, line))];
        for (int pixel = 0; pixel < size.Tile / pool.Width; pixel++)
        {
            var values = new Dictionary<Tensor, string>();
            if (context.Group.Pool is null)
                values[convolution] = lines[0][pixel];
            else
                PoolCode.Max(
                    context,
                    dialect,
                    [.. lines.SelectMany(line => line.Skip(pixel * pool.Width).Take(pool.Width))],
                    values);
            near.Call((row * context.Group.Space[1]) + pixel, 0, "sample", 0, values);
        }
    }
}
