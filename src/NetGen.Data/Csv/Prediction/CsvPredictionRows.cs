namespace NetGen.Data;

/// <summary>Reads the rows of a file that is to be predicted, a sample at a time: a row, or the rows of a window.</summary>
internal sealed class CsvPredictionRows
{
    private readonly CsvPreparation preparation;
    private readonly CsvPreparedColumn[] columns;
    private readonly CsvField[] fields;
    private readonly CsvReader reader;
    private readonly List<int>?[] slotsOfNumbers;
    private readonly Dictionary<string, int>?[] slots;

    public CsvPredictionRows(CsvPreparation preparation, CsvOptions options)
    {
        this.preparation = preparation;
        columns = [.. preparation.Columns];
        fields = [.. columns.Select(column => new CsvField(column.Name, column.IsNumber)
        {
            DropsRow = false,
            NeedsValue = IsInput(column) && column.Missing is Missing.Error or Missing.DropRow,
            IsLogarithmic = column.Log,
        })];

        // Targets and labels are what is not known; groups only keep windows apart.
        reader = new CsvReader(
            options, fields, index => IsInput(columns[index]), index => columns[index].Role is CsvRole.Target or CsvRole.Label);
        slots = [.. columns.Select(column => IsInput(column) && !column.IsNumber ? column.Slots() : null)];
        slotsOfNumbers = [.. slots.Select(own => own is null ? null : new List<int>())];
    }

    /// <summary>Takes the cells of a sample's rows, and where each stands.</summary>
    internal delegate void SampleAction(ReadOnlySpan<int> cells, ReadOnlySpan<CsvPlace> places);

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The file is no table with these columns; the message names line and column.</exception>
    public void Read(string path, SampleAction take)
    {
        int steps = preparation.Steps, width = columns.Length, held = 0;
        int group = Array.FindIndex(columns, column => column.Role == CsvRole.Group), last = CsvCell.MissingCategory;
        var window = new int[steps * width];
        var places = new CsvPlace[steps];
        reader.Read(path, (cells, place) =>
        {
            // A window lies in one group.
            if (group >= 0 && cells[group] != last)
                (held, last) = (0, cells[group]);
            if (held == steps)
            {
                window.AsSpan(width).CopyTo(window);
                places.AsSpan(1).CopyTo(places);
                held--;
            }

            Span<int> row = window.AsSpan(held * width, width);
            cells.CopyTo(row);
            for (int i = 0; i < width; i++)
            {
                if (slots[i] is not null && row[i] >= 0)
                    row[i] = SlotOf(i, row[i]);
            }

            places[held++] = place;
            if (held == steps)
                take(window, places);
            return true;
        });
    }

    private static bool IsInput(CsvPreparedColumn column) => column.Role is CsvRole.Number or CsvRole.OneHot or CsvRole.Token;

    /// <summary>The slot of a category by its number in the file; new numbers come as the file is read.</summary>
    private int SlotOf(int column, int number)
    {
        List<int> known = slotsOfNumbers[column]!;
        while (known.Count <= number)
            known.Add(slots[column]!.GetValueOrDefault(reader.CategoryOf(column, known.Count), CsvEncoder.UnseenSlot));
        return known[number];
    }
}
