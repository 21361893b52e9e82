using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the calls of the library that copy strided tensors.</summary>
internal static class MoveEmitter
{
    public static void Emit(KernelContext context)
    {
        var move = (Move)context.Group.Anchor!;
        context.DeclareReferences(isOneMatrix: true);
        if (Frame(move) is { } frame)
            EmitFramed(context, move, frame);
        else
            EmitParts(context, move);
    }

    /// <summary>The number of work items of a move that does not grow with the batch.</summary>
    public static int WorkItems(Move move) => SplitLoop(move)?.Size ?? 1;

    /// <summary>
    /// The loops over the rows of an image that gets a frame of zeros, and along such a row; null where a move is something else.
    /// </summary>
    private static (MoveLoop Rows, MoveLoop Run)? Frame(Move move)
    {
        if (!move.LeavesZeros || !move.Shape.IsBatched || move.Parts.Count != 1 || move.Shape.PaddedInner > move.Shape.Inner)
            return null;
        TensorShape from = move.Operands[0].Shape;
        return Ordered(move, 0) is [var rows, var run]
            && SourceStride(run, from) == 1 && DestinationStride(run, move.Shape) == 1 && SourceStride(rows, from) > 0
            && Start(move.Parts[0].DestinationStart, move.Shape) >= DestinationStride(rows, move.Shape) - run.Size
            ? (rows, run)
            : null;
    }

    private static void EmitFramed(KernelContext context, Move move, (MoveLoop Rows, MoveLoop Run) frame)
    {
        Tensor source = move.Operands[0];
        context.Writer.Line("Copies.Framed(");
        context.Writer.Line(
            $"    {First(context, source, move.Parts[0].SourceStart)}, {Literals.Integer(source.Shape.SampleStride)}, "
            + $"{Literals.Integer(SourceStride(frame.Rows, source.Shape))}, ref {context.Reference(move)}, "
            + $"size: {Literals.Integer(move.Shape.SampleStride)},");
        context.Writer.Line(
            $"    first: {Literals.Integer(Start(move.Parts[0].DestinationStart, move.Shape))}, "
            + $"stride: {Literals.Integer(DestinationStride(frame.Rows, move.Shape))}, rows: {Literals.Integer(frame.Rows.Size)}, "
            + $"columns: {Literals.Integer(frame.Run.Size)}, begin, end);");
    }

    /// <summary>Part after part, of one sample before the next: the rows that they join share cache lines.</summary>
    private static void EmitParts(KernelContext context, Move move)
    {
        bool isOneCall = move.Parts.Count == 1 && !Clears(move);
        string items = !move.Shape.IsBatched && SplitLoop(move) is null ? "0, 1" : isOneCall ? "begin, end" : "sample, sample + 1";
        if (isOneCall || !move.Shape.IsBatched)
        {
            EmitCalls(context, move, items);
            return;
        }

        using (context.Writer.Open("for (int sample = begin; sample < end; sample++)"))
            EmitCalls(context, move, items);
    }

    private static void EmitCalls(KernelContext context, Move move, string items)
    {
        CodeWriter writer = context.Writer;
        string destination = context.Reference(move);
        int size = move.Shape.IsBatched ? move.Shape.SampleStride : move.Shape.Rows * move.Shape.PaddedInner;
        if (Clears(move))
            writer.Line($"Copies.Clear(ref {destination}, {Literals.Integer(size)}, {Literals.Integer(size)}, {items});");
        MoveLoop? split = move.Shape.IsBatched ? null : SplitLoop(move);
        for (int index = 0; index < move.Parts.Count; index++)
        {
            (MovePart part, Tensor source) = (move.Parts[index], move.Operands[index]);
            (int fromStride, int toStride) = split is null
                ? (move.Shape.IsBatched ? source.Shape.SampleStride : 0, move.Shape.IsBatched ? size : 0)
                : (SourceStride(split, source.Shape), DestinationStride(split, move.Shape));
            MoveLoop[] loops = [.. Ordered(move, index).Where(loop => loop.Size > 1 && loop != split)];
            string arguments = $"{First(context, source, part.SourceStart)}, {Literals.Integer(fromStride)}, "
                + $"{First(context, move, part.DestinationStart)}, {Literals.Integer(toStride)}, ";
            if (loops is [var run] && SourceStride(run, source.Shape) == 1 && DestinationStride(run, move.Shape) == 1)
                writer.Line($"Copies.Rows({arguments}{Literals.Integer(run.Size)}, {items});");
            else
                writer.Line($"Copies.Strided({arguments}{items}, [{string.Join(", ", loops.Select(Axis))}]);");

            string Axis(MoveLoop loop) =>
                $"new({Literals.Integer(loop.Size)}, {Literals.Integer(SourceStride(loop, source.Shape))}, "
                + $"{Literals.Integer(DestinationStride(loop, move.Shape))})";
        }
    }

    /// <summary>The loop over which a move without a batch is split, where every element is written by one item.</summary>
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

    /// <summary>A reference to the element of the first sample where a part begins.</summary>
    private static string First(KernelContext context, Tensor tensor, IReadOnlyList<int> start) =>
        "ref " + Dialect.Element(context.Reference(tensor), Start(start, tensor.Shape));

    private static int SourceStride(MoveLoop loop, TensorShape from) => loop.SourceStep * from.Stride(loop.SourceAxis);

    private static int DestinationStride(MoveLoop loop, TensorShape to) => loop.DestinationStep * to.Stride(loop.DestinationAxis);

    private static int Start(IReadOnlyList<int> start, TensorShape shape)
    {
        int offset = 0;
        for (int axis = 0; axis < start.Count; axis++)
            offset += start[axis] * shape.Stride(axis);
        return offset;
    }
}
