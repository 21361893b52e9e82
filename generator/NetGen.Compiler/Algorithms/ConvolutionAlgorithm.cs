using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Algorithms;

/// <summary>An algorithm for convolutions: when it applies, what it costs, and the node that computes it.</summary>
internal abstract class ConvolutionAlgorithm : IAlgorithm
{
    public abstract string Name { get; }

    public abstract string Sentence { get; }

    /// <summary>Whether the algorithm is legal for the task, and has a kernel.</summary>
    public abstract bool Applies(ConvolutionTask task);

    /// <summary>
    /// The estimated cost in multiply-adds for each pair of channels, to compare with <see cref="ConvolutionTask.DirectCost"/>.
    /// </summary>
    public virtual double Cost(ConvolutionTask task) => 0;

    /// <summary>The node that computes the task in this way: a new one, or the same.</summary>
    public abstract Tensor Rewrite(ConvolutionTask task);
}
