namespace NetGen.Compiler.Graph;

/// <summary>
/// A move that only pads, crops and dilates the first two axes of [height, width, channels]: where the first row and
/// column of the source would lie in the result, and from one to the next.
/// </summary>
internal sealed record Placement(int Top, int Left, int SpreadHeight, int SpreadWidth)
{
    public static Placement? Of(Move move)
    {
        TensorShape from = move.Operands[0].Shape;
        if (move.IsAlias || from.IsRaw || move.Shape.IsRaw || from.Rank != 3 || move.Shape.Rank != 3 || from.Inner != move.Shape.Inner)
            return null;
        MovePart part = move.Parts[0];
        int[] spread = [1, 1, 1];
        foreach (MoveLoop loop in part.Loops)
        {
            if (loop.SourceAxis != loop.DestinationAxis || loop.SourceStep != 1 || loop.DestinationStep < 1)
                return null;
            spread[loop.SourceAxis] = loop.DestinationStep;
        }

        (int top, int left) = (First(0), First(1));
        bool isWhole = part.Loops.Count == 3 && spread[2] == 1 && First(2) == 0 && Covers(0, top) && Covers(1, left) && Covers(2, 0);
        return isWhole ? new Placement(top, left, spread[0], spread[1]) : null;

        int First(int axis) => part.DestinationStart[axis] - (part.SourceStart[axis] * spread[axis]);

        // Every index of the source that lands inside the result is copied.
        bool Covers(int axis, int first) => Enumerable.Range(0, from[axis])
            .Count(index => first + (index * spread[axis]) is var place && place >= 0 && place < move.Shape[axis])
            == part.Loops.Single(loop => loop.SourceAxis == axis).Size;
    }
}
