using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// A long sum, added up from the sums of its blocks. 64 blocks make a larger block, and those are added to the total. Each number is
/// rounded about as often as the levels have terms, not once for each term of the whole sum, so a million terms keep their digits.
/// </summary>
/// <remarks>
/// The blocks, and so the sum's bits, are the same for any number of threads. Infinity stays infinity;
/// a compensated sum would turn it into NaN.
/// </remarks>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
[CLSCompliant(false)]
public struct CascadeSum<S, V>
    where S : ISimd<V>
    where V : struct
{
    private const int BlocksOfLarger = 64;

    private V larger;
    private V total;
    private int blocks;

    /// <summary>The sum of all blocks so far.</summary>
    public readonly V Value => S.Add(total, larger);

    /// <summary>Adds the sum of a block.</summary>
    /// <param name="block">The sum of some tens of terms.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(V block)
    {
        larger = S.Add(larger, block);
        if (++blocks == BlocksOfLarger)
        {
            total = S.Add(total, larger);
            (larger, blocks) = (S.Zero, 0);
        }
    }
}
