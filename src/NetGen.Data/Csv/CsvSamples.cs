namespace NetGen.Data;

/// <summary>The samples of a CSV set, prepared by what was learnt from some of them.</summary>
internal sealed class CsvSamples : IFittedDataSet, IGroupedDataSet
{
    private readonly CsvSource source;
    private readonly CsvPreparation preparation;
    private readonly CsvEncoder encoder;
    private readonly CsvContract contract;
    private readonly int[] requiredColumns;
    private readonly int steps;
    private readonly int targets;
    private readonly string[] tokens;

    /// <exception cref="ArgumentException">The type states another contract than the columns make.</exception>
    public CsvSamples(CsvSource source, CsvPreparation preparation)
    {
        (this.source, this.preparation, steps, targets) = (source, preparation, preparation.Steps, preparation.Targets.Length);
        tokens = [.. preparation.Tokens.Select(column => column.Name)];
        TargetSize = preparation.TargetSize;
        contract = new CsvContract(source.Table.Files, source.Type, preparation);
        int[] fields = CsvFit.FieldsOf(source.Columns, source.Table);
        int[]?[] slots = [.. preparation.Columns.Select((column, index) => SlotsOf(column, source.Table.Categories[fields[index]]))];
        encoder = new CsvEncoder(preparation, fields, slots);
        requiredColumns = [.. Enumerable.Range(0, fields.Length).Where(index => slots[index]?.Contains(CsvEncoder.UnseenSlot) == true)];
    }

    public string Name => source.Name;

    public int Count => source.Count;

    public Preparation Preparation => preparation;

    public int SampleSize => contract.SampleSize;

    public ReadOnlySpan<int> Shape => contract.Shape;

    public bool? CopiesChannelsLast => preparation.IsChannelsLast;

    public int TargetSize { get; }

    public int Classes => preparation.ClassNames.Count;

    public int LabelsPerSample => Classes > 0 ? 1 : 0;

    public int Vocabulary => contract.Vocabulary;

    public object Source => source;

    public bool HasGroups => source.GroupField >= 0;

    SampleAttribute? IDataSet.OtherInput(string name) => contract.OtherInput(name);

    public void CopySamples(ReadOnlySpan<int> indices, Span<float> destination)
    {
        if (Vocabulary > 0)
            throw new NotSupportedException($"'{Name}' has samples of tokens.");
        Require(indices, destination.Length, SampleSize, "floats");
        int features = encoder.Features;
        for (int i = 0; i < indices.Length; i++)
        {
            int first = source.FirstRow(indices[i]);
            for (int step = 0; step < steps; step++)
            {
                int refused = encoder.WriteFeatures(
                    source.Table.Cells[first + step], destination.Slice((i * SampleSize) + (step * features), features));
                if (refused >= 0)
                    throw Refused(first + step, refused);
            }
        }

        GC.KeepAlive(this);
    }

    public void CopyTokens(ReadOnlySpan<int> indices, Span<int> destination)
    {
        if (Vocabulary == 0)
            throw new NotSupportedException($"'{Name}' has samples of numbers.");
        CopyTokens(0, indices, destination);
    }

    public void CopyInput(string name, ReadOnlySpan<int> indices, Span<float> destination) =>
        throw new NotSupportedException($"'{Name}' has no input '{name}' of numbers; all its numbers are the first input.");

    public void CopyInput(string name, ReadOnlySpan<int> indices, Span<int> destination)
    {
        int input = Array.IndexOf(tokens, name);
        if (input < 0)
        {
            throw new NotSupportedException(
                $"'{Name}' has no input '{name}' of tokens; expected {nameof(CsvColumns)}.{nameof(CsvColumns.Token)}(\"{name}\").");
        }

        CopyTokens(input, indices, destination);
    }

    public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination)
    {
        if (Classes == 0)
            throw new NotSupportedException($"'{Name}' has no class labels.");
        Require(indices, destination.Length, 1, "labels");
        int behind = source.Window is { } window ? window.Span - 1 : 0;
        for (int i = 0; i < indices.Length; i++)
        {
            int row = source.FirstRow(indices[i]) + behind;
            int refused = encoder.WriteLabel(source.Table.Cells[row], out destination[i]);
            if (refused >= 0)
                throw Refused(row, refused);
        }

        GC.KeepAlive(this);
    }

    public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination)
    {
        int size = TargetSize, each = targets;
        if (size == 0)
            throw new NotSupportedException($"'{Name}' has no targets.");
        Require(indices, destination.Length, size, "floats");
        (int behind, int rows) = source.Window is { } window ? (window.Steps, window.Horizon) : (0, 1);
        for (int i = 0; i < indices.Length; i++)
        {
            int first = source.FirstRow(indices[i]) + behind;
            for (int row = 0; row < rows; row++)
                encoder.WriteTargets(source.Table.Cells[first + row], destination.Slice((i * size) + (row * each), each));
        }

        GC.KeepAlive(this);
    }

    public void CopyGroups(ReadOnlySpan<int> indices, Span<int> destination)
    {
        if (!HasGroups)
        {
            throw new NotSupportedException(
                $"'{Name}' has no groups; expected {nameof(CsvColumns)}.{nameof(CsvColumns.Group)} with a column.");
        }


        Require(indices, destination.Length, 1, "groups");
        for (int i = 0; i < indices.Length; i++)
            destination[i] = source.Table.Cells[source.FirstRow(indices[i])][source.GroupField];
        GC.KeepAlive(this);
    }

    public IFittedDataSet FitTo(ReadOnlySpan<int> indices)
    {
        if (indices.IsEmpty)
            throw new ArgumentException($"Nothing is learnt from no sample of '{Name}'; expected at least one index.", nameof(indices));
        Require(indices, indices.Length, 1, "indices");
        return new CsvSamples(source, CsvFit.Of(source, indices));
    }

    public IFittedDataSet PreparedAs(Preparation preparation) =>
        ReferenceEquals(preparation, this.preparation) ? this : PreparedAs(source, preparation);

    /// <exception cref="ArgumentException">It was learnt of other columns.</exception>
    public static CsvSamples PreparedAs(CsvSource source, Preparation preparation)
    {
        ArgumentNullException.ThrowIfNull(preparation);
        if (preparation is not CsvPreparation other || !other.Columns.Select(column => (column.Name, column.Role))
            .SequenceEqual(source.Columns.Select(column => (column.Name, column.Role))) || other.Window != source.Window)
        {
            throw new ArgumentException($"'{source.Name}' has other columns than what it is to be prepared as.", nameof(preparation));
        }

        return new CsvSamples(source, other);
    }

    public void Require(ReadOnlySpan<int> indices)
    {
        // Only where the training part lacks a category of the file can a value be of no use.
        if (requiredColumns.Length == 0)
            return;
        Require(indices, indices.Length, 1, "indices");
        var features = new float[encoder.Features];
        foreach (int index in indices)
        {
            int first = source.FirstRow(index);
            for (int row = first; row < first + steps; row++)
            {
                int refused = encoder.WriteFeatures(source.Table.Cells[row], features);
                for (int input = 0; input < tokens.Length && refused < 0; input++)
                    refused = encoder.WriteToken(source.Table.Cells[row], input, out _);
                if (refused >= 0)
                    throw Refused(row, refused);
            }
        }

        if (Classes > 0)
        {
            Span<int> label = stackalloc int[1];
            foreach (int index in indices)
                CopyLabels([index], label);
        }

        GC.KeepAlive(this);
    }

    private static int[]? SlotsOf(CsvPreparedColumn column, IReadOnlyList<string> categories)
    {
        if (column.IsNumber || column.Role == CsvRole.Group)
            return null;
        Dictionary<string, int> slots = column.Slots();
        return [.. categories.Select(category => slots.GetValueOrDefault(category, CsvEncoder.UnseenSlot))];
    }

    private void CopyTokens(int input, ReadOnlySpan<int> indices, Span<int> destination)
    {
        Require(indices, destination.Length, steps, "tokens");
        for (int i = 0; i < indices.Length; i++)
        {
            int first = source.FirstRow(indices[i]);
            for (int step = 0; step < steps; step++)
            {
                int refused = encoder.WriteToken(source.Table.Cells[first + step], input, out destination[(i * steps) + step]);
                if (refused >= 0)
                    throw Refused(first + step, refused);
            }
        }

        GC.KeepAlive(this);
    }

    private InvalidDataException Refused(int row, int index)
    {
        CsvPreparedColumn column = preparation.Columns[index];
        int cell = source.Table.Cells[row][CsvField.IndexOf(source.Table.Fields, column.Name, column.IsNumber)];
        CsvPlace place = source.Table.PlaceOf(row);
        if (column.IsNumber || cell < 0)
            return place.Error(column.Name, "there is no value.");
        string category = source.Table.Categories[CsvField.IndexOf(source.Table.Fields, column.Name, isNumber: false)][cell];
        string hint = column.Role == CsvRole.Label ? "" : $" {nameof(Unseen)}.{nameof(Unseen.Ignore)} takes such ones for unknown.";
        return place.Error(
            column.Name,
            $"'{category}' is none of the {(column.Role == CsvRole.Label ? "classes" : "categories")} of the training part "
                + $"({CsvReader.Listed(column.Categories.Except(column.UnseenCategories))}).{hint}");
    }

    private void Require(ReadOnlySpan<int> indices, int room, int size, string unit)
    {
        if (room != (long)indices.Length * size)
        {
            throw new ArgumentException(
                $"{indices.Length} samples are {(long)indices.Length * size} {unit}; there is room for {room}.", "destination");
        }

        SampleIndices.Require(indices, Count, Name);
    }
}
