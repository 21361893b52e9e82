namespace NetGen.Compiler.Graph;

/// <summary>A strided copy from one operand: where it begins in both tensors (an index an axis) and its loops.</summary>
internal sealed record MovePart(IReadOnlyList<int> SourceStart, IReadOnlyList<int> DestinationStart, IReadOnlyList<MoveLoop> Loops)
{
    public MovePart Inverse => new(DestinationStart, SourceStart, [.. Loops.Select(loop => loop.Inverse)]);

    public long Count => Loops.Aggregate(1L, (count, loop) => count * loop.Size);
}
