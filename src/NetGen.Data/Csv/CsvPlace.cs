namespace NetGen.Data;

/// <summary>A place in a CSV file, as messages name it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1; of a row over several lines, the first.</param>
internal readonly record struct CsvPlace(string Path, int Line)
{
    public InvalidDataException Error(string message) => new($"'{Path}', line {Line}: {message}");

    public InvalidDataException Error(string column, string message) => new($"'{Path}', line {Line}, column '{column}': {message}");
}
