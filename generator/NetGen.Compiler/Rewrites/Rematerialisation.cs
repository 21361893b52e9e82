using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Rewrites;

/// <summary>
/// Decides what the backward pass loads and what it rematerialises. A forward Map whose result no form reads from memory is recomputed
/// from its operands in the kernel that uses it. Everything else is kept, and so are values that are expensive to recompute, and residual
/// sums: where a product is read for its sum only, the sum can lie in memory in its place.
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

        HashSet<Tensor> wanted = WantedByBackward(program, kept);
        var needed = new Dictionary<Tensor, HashSet<Tensor>>();
        var takers = new HashSet<Tensor>();
        foreach (Map map in program.Nodes.Where(node => !node.IsBackward && !kept.Contains(node)).OfType<Map>())
        {
            var own = new HashSet<Tensor> { map };
            foreach (Tensor operand in map.Operands)
                if (needed.TryGetValue(operand, out HashSet<Tensor>? known))
                    own.UnionWith(known);
                else
                    own.Add(operand);
            Tensor[] loaded = [.. own.Where(tensor => tensor != map && !needed.ContainsKey(tensor))];
            bool isLong = own.Count(needed.ContainsKey) >= MostMaps || loaded.Count(tensor => IsAsLarge(tensor, map)) > MostLoads;
            bool takesPlace = map.Operands.Any(operand => IsAsLarge(operand, map) && IsKeptForItsUser(operand));
            bool loadsMore = loaded.Count(tensor => IsAsLarge(tensor, map) || HasItsRows(tensor, map)) > 1;
            if (isLong || (takesPlace && loadsMore && wanted.Contains(map)))
            {
                kept.Add(map);
                continue;
            }

            needed.Add(map, own);
            if (takesPlace)
                takers.Add(map);
        }

        return kept;

        // Whether a tensor would lie in memory only so that its one user, a Map, can be recomputed from it: the value of the Map could take
        // its place. Of a Map that is recomputed, whether that holds of what it is computed from.
        bool IsKeptForItsUser(Tensor operand) => program.UsesOf(operand) == 1
            && (operand is Map ? takers.Contains(operand) : operand is not (Input or Parameter) && !kept.Contains(operand));

        static bool IsAsLarge(Tensor tensor, Map map) => tensor.Shape.IsBatched && tensor.Shape.SameSizes(map.Shape);

        // As a position embedding, of which each row is read for each sample.
        static bool HasItsRows(Tensor tensor, Map map) => map.Shape.Rows > 1 && tensor.Shape.SameSizes(map.Shape);
    }

    /// <summary>The forward Maps whose values the backward pass uses, or would recompute on the way to what it uses.</summary>
    private static HashSet<Tensor> WantedByBackward(Program program, HashSet<Tensor> kept)
    {
        var wanted = new HashSet<Tensor>();
        foreach (Tensor node in program.Nodes.Reverse())
            if (node is Map && !node.IsBackward
                && program.UsersOf(node).Any(user => user.IsBackward || (!kept.Contains(user) && wanted.Contains(user))))
                wanted.Add(node);
        return wanted;
    }
}
