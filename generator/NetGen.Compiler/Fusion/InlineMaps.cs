using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>Finds the Maps that their users compute inline.</summary>
internal static class InlineMaps
{
    /// <summary>The inline Maps that some nodes need, seen through each other, each of them once.</summary>
    /// <param name="nodes">Whose operands are followed.</param>
    /// <param name="isInline">Whether a node is computed by its users.</param>
    public static IEnumerable<Map> Of(IEnumerable<Tensor> nodes, Func<Tensor, bool> isInline)
    {
        var known = new HashSet<Tensor>();
        var open = new Queue<Tensor>(nodes);
        while (open.Count > 0)
            foreach (Tensor operand in open.Dequeue().Operands)
                if (isInline(operand) && known.Add(operand))
                {
                    yield return (Map)operand;
                    open.Enqueue(operand);
                }
    }
}
