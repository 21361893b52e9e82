namespace NetGen;

/// <summary>Rows of equally many floats, one after another in one array or each in its own.</summary>
internal sealed class FloatRows
{
    private readonly ReadOnlyMemory<float> block;
    private readonly float[][]? rows;

    /// <summary>Rows one after another.</summary>
    public FloatRows(ReadOnlyMemory<float> block, int size) => (this.block, Size, Count) = (block, size, block.Length / size);

    /// <summary>Rows in arrays of their own.</summary>
    /// <exception cref="ArgumentException">A row is null, empty, or of another length than the first; the message names it.</exception>
    public FloatRows(float[][] rows, string argument)
    {
        this.rows = rows;
        (Count, Size) = (rows.Length, rows.Length == 0 ? 0 : rows[0]?.Length ?? 0);
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i] is null || rows[i].Length == 0)
            {
                throw new ArgumentException(
                    $"Array {i} is {(rows[i] is null ? "null" : "empty")}; expected an array of floats for each sample.",
                    argument);
            }

            if (rows[i].Length != Size)
            {
                throw new ArgumentException(
                    $"Array {i} has {rows[i].Length} floats and array 0 has {Size}; expected as many for each sample.",
                    argument);
            }
        }
    }

    public int Count { get; }

    public int Size { get; }

    public ReadOnlySpan<float> this[int index] => rows is null ? block.Span.Slice(index * Size, Size) : rows[index];

    /// <summary>Copies rows, one after another.</summary>
    public void CopyTo(ReadOnlySpan<int> indices, Span<float> destination)
    {
        for (int i = 0; i < indices.Length; i++)
            this[indices[i]].CopyTo(destination[(i * Size)..]);
    }

    /// <exception cref="ArgumentException">A value is NaN or infinite; the message names its position.</exception>
    public void RequireFinite(string argument)
    {
        for (int row = 0; row < Count; row++)
        {
            if (BatchCheck.IndexOfNonFinite(this[row]) is >= 0 and int i)
                throw new ArgumentException($"Sample {row} has {this[row][i]} as value {i}; expected finite numbers.", argument);
        }
    }
}
