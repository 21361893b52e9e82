using NetGen.Compiler.Graph;
using NetGen.Compiler.Memory;

namespace NetGen.Compiler.Emission;

/// <summary>Prints strided copies: loops from the largest step in the result to the smallest; runs are copied at once.</summary>
internal static class MoveEmitter
{
    /// <summary>Shorter sides of a transposition are not worth a call.</summary>
    private const int SmallestTurn = 4;

    /// <summary>A longer row is worth the call of a copy.</summary>
    private const int LongestShortRow = 64;

    /// <summary>A loop over so few channels would take longer than what it does.</summary>
    private const int LargestUnrolled = 4;

    public static void Emit(KernelContext context)
    {
        var move = (Move)context.Group.Anchor!;
        if (IsShortRow(context, move))
        {
            EmitShortRows(context, move);
            return;
        }

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

    /// <summary>
    /// Whether each sample is one short row that gets a padding, as the outputs for ten classes, from a row in the arena: what is read
    /// behind the source is memory of the arena too.
    /// </summary>
    private static bool IsShortRow(KernelContext context, Move move) =>
        move is { LeavesZeros: false, Parts.Count: 1, Shape: { Rows: 1, PaddedInner: <= LongestShortRow } shape }
        && shape.PaddedInner > shape.Inner
        && context.Plan[move.Operands[0]].Kind == StorageKind.Activation
        && Ordered(move, 0) is [{ } run] && run.Size == shape.Inner
        && SourceStride(run, move.Operands[0].Shape) == 1 && DestinationStride(run, shape) == 1
        && Start(move.Parts[0].DestinationStart, shape).Constant == 0;

    private static void EmitShortRows(KernelContext context, Move move)
    {
        Tensor source = move.Operands[0];
        context.DeclareReferences(isOneMatrix: true);
        context.Writer.Line("PaddedRows.Copy<S, V>(");
        context.Writer.Line(
            $"    ref {Dialect.Element(context.Reference(source), Start(move.Parts[0].SourceStart, source.Shape))}, {Literals.Integer(source.Shape.SampleStride)}, "
            + $"ref {context.Reference(move)}, {Literals.Integer(move.Shape.SampleStride)},");
        context.Writer.Line($"    columns: {Literals.Integer(move.Shape.Inner)}, paddedColumns: {Literals.Integer(move.Shape.SampleStride)}, begin, end);");
    }

    /// <summary>The number of work items of a move that does not grow with the batch.</summary>
    public static int WorkItems(Move move) => SplitLoop(move)?.Size ?? 1;

    /// <summary>The loop over which a move without a batch is split, where every place is written by one item.</summary>
    private static MoveLoop? SplitLoop(Move move) => move.Parts.Count == 1 && !Clears(move) ? Ordered(move, 0)[0] : null;

    private static bool Clears(Move move) => move.LeavesZeros || move.Shape.PaddedInner > move.Shape.Inner;

    /// <summary>The loops from the largest step in the result to the smallest; two that are one loop in both tensors are joined.</summary>
    private static MoveLoop[] Ordered(Move move, int index)
    {
        MovePart part = move.Parts[index];
        TensorShape from = move.Operands[index].Shape;
        var joined = new List<MoveLoop>();
        foreach (MoveLoop inner in part.Loops.Where(loop => loop.Size > 1).OrderByDescending(loop => DestinationStride(loop, move.Shape)))
        {
            if (joined.Count > 0 && joined[joined.Count - 1] is var outer
                && DestinationStride(outer, move.Shape) == DestinationStride(inner, move.Shape) * inner.Size
                && SourceStride(outer, from) == SourceStride(inner, from) * inner.Size)
                joined[joined.Count - 1] = inner with { Size = outer.Size * inner.Size };
            else
                joined.Add(inner);
        }

        return joined.Count > 0 ? [.. joined] : [part.Loops[0]];
    }

    private static void EmitParts(KernelContext context, Move move, MoveLoop? split)
    {
        CodeWriter writer = context.Writer;
        string destination = context.Reference(move);
        int size = move.Shape.IsBatched ? move.Shape.SampleStride : move.Shape.Rows * move.Shape.PaddedInner;
        if (Clears(move))
        {
            if (EmitFramed(context, move, size))
                return;
            EmitClear(context, move, 0, size);
        }

        for (int index = 0; index < move.Parts.Count; index++)
        {
            MovePart part = move.Parts[index];
            TensorShape from = move.Operands[index].Shape;
            string source = context.Reference(move.Operands[index]);
            MoveLoop[] loops = [.. Ordered(move, index).Where(loop => loop.Size > 1 || loop == split)];
            bool turns = BringTurnLast(loops, move.Shape, from);
            IndexExpression fromIndex = Start(part.SourceStart, from);
            IndexExpression toIndex = Start(part.DestinationStart, move.Shape);
            EmitLoop(0, fromIndex, toIndex);

            void EmitLoop(int depth, IndexExpression at, IndexExpression to)
            {
                if (depth == loops.Length)
                {
                    writer.Line($"{Dialect.Element(destination, to)} = {Dialect.Element(source, at)};");
                    return;
                }

                MoveLoop loop = loops[depth];
                (int sourceStride, int destinationStride) = (SourceStride(loop, from), DestinationStride(loop, move.Shape));
                if (turns && depth == loops.Length - 2)
                {
                    EmitTurn(loop, loops[depth + 1], at, to);
                    return;
                }

                if (depth == loops.Length - 1 && sourceStride == 1 && destinationStride == 1 && loop != split)
                {
                    EmitCopy(context, move, source, at, to, loop.Size);
                    return;
                }

                if (depth == loops.Length - 1 && loop.Size <= LargestUnrolled && loop != split)
                {
                    for (int index = 0; index < loop.Size; index++)
                        EmitLoop(depth + 1, at + (index * sourceStride), to + (index * destinationStride));
                    return;
                }

                string variable = context.Fresh(((char)('i' + depth)).ToString());
                string range = loop == split
                    ? $"int {variable} = begin; {variable} < end"
                    : $"int {variable} = 0; {variable} < {Literals.Integer(loop.Size)}";
                using (writer.Open($"for ({range}; {variable}++)"))
                    EmitLoop(depth + 1, at + (IndexExpression)variable * sourceStride, to + (IndexExpression)variable * destinationStride);
            }

            // A worker's share of a transposition is a range of the source's columns.
            void EmitTurn(MoveLoop along, MoveLoop across, IndexExpression at, IndexExpression to)
            {
                int sourceStride = SourceStride(across, from);
                int destinationStride = DestinationStride(along, move.Shape);
                string columns = Literals.Integer(along.Size);
                if (along == split)
                {
                    columns = "end - begin";
                    at += "begin";
                    to += (IndexExpression)"begin" * destinationStride;
                }

                string rows = Literals.Integer(across.Size);
                if (across == split)
                {
                    rows = "end - begin";
                    at += (IndexExpression)"begin" * sourceStride;
                    to += "begin";
                }

                writer.Line(
                    $"Panel.Transpose(ref {Dialect.Element(source, at)}, {Literals.Integer(sourceStride)}, {rows}, {columns}, "
                    + $"ref {Dialect.Element(destination, to)}, {Literals.Integer(destinationStride)});");
            }
        }
    }

    private static void EmitClear(KernelContext context, Move move, IndexExpression first, int count)
    {
        if (count > 0)
            context.Writer.Line(
                $"Spans.CreateSpan(ref {Dialect.Element(context.Reference(move), first)}, {Literals.Integer(count)}).Clear();");
    }

    /// <summary>An image with a frame of zeros: each row behind the zeros between it and the row before, so that nothing is written twice.</summary>
    private static bool EmitFramed(KernelContext context, Move move, int size)
    {
        if (move.Parts.Count != 1 || move.Shape.PaddedInner > move.Shape.Inner)
            return false;
        (MovePart part, TensorShape from) = (move.Parts[0], move.Operands[0].Shape);
        if (Ordered(move, 0) is not [var rows, var run]
            || SourceStride(run, from) != 1 || DestinationStride(run, move.Shape) != 1 || SourceStride(rows, from) <= 0)
            return false;
        int first = Start(part.DestinationStart, move.Shape).Constant;
        int stride = DestinationStride(rows, move.Shape);
        int gap = stride - run.Size;
        int end = first + ((rows.Size - 1) * stride) + run.Size;
        if (first < gap)
            return false;
        EmitClear(context, move, 0, first - gap);
        using (context.Writer.Open($"for (int y = 0; y < {Literals.Integer(rows.Size)}; y++)"))
        {
            EmitClear(context, move, (IndexExpression)"y" * stride + (first - gap), gap);
            IndexExpression source = Start(part.SourceStart, from) + (IndexExpression)"y" * SourceStride(rows, from);
            EmitCopy(context, move, context.Reference(move.Operands[0]), source, (IndexExpression)"y" * stride + first, run.Size);
        }

        EmitClear(context, move, end, size - end);
        return true;
    }

    private static void EmitCopy(
        KernelContext context, Move move, string source, IndexExpression from, IndexExpression to, int count) => context.Writer.Line(
        $"Spans.CreateSpan(ref {Dialect.Element(source, from)}, {Literals.Integer(count)})"
        + $".CopyTo(Spans.CreateSpan(ref {Dialect.Element(context.Reference(move), to)}, {Literals.Integer(count)}));");

    /// <summary>
    /// Whether the last two loops are a transposition: one walks along a row of the source, the other along a row of the result.
    /// The first is brought before the last.
    /// </summary>
    private static bool BringTurnLast(MoveLoop[] loops, TensorShape to, TensorShape from)
    {
        if (loops.Length < 2 || DestinationStride(loops[loops.Length - 1], to) != 1 || loops[loops.Length - 1].Size < SmallestTurn)
            return false;
        int along = Array.FindLastIndex(loops, loops.Length - 2, loop => SourceStride(loop, from) == 1 && loop.Size >= SmallestTurn);
        if (along < 0 || SourceStride(loops[loops.Length - 1], from) <= 1 || DestinationStride(loops[along], to) <= 1)
            return false;
        MoveLoop loop = loops[along];
        Array.Copy(loops, along + 1, loops, along, loops.Length - 2 - along);
        loops[loops.Length - 2] = loop;
        return true;
    }

    private static int SourceStride(MoveLoop loop, TensorShape from) => loop.SourceStep * from.Stride(loop.SourceAxis);

    private static int DestinationStride(MoveLoop loop, TensorShape to) => loop.DestinationStep * to.Stride(loop.DestinationAxis);

    private static IndexExpression Start(IReadOnlyList<int> start, TensorShape shape)
    {
        int offset = 0;
        for (int axis = 0; axis < start.Count; axis++)
            offset += start[axis] * shape.Stride(axis);
        return offset;
    }
}
