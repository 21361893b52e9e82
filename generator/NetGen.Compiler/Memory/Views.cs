using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Memory;

/// <summary>
/// Finds the tensors that lie where another one does: the results of moves that change nothing in memory, and parts of larger tensors.
/// </summary>
internal static class Views
{
    /// <summary>Each view with the tensor that it is a view or a part of, which may be another's.</summary>
    public static Dictionary<Tensor, Tensor> Find(
        Program program, IReadOnlyList<FusedGroup> groups, Dictionary<Tensor, Storage> fixedPlaces)
    {
        var views = new Dictionary<Tensor, Tensor>();
        var results = new HashSet<Tensor>(program.Results.Select(result => result.Value));
        foreach (FusedGroup group in groups)
            if (group.Anchor is Move { IsView: true } move && !fixedPlaces.ContainsKey(move)
                && (!results.Contains(move) || CanBeResult(move.Operands[0])))
                views[move] = move.Operands[0];
        foreach (Tensor node in program.Nodes)
            if (node.Part is { } part)
                views[node] = part.Whole;
        return views;

        // Where the caller finds a result, whose memory nothing writes later.
        bool CanBeResult(Tensor source) => views.TryGetValue(source, out Tensor? root)
            ? CanBeResult(root)
            : source.Shape.IsBatched && source.Part is null && !fixedPlaces.ContainsKey(source)
                && source is not StateUpdate and not Input { IsWrittenBetweenPasses: false };
    }

    /// <summary>Whether nothing is left to run of a group: what it moves is in its place.</summary>
    public static bool IsInPlace(FusedGroup group, Dictionary<Tensor, Tensor> views) =>
        group.Anchor is Move move && (views.ContainsKey(move) || move.IsJoinedInPlace);
}
