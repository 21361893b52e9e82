namespace NetGen.Compiler.Graph;

/// <summary>
/// What a program is given: samples, in the external layout, that of the caller's array; or the gradient of the output, or what a loss
/// judges and compares with, in the internal one.
/// </summary>
internal sealed class Input(Program program, Origin origin, TensorShape shape, InputRole role, int index = -1)
    : Tensor(program, origin, shape, [])
{
    public InputRole Role { get; } = role;

    /// <summary>Which of the named outputs' gradients it is; else -1.</summary>
    public int Index { get; } = index;

    /// <summary>Whether the caller writes it between the forward and the backward pass.</summary>
    public bool IsWrittenBetweenPasses =>
        Role is InputRole.OutputGradient or InputRole.NamedOutputGradient or InputRole.AddedLossGradient;

    public override string Operation => $"Input.{Role}" + (Index < 0 ? "" : $" {Index}");
}
