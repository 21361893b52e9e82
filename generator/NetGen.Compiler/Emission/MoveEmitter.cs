using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Prints strided copies: loops from the largest step in the result to the smallest; runs are copied at once.</summary>
internal static class MoveEmitter
{
    public static void Emit(KernelContext context)
    {
        var move = (Move)context.Group.Anchor!;
        context.DeclareReferences();
        if (!move.Shape.IsBatched)
        {
            EmitParts(context, move, SplitLoop(move));
            return;
        }

        using (context.Writer.Open("for (int sample = begin; sample < end; sample++)"))
        {
            context.DeclareSampleReferences("sample");
            EmitParts(context, move, split: null);
        }
    }

    /// <summary>The number of work items of a move that does not grow with the batch.</summary>
    public static int WorkItems(Move move) => SplitLoop(move)?.Size ?? 1;

    /// <summary>The loop over which a move without a batch is split, where every place is written by one item.</summary>
    private static MoveLoop? SplitLoop(Move move) => move.Parts.Count == 1 && !Clears(move) ? Ordered(move, move.Parts[0])[0] : null;

    private static bool Clears(Move move) => move.LeavesZeros || move.Shape.PaddedInner > move.Shape.Inner;

    private static MoveLoop[] Ordered(Move move, MovePart part) =>
        [.. part.Loops.OrderByDescending(loop => loop.DestinationStep * move.Shape.Stride(loop.DestinationAxis))];

    private static void EmitParts(KernelContext context, Move move, MoveLoop? split)
    {
        CodeWriter writer = context.Writer;
        string destination = context.Reference(move);
        if (Clears(move))
        {
            int size = move.Shape.IsBatched ? move.Shape.SampleStride : move.Shape.Rows * move.Shape.PaddedInner;
            writer.Line(
                $"Spans.CreateSpan(ref {destination}, {Literals.Integer(size)}).Clear();");
        }

        for (int index = 0; index < move.Parts.Count; index++)
        {
            MovePart part = move.Parts[index];
            TensorShape from = move.Operands[index].Shape;
            string source = context.Reference(move.Operands[index]);
            MoveLoop[] loops = [.. Ordered(move, part).Where(loop => loop.Size > 1 || loop == split)];
            IndexExpression fromIndex = Start(part.SourceStart, from);
            IndexExpression toIndex = Start(part.DestinationStart, move.Shape);
            EmitLoop(0, fromIndex, toIndex);

            void EmitLoop(int depth, IndexExpression at, IndexExpression to)
            {
                if (depth == loops.Length)
                {
                    writer.Line($"{VectorDialect.Element(destination, to)} = {VectorDialect.Element(source, at)};");
                    return;
                }

                MoveLoop loop = loops[depth];
                int sourceStride = loop.SourceStep * from.Stride(loop.SourceAxis);
                int destinationStride = loop.DestinationStep * move.Shape.Stride(loop.DestinationAxis);
                if (depth == loops.Length - 1 && sourceStride == 1 && destinationStride == 1 && loop != split)
                {
                    string size = Literals.Integer(loop.Size);
                    writer.Line(
                        $"Spans.CreateSpan(ref {VectorDialect.Element(source, at)}, {size})"
                        + $".CopyTo(Spans.CreateSpan(ref {VectorDialect.Element(destination, to)}, {size}));");
                    return;
                }

                string variable = context.Fresh(((char)('i' + depth)).ToString());
                string range = loop == split
                    ? $"int {variable} = begin; {variable} < end"
                    : $"int {variable} = 0; {variable} < {Literals.Integer(loop.Size)}";
                using (writer.Open($"for ({range}; {variable}++)"))
                    EmitLoop(depth + 1, at + (IndexExpression)variable * sourceStride, to + (IndexExpression)variable * destinationStride);
            }
        }
    }

    private static IndexExpression Start(IReadOnlyList<int> start, TensorShape shape)
    {
        int offset = 0;
        for (int axis = 0; axis < start.Count; axis++)
            offset += start[axis] * shape.Stride(axis);
        return offset;
    }
}
