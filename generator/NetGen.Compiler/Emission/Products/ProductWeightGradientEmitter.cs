using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the gradient of a matrix [k, n]: for a tile of k × vectors of n, the sum over all rows of all samples. Work is
/// split over k, so that each place is summed in one order by one worker. Where no later method reads the matrix, the
/// optimizer's step for some rows follows at once.
/// </summary>
internal static class ProductWeightGradientEmitter
{
    /// <summary>64 KiB of the gradient, with as much of the parameters and their state, stay in the second cache.</summary>
    private const int FloatsBetweenUpdates = 16384;

    public static void Emit(KernelContext context)
    {
        var anchor = (ProductWeightGradient)context.Group.Anchor!;
        (Tensor left, Tensor gradient) = (anchor.Operands[0], anchor.Operands[1]);
        VectorDialect dialect = context.Dialect.Dividing(anchor.Shape.PaddedInner);
        int length = dialect.Extent(anchor.Shape);
        Tile tile = Tile.Dividing(dialect, length / dialect.Lanes, anchor.Shape.Rows);
        context.DeclareReferences();
        if (context.Plan.ImmediateUpdates.Contains(anchor))
            Updated();
        else
            Rows("begin", "end");

        void Rows(string first, string last)
        {
            context.Writer.Line($"int k = {first};");
            if (tile.Rows > 1)
                using (context.Writer.Open($"for (; k + {tile.Rows} <= {last}; k += {tile.Rows})"))
                    Columns(tile);
            using (context.Writer.Open($"for (; k < {last}; k++)"))
                Columns(tile with { Rows = 1 });
        }

        void Updated()
        {
            int row = anchor.Shape.PaddedInner;
            int rows = RoundedUp(Math.Max(1, FloatsBetweenUpdates / row), tile.Rows);
            using (context.Writer.Open($"for (int first = begin; first < end; first += {Literals.Integer(rows)})"))
            {
                context.Writer.Line($"int last = global::System.Math.Min(end, first + {Literals.Integer(rows)});");
                Rows("first", "last");
                context.Writer.Line(
                    $"workspace.Update({(IndexExpression)"first" * row + (int)context.Plan[anchor].Offset}, (last - first) * {Literals.Integer(row)});");
            }
        }

        void Columns(Tile shape) =>
            TileCode.Blocks(context, "column", length, shape.Vectors * dialect.Lanes, (column, width) =>
                EmitTile(shape with { Vectors = width / dialect.Lanes }, column));

        void EmitTile(Tile shape, IndexExpression column)
        {
            CodeWriter writer = context.Writer;
            string[,] sums = TileCode.Accumulators(context, dialect, shape);
            int rows = left.Shape.Rows;
            (TensorShape x, TensorShape dy) = (left.Shape, gradient.Shape);
            if (x.SampleStride == rows * x.PaddedInner && dy.SampleStride == rows * dy.PaddedInner)
            {
                // All rows of all samples lie one behind the other.
                string all = rows == 1 ? "workspace.Samples" : $"workspace.Samples * {Literals.Integer(rows)}";
                Walk(KernelContext.Batch(context.Reference(left)), KernelContext.Batch(context.Reference(gradient)), all, x.PaddedInner, dy.PaddedInner);
            }
            else if (rows == 1)
            {
                Walk(
                    KernelContext.Batch(context.Reference(left)), KernelContext.Batch(context.Reference(gradient)),
                    "workspace.Samples", x.SampleStride, dy.SampleStride);
            }
            else
            {
                using (writer.Open("for (int sample = 0; sample < workspace.Samples; sample++)"))
                {
                    context.DeclareSampleReferences("sample");
                    Walk(context.Reference(left), context.Reference(gradient), Literals.Integer(rows), x.PaddedInner, dy.PaddedInner);
                }
            }

            for (int row = 0; row < shape.Rows; row++)
                for (int vector = 0; vector < shape.Vectors; vector++)
                    writer.Line(dialect.Store(
                        sums[row, vector],
                        context.Reference(anchor),
                        (IndexExpression)"k" * anchor.Shape.PaddedInner + (row * anchor.Shape.PaddedInner) + column + (vector * dialect.Lanes)));

            void Walk(string leftReference, string rightReference, string count, int leftStep, int rightStep) => TileCode.Walk(
                context,
                "row",
                count,
                new Walker(leftReference, "k", leftStep),
                new Walker(rightReference, column, rightStep),
                (at, w) => TileCode.MultiplyAdd(context, dialect, sums, w, at, tileRow => tileRow));
        }
    }
    private static int RoundedUp(int count, int unit) => (count + unit - 1) / unit * unit;
}
