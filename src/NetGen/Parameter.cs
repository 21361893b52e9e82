using System.Numerics.Tensors;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// A trained or frozen tensor of a network, or one of its running statistics: its PyTorch name and shape, and a view of its values where
/// the network keeps them.
/// </summary>
public sealed class Parameter
{
    private readonly ParameterMemory memory;
    private readonly bool isStatistic;
    private readonly nint[] lengths;
    private readonly nint[] strides;
    private long batches;

    internal Parameter(TensorDescription description, ParameterMemory memory, bool isStatistic)
    {
        (this.Description, this.memory, this.isStatistic) = (description, memory, isStatistic);

        // A tensor span without axes is empty, so a scalar is a vector of one there; and an axis of size 1 takes no stride but 0.
        bool isScalar = description.Shape.Length == 0;
        lengths = isScalar ? [1] : new nint[description.Shape.Length];
        strides = new nint[lengths.Length];
        for (int axis = 0; axis < description.Shape.Length; axis++)
        {
            lengths[axis] = description.Shape[axis];
            strides[axis] = description.Shape[axis] == 1 ? 0 : description.Strides[axis];
        }

        Count = StridedLayout.Elements(description.Shape);
    }

    /// <summary>The name in PyTorch's state dict, such as <c>conv1.weight</c>.</summary>
    public string Name => Description.Name;

    /// <summary>PyTorch's shape, such as [out channels, in channels, height, width] for a convolution's weight.</summary>
    public ReadOnlySpan<int> Shape => Description.Shape;

    /// <summary>The number of values, padding not included.</summary>
    public int Count { get; }

    /// <summary>
    /// Whether it is frozen: loaded, saved and used, but not trained, as its layer or a block around that says. A frozen running statistic
    /// is used in training too, and stays as it is.
    /// </summary>
    public bool IsFrozen => Description.IsFrozen;

    /// <summary>
    /// The values, of shape <see cref="Shape"/> ([1] for a scalar): a view, so that what is written here is what the network computes with.
    /// </summary>
    /// <remarks>The count of the batches that a normalisation has seen is kept in 64 bits; here stands the nearest float.</remarks>
    public TensorSpan<float> Values
    {
        get
        {
            memory.Share();
            return View(isStatistic ? memory.Statistics : memory.Parameters);
        }
    }

    /// <summary>
    /// The loss's gradient with respect to these values, of shape <see cref="Shape"/>, as the last backward pass left it.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// This is a running statistic, or it is frozen (<see cref="IsFrozen"/>): either has no gradient.
    /// </exception>
    public TensorSpan<float> Gradients => isStatistic || IsFrozen
        ? throw new InvalidOperationException(
            $"'{Name}' is {(isStatistic ? "a running statistic" : "frozen")}; it is not trained and has no gradient.")
        : View(memory.Gradients);

    internal TensorDescription Description { get; }

    /// <summary>Whether this is PyTorch's count of the batches that a normalisation has seen: a whole number.</summary>
    internal bool IsBatchCounter =>
        isStatistic && Description.Shape.Length == 0 && Name.EndsWith("num_batches_tracked", StringComparison.Ordinal);

    /// <summary>The parameter's values, where a tensor span is wanted.</summary>
    /// <param name="parameter">The parameter.</param>
    public static implicit operator TensorSpan<float>(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.Values;
    }

    /// <summary>The name and the shape.</summary>
    public override string ToString() => $"{Name} {ShapeText.Of(Shape)}";

    /// <summary>Reads all values, row-major in <see cref="Shape"/>.</summary>
    /// <param name="values">Room for exactly <see cref="Count"/> values.</param>
    /// <exception cref="ArgumentException">The length is another.</exception>
    public void CopyTo(Span<float> values)
    {
        RequireCount(values.Length);
        new StridedCopy(Description).Gather((isStatistic ? memory.StatisticBlock : memory.ParameterBlock).Span, values);
    }

    /// <summary>Writes all values, row-major in <see cref="Shape"/>.</summary>
    /// <param name="values">Exactly <see cref="Count"/> values.</param>
    /// <exception cref="ArgumentException">The length is another.</exception>
    public void CopyFrom(ReadOnlySpan<float> values)
    {
        RequireCount(values.Length);
        new StridedCopy(Description).Scatter(values, isStatistic ? memory.Statistics : memory.Parameters);
    }

    /// <summary>
    /// The number of batches, of a batch counter. Kernels read the float nearest to it; what a user has written there counts.
    /// </summary>
    internal long Batches
    {
        get
        {
            float seen = memory.StatisticBlock.Span[Description.Offset];
            return seen == batches ? batches : (long)seen;
        }

        set
        {
            batches = value;
            memory.Statistics[Description.Offset] = value;
        }
    }

    /// <summary>Counts one more batch.</summary>
    internal void CountBatch() => Batches++;

    private void RequireCount(int length)
    {
        if (length != Count)
            throw new ArgumentException($"'{Name}' has {Count} values, {ShapeText.Of(Shape)}; got {length}.", "values");
    }

    private TensorSpan<float> View(Span<float> block) =>
        new(block.Slice(Description.Offset, Description.StorageSize), lengths, strides);
}
