using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the gradient of a matrix [k, n]: for a tile of k × vectors of n, the sum over all rows of all samples. Work is
/// split over k, so that each place is summed in one order by one worker.
/// </summary>
internal static class ProductWeightGradientEmitter
{
    public static void Emit(KernelContext context)
    {
        var anchor = (ProductWeightGradient)context.Group.Anchor!;
        (Tensor left, Tensor gradient) = (anchor.Operands[0], anchor.Operands[1]);
        VectorDialect dialect = context.Dialect.Dividing(anchor.Shape.PaddedInner);
        int length = dialect.Extent(anchor.Shape);
        Tile tile = Tile.For(dialect, length / dialect.Lanes, int.MaxValue);
        context.DeclareReferences();
        context.Writer.Line("int k = begin;");
        if (tile.Rows > 1)
            using (context.Writer.Open($"for (; k + {tile.Rows} <= end; k += {tile.Rows})"))
                Columns(tile);
        using (context.Writer.Open("for (; k < end; k++)"))
            Columns(tile with { Rows = 1 });

        void Columns(Tile shape) =>
            TileCode.Blocks(context, "column", length, shape.Vectors * dialect.Lanes, (column, width) =>
                EmitTile(shape with { Vectors = width / dialect.Lanes }, column));

        void EmitTile(Tile shape, IndexExpression column)
        {
            CodeWriter writer = context.Writer;
            string[,] sums = TileCode.Accumulators(context, dialect, shape);
            string x = context.Reference(left);
            string dy = context.Reference(gradient);
            using (writer.Open("for (int sample = 0; sample < workspace.Samples; sample++)"))
            {
                context.DeclareSampleReferences("sample");
                int rows = left.Shape.Rows;
                if (rows == 1)
                    Step("");
                else
                    using (writer.Open($"for (int row = 0; row < {Literals.Integer(rows)}; row++)"))
                        Step("row");
            }

            for (int row = 0; row < shape.Rows; row++)
                for (int vector = 0; vector < shape.Vectors; vector++)
                    writer.Line(dialect.Store(
                        sums[row, vector],
                        context.Reference(anchor),
                        (IndexExpression)"k" * anchor.Shape.PaddedInner + (row * anchor.Shape.PaddedInner) + column + (vector * dialect.Lanes)));

            void Step(string row)
            {
                IndexExpression at = row.Length == 0 ? 0 : row;
                TileCode.MultiplyAdd(
                    context,
                    dialect,
                    sums,
                    vector => dialect.Load(dy, at * gradient.Shape.PaddedInner + column + (vector * dialect.Lanes)),
                    (tileRow, _) => VectorDialect.Element(x, at * left.Shape.PaddedInner + "k" + tileRow));
            }
        }
    }
}
