namespace NetGen.Data;

/// <summary>The rows of CSV files as they stand there: no statistics, no scaling.</summary>
internal sealed class CsvTable
{
    /// <summary>Cells that stay in memory: 16 MiB.</summary>
    private const int MostInMemory = 4 << 20;

    private readonly IReadOnlyList<string> paths;
    private readonly CsvOptions options;

    private CsvTable(
        IReadOnlyList<string> paths, CsvOptions options, IReadOnlyList<CsvField> fields, CellStore cells,
        IReadOnlyList<string>[] categories, int[] rowsOfFiles)
    {
        (this.paths, this.options, Fields, Cells, Categories, RowsOfFiles) = (paths, options, fields, cells, categories, rowsOfFiles);
    }

    /// <summary>The columns that were read.</summary>
    public IReadOnlyList<CsvField> Fields { get; }

    /// <summary>The values, a cell for each field.</summary>
    public CellStore Cells { get; }

    /// <summary>The categories of each field, by the numbers that its cells have; empty for numbers.</summary>
    public IReadOnlyList<string>[] Categories { get; }

    /// <summary>The number of rows of each file, in their order.</summary>
    public int[] RowsOfFiles { get; }

    /// <summary>The files in messages.</summary>
    public string Files => paths.Count == 1 ? $"'{paths[0]}'" : $"'{paths[0]}' and {paths.Count - 1} more";

    /// <summary>Reads files, or the binary copy of them that is at hand.</summary>
    /// <exception cref="InvalidDataException">A file is no table with these columns; the message names file, line and column.</exception>
    /// <exception cref="IOException">A file cannot be read, or the copy of large ones not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static CsvTable Read(
        IReadOnlyList<string> paths, CsvOptions options, IReadOnlyList<CsvField> fields, int mostInMemory = MostInMemory)
    {
        CsvCopyKey key = CsvCopyKey.Of(paths, fields, options);
        string folder = CsvCopy.FolderOf(options);
        string copy = Path.Combine(folder, key.FileName);
        if (CsvCopy.Read(copy, key) is { } footer)
        {
            return new CsvTable(
                paths, options, fields, new MappedCells(copy, footer.Rows, footer.Width), footer.Categories, footer.RowsOfFiles);
        }

        var reader = new CsvReader(options, fields);
        var rows = new int[paths.Count];
        using var writer = new CellWriter(fields.Count, Math.Max(mostInMemory, fields.Count), () => new CsvCopyWriter(copy));
        for (int i = 0; i < paths.Count; i++)
        {
            int before = writer.Rows;
            reader.Read(paths[i], (cells, place) =>
            {
                if (writer.Rows == Array.MaxLength)
                    throw place.Error($"there are more than {Array.MaxLength:N0} rows; expected fewer.");
                writer.Add(cells);
                return true;
            });
            rows[i] = writer.Rows - before;
        }

        CellStore store;
        if (writer.Rows == 0)
        {
            throw new InvalidDataException(
                $"'{paths[0]}' has no row{(paths.Count > 1 ? ", nor has any other file" : "")}; expected at least one.");
        }


        if (writer.Copy is null)
        {
            store = writer.InMemory();
        }
        else
        {
            writer.Flush();
            writer.Copy.Complete(new CsvCopyFooter(key.Text, writer.Rows, fields.Count, reader.Categories, rows));
            CsvCopy.DeleteStale(folder, key);
            store = new MappedCells(copy, writer.Rows, fields.Count);
        }

        return new CsvTable(paths, options, fields, store, reader.Categories, rows);
    }

    /// <summary>Where a row stands: the file is read again up to it, which is for messages alone.</summary>
    public CsvPlace PlaceOf(int row)
    {
        int file = 0;
        while (row >= RowsOfFiles[file])
            row -= RowsOfFiles[file++];
        CsvPlace? found = null;
        new CsvReader(options, Fields).Read(paths[file], (_, place) =>
        {
            found = place;
            return row-- > 0;
        });
        return found ?? new CsvPlace(paths[file], 0);
    }
}
