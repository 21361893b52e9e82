using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>The method that multiplies the tiles of a block by the weight, at each of the 36 places.</summary>
/// <param name="Dialect">The vector width.</param>
/// <param name="Weight">Transformed, [row, column, input channel, output channel].</param>
/// <param name="Inputs">Floats of a place of the transformed tiles.</param>
/// <param name="Tile">Tiles and vectors of output channels that stay in registers.</param>
internal sealed record WinogradProducts(VectorDialect Dialect, TensorShape Weight, int Inputs, Tile Tile) : WinogradMethod(Dialect)
{
    private int Outputs => Weight.PaddedInner;

    public override string Name => $"Products{Literals.Integer(Weight[2])}x{Literals.Integer(Weight.Inner)}Of{Literals.Integer(Tile.Rows)}Tiles";

    public override string Summary =>
        $"For each of the 36 places: the tiles' {Weight[2]} channels there, times the weight's matrix of {Weight[2]}×{Weight.Inner} there.";

    public override string Parameters => "ref float transformed, ref float weight, ref float products, int tiles";

    public override void EmitBody(MethodContext context)
    {
        CodeWriter writer = context.Writer;
        using (writer.Open($"for (int place = 0; place < {Places}; place++)"))
            TileCode.Blocks(context, "channel", Dialect.Extent(Weight), Tile.Vectors * Dialect.Lanes, (channel, length) =>
            {
                string row = context.Fresh("tile");
                using (writer.Open($"for (int {row} = 0; {row} < tiles; {row} += {Literals.Integer(Tile.Rows)})"))
                    EmitTile(context, row, channel, length / Dialect.Lanes);
            });
    }

    private void EmitTile(MethodContext context, string row, IndexExpression channel, int vectors)
    {
        string[,] sums = TileCode.Accumulators(context, Dialect, new Tile(Tile.Rows, vectors));
        TileCode.Walk(
            context,
            "k",
            Literals.Integer(Weight[2]),
            new Walker("transformed", (IndexExpression)row * (Places * Inputs) + (IndexExpression)"place" * Inputs, 1),
            new Walker("weight", (IndexExpression)"place" * Weight.Stride(1) + channel, Outputs),
            (x, w) => TileCode.MultiplyAdd(context, Dialect, sums, w, x, index => index * Places * Inputs));
        for (int index = 0; index < Tile.Rows; index++)
            for (int vector = 0; vector < vectors; vector++)
                context.Writer.Line(Dialect.Store(
                    sums[index, vector],
                    "products",
                    (IndexExpression)row * (Places * Outputs) + (IndexExpression)"place" * Outputs + channel
                        + ((index * Places * Outputs) + (vector * Dialect.Lanes))));
    }
}
