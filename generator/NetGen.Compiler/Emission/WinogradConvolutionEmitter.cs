using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints a convolution by Winograd's F(4×4, 3×3), a block of tiles at a time, in three methods: the pixels of each tile are
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
    private const int Tile = WinogradConvolution.TileSize;
    private const int Pixels = Tile + 2;
    private const int Places = Pixels * Pixels;

    /// <summary>So many tiles use each number of the weight once it is in the first cache.</summary>
    private const int MostTiles = 16;

    /// <summary>Bytes of a block at most: they should stay in the second cache beside the weight.</summary>
    private const int MostBytes = 384 * 1024;

    private readonly KernelContext context;
    private readonly CodeWriter writer;
    private readonly VectorDialect dialect;
    private readonly WinogradConvolution convolution;
    private readonly Tensor image;
    private readonly Tensor weight;
    private readonly Epilogue epilogue;
    private readonly WinogradTransforms transforms;
    private readonly (int Height, int Width) pool;
    private readonly int inputs;
    private readonly int outputs;

    private WinogradConvolutionEmitter(KernelContext context)
    {
        this.context = context;
        writer = context.Writer;
        convolution = (WinogradConvolution)context.Group.Anchor!;
        (image, weight) = (convolution.Operands[0], convolution.Operands[1]);
        dialect = ConvolutionEmitter.DialectOf(context);
        epilogue = new Epilogue(context, dialect);
        transforms = new WinogradTransforms(context, dialect);
        pool = context.Group.Pool is { } p ? (p.Height.Kernel, p.Width.Kernel) : (1, 1);
        (inputs, outputs) = (image.Shape.PaddedInner, convolution.Shape.PaddedInner);
    }

    private string InputTransform => context.Group.Name + "InputTransform";

    private string Frame => context.Group.Name + "Frame";

    private bool HasMargins => convolution.Margins != Margins.None;

    private string Products => context.Group.Name + "Products";

    private string OutputTransform => context.Group.Name + "OutputTransform";

    /// <summary>Rows and columns of the convolution that are wanted: a pool may leave out the last.</summary>
    private (int Height, int Width) Extent => (context.Group.Space[0] * pool.Height, context.Group.Space[1] * pool.Width);

    private int TileColumns => (Extent.Width + Tile - 1) / Tile;

    private int TileRows => (Extent.Height + Tile - 1) / Tile;

    private int TilesOfSample => TileRows * TileColumns;

    /// <summary>The kernel: a loop over blocks of tiles, through all samples.</summary>
    public static void Emit(KernelContext context) => new WinogradConvolutionEmitter(context).EmitBlocks();

    /// <summary>The methods behind the kernel.</summary>
    public static void EmitStages(KernelContext kernel)
    {
        WinogradConvolutionEmitter Stage() => new(kernel.Again());
        Stage().EmitFrame();
        Stage().EmitInputTransform();
        Stage().EmitProducts();
        Stage().EmitOutputTransform();
    }

    /// <summary>Tiles and vectors of output channels that stay in registers: so many tiles that few are computed in vain.</summary>
    private Tile ProductTile()
    {
        Tile largest = Emission.Tile.For(dialect, dialect.Extent(convolution.Shape) / dialect.Lanes, int.MaxValue);
        int rows = largest.Rows;
        for (int fewer = rows - 1; fewer >= (largest.Rows + 1) / 2; fewer--)
            if (RoundUp(TilesOfSample, fewer) < RoundUp(TilesOfSample, rows))
                rows = fewer;
        return largest with { Rows = rows };
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
        string perSample = Literals.Integer(TilesOfSample);
        int block = TilesOfBlock();
        writer.Line("// A block of tiles: their transformed pixels and the products of those, both [tile][place][channel].");
        int frame = HasMargins ? Places * inputs : 0;
        writer.Line($"ref float transformed = ref ThreadScratch.Floats({Literals.Integer((block * Places * (inputs + outputs)) + frame)});");
        writer.Line($"ref float products = ref {VectorDialect.Element("transformed", block * Places * inputs)};");
        if (HasMargins)
        {
            writer.Line("// The pixels of a tile at the border, with the zeros beyond it.");
            writer.Line($"ref float frame = ref {VectorDialect.Element("products", block * Places * outputs)};");
        }

        writer.Line($"int lastTile = end * {perSample};");
        using (writer.Open($"for (int first = begin * {perSample}; first < lastTile; first += {block})"))
        {
            writer.Line($"int tiles = global::System.Math.Min({block}, lastTile - first);");
            using (writer.Open("for (int tile = 0; tile < tiles; tile++)"))
            {
                DeclarePlace((1, 1));
                context.DeclareSampleReference(image, "sample");
                EmitCallOfInputTransform();
            }

            writer.Line();
            writer.Line($"{Products}(ref transformed, ref {context.Reference(weight)}, ref products, tiles);");
            writer.Line();
            using (writer.Open("for (int tile = 0; tile < tiles; tile++)"))
            {
                DeclarePlace(pool);
                foreach (Tensor tensor in epilogue.Memory)
                    context.DeclareSampleReference(tensor, "sample");
                var arguments = new List<string>();
                if (epilogue.NeedsWorkspace)
                    arguments.Add("workspace");
                context.DeclareDropoutKeys("sample");
                arguments.AddRange(context.DropoutSites.Select(site => context.DropoutKey(site, "sample")));
                arguments.AddRange(["y", "x", $"ref {VectorDialect.Element("products", (IndexExpression)"tile" * (Places * outputs))}"]);
                arguments.AddRange(epilogue.Memory.Select(tensor => "ref " + context.Reference(tensor)));
                writer.Line($"{OutputTransform}({string.Join(", ", arguments)});");
            }
        }
    }

    /// <summary>Where the tile at hand begins, in units of <paramref name="unit"/> pixels.</summary>
    private void DeclarePlace((int Height, int Width) unit)
    {
        writer.Line($"int sample = (first + tile) / {Literals.Integer(TilesOfSample)};");
        writer.Line("int y = " + Start($"(first + tile) % {Literals.Integer(TilesOfSample)} / {Literals.Integer(TileColumns)}", TileRows, Extent.Height, unit.Height));
        writer.Line("int x = " + Start($"(first + tile) % {Literals.Integer(TileColumns)}", TileColumns, Extent.Width, unit.Width));

        static string Start(string index, int count, int extent, int unit) =>
            count == 1 ? "0;"
            : extent % Tile == 0 ? $"{index} * {Literals.Integer(Tile / unit)};"
            : $"global::System.Math.Min({index} * {Literals.Integer(Tile / unit)}, {Literals.Integer((extent - Tile) / unit)});";
    }

    private void EmitCallOfInputTransform()
    {
        (int row, int column, Margins margins) = (image.Shape.Stride(0), image.Shape.Stride(1), convolution.Margins);
        IndexExpression corner = (IndexExpression)"y" * row + (IndexExpression)"x" * column + -((margins.Top * row) + (margins.Left * column));
        string target = $"ref {VectorDialect.Element("transformed", (IndexExpression)"tile" * (Places * inputs))}";
        string fromImage = $"{InputTransform}(ref {VectorDialect.Element(context.Reference(image), corner)}, {Literals.Integer(row)}, {target});";
        if (!HasMargins)
        {
            writer.Line(fromImage);
            return;
        }

        (int lastY, int lastX) = (image.Shape[0] + margins.Top - Pixels, image.Shape[1] + margins.Left - Pixels);
        using (writer.Open(
            $"if (y >= {margins.Top} && y <= {Literals.Integer(lastY)} && x >= {margins.Left} && x <= {Literals.Integer(lastX)})"))
            writer.Line(fromImage);
        using (writer.Open("else"))
        {
            writer.Line($"{Frame}(ref {context.Reference(image)}, y - {margins.Top}, x - {margins.Left}, ref frame);");
            writer.Line($"{InputTransform}(ref frame, {Literals.Integer(Pixels * inputs)}, {target});");
        }
    }

    private void EmitFrame()
    {
        if (!HasMargins)
            return;
        Header("The 6×6 pixels of a tile from a place of the image on, zeros where they lie beyond its border.");
        using (writer.Open($"private static void {Frame}(ref float image, int y, int x, ref float frame)"))
        using (writer.Open($"for (int row = 0; row < {Pixels}; row++)"))
        using (writer.Open($"for (int column = 0; column < {Pixels}; column++)"))
        {
            writer.Line($"ref float pixel = ref {VectorDialect.Element("frame", (IndexExpression)"row" * (Pixels * inputs) + (IndexExpression)"column" * inputs)};");
            using (writer.Open(
                $"if (y + row >= 0 && y + row < {Literals.Integer(image.Shape[0])} && x + column >= 0 && x + column < {Literals.Integer(image.Shape[1])})"))
            {
                writer.Line($"ref float source = ref Unsafe.Add(ref image, ((y + row) * {Literals.Integer(image.Shape.Stride(0))}) + ((x + column) * {Literals.Integer(image.Shape.Stride(1))}));");
                using (Channels(inputs))
                    writer.Line(dialect.Store(dialect.Load("source", "channel"), "pixel", "channel"));
            }

            using (writer.Open("else"))
            using (Channels(inputs))
                writer.Line(dialect.Store(dialect.Zero, "pixel", "channel"));
        }
    }

    private void EmitInputTransform()
    {
        Header("The 6×6 pixels d of a tile, transformed: Bᵀ·d·B for each channel.");
        using (writer.Open($"private static void {InputTransform}(ref float image, int imageRow, ref float transformed)"))
        {
            Lines("Bᵀ·d: each column of pixels.", "column", inputs, channel => Store(
                transforms.Input(LoadedFromImage((IndexExpression)"column" * inputs + channel)),
                "transformed", (IndexExpression)"column" * inputs + channel, Pixels * inputs));
            writer.Line();
            Lines("(Bᵀ·d)·B: each row of it, in its place.", "row", inputs, channel => Store(
                transforms.Input(Loaded("d", "transformed", (IndexExpression)"row" * (Pixels * inputs) + channel, inputs)),
                "transformed", (IndexExpression)"row" * (Pixels * inputs) + channel, inputs));
        }
    }

    private void EmitProducts()
    {
        Tile tile = ProductTile();
        int channels = dialect.Extent(convolution.Shape);
        Header("For each of the 36 places: the tiles' channels there, times the weight's matrix of channels there.");
        using (writer.Open($"private static void {Products}(ref float transformed, ref float weight, ref float products, int tiles)"))
        using (writer.Open($"for (int place = 0; place < {Places}; place++)"))
            TileCode.Blocks(context, "channel", channels, tile.Vectors * dialect.Lanes, (channel, length) =>
            {
                string row = context.Fresh("tile");
                using (writer.Open($"for (int {row} = 0; {row} < tiles; {row} += {Literals.Integer(tile.Rows)})"))
                {
                    string[,] sums = TileCode.Accumulators(context, dialect, new Tile(tile.Rows, length / dialect.Lanes));
                    TileCode.Walk(
                        context,
                        "k",
                        Literals.Integer(image.Shape.Inner),
                        new Walker("transformed", (IndexExpression)row * (Places * inputs) + (IndexExpression)"place" * inputs, 1),
                        new Walker("weight", (IndexExpression)"place" * weight.Shape.Stride(1) + channel, outputs),
                        (x, w) => TileCode.MultiplyAdd(context, dialect, sums, w, x, index => index * Places * inputs));
                    for (int index = 0; index < tile.Rows; index++)
                        for (int vector = 0; vector < length / dialect.Lanes; vector++)
                            writer.Line(dialect.Store(
                                sums[index, vector],
                                "products",
                                (IndexExpression)row * (Places * outputs) + (IndexExpression)"place" * outputs + channel
                                    + ((index * Places * outputs) + (vector * dialect.Lanes))));
                }
            });
    }

    private void EmitOutputTransform()
    {
        Header("The 36 products m of a tile become its 4×4 output pixels, Aᵀ·m·A, and go on from there.");
        var parameters = new List<string>();
        if (epilogue.NeedsWorkspace)
            parameters.Add("Workspace workspace");
        parameters.AddRange(context.DropoutSites.Select(site => "uint " + context.NameDropoutKey(site)));
        parameters.AddRange(["int y", "int x", "ref float products"]);
        parameters.AddRange(epilogue.Memory.Select(tensor => "ref float " + context.Reference(tensor)));
        using (writer.Open($"private static void {OutputTransform}({string.Join(", ", parameters)})"))
        {
            Lines("Aᵀ·m: each column, in its place.", "column", outputs, channel => Store(
                transforms.Output(Loaded("m", "products", (IndexExpression)"column" * outputs + channel, Pixels * outputs)),
                "products", (IndexExpression)"column" * outputs + channel, Pixels * outputs));
            writer.Line();
            writer.Line("// (Aᵀ·m)·A: each row of it.");
            using (writer.Open($"for (int row = 0; row < {Literals.Integer(Tile / pool.Height)}; row++)"))
            using (Channels(outputs))
                EmitOutputRow("channel");
        }
    }

    /// <summary>A row of output pixels, or the rows that a row of the pool takes.</summary>
    private void EmitOutputRow(IndexExpression channel)
    {
        string[][] rows = new string[pool.Height][];
        for (int line = 0; line < pool.Height; line++)
        {
            string[] values = transforms.Output(Loaded(
                "m",
                "products",
                (IndexExpression)"row" * (pool.Height * Pixels * outputs) + channel + (line * Pixels * outputs),
                outputs));
            rows[line] = [.. values.Select(value => transforms.Local("pixel", value))];
        }

        for (int pixel = 0; pixel < Tile / pool.Width; pixel++)
        {
            var values = new Dictionary<Tensor, string>();
            if (context.Group.Pool is null)
                values[convolution] = rows[0][pixel];
            else
                PoolCode.Max(
                    context,
                    dialect,
                    [.. rows.SelectMany(row => row.Skip(pixel * pool.Width).Take(pool.Width))],
                    values);
            int width = context.Group.Space[1];
            epilogue.Call((IndexExpression)"y" * width + (IndexExpression)"row" * width + "x" + pixel, channel, "sample", 0, values);
        }
    }

    private void Header(string summary)
    {
        writer.Line();
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
    }

    /// <summary>A loop over the six lines of a tile, and over the channels of each.</summary>
    private void Lines(string comment, string line, int channels, Action<IndexExpression> body)
    {
        writer.Line("// " + comment);
        using (writer.Open($"for (int {line} = 0; {line} < {Pixels}; {line}++)"))
        using (Channels(channels))
            body("channel");
    }

    private CodeWriter.Block Channels(int count) => writer.Open(
        $"for (int channel = 0; channel < {Literals.Integer(count)}; channel += {Literals.Integer(dialect.Lanes)})");

    private string[] Loaded(string name, string reference, IndexExpression start, int step) =>
        [.. Enumerable.Range(0, Pixels).Select(index => transforms.Local(name + index, dialect.Load(reference, start + (index * step))))];

    private string[] LoadedFromImage(IndexExpression start)
    {
        writer.Line($"ref float pixel = ref {VectorDialect.Element("image", start)};");
        string[] loaded = new string[Pixels];
        for (int index = 0; index < Pixels; index++)
        {
            if (index > 0)
                writer.Line("pixel = ref Unsafe.Add(ref pixel, imageRow);");
            loaded[index] = transforms.Local($"d{Literals.Integer(index)}", dialect.Load("pixel", 0));
        }

        return loaded;
    }

    private void Store(string[] values, string reference, IndexExpression start, int step)
    {
        for (int index = 0; index < values.Length; index++)
            writer.Line(dialect.Store(values[index], reference, start + (index * step)));
    }
}
