namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Attention, backward: the gradient with respect to one tensor, of which some columns are the attention's queries, keys or values, or
/// all of them; 0 in other columns. Weights are computed again from the <see cref="AttentionLogSum"/>
/// (Dao et al. 2022, https://arxiv.org/abs/2205.14135).
/// </summary>
/// <param name="origin">Whose it is.</param>
/// <param name="outputGradient">The gradient with respect to the attention.</param>
/// <param name="logSum">Its second result.</param>
/// <param name="attention">The attention.</param>
/// <param name="operand">With respect to which of its operands.</param>
internal sealed class AttentionGradient(
    Origin origin, Tensor outputGradient, AttentionLogSum logSum, Attention attention, Tensor operand)
    : Tensor(outputGradient.Program, origin, operand.Shape, [outputGradient, logSum, attention, .. attention.Operands])
{
    public AttentionGeometry Geometry { get; } = attention.Geometry;

    /// <summary>Whether the tensor has the queries.</summary>
    public bool OfQueries { get; } = attention.Queries == operand;

    /// <summary>Whether the tensor has the keys.</summary>
    public bool OfKeys { get; } = attention.Keys == operand;

    /// <summary>Whether the tensor has the values.</summary>
    public bool OfValues { get; } = attention.Values == operand;

    public Tensor OutputGradient => Operands[0];

    public Tensor LogSum => Operands[1];

    /// <summary>What the attention gave.</summary>
    public Tensor Output => Operands[2];

    public Tensor Queries => Operands[3];

    public Tensor Keys => Operands[4];

    public Tensor Values => Operands[5];

    public Tensor? Mask => Operands.Count > 6 ? Operands[6] : null;

    public override string Operation =>
        $"AttentionGradient by {string.Join(", ", Wanted)}, {Geometry}";

    private IEnumerable<string> Wanted => new[] { (OfQueries, "queries"), (OfKeys, "keys"), (OfValues, "values") }
        .Where(part => part.Item1).Select(part => part.Item2);
}
