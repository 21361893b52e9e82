using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Prepacked values: those that depend on parameters and running statistics alone, such as weights in a kernel's layout, weights
/// transformed for Winograd's algorithm, and the factors of a normalisation. They are computed before anything that depends on the
/// samples. Predictions keep them until a parameter changes.
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
