namespace NetGen.Data;

/// <summary>What turns rows of a CSV file into a network's inputs, learnt from the training part.</summary>
public sealed record CsvPreparation : Preparation
{
    /// <summary>The columns in the order in which they were stated.</summary>
    public IReadOnlyList<CsvPreparedColumn> Columns { get; init; } = [];

    /// <summary>How consecutive rows become a sample; null where each row is one.</summary>
    public CsvWindow? Window { get; init; }

    /// <summary>Whether the network takes samples of a window as [features, steps], and rows are transposed.</summary>
    public bool IsChannelsLast { get; init; }

    /// <summary>Texts that stand for a field without a value.</summary>
    public IReadOnlyList<string> MissingTexts { get; init; } = [];

    /// <summary>The features of a row.</summary>
    internal int Features => Columns.Sum(column => column.Width);

    /// <summary>Rows of a sample.</summary>
    internal int Steps => Window?.Steps ?? 1;

    /// <summary>The columns of tokens: each is an input of its own, the first of them where there are no features.</summary>
    internal CsvPreparedColumn[] Tokens => [.. Columns.Where(column => column.Role == CsvRole.Token)];

    /// <summary>The columns that are predicted as numbers.</summary>
    internal CsvPreparedColumn[] Targets => [.. Columns.Where(column => column.Role == CsvRole.Target)];

    /// <summary>Numbers of a target.</summary>
    internal int TargetSize => Targets.Length * (Window?.Horizon ?? 1);

    /// <summary>What each column makes, for messages.</summary>
    internal string Widths => string.Join(", ", Columns.Where(column => column.Width > 0).Select(column => column.Role == CsvRole.Number
        ? $"'{column.Name}' 1"
        : $"'{column.Name}' {column.Width} ({CsvReader.Listed(column.Categories)})"));

    private protected override string Kind => "a table";

    private protected override string Model => nameof(CsvModel);

    private protected override void Require()
    {
        if (Columns is null || Columns.Contains(null!) || MissingTexts is null || MissingTexts.Contains(null!) || ClassNames is null)
            throw new ArgumentException("the columns are incomplete");
        foreach (CsvPreparedColumn column in Columns)
            column.Require();
        if (Window is { Steps: < 1 } or { Horizon: < 0 } || Window is { } rows && (long)rows.Steps + rows.Horizon > int.MaxValue)
            throw new ArgumentException($"a window of {Window.Steps} steps and a horizon of {Window.Horizon}");
        if ((long)Targets.Length * (Window?.Horizon ?? 1) > Array.MaxLength)
            throw new ArgumentException($"{Targets.Length} targets and a horizon of {Window?.Horizon}");
        if (Targets.DistinctBy(column => column.Name, StringComparer.Ordinal).Count() < Targets.Length)
            throw new ArgumentException("two targets have the same name");
        if (Features == 0 && Tokens.Length == 0)
            throw new ArgumentException("no column is a feature");
        CsvPreparedColumn? label = Columns.FirstOrDefault(column => column.Role == CsvRole.Label);
        if (!ClassNames.SequenceEqual(label?.Categories ?? []))
            throw new ArgumentException("the names of the classes are not the categories of the label");
    }
}
