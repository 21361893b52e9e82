using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// The method that multiplies the pixels of each tile of a block by the gradients of its outputs, at some of the 36 places, and
/// adds the products up.
/// </summary>
/// <param name="Dialect">The vector width.</param>
/// <param name="Sums">The gradient of the transformed weight, [row, column, input channel, output channel].</param>
/// <param name="Inputs">Floats of a place of the transformed pixels.</param>
/// <param name="Outputs">Floats of a place of the transformed gradients.</param>
/// <param name="Tile">Input channels and vectors of output channels whose sums stay in registers.</param>
internal sealed record WinogradGradientProducts(VectorDialect Dialect, TensorShape Sums, int Inputs, int Outputs, Tile Tile) : WinogradMethod(Dialect)
{
    public override string Name => $"GradientProducts{Literals.Integer(Sums[2])}x{Literals.Integer(Sums.Inner)}";

    public override string Summary =>
        $"For some rows of places: adds up the tiles' pixels times their gradients, for each pair of {Sums[2]}×{Sums.Inner} channels.";

    public override string Parameters =>
        "ref float pixels, ref float gradients, ref float sums, bool isFirst, int tiles, int firstRow, int lastRow";

    public override void EmitBody(MethodContext context)
    {
        using (context.Writer.Open($"for (int place = firstRow * {Pixels}; place < lastRow * {Pixels}; place++)"))
            TileCode.Blocks(context, "output", Dialect.Extent(Sums), Tile.Vectors * Dialect.Lanes, (output, length) =>
                TileCode.Blocks(context, "input", Sums[2], Tile.Rows, (input, count) =>
                    EmitTile(context, input, output, new Tile(count, length / Dialect.Lanes))));
    }

    private void EmitTile(MethodContext context, IndexExpression input, IndexExpression output, Tile tile)
    {
        string target = context.Fresh("target");
        IndexExpression place = "place";
        IndexExpression sum = place * Sums.Stride(1) + input * Sums.Stride(2) + output;
        context.Writer.Line($"ref float {target} = ref {VectorDialect.Element("sums", sum)};");
        int Offset(int row, int vector) => (row * Sums.Stride(2)) + (vector * Dialect.Lanes);
        string[,] sums = TileCode.Accumulators(
            context, Dialect, tile, (row, vector) => $"isFirst ? {Dialect.Zero} : {Dialect.Load(target, Offset(row, vector))}");
        TileCode.Walk(
            context,
            "tile",
            "tiles",
            new Walker("pixels", place * Inputs + input, Places * Inputs),
            new Walker("gradients", place * Outputs + output, Places * Outputs),
            (pixel, row) => TileCode.MultiplyAdd(context, Dialect, sums, row, pixel, index => index));
        for (int row = 0; row < tile.Rows; row++)
            for (int vector = 0; vector < tile.Vectors; vector++)
                context.Writer.Line(Dialect.Store(sums[row, vector], target, Offset(row, vector)));
    }
}
