using System.IO.MemoryMappedFiles;

namespace NetGen.Data;

/// <summary>Cells in a file that is mapped into memory: the system keeps of it what there is room for.</summary>
internal sealed unsafe class MappedCells : CellStore
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly int* cells;

    /// <param name="path">A file that begins with the cells.</param>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <param name="width">The cells of a row.</param>
    public MappedCells(string path, int rows, int width)
        : base(rows, width)
    {
        // Deleted by another process that makes the copy anew, the file lives on until it is no longer mapped.
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            file = MemoryMappedFile.CreateFromFile(
                stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            view = file.CreateViewAccessor(0, (long)rows * width * sizeof(int), MemoryMappedFileAccess.Read);
        }
        catch
        {
            file?.Dispose();
            stream.Dispose();
            throw;
        }

        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        cells = (int*)(start + view.PointerOffset);
    }

    /// <summary>Gives the memory back where nobody reads it any more: sets of data are not disposed of.</summary>
    ~MappedCells()
    {
        if (cells == null)
            return;
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }

    public override ReadOnlySpan<int> this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
            return new(cells + ((long)row * Width), Width);
        }
    }
}
