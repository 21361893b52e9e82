using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Results of a product over very long rows, block after block. Each block of terms is summed by itself, 64 blocks make a larger one,
/// and these are added to the total (as in <see cref="CascadeSum{S, V}"/>). Holds memory for one part of the result,
/// [rows, columns], three times.
/// </summary>
/// <param name="memory">Memory on the stack, three times <paramref name="most"/>.</param>
/// <param name="columns">Columns of the part, which the lanes of a vector divide.</param>
/// <param name="most">Rows × columns of the largest part.</param>
internal ref struct LongSums(ref float memory, int columns, int most = LongSums.Rows * LongSums.Columns)
{
    /// <summary>A sum of more terms is made of blocks.</summary>
    public const int LongestPlain = 2048;

    /// <summary>Terms of a block.</summary>
    public const int Block = 192;

    /// <summary>Rows of a part.</summary>
    public const int Rows = 64;

    /// <summary>Columns of a part with so many rows.</summary>
    public const int Columns = Products.PanelColumns;

    /// <summary>What it takes, and what is lost to the alignment.</summary>
    public const int Floats = (3 * Rows * Columns) + AlignedBlock.FloatsPerLine;

    private const int BlocksOfLarger = 64;

    private readonly ref float larger = ref Unsafe.Add(ref memory, most);
    private readonly ref float total = ref Unsafe.Add(ref memory, 2 * most);
    private int blocks;

    /// <summary>Where the sums of a block belong, rows one after the other.</summary>
    public readonly ref float Sums = ref memory;

    /// <summary>Begins a part with so many rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(int rows)
    {
        blocks = 0;
        for (int i = 0; i < rows * columns; i++)
            (Unsafe.Add(ref larger, i), Unsafe.Add(ref total, i)) = (0, 0);
    }

    /// <summary>Adds the sums of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<S, V>(int rows)
        where S : ISimd<V>
        where V : struct
    {
        Add<S, V>(ref Sums, ref larger, rows * columns);
        if (++blocks < BlocksOfLarger)
            return;
        Add<S, V>(ref larger, ref total, rows * columns);
        blocks = 0;
        for (int i = 0; i < rows * columns; i++)
            Unsafe.Add(ref larger, i) = 0;
    }

    /// <summary>Stores the part: the sum of all blocks, and what follows.</summary>
    /// <param name="output">Its first element in the result.</param>
    /// <param name="outputStride">Floats from one row of the result to the next.</param>
    /// <param name="row">Its first row.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="column">Its first column.</param>
    /// <param name="epilogue">What follows the sums.</param>
    /// <param name="adds">Whether they are added to what the result holds.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<S, V, E>(ref float output, nint outputStride, int row, int rows, int column, scoped in E epilogue, bool adds = false)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        for (int y = 0; y < rows; y++)
        {
            for (int x = 0; x < columns; x += S.Lanes)
            {
                ref float result = ref Unsafe.Add(ref output, (y * outputStride) + x);
                V sum = S.Add(S.Load(ref Unsafe.Add(ref total, (y * columns) + x)), S.Load(ref Unsafe.Add(ref larger, (y * columns) + x)));
                if (adds)
                    sum = S.Add(S.Load(ref result), sum);
                S.Store(epilogue.Apply(sum, row + y, column + x), ref result);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<S, V>(ref float from, ref float to, int count)
        where S : ISimd<V>
        where V : struct
    {
        for (int i = 0; i < count; i += S.Lanes)
            S.Store(S.Add(S.Load(ref Unsafe.Add(ref to, i)), S.Load(ref Unsafe.Add(ref from, i))), ref Unsafe.Add(ref to, i));
    }
}
