namespace NetGen.Data;

/// <summary>A place in a file of text, as messages name it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character of the line, from 1; 0 where the whole line is meant.</param>
internal readonly record struct TextPlace(string Path, int Line, int Column)
{
    public InvalidDataException Error(string message) =>
        new(Column > 0 ? $"'{Path}', line {Line}, column {Column}: {message}" : $"'{Path}', line {Line}: {message}");
}
