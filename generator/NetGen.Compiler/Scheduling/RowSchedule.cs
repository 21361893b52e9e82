using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Scheduling;

/// <summary>The loops over the rows of Maps and Reduces.</summary>
/// <param name="Vectors">Vectors of a row that are reduced together, where a sum runs over other axes than along the row; at most.</param>
/// <param name="Blocks">How its sums are cut, or null where they are short.</param>
/// <param name="UsesBatchLanes">Whether it computes as many short rows together, one a sample, as a vector has lanes, a lane each.</param>
/// <param name="Parts">
/// Work items of a sample in a prediction, where several threads may share a sample: turns of its outer loop.
/// </param>
/// <param name="AreRows">
/// Whether these are the rows of the space, each with its columns alone. A loop over columns may go on through several rows, where a tensor
/// is stretched along the outer loop: it is then read whole in each turn.
/// </param>
internal sealed record RowSchedule(int Vectors, SumBlocks? Blocks, bool UsesBatchLanes, int Parts, bool AreRows) : Schedule
{
    /// <summary>64 floats of the widest vectors lie one behind the other in memory.</summary>
    private const int MostVectors = 4;

    /// <summary>Beyond so many columns a row fills its vectors.</summary>
    private const int MostColumns = TensorShape.Alignment;

    internal override int RowsOfSample => AreRows ? Parts : 1;

    public static RowSchedule Of(FusedGroup group)
    {
        var loops = RowLoops.Of(group);
        int parts = PartsOf(group, loops.Axes);
        return new(
            OperationCount.Copies(group.Maps, MostVectors), SumBlocks.Of(group, loops), SumsAlongShortRows(group), parts,
            AreRows: parts > 1 && parts == group.Space.Rows);
    }

    /// <summary>The turns of the outer loop, where there are two loops and no sum runs over the outer one.</summary>
    private static int PartsOf(FusedGroup group, IReadOnlyList<LoopAxis> axes) =>
        group.IsPrediction && group.Space.IsBatched && axes is [{ IsReduced: false, IsInner: false } rows, { IsInner: true } columns]
            && columns.IsReduced == group.ReducedAxes.Count > 0
            ? rows.Size
            : 1;

    /// <summary>
    /// Whether it sums along short rows, one a sample. A prediction may be of one sample, which takes less time the other way.
    /// </summary>
    private static bool SumsAlongShortRows(FusedGroup group) =>
        !group.IsPrediction
        && group.Space is { IsBatched: true, IsRaw: false, Rows: 1, Inner: > 1 and <= MostColumns } space
        && group.ReducedAxes.Count == 1 && group.ReducedAxes[0] == space.Rank - 1
        && !group.Maps.Any(map => map.Body.Contains(part => part is OfPlace));
}
