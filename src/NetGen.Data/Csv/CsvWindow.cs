namespace NetGen.Data;

/// <summary>How consecutive rows become a sample of a series.</summary>
/// <param name="Steps">Rows of a sample, at least 1.</param>
/// <param name="Horizon">
/// How many rows ahead are predicted: targets are those of so many rows behind the sample, a label is that of the last of them.
/// </param>
public sealed record CsvWindow(int Steps, int Horizon)
{
    /// <summary>Rows from the first of a sample to the last that it needs.</summary>
    internal int Span => Steps + Horizon;
}
