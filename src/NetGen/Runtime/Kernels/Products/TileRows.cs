using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Which rows tiles of one height cover, so that few are left for single rows, whose sums wait for each other.</summary>
internal static class TileRows
{
    /// <summary>
    /// Where tiles of six rows end. Two or three rows that are left over are faster with six more, in tiles of four: 8 or 9 rows.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int EndOfSixes(int begin, int end)
    {
        int rows = end - begin, left = rows % 6;
        return end - left - (left is 2 or 3 && rows >= 6 ? 6 : 0);
    }
}
