using System.Runtime.InteropServices;

namespace NetGen.Data;

/// <summary>Collects the cells of rows: in memory while they are few, and in a file from then on.</summary>
/// <param name="width">The cells of a row.</param>
/// <param name="mostInMemory">The most cells that are kept in memory.</param>
/// <param name="create">Makes the file, where there are more.</param>
internal sealed class CellWriter(int width, int mostInMemory, Func<CsvCopyWriter> create) : IDisposable
{
    private int[] cells = new int[Math.Min(mostInMemory, 1024 * width)];
    private int count;

    /// <summary>The rows that were added.</summary>
    public int Rows { get; private set; }

    /// <summary>The file; null while all is in memory.</summary>
    public CsvCopyWriter? Copy { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Add(ReadOnlySpan<int> row)
    {
        if (count + width > cells.Length)
            MakeRoom();
        row.CopyTo(cells.AsSpan(count));
        count += width;
        Rows++;
    }

    /// <summary>The cells, where all are in memory.</summary>
    public MemoryCells InMemory() => new(cells.AsSpan(0, count).ToArray(), Rows, width);

    /// <summary>Writes what is not yet in the file.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Flush()
    {
        Copy!.Write(MemoryMarshal.AsBytes(cells.AsSpan(0, count)));
        count = 0;
    }

    /// <summary>Deletes a file that was not completed.</summary>
    public void Dispose() => Copy?.Dispose();

    private void MakeRoom()
    {
        if (Copy is null && count + width <= mostInMemory)
        {
            Array.Resize(ref cells, (int)Math.Min(mostInMemory, Math.Max(cells.Length * 2L, count + width)));
            return;
        }

        Copy ??= create();
        Flush();
    }
}
