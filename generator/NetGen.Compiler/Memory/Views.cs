using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Memory;

/// <summary>Finds the moves that change nothing in memory: their result is a view of the operand.</summary>
internal static class Views
{
    /// <summary>Each view with the tensor that it is a view of, the root of a chain resolved.</summary>
    public static Dictionary<Tensor, Tensor> Find(
        Program program, IReadOnlyList<FusedGroup> groups, Dictionary<Tensor, Storage> fixedPlaces)
    {
        var views = new Dictionary<Tensor, Tensor>();
        var results = new HashSet<Tensor>(program.Results.Select(result => result.Value));
        foreach (FusedGroup group in groups)
            if (group.Anchor is Move move && !results.Contains(move) && !fixedPlaces.ContainsKey(move) && move.IsView)
            {
                Tensor source = move.Operands[0];
                views[move] = views.TryGetValue(source, out Tensor? root) ? root : source;
            }

        return views;
    }
}
