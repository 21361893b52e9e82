namespace NetGen.Data;

/// <summary>The samples of a CSV set before anything is learnt of them: rows, or windows of consecutive rows.</summary>
internal sealed class CsvSource
{
    private readonly int[]? starts;

    /// <exception cref="InvalidDataException">There are fewer rows than one window takes.</exception>
    public CsvSource(string name, Type type, CsvTable table, CsvColumns columns, CsvOptions options)
    {
        (Name, Type, Table, Columns, Window, Options) = (name, type, table, columns.All, columns.Windows, options);
        int group = CsvField.IndexOf(table.Fields, GroupColumn ?? "", isNumber: false);
        GroupField = GroupColumn is null ? -1 : group;
        Count = table.Cells.Rows;
        if (Window is null)
            return;
        starts = Starts();
        Count = starts.Length;
        if (Count == 0)
        {
            throw new InvalidDataException(
                $"{table.Files}: a window of {Window.Steps} steps that predicts {Window.Horizon} ahead takes {Window.Span} rows"
                    + $"{(GroupField >= 0 ? $" of one '{GroupColumn}'" : "")}; expected at least as many, got {table.Cells.Rows}.");
        }
    }

    public string Name { get; }

    /// <summary>The user's type, whose attributes state the contract.</summary>
    public Type Type { get; }

    public CsvTable Table { get; }

    public IReadOnlyList<CsvColumn> Columns { get; }

    public CsvWindow? Window { get; }

    public CsvOptions Options { get; }

    /// <summary>The number of samples.</summary>
    public int Count { get; }

    /// <summary>The cell that has the group; -1 without.</summary>
    public int GroupField { get; }

    private string? GroupColumn => Columns.FirstOrDefault(column => column.Role == CsvRole.Group)?.Name;

    /// <summary>The first row of a sample.</summary>
    public int FirstRow(int sample) => starts is null ? sample : starts[sample];

    // A window lies in one file and one group.
    private int[] Starts()
    {
        CellStore cells = Table.Cells;
        var found = new List<int>();
        int first = 0, file = 0, endOfFile = Table.RowsOfFiles[0];
        for (int row = 0; row < cells.Rows; row++)
        {
            while (row == endOfFile)
            {
                endOfFile += Table.RowsOfFiles[++file];
                first = row;
            }

            if (GroupField >= 0 && row > 0 && cells[row][GroupField] != cells[row - 1][GroupField])
                first = row;
            if (row - first + 1 >= Window!.Span)
                found.Add(row + 1 - Window.Span);
        }

        return [.. found];
    }
}
