namespace NetGen.Runtime;

/// <summary>A fused group of layers, run over the work items [begin, end): samples of the batch, or rows of a weight.</summary>
/// <param name="workspace">The memory of this run: activations, scratch, parameters, gradients and statistics.</param>
/// <param name="begin">The first work item.</param>
/// <param name="end">The work item after the last.</param>
/// <remarks>
/// What a kernel writes for an item must not depend on how the items are split into ranges; so results are the same for any number of
/// threads.
/// </remarks>
public delegate void Kernel(Workspace workspace, int begin, int end);
