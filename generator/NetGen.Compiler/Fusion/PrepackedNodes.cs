using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// What follows from the parameters and running statistics alone: weights in another order, transformed for Winograd's
/// algorithm, a normalisation's factors. It is computed before anything that depends on the samples, so that Maps behind a
/// convolution find it; predictions keep it until a parameter changes.
/// </summary>
internal static class PrepackedNodes
{
    public static HashSet<Tensor> Of(Program program)
    {
        var prepared = new HashSet<Tensor>();
        foreach (Tensor node in program.Nodes)
            if (node is Parameter || (node.Operands.Count > 0 && !node.Shape.IsBatched && node.Operands.All(prepared.Contains)))
                prepared.Add(node);
        return prepared;
    }
}
