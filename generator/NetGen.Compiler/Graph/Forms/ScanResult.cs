namespace NetGen.Compiler.Graph;

/// <summary>
/// A result of a <see cref="Graph.Scan"/>: a state after the last step, or a value of each step, stacked along a leading axis.
/// </summary>
/// <param name="origin">Whose it is.</param>
/// <param name="scan">The scan.</param>
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
