namespace NetGen.Data;

/// <summary>
/// A data set of CSV files. A class of your own derives from it, states its contract by [DataSet], [Sample] and [Classes] or [Target], and
/// passes its columns on: <c>class Penguins(string path) : CsvDataSet(path, new CsvColumns().Number("mass").Label("species"))</c>.
/// </summary>
/// <remarks>
/// <para>
/// Numbers are standardised and categories learnt from the training part alone: <see cref="DataSetSplits"/> give parts that all take
/// what the first has taught. The set itself, as a whole, takes the statistics of all its samples.
/// </para>
/// <para>
/// A file with at most 16 MiB of values is kept in memory. Of a larger one a binary copy is made in the user's cache, mapped into memory,
/// and taken again until the file changes.
/// </para>
/// </remarks>
public abstract class CsvDataSet : IFittedDataSet, IGroupedDataSet
{
    private readonly Lazy<CsvSamples> whole;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Its columns that are used.</param>
    /// <param name="options">How it is read; by default by its first line.</param>
    /// <exception cref="ArgumentException">The columns are not those of a data set.</exception>
    /// <exception cref="InvalidDataException">The file is no table with these columns; the message names line and column.</exception>
    /// <exception cref="IOException">The file cannot be read, or the copy of a large one not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    protected CsvDataSet(string path, CsvColumns columns, CsvOptions? options = null)
        : this([path], columns, options)
    {
    }

    /// <summary>Reads files with the same columns, one after another, as one set.</summary>
    /// <param name="paths">The files, at least one.</param>
    /// <param name="columns">Their columns that are used.</param>
    /// <param name="options">How they are read; by default by the first line of each.</param>
    /// <exception cref="ArgumentException">There is no file, or the columns are not those of a data set.</exception>
    /// <exception cref="InvalidDataException">A file is no table with these columns; the message names file, line and column.</exception>
    /// <exception cref="IOException">A file cannot be read, or the copy of large ones not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    protected CsvDataSet(IReadOnlyList<string> paths, CsvColumns columns, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(columns);
        if (paths.Count == 0)
            throw new ArgumentException("There is no file; expected at least one.", nameof(paths));
        foreach (string path in paths)
            ArgumentException.ThrowIfNullOrEmpty(path, nameof(paths));
        columns.Require();
        options ??= new CsvOptions();
        string[] files = [.. paths];
        CsvTable table = CsvTable.Read(files, options, CsvField.Of(columns.All));
        var source = new CsvSource(Path.GetFileNameWithoutExtension(files[0]), GetType(), table, columns, options);
        whole = new Lazy<CsvSamples>(() => new CsvSamples(source, CsvFit.Of(source, SampleIndices.All(source.Count))));
        Source = source;
    }

    /// <inheritdoc/>
    public string Name => Source.Name;

    /// <inheritdoc/>
    public int Count => Source.Count;

    /// <summary>What was learnt from all samples; a part of a split has that of its training part.</summary>
    public Preparation Preparation => whole.Value.Preparation;

    /// <inheritdoc/>
    public int SampleSize => whole.Value.SampleSize;

    /// <inheritdoc/>
    public ReadOnlySpan<int> Shape => whole.Value.Shape;

    /// <inheritdoc/>
    public bool? CopiesChannelsLast => whole.Value.CopiesChannelsLast;

    /// <inheritdoc/>
    public int TargetSize => whole.Value.TargetSize;

    /// <inheritdoc/>
    public int Classes => whole.Value.Classes;

    /// <inheritdoc/>
    public int LabelsPerSample => whole.Value.LabelsPerSample;

    /// <inheritdoc/>
    public int Vocabulary => whole.Value.Vocabulary;

    /// <inheritdoc/>
    public bool HasGroups => Source.GroupField >= 0;

    internal CsvSource Source { get; }

    /// <inheritdoc/>
    object IFittedDataSet.Source => Source;

    SampleAttribute? IDataSet.OtherInput(string name) => ((IDataSet)whole.Value).OtherInput(name);

    /// <inheritdoc/>
    public void CopySamples(ReadOnlySpan<int> indices, Span<float> destination) => whole.Value.CopySamples(indices, destination);

    /// <inheritdoc/>
    public void CopyTokens(ReadOnlySpan<int> indices, Span<int> destination) => whole.Value.CopyTokens(indices, destination);

    /// <inheritdoc/>
    public void CopyInput(string name, ReadOnlySpan<int> indices, Span<float> destination) =>
        whole.Value.CopyInput(name, indices, destination);

    /// <inheritdoc/>
    public void CopyInput(string name, ReadOnlySpan<int> indices, Span<int> destination) =>
        whole.Value.CopyInput(name, indices, destination);

    /// <inheritdoc/>
    public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination) => whole.Value.CopyLabels(indices, destination);

    /// <inheritdoc/>
    public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination) => whole.Value.CopyTargets(indices, destination);

    /// <inheritdoc/>
    public void CopyGroups(ReadOnlySpan<int> indices, Span<int> destination) => whole.Value.CopyGroups(indices, destination);

    /// <inheritdoc/>
    public IFittedDataSet FitTo(ReadOnlySpan<int> indices)
    {
        if (indices.IsEmpty)
            throw new ArgumentException($"Nothing is learnt from no sample of '{Name}'; expected at least one index.", nameof(indices));
        SampleIndices.Require(indices, Count, Name);
        return new CsvSamples(Source, CsvFit.Of(Source, indices));
    }

    /// <inheritdoc/>
    public IFittedDataSet PreparedAs(Preparation preparation) => CsvSamples.PreparedAs(Source, preparation);

    /// <inheritdoc/>
    public void Require(ReadOnlySpan<int> indices) => whole.Value.Require(indices);
}
