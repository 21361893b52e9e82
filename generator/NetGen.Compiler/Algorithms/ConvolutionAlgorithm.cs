using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Algorithms;

/// <summary>A way to compute convolutions: when it is right, what it costs, and what computes it.</summary>
internal abstract class ConvolutionAlgorithm : IAlgorithm
{
    public abstract string Name { get; }

    public abstract string Sentence { get; }

    /// <summary>Whether the result is right, and a kernel exists.</summary>
    public abstract bool Applies(ConvolutionTask task);

    /// <summary>About what it takes, in multiply-adds for each pair of channels: beside <see cref="ConvolutionTask.DirectCost"/>.</summary>
    public virtual double Cost(ConvolutionTask task) => 0;

    /// <summary>The node that computes the task in this way: a new one, or the same.</summary>
    public abstract Tensor Rewrite(ConvolutionTask task);
}
