namespace NetGen.Compiler.Graph;

/// <summary>What comes out of a <see cref="Scan"/>: a state behind the last step, or what the steps gave, stacked along a first axis of steps.</summary>
/// <param name="origin">Whose it is.</param>
/// <param name="scan">The scan, whose only users these nodes are.</param>
/// <param name="role">State or Step.</param>
/// <param name="index">Which of the body's results of this role.</param>
internal sealed class ScanResult(Origin origin, Scan scan, ResultRole role, int index)
    : Tensor(scan.Program, origin, scan.ShapeOf(role, index), [scan])
{
    public Scan Scan => (Scan)Operands[0];

    public ResultRole Role { get; } = role;

    public int Index { get; } = index;

    public override string Operation => $"ScanResult.{Role} {Index}";
}
