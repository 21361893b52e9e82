using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Nodes that one emitted method computes: an anchor (a product, a window, a move) with the Maps that follow it while its
/// results are still in registers, or, without an anchor, the stages of Map and Reduce over rows.
/// </summary>
internal sealed class FusedGroup(Tensor? anchor, TensorShape space, bool isBackward)
{
    private readonly List<Tensor> members = [];

    /// <summary>The node that determines the loops; null for rows.</summary>
    public Tensor? Anchor { get; } = anchor;

    /// <summary>A max-pool that takes the anchor convolution's results while they are in registers.</summary>
    public MaxPool? Pool { get; private set; }

    /// <summary>The shape of the elements that Maps see.</summary>
    public TensorShape Space { get; private set; } = space;

    /// <summary>For rows: the axes over which the group's Reduces run; none for plain Maps.</summary>
    public IReadOnlyList<int> ReducedAxes { get; set; } = [];

    public bool IsBackward { get; } = isBackward;

    /// <summary>
    /// Whether each sample is computed by itself, so that any block of samples can be. A product with a transposed matrix transposes it
    /// once for the whole batch and is split by columns. A loop takes many samples through each step, so that a step reads its weights
    /// once.
    /// </summary>
    public bool IsBySample => Space.IsBatched && Anchor is not (TransposedProduct { Shape.Rows: 1 } or Recurrence or RecurrenceGradient);

    /// <summary>Whether the network computes it to predict: perhaps for one sample at a time.</summary>
    public bool IsPrediction { get; init; }

    /// <summary>Whether it is prepacked: it reads only parameters, running statistics, and what follows from them.</summary>
    public bool IsPrepared { get; init; }

    /// <summary>The nodes that the group computes, in order.</summary>
    public IReadOnlyList<Tensor> Members => members;

    /// <summary>Members whose value is needed outside the group, in order.</summary>
    public IReadOnlyList<Tensor> Stored { get; set; } = [];

    /// <summary>Maps that the group computes besides its members, because they have no group of their own.</summary>
    public IReadOnlyList<Map> Inlined { get; set; } = [];

    /// <summary>All Maps that the group computes.</summary>
    public IEnumerable<Map> Maps => members.OfType<Map>().Concat(Inlined);

    /// <summary>Tensors that the group loads, in order of first use.</summary>
    public IReadOnlyList<Tensor> Loaded { get; set; } = [];

    /// <summary>Whether it stores a gradient that leaves the program, whose padding must be zero.</summary>
    public bool ClearsPadding { get; set; }

    /// <summary>How its kernel's loops are tiled; null where the emitter decides it.</summary>
    public Schedule? Schedule { get; set; }

    /// <summary>The emitted method's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is for, as a part of its name: InputGradient; empty for the forward pass.</summary>
    public string Purpose { get; set; } = "";

    /// <summary>The layers that it computes, in order.</summary>
    public IReadOnlyList<string> Layers => [.. members.Select(m => m.Layer).Where(l => l.Length > 0).Distinct()];

    public void Add(Tensor member)
    {
        members.Add(member);
        if (member is MaxPool pool && Anchor is Convolution)
        {
            Pool = pool;
            Space = pool.Shape;
        }
    }

    /// <summary>
    /// Whether an epilogue can index a tensor of this shape. An epilogue knows a row and a column: the tensor has a value for each element,
    /// for each column (a bias), for each row, or for each sample. A sum over the batch knows the element of the sample alone. Rows,
    /// without an anchor, know all axes.
    /// </summary>
    public bool Finds(TensorShape shape) => Anchor switch
    {
        null => true,
        BatchSum => shape.SameSizes(Space) || (Space.Rows == 1 && shape.Rows == 1),
        _ => shape.Rows == 1 || Enumerable.Range(0, Space.Rank - 1).All(axis => shape[axis] == Space[axis]),
    };

    public override string ToString() =>
        $"{Name}: {string.Join(" ", members.Select(m => "%" + m.Id))} loads {string.Join(" ", Loaded.Select(m => "%" + m.Id))}"
        + $" stores {string.Join(" ", Stored.Select(m => "%" + m.Id))}"
        + (ReducedAxes.Count > 0 ? $" rows over axes {string.Join(",", ReducedAxes)}" : "");

}
