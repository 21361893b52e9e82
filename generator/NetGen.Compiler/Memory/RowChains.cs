using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Memory;

/// <summary>
/// Joins groups of a prediction that follow each other and compute each row of a sample by itself. A thread takes some rows through all of
/// them, and does not wait for the threads that have the other rows. So no group may write where another row is still needed: memory that
/// is used again has to hold the same rows.
/// </summary>
internal static class RowChains
{
    /// <summary>Groups of a chain at most: each is compared with all before it.</summary>
    private const int MostGroups = 8;

    /// <param name="program">The program.</param>
    /// <param name="groups">Its groups that run, in their order.</param>
    /// <param name="place">Where their tensors lie.</param>
    public static IReadOnlyList<Chain> Of(Program program, IReadOnlyList<FusedGroup> groups, Func<Tensor, Storage> place)
    {
        HashSet<FusedGroup> always = NeededGroups.WithoutAddedLoss(program, groups);
        var chains = new List<List<FusedGroup>>();
        foreach (FusedGroup group in groups)
        {
            if (chains.Count > 0 && chains[chains.Count - 1] is var chain && chain.Count < MostGroups && Joins(chain, group))
                chain.Add(group);
            else
                chains.Add([group]);
        }

        return [.. chains.Select(chain => new Chain(chain, int.MaxValue) { RowsOfSample = chain.Count > 1 ? RowsOf(chain[0]) : 1 })];

        bool Joins(List<FusedGroup> chain, FusedGroup group) =>
            RowsOf(group) > 1 && RowsOf(chain[0]) == RowsOf(group) && always.Contains(group) && always.Contains(chain[0])
            && chain.All(earlier => IsByRow(earlier, group, place));
    }

    /// <summary>Whether two groups of one chain touch the same memory only in the same rows.</summary>
    public static bool IsByRow(FusedGroup first, FusedGroup second, Func<Tensor, Storage> place) =>
        AreApart(first.Stored, second.Loaded.Concat(second.Stored), RowsOf(first), place)
        && AreApart(second.Stored, first.Loaded, RowsOf(first), place);

    private static int RowsOf(FusedGroup group) => group.Schedule?.RowsOfSample ?? 1;

    private static bool AreApart(
        IEnumerable<Tensor> written, IEnumerable<Tensor> touched, int rows, Func<Tensor, Storage> place) =>
        written.All(tensor => touched.All(other => !Overlap(tensor, other, place) || HaveSameRows(tensor, other, rows, place)));

    private static bool Overlap(Tensor tensor, Tensor other, Func<Tensor, Storage> place)
    {
        (Storage at, Storage otherAt) = (place(tensor), place(other));
        return at.Kind == otherAt.Kind
            && (at.IsElsewhere || (at.Offset < otherAt.Offset + other.SampleStride && otherAt.Offset < at.Offset + tensor.SampleStride));
    }

    private static bool HaveSameRows(Tensor tensor, Tensor other, int rows, Func<Tensor, Storage> place) =>
        place(tensor).Offset == place(other).Offset && tensor.RowStride == other.RowStride
        && IsOfRows(tensor, rows, place(tensor)) && IsOfRows(other, rows, place(other));

    private static bool IsOfRows(Tensor tensor, int rows, Storage at) =>
        tensor.Shape.IsBatched && tensor.Shape.Rows == rows && tensor.IsOneMatrix
        && at.Within + tensor.Shape.PaddedInner <= tensor.RowStride;
}
