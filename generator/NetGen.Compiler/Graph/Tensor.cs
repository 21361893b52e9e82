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

    /// <summary>Where it lies in a larger tensor, once that is known; null where it has memory of its own.</summary>
    public Part? Part { get; set; }

    /// <summary>Floats from one sample to the next in memory.</summary>
    public int SampleStride => Part?.Whole.SampleStride ?? Shape.SampleStride;

    /// <summary>Floats from one row to the next in memory, where all rows of a sample lie at one distance.</summary>
    public int RowStride => Part?.Whole.RowStride ?? Shape.PaddedInner;

    /// <summary>Whether the rows of all samples lie at one distance from each other.</summary>
    public bool IsOneMatrix => SampleStride == Shape.Rows * RowStride;

    /// <summary>The operation in one or two words, as pass dumps print it.</summary>
    public abstract string Operation { get; }

    /// <summary>
    /// Whether its kernel supports an epilogue: the Maps that follow it, computed while the result is in registers or L1.
    /// </summary>
    public virtual bool SupportsEpilogue => false;

    /// <summary>Floats in memory from one index of an axis to the next.</summary>
    public int Stride(int axis) => Part?.Whole.Stride(axis) ?? Shape.Stride(axis);

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
