using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Rewrites;

/// <summary>
/// Decides what the backward pass loads and what it rematerialises. A forward Map whose result no form reads from memory is recomputed
/// from its operands in the kernel that uses it. Everything else is kept, and so are values that are expensive to recompute, such as the
/// last of a chain of residual sums.
/// </summary>
internal static class Rematerialisation
{
    /// <summary>The most tensors of the value's size to read: more cost more time than keeping the value costs memory.</summary>
    private const int MostLoads = 4;

    /// <summary>The most Maps to recompute: more cost more time than loading the value.</summary>
    private const int MostMaps = 16;

    /// <summary>Replaces uses of forward Maps in the backward pass by copies that belong to the backward pass.</summary>
    public static void Apply(Program program)
    {
        HashSet<Tensor> kept = Kept(program);
        var copies = new Dictionary<Tensor, Tensor>();
        foreach (Tensor node in program.Nodes.ToArray())
        {
            if (!node.IsBackward)
                continue;
            for (int index = 0; index < node.Operands.Count; index++)
                if (!node.Operands[index].IsBackward)
                    node.ReplaceOperand(index, Copied(node.Operands[index]));
        }

        program.Sort();

        Tensor Copied(Tensor node)
        {
            if (node is not Map map || kept.Contains(node))
                return node;
            if (!copies.TryGetValue(node, out Tensor? copy))
            {
                Tensor[] operands = [.. map.Operands.Select(Copied)];
                copy = operands.Length == 0
                    ? Map.Filled(program, node.Origin.Backward, map.Body, map.Shape)
                    : Map.Of(node.Origin.Backward, map.Body, map.Shape, operands);
                copies.Add(node, copy);
            }

            return copy;
        }
    }

    /// <summary>The forward Maps that lie in memory anyway.</summary>
    private static HashSet<Tensor> Kept(Program program)
    {
        var kept = new HashSet<Tensor>(program.Results.Select(result => result.Value));
        foreach (Tensor node in program.Nodes)
            foreach (Tensor operand in node.Operands)
            {
                // Products, windows and moves read their operands from memory. A value that is broadcast (a mean, a scale) is
                // small, and computing it again for each element would cost more than it saves.
                bool readFromMemory = node is not (Map or Reduce or BatchSum);
                bool stretched = node is Map && !operand.Shape.SameSizes(node.Shape);
                bool fewer = node.Shape.IsBatched && !operand.Shape.IsBatched;
                if (readFromMemory || stretched || fewer)
                    kept.Add(operand);
            }

        var needed = new Dictionary<Tensor, HashSet<Tensor>>();
        foreach (Map map in program.Nodes.Where(node => !node.IsBackward && !kept.Contains(node)).OfType<Map>())
        {
            var own = new HashSet<Tensor> { map };
            foreach (Tensor operand in map.Operands)
                if (needed.TryGetValue(operand, out HashSet<Tensor>? known))
                    own.UnionWith(known);
                else
                    own.Add(operand);
            if (own.Count(needed.ContainsKey) >= MostMaps
                || own.Count(tensor => tensor != map && !needed.ContainsKey(tensor) && IsAsLarge(tensor, map)) > MostLoads)
                kept.Add(map);
            else
                needed.Add(map, own);
        }

        return kept;

        static bool IsAsLarge(Tensor tensor, Map map) => tensor.Shape.IsBatched && tensor.Shape.SameSizes(map.Shape);
    }
}
