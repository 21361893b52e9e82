namespace NetGen.Mutations.Kinds;

/// <summary>All kinds of files.</summary>
internal static class FileKinds
{
    public static readonly string[] Names =
    [
        "csv", "csv-series", "csv-prediction", "png", "jpeg", "idx", "idx-gzip", "weights", "csv-model", "series-model", "image-model",
        "checkpoint", "text", "text-csv", "text-windows", "text-model", "language-model",
    ];

    /// <summary>A kind by its name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="folder">A folder that it may write to.</param>
    public static FileKind Create(string name, string folder) => name switch
    {
        "csv" => new CsvKind(folder, isSeries: false),
        "csv-series" => new CsvKind(folder, isSeries: true),
        "csv-prediction" => new CsvPredictionKind(folder),
        "png" => new PngKind(),
        "jpeg" => new JpegKind(),
        "idx" => new IdxKind(),
        "idx-gzip" => new PackedIdxKind(),
        "weights" => new WeightsKind(),
        "csv-model" => new CsvModelKind(folder, isSeries: false),
        "series-model" => new CsvModelKind(folder, isSeries: true),
        "image-model" => new ImageModelKind(folder),
        "checkpoint" => new CheckpointKind(folder),
        "text" => new TextKind(isTable: false),
        "text-csv" => new TextKind(isTable: true),
        "text-windows" => new TextWindowsKind(),
        "text-model" => new TextModelKind(folder, writes: false),
        "language-model" => new TextModelKind(folder, writes: true),
        _ => throw new ArgumentException($"There is no kind of files '{name}'; expected one of {string.Join(", ", Names)}."),
    };
}
