using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Algorithms;

/// <summary>
/// Chooses how each convolution is computed, forward and backward: the first algorithm of the list that applies and costs less than the
/// direct sum. Differentiation writes plain nodes; only this pass replaces them.
/// </summary>
internal static class ConvolutionAlgorithms
{
    /// <summary>From the most special to the most general; the last two always apply.</summary>
    public static IReadOnlyList<ConvolutionAlgorithm> All { get; } =
    [
        new WholeImageProduct(),
        new PointwiseProduct(),
        new SparseGradients(),
        new Polyphase(),
        new WinogradConvolutions(),
        new PatchProduct(),
        new BatchLanes(),
        new Depthwise(),
        new FlippedConvolution(),
        new DirectConvolution(),
    ];

    /// <param name="program">The program, after all passes that create convolutions.</param>
    /// <param name="allowsWinograd">Whether convolutions may be computed by Winograd's algorithm.</param>
    public static void Apply(Program program, bool allowsWinograd)
    {
        var open = new Queue<Tensor>(program.Nodes);
        while (open.Count > 0)
        {
            if (ConvolutionTask.Of(open.Dequeue(), allowsWinograd) is not { } task)
                continue;
            ConvolutionAlgorithm chosen = All.First(algorithm => algorithm.Applies(task) && algorithm.Cost(task) <= task.DirectCost);
            int before = program.Count;
            Tensor computed = chosen.Rewrite(task);
            foreach (Tensor added in program.AddedSince(before))
                open.Enqueue(added);
            if (computed != task.Node)
                program.ReplaceUses(task.Node, computed);
        }

        program.Sort();
        program.RemoveUnused();
    }
}
