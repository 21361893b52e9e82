namespace NetGen.Data;

/// <summary>A column that is read, once for all its roles.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="IsNumber">Whether its fields are numbers; else they are texts.</param>
internal sealed record CsvField(string Name, bool IsNumber)
{
    /// <summary>Whether a row without a value is left out.</summary>
    public required bool DropsRow { get; init; }

    /// <summary>Whether a row without a value is an error.</summary>
    public required bool NeedsValue { get; init; }

    /// <summary>Whether ln(1 + x) is taken of it.</summary>
    public required bool IsLogarithmic { get; init; }

    /// <summary>The fields of columns: those of a name that are all numbers, or all texts, are one.</summary>
    public static IReadOnlyList<CsvField> Of(IReadOnlyList<CsvColumn> columns) =>
        [.. columns.GroupBy(column => (column.Name, column.IsNumber)).Select(group => new CsvField(group.Key.Name, group.Key.IsNumber)
        {
            DropsRow = group.Any(column => column.Missing == Missing.DropRow),
            NeedsValue = group.Any(column => column.Missing == Missing.Error),
            IsLogarithmic = group.Any(column => column.Log),
        })];

    /// <summary>The index of a column's field among these.</summary>
    public static int IndexOf(IReadOnlyList<CsvField> fields, string name, bool isNumber)
    {
        for (int i = 0; i < fields.Count; i++)
        {
            if (fields[i].Name == name && fields[i].IsNumber == isNumber)
                return i;
        }

        return -1;
    }
}
