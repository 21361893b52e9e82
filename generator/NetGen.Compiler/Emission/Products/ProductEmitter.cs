using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the product of rows with a matrix, which may be transposed: a tile of rows × vectors of columns stays in registers
/// while the sum runs, and the Maps behind the product follow before anything is stored. A long sum is cut into panels of the
/// matrix that stay in the nearest cache while all rows pass; between two panels the sums wait in the place of the result.
/// </summary>
internal sealed class ProductEmitter
{
    private readonly KernelContext context;
    private readonly CodeWriter writer;
    private readonly VectorDialect dialect;
    private readonly Tensor product;
    private readonly Tensor left;
    private readonly Tensor matrix;
    private readonly Tensor waiting;
    private readonly bool isTransposed;
    private readonly int depth;
    private readonly int columns;
    private readonly int panelRows;
    private readonly Epilogue epilogue;

    private ProductEmitter(KernelContext context, Tensor product)
    {
        this.context = context;
        this.product = product;
        writer = context.Writer;
        left = product.Operands[0];
        matrix = product.Operands[1];
        isTransposed = product is TransposedProduct;
        dialect = DialectOf(context);
        depth = left.Shape.Inner;
        columns = dialect.Extent(product.Shape);
        panelRows = dialect.IsScalar ? depth : ProductBlocks.PanelRows(depth);
        waiting = context.Group.Stored.First(stored => stored.Shape.SameSizes(product.Shape));
        epilogue = new Epilogue(context, dialect);
    }

    /// <summary>Prints the rows that pass a part of the matrix, whose columns begin at one of the result's.</summary>
    private delegate void EmitRows(IndexExpression block, int width, MatrixPart part);

    private bool HasPanels => panelRows < depth;

    private bool HasManyRowsApart =>
        !isTransposed && product.Shape.Rows == 1 && ProductBlocks.IsStreamedByFewRows(depth, columns, dialect);

    /// <summary>The vectors of the result.</summary>
    public static VectorDialect DialectOf(KernelContext context) =>
        context.Dialect.Dividing(context.Group.Anchor!.Shape.PaddedInner);

    public static void Emit(KernelContext context)
    {
        var emitter = new ProductEmitter(context, context.Group.Anchor!);
        if (emitter.HasManyRowsApart)
        {
            // All workers go the same way, or they would not agree on who computes a sample of which each has a part.
            int parts = ProductBlocks.PartsOfSample(context.Group);
            string rows = parts > 1 ? "workspace.Samples" : "end - begin";
            using (context.Writer.Open($"if ({rows} >= {Literals.Integer(ProductBlocks.ManyRows)})"))
            {
                context.Writer.Line($"{ManyRowsMethod(context)}(workspace, {FromParts("begin", parts)}, {FromParts("end", parts)});");
                context.Writer.Line("return;");
            }

            context.Writer.Line();
            context.DeclareReferences();
            emitter.EmitFewRows();
            return;
        }

        if (ProductBlocks.PartsOfSample(context.Group) is > 1 and var cut)
            context.Writer.Line($"(begin, end) = ({FromParts("begin", cut)}, {FromParts("end", cut)});");
        context.DeclareReferences();
        if (emitter.isTransposed)
            emitter.EmitTransposed();
        else if (emitter.product.Shape.Rows == 1)
            emitter.EmitRowsOfSamples();
        else
            emitter.EmitRowsInSamples();
    }

    /// <summary>
    /// The method for many rows, where a few go another way: it is several times as long, and whoever predicts one sample need not
    /// wait until it is compiled.
    /// </summary>
    public static void EmitStages(KernelContext kernel)
    {
        KernelContext context = kernel.Again();
        var emitter = new ProductEmitter(context, context.Group.Anchor!);
        if (!emitter.HasManyRowsApart)
            return;
        context.Writer.Line();
        context.Writer.Line("/// <summary>Many rows: a panel of the matrix stays in the nearest cache while they pass.</summary>");
        context.Writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (context.Writer.Open($"private static void {ManyRowsMethod(context)}(Workspace workspace, int begin, int end)"))
        {
            context.DeclareReferences();
            emitter.EmitRowsOfSamples();
        }
    }

    /// <summary>Whole samples from parts: a sample belongs to whom its first part belongs to.</summary>
    private static string FromParts(string items, int parts) =>
        parts == 1 ? items : $"({items} + {Literals.Integer(parts - 1)}) / {Literals.Integer(parts)}";

    private static string ManyRowsMethod(KernelContext context) => context.Group.Name + "ManyRows";

    /// <summary>One row a sample: tiles span samples.</summary>
    private void EmitRowsOfSamples() => TileCode.Blocks(context, "block", columns, ProductBlocks.Columns, (block, width) =>
        EmitPanels(block, width, (start, length, part) => EmitSampleTiles(start, length, part, "begin", "end")));

    private void EmitFewRows()
    {
        int parts = ProductBlocks.PartsOfSample(context.Group);
        writer.Line("// A few rows: each goes through the whole matrix as it lies in memory.");
        if (parts == 1)
        {
            using (writer.Open("for (int sample = begin; sample < end; sample++)"))
            {
                context.DeclareSampleReferences("sample");
                EmitRow(0, columns);
            }

            return;
        }

        string count = Literals.Integer(parts);
        using (writer.Open("for (int item = begin; item < end; item++)"))
        {
            writer.Line($"int sample = item / {count};");
            context.DeclareSampleReferences("sample");
            using (writer.Open($"if (item % {count} == 0 && item + {count} <= end)"))
            {
                EmitRow(0, columns);
                writer.Line($"item += {Literals.Integer(parts - 1)};");
            }

            using (writer.Open("else"))
            {
                writer.Line($"int part = item % {count} * {Literals.Integer(columns / parts)};");
                EmitRow("part", columns / parts);
            }
        }
    }

    /// <summary>Some columns of one sample.</summary>
    private void EmitRow(IndexExpression first, int width)
    {
        int columnsAtOnce = Math.Min(width, dialect.Registers / 2 * dialect.Lanes);
        TileCode.Blocks(context, "column", width, columnsAtOnce, (column, length) =>
            EmitTile(
                new Tile(1, length / dialect.Lanes),
                InMatrix(0, 0, Literals.Integer(depth)) with { IsFar = ProductBlocks.IsFar(depth, columns, columnsAtOnce) },
                0,
                first + column,
                new TileRows("sample", 0, true)));
    }

    /// <summary>Many rows a sample (steps, pixels): a tile stays within a sample.</summary>
    private void EmitRowsInSamples()
    {
        using (writer.Open("for (int sample = begin; sample < end; sample++)"))
        {
            context.DeclareSampleReferences("sample");
            context.DeclareDropoutKeys("sample");
            TileCode.Blocks(context, "block", columns, ProductBlocks.Columns, (block, width) => EmitPanels(block, width, EmitRowTiles));
        }
    }

    /// <summary>
    /// A transposed matrix is turned panel by panel, once for all rows that pass it. Where a sample has one row the work is
    /// split by columns, so that each panel is turned by one worker only.
    /// </summary>
    private void EmitTransposed()
    {
        if (!dialect.IsScalar)
        {
            int size = (panelRows * Math.Min(ProductBlocks.Columns, columns)) + TensorShape.Alignment;
            writer.Line($"ref float panel = ref StackScratch.Aligned(stackalloc float[{Literals.Integer(size)}]);");
        }

        if (!ProductBlocks.IsSplitByColumns(product))
        {
            TileCode.Blocks(context, "block", columns, ProductBlocks.Columns, (block, width) => EmitPanels(block, width, EmitSamples));
            return;
        }

        int whole = columns / ProductBlocks.Columns;
        int items = ProductBlocks.WorkItems(product);
        if (whole > 0)
        {
            string last = whole == items ? "end" : $"global::System.Math.Min(end, {Literals.Integer(whole)})";
            using (writer.Open($"for (int item = begin; item < {last}; item++)"))
                EmitPanels((IndexExpression)"item" * ProductBlocks.Columns, ProductBlocks.Columns, EmitAllSamples);
        }

        int rest = columns - (whole * ProductBlocks.Columns);
        if (rest > 0)
            using (writer.Open($"if (end == {Literals.Integer(items)})"))
                EmitPanels(whole * ProductBlocks.Columns, rest, EmitAllSamples);

        void EmitAllSamples(IndexExpression block, int width, MatrixPart part) => EmitSampleTiles(block, width, part, "0", "workspace.Samples");

        void EmitSamples(IndexExpression block, int width, MatrixPart part)
        {
            string sample = context.Fresh("sample");
            using (writer.Open($"for (int {sample} = begin; {sample} < end; {sample}++)"))
            {
                context.DeclareSampleReferences(sample);
                EmitTilesInSample(block, width, part, sample);
            }
        }
    }

    private void EmitPanels(IndexExpression block, int width, EmitRows rows)
    {
        if (!HasPanels)
        {
            rows(block, width, Part(block, width, 0, Literals.Integer(depth)));
            return;
        }

        string first = context.Fresh("first");
        using (writer.Open($"for (int {first} = 0; {first} < {Literals.Integer(depth)}; {first} += {Literals.Integer(panelRows)})"))
        {
            string steps = Literals.Integer(panelRows);
            if (depth % panelRows != 0)
            {
                steps = context.Fresh("steps");
                writer.Line(
                    $"int {steps} = global::System.Math.Min({Literals.Integer(panelRows)}, {Literals.Integer(depth)} - {first});");
            }

            rows(block, width, Part(block, width, first, steps));
        }
    }

    /// <summary>The part of the matrix for some columns and steps: where it lies, or turned into the panel.</summary>
    private MatrixPart Part(IndexExpression block, int width, IndexExpression first, string steps)
    {
        if (!isTransposed || dialect.IsScalar)
            return InMatrix(block, first, steps);
        IndexExpression source = block * matrix.Shape.PaddedInner + first;
        string wanted = block.IsConstant
            ? Literals.Integer(Math.Min(width, product.Shape.Inner - block.Constant))
            : product.Shape.PaddedInner > product.Shape.Inner
            ? $"global::System.Math.Min({Literals.Integer(width)}, {Literals.Integer(product.Shape.Inner)} - ({block}))"
            : Literals.Integer(width);
        writer.Line(
            $"Panel.Fill(ref {VectorDialect.Element(context.Reference(matrix), source)}, {Literals.Integer(matrix.Shape.PaddedInner)}, "
            + $"{wanted}, {steps}, ref panel, {Literals.Integer(width)});");
        return new MatrixPart("panel", 0, width, 1, first, steps);
    }

    private MatrixPart InMatrix(IndexExpression block, IndexExpression first, string steps)
    {
        int row = matrix.Shape.PaddedInner;
        return isTransposed
            ? new MatrixPart(context.Reference(matrix), block * row + first, 1, row, first, steps)
            : new MatrixPart(context.Reference(matrix), first * row + block, row, 1, first, steps);
    }

    /// <summary>Tiles of rows of several samples: tall ones while there are enough samples, then lower ones.</summary>
    private void EmitSampleTiles(IndexExpression block, int width, MatrixPart part, string begin, string end)
    {
        (int vectors, int[] heights) = ProductBlocks.Tiles(dialect, width / dialect.Lanes);
        string sample = context.Fresh("sample");
        writer.Line($"int {sample} = {begin};");
        foreach (int height in heights)
        {
            string header = height == 1
                ? $"for (; {sample} < {end}; {sample}++)"
                : $"for (; {sample} + {Literals.Integer(height)} <= {end}; {sample} += {Literals.Integer(height)})";
            using (writer.Open(header))
            {
                context.DeclareSampleReferences(sample);
                TileCode.Blocks(context, "column", width, vectors * dialect.Lanes, (column, length) =>
                    EmitTile(new Tile(height, length / dialect.Lanes), part, block, column, new TileRows(sample, 0, true)));
            }
        }
    }

    private void EmitRowTiles(IndexExpression block, int width, MatrixPart part) => EmitTilesInSample(block, width, part, "sample");

    private void EmitTilesInSample(IndexExpression block, int width, MatrixPart part, string sample)
    {
        int rows = product.Shape.Rows;
        Tile tile = Tile.For(dialect, width / dialect.Lanes, rows);
        TileCode.Blocks(context, "column", width, tile.Vectors * dialect.Lanes, (column, length) =>
            TileCode.Blocks(context, "row", rows, tile.Rows, (row, count) =>
                EmitTile(new Tile(count, length / dialect.Lanes), part, block, column, new TileRows(sample, row, false))));
    }

    /// <summary>One tile: its sums over a part of the matrix, then what follows the product, or the wait for the next panel.</summary>
    private void EmitTile(Tile tile, MatrixPart part, IndexExpression block, IndexExpression column, TileRows rows)
    {
        (TensorShape x, TensorShape y) = (left.Shape, waiting.Shape);
        string waitingReference = context.Reference(waiting);
        IndexExpression Waiting(int row, int vector) => (rows.AcrossSamples ? row * y.SampleStride : (rows.First + row) * y.PaddedInner)
            + block + column + (vector * dialect.Lanes);
        string[,] sums = TileCode.Accumulators(context, dialect, tile, part.IsWhole
            ? null
            : (row, vector) => $"{part.First} == 0 ? {dialect.Zero} : {dialect.Load(waitingReference, Waiting(row, vector))}");
        TileCode.Walk(
            context,
            "k",
            part.Steps,
            new Walker(context.Reference(left), rows.First * x.PaddedInner + part.First, 1),
            new Walker(part.Reference, part.Start + column * part.ColumnStep, part.RowStep),
            (factor, row) =>
            {
                TileCode.MultiplyAdd(context, dialect, sums, row, factor, r => r * (rows.AcrossSamples ? x.SampleStride : x.PaddedInner));
                for (int line = 0; part.IsFar && line < tile.Vectors * dialect.Lanes; line += TensorShape.Alignment)
                    writer.Line($"Prefetch.Line(ref {VectorDialect.Element(row, (ProductBlocks.RowsAhead * part.RowStep) + line)});");
            });
        if (!part.IsWhole)
        {
            using (writer.Open($"if ({part.First} + {Literals.Integer(panelRows)} < {Literals.Integer(depth)})"))
                Each((row, vector) => writer.Line(dialect.Store(sums[row, vector], waitingReference, Waiting(row, vector))));
            using (writer.Open("else"))
                Each(Finish);
            return;
        }

        Each(Finish);

        void Finish(int row, int vector) => epilogue.Call(
            rows.AcrossSamples ? 0 : rows.First + row,
            block + column + (vector * dialect.Lanes),
            rows.AcrossSamples && row > 0 ? $"{rows.Sample} + {Literals.Integer(row)}" : rows.Sample,
            rows.AcrossSamples ? row : 0,
            new Dictionary<Tensor, string> { [product] = sums[row, vector] });

        void Each(Action<int, int> body)
        {
            for (int row = 0; row < tile.Rows; row++)
                for (int vector = 0; vector < tile.Vectors; vector++)
                    body(row, vector);
        }
    }

    /// <summary>The rows of a tile: of one sample from <paramref name="First"/> on, or one each of samples side by side.</summary>
    private sealed record TileRows(string Sample, IndexExpression First, bool AcrossSamples);

    /// <summary>Some rows and columns of the matrix, where they lie or turned into a panel.</summary>
    private sealed record MatrixPart(
        string Reference, IndexExpression Start, int RowStep, int ColumnStep, IndexExpression First, string Steps)
    {
        /// <summary>Whether the rows come from a far cache, and are asked for ahead.</summary>
        public bool IsFar { get; init; }

        /// <summary>Whether all rows of the matrix are in it: no sum waits.</summary>
        public bool IsWhole => First.IsConstant;
    }
}
