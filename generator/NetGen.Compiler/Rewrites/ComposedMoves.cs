using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Rewrites;

/// <summary>
/// Composes two moves where values are transposed only to be copied into a padded image: samples [channels, height, width], which the
/// first convolution reads with channels last and padding. Runs when it is known which padded images there are.
/// </summary>
internal static class ComposedMoves
{
    public static void Apply(Program program)
    {
        foreach (Move outer in program.Nodes.OfType<Move>().ToArray())
        {
            if (outer.Operands.Count != 1 || Placement.Of(outer) is not { Top: >= 0, Left: >= 0 } placed
                || outer.Operands[0] is not Move { Operands.Count: 1 } inner
                || inner.IsView
                || (inner.Shape[0] - 1) * placed.SpreadHeight + placed.Top >= outer.Shape[0]
                || (inner.Shape[1] - 1) * placed.SpreadWidth + placed.Left >= outer.Shape[1]
                || program.UsersOf(inner).Count > 1
                || program.IsResult(inner))
                continue;
            program.ReplaceUses(outer, program.Add(new Move(
                inner.Origin with { IsBackward = outer.IsBackward }, outer.Shape, inner.Operands, [Placed(inner.Parts[0], placed)])));
        }

        program.Sort();
        program.RemoveUnused();
    }

    private static MovePart Placed(MovePart part, Placement placed)
    {
        int[] spread = [placed.SpreadHeight, placed.SpreadWidth, 1];
        int[] first = [placed.Top, placed.Left, 0];
        return new MovePart(
            part.SourceStart,
            [.. part.DestinationStart.Select((start, axis) => first[axis] + (start * spread[axis]))],
            [.. part.Loops.Select(loop => loop with { DestinationStep = loop.DestinationStep * spread[loop.DestinationAxis] })]);
    }
}
