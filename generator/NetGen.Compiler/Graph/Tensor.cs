namespace NetGen.Compiler.Graph;

/// <summary>
/// A node of the program: a tensor and the operation that computes it. Nodes are compared by reference and are created
/// operands first, so that <see cref="Program.Nodes"/> is in an order in which they can be computed.
/// </summary>
internal abstract class Tensor(Program program, Origin origin, TensorShape shape, IReadOnlyList<Tensor> operands)
{
    private IReadOnlyList<Tensor> operands = operands;

    public Program Program { get; } = program;

    public int Id { get; } = program.NextId();

    public TensorShape Shape { get; } = shape;

    public IReadOnlyList<Tensor> Operands
    {
        get
        {
            Program.Visit(1);
            return operands;
        }
    }

    /// <summary>The layer that the node belongs to, forward or backward.</summary>
    public Origin Origin { get; } = origin;

    public string Layer => Origin.Layer;

    /// <summary>Whether it belongs to the backward pass.</summary>
    public bool IsBackward => Origin.IsBackward;

    /// <summary>What it is to its layer, as "Mean", where the layer has said so: emitted names follow from it.</summary>
    public string? RoleInLayer { get; set; }

    /// <summary>The key by which nodes are ordered, as far as their operands allow; a replacement inherits it.</summary>
    public int Position { get; set; } = int.MaxValue;

    /// <summary>How it is computed, where that is chosen and has been.</summary>
    public IAlgorithm? Algorithm { get; set; }

    /// <summary>The operation in one or two words, as pass dumps print it.</summary>
    public abstract string Operation { get; }

    /// <summary>
    /// Whether its kernel supports an epilogue: the Maps that follow it, computed while the result is in registers or L1.
    /// </summary>
    public virtual bool SupportsEpilogue => false;

    /// <summary>Replaces an operand. Only passes between lowering and emission do this.</summary>
    public void ReplaceOperand(int index, Tensor operand)
    {
        var replaced = operands.ToArray();
        Program.ReplaceUse(this, replaced[index], operand);
        replaced[index] = operand;
        operands = replaced;
    }

    public override string ToString() =>
        $"%{Id} {Shape} = {Operation}({string.Join(", ", Operands.Select(o => "%" + o.Id))})  // {Layer}"
        + (Algorithm is null ? "" : $", {Algorithm.Name}");
}
