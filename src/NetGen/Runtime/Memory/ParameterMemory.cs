namespace NetGen.Runtime;

/// <summary>The floats of a network that outlive a run: parameters, their gradients, and running statistics, each one flat block.</summary>
/// <remarks>
/// Each block begins at a multiple of 64 bytes. Gradients have the layout of the trained parameters, which lie before the frozen ones, and
/// are allocated when they are first asked for, so that a network that only predicts does not pay for them. Padding between tensors is zero
/// in the parameter and gradient blocks.
/// </remarks>
public sealed class ParameterMemory
{
    private readonly AlignedBlock parameters;
    private readonly AlignedBlock statistics;
    private AlignedBlock? gradients;
    private int changes;
    private volatile bool isShared;

    /// <summary>Blocks filled with zeros, for parameters that are all trained.</summary>
    /// <param name="parameterSize">Floats of the parameter block, padding included; rounded up to a multiple of 16.</param>
    /// <param name="statisticSize">Floats of the block of running statistics, padding included; rounded up to a multiple of 16.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative or more than an array can hold.</exception>
    public ParameterMemory(int parameterSize, int statisticSize)
        : this(parameterSize, statisticSize, parameterSize)
    {
    }

    /// <summary>Blocks filled with zeros.</summary>
    /// <param name="parameterSize">Floats of the parameter block, padding included; rounded up to a multiple of 16.</param>
    /// <param name="statisticSize">Floats of the block of running statistics, padding included; rounded up to a multiple of 16.</param>
    /// <param name="trainedSize">
    /// Floats at the beginning of the parameter block that are trained; rounded up to a multiple of 16. The others are frozen.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A size is negative or more than an array can hold, or more is trained than there is.
    /// </exception>
    public ParameterMemory(int parameterSize, int statisticSize, int trainedSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(parameterSize);
        ArgumentOutOfRangeException.ThrowIfNegative(statisticSize);
        ArgumentOutOfRangeException.ThrowIfNegative(trainedSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(trainedSize, parameterSize);
        TrainedLength = AlignedBlock.RoundUp(trainedSize);
        parameters = new AlignedBlock(AlignedBlock.RoundUp(parameterSize));
        statistics = new AlignedBlock(AlignedBlock.RoundUp(statisticSize));
    }

    /// <summary>The whole parameter block, padding included.</summary>
    /// <remarks>The caller may write to it from now on.</remarks>
    public Span<float> Parameters
    {
        get
        {
            CountChange();
            return parameters.Span;
        }
    }

    /// <summary>
    /// The whole gradient block, in the layout of the trained part of <see cref="Parameters"/>; the backward pass overwrites it.
    /// </summary>
    public Span<float> Gradients => GradientBlock.Span;

    /// <summary>The whole block of running statistics (PyTorch's buffers), padding included.</summary>
    /// <remarks>The caller may write to it from now on.</remarks>
    public Span<float> Statistics
    {
        get
        {
            CountChange();
            return statistics.Span;
        }
    }

    /// <summary>The number of changes of parameters or statistics through this class or the trainer.</summary>
    internal int Changes => Volatile.Read(ref changes);

    /// <summary>Whether a caller has a view of parameters or statistics, and may change them at any time.</summary>
    internal bool IsShared => isShared;

    /// <summary>Floats of the trained parameters, which are the first ones of the parameter block.</summary>
    internal int TrainedLength { get; }

    internal AlignedBlock ParameterBlock => parameters;

    internal AlignedBlock StatisticBlock => statistics;

    internal AlignedBlock GradientBlock => gradients ?? AllocateGradients();

    internal void CountChange() => Interlocked.Increment(ref changes);

    internal void Share() => isShared = true;

    private AlignedBlock AllocateGradients()
    {
        Interlocked.CompareExchange(ref gradients, new AlignedBlock(TrainedLength), null);
        return gradients;
    }
}
