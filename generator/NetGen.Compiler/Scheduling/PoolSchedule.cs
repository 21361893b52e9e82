using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Scheduling;

/// <summary>The sums of an average pool.</summary>
/// <param name="SumsInBlocks">
/// Whether each row of a window is a sum of its own, and those are added up, as <c>CascadeSum</c> of the library says.
/// </param>
/// <param name="Turns">After so many pixels of a row a block ends as well, or 0 where only a row ends one.</param>
internal sealed record PoolSchedule(bool SumsInBlocks, int Turns) : Schedule
{
    /// <summary>Windows of more pixels are summed in blocks.</summary>
    private const int LongSum = 512;

    private const int BlockOfSum = 64;

    public static PoolSchedule Of(AveragePool pool)
    {
        (int height, int width) = (MostPixels(pool.Height), MostPixels(pool.Width));
        bool isLong = (long)height * width > LongSum;
        return new(isLong, isLong && width > BlockOfSum ? BlockOfSum : 0);
    }

    /// <summary>What a window covers at most.</summary>
    private static int MostPixels(PoolAxis axis) => axis.IsAdaptive ? (axis.Size / axis.Count) + 2 : axis.Kernel;
}
