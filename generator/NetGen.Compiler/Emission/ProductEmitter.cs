using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the product of rows with a matrix [k, n]: a tile of rows × vectors of n stays in registers while k runs; the Maps
/// behind the product follow before anything is stored.
/// </summary>
internal sealed class ProductEmitter
{
    private readonly KernelContext context;
    private readonly VectorDialect dialect;
    private readonly Product product;
    private readonly Tensor left;
    private readonly Tensor matrix;
    private readonly int vectors;
    private readonly Epilogue epilogue;

    private ProductEmitter(KernelContext context, Product product)
    {
        this.context = context;
        this.product = product;
        left = product.Operands[0];
        matrix = product.Operands[1];
        dialect = DialectOf(context);
        vectors = dialect.Extent(product.Shape) / dialect.Lanes;
        epilogue = new Epilogue(context, dialect);
    }

    /// <summary>The vectors of the result.</summary>
    public static VectorDialect DialectOf(KernelContext context) =>
        context.Dialect.Dividing(context.Group.Anchor!.Shape.PaddedInner);

    public static void Emit(KernelContext context)
    {
        var emitter = new ProductEmitter(context, (Product)context.Group.Anchor!);
        context.DeclareReferences();
        if (emitter.product.Shape.Rows == 1)
            emitter.EmitRowsOfSamples();
        else
            emitter.EmitRowsInSamples();
    }

    /// <summary>One row a sample: a tile spans samples.</summary>
    private void EmitRowsOfSamples()
    {
        Tile tile = Tile.For(dialect, vectors, int.MaxValue);
        CodeWriter writer = context.Writer;
        writer.Line("int sample = begin;");
        if (tile.Rows > 1)
            using (writer.Open($"for (; sample + {tile.Rows} <= end; sample += {tile.Rows})"))
            {
                context.DeclareSampleReferences("sample");
                Columns(tile);
            }

        using (writer.Open("for (; sample < end; sample++)"))
        {
            context.DeclareSampleReferences("sample");
            Columns(tile with { Rows = 1 });
        }

        void Columns(Tile shape) => TileCode.Blocks(context, "column", vectors * dialect.Lanes, shape.Vectors * dialect.Lanes, (column, length) =>
            EmitTile(
                shape with { Vectors = length / dialect.Lanes },
                column,
                0,
                left.Shape.SampleStride,
                (row, inner, results) => epilogue.Call(0, inner, row == 0 ? "sample" : $"sample + {row}", row, results)));
    }

    /// <summary>Many rows a sample (steps, pixels): a tile stays within a sample.</summary>
    private void EmitRowsInSamples()
    {
        int rows = product.Shape.Rows;
        Tile tile = Tile.For(dialect, vectors, rows);
        using (context.Writer.Open("for (int sample = begin; sample < end; sample++)"))
        {
            context.DeclareSampleReferences("sample");
            TileCode.Blocks(context, "column", vectors * dialect.Lanes, tile.Vectors * dialect.Lanes, (column, length) =>
                TileCode.Blocks(context, "row", rows, tile.Rows, (first, count) =>
                    EmitTile(
                        new Tile(count, length / dialect.Lanes),
                        column,
                        first * left.Shape.PaddedInner,
                        left.Shape.PaddedInner,
                        (row, inner, results) => epilogue.Call(first + row, inner, "sample", 0, results))));
        }
    }

    private void EmitTile(
        Tile tile,
        IndexExpression column,
        IndexExpression firstRow,
        int rowStride,
        Action<int, IndexExpression, IReadOnlyDictionary<Tensor, string>> finish)
    {
        string[,] sums = TileCode.Accumulators(context, dialect, tile);
        TileCode.Walk(
            context,
            "k",
            Literals.Integer(left.Shape.Inner),
            new Walker(context.Reference(left), firstRow, 1),
            new Walker(context.Reference(matrix), column, matrix.Shape.PaddedInner),
            (x, w) => TileCode.MultiplyAdd(context, dialect, sums, w, x, row => row * rowStride));
        for (int row = 0; row < tile.Rows; row++)
            for (int vector = 0; vector < tile.Vectors; vector++)
                finish(row, column + (vector * dialect.Lanes), new Dictionary<Tensor, string> { [product] = sums[row, vector] });
    }
}
