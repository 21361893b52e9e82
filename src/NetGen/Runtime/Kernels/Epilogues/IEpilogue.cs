namespace NetGen.Runtime;

/// <summary>
/// What follows a product or a convolution while its results are in a register: bias, activation and other elementwise operations.
/// </summary>
/// <remarks>A kernel stores what <see cref="Apply"/> returns, and keeps its partial sums itself.</remarks>
/// <typeparam name="V">A vector of floats.</typeparam>
public interface IEpilogue<V>
    where V : struct
{
    /// <summary>
    /// Whether it takes many operations, as an exponential or dropout's mask does. It then follows in a loop of its own, since
    /// the JIT inlines only so much into a tile.
    /// </summary>
    static abstract bool IsLong { get; }

    /// <summary>
    /// How many operations it takes for a vector, including loads and constants, and one more where it joins two. A tile of Winograd's
    /// algorithm has room for only a few. A type that does not say takes as many as fit for each of the largest tile's pixels.
    /// </summary>
    static virtual int Operations => MostOfTile / 25;

    /// <summary>The most <see cref="Operations"/> that are inlined for all pixels of a tile of Winograd's algorithm together.</summary>
    internal const int MostOfTile = 175;

    /// <summary>The results as they are stored.</summary>
    /// <param name="value">The results of columns [column, column + lanes) of a row.</param>
    /// <param name="row">The row of the result.</param>
    /// <param name="column">The first column.</param>
    V Apply(V value, nint row, nint column);

    /// <summary>
    /// Begins to bring to L2 what <see cref="Apply"/> will read for a block of rows, such as a tile of an image, where the processor does
    /// not predict which rows follow. It may reach beyond the last row.
    /// </summary>
    /// <param name="row">The first row.</param>
    /// <param name="lines">How many lines of rows the block has.</param>
    /// <param name="lineStep">Rows from one line to the next.</param>
    /// <param name="rows">Rows of a line.</param>
    void PrefetchBlock(nint row, int lines, int lineStep, int rows);
}
