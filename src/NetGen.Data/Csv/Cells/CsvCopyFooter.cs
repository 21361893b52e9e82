namespace NetGen.Data;

/// <summary>What a binary copy has behind its cells.</summary>
/// <param name="Key">The text of its key.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Width">The cells of a row.</param>
/// <param name="Categories">The categories of each field, by their numbers; empty for numbers.</param>
/// <param name="RowsOfFiles">The rows of each file.</param>
internal sealed record CsvCopyFooter(string Key, int Rows, int Width, IReadOnlyList<string>[] Categories, int[] RowsOfFiles);
