using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Scheduling;

/// <summary>
/// How a long sum over rows is cut: the sums of blocks are added up, as <c>CascadeSum</c> of the library says, so that no number is rounded
/// once for each term.
/// </summary>
/// <param name="Axis">The loop whose turns end blocks, counted from the outermost.</param>
/// <param name="Turns">After so many of its turns a block ends. More than one where each turn is one term a lane.</param>
internal sealed record SumBlocks(int Axis, int Turns)
{
    /// <summary>
    /// Sums of columns are cut if they have more terms. A sum along a row, of which each
    /// lane has a part, is cut if it has more than a block may have.
    /// </summary>
    private const int LongSum = 512;

    /// <summary>Terms a lane of a block, where one loop has more.</summary>
    private const int BlockOfSum = 64;

    /// <summary>Of several loops, those that have at most so many terms a lane are one block.</summary>
    private const int MostTerms = 4 * BlockOfSum;

    /// <summary>The blocks of a group's sums, or null where they are short.</summary>
    public static SumBlocks? Of(FusedGroup group, RowLoops loops)
    {
        bool isAlongRow = group.ReducedAxes.Contains(group.Space.Rank - 1);
        long terms = 1;
        SumBlocks? blocks = null;
        for (int axis = loops.Axes.Count - 1; axis >= 0; axis--)
        {
            long inner = terms;
            terms *= Terms(loops.Axes[axis]);
            if (inner <= MostTerms && terms > MostTerms)
                blocks = new(axis, inner == 1 ? BlockOfSum : 1);
        }

        return isAlongRow || terms > LongSum ? blocks : null;
    }

    /// <summary>How often a turn of the loops outside adds to a sum, in a lane of the widest vector.</summary>
    private static int Terms(LoopAxis axis) =>
        !axis.IsReduced ? 1
        : axis.IsInner ? (axis.Size + TensorShape.Alignment - 1) / TensorShape.Alignment
        : axis.Size;
}
