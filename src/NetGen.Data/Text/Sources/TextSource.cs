namespace NetGen.Data;

/// <summary>Where texts and the names of their classes stand. Files are UTF-8, with a BOM or without one.</summary>
public abstract class TextSource
{
    private protected TextSource(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = path;
    }

    /// <summary>The file or folder.</summary>
    public string Path { get; }

    /// <summary>A file with a text and its class on each line, separated by a tab. Empty lines are passed over.</summary>
    /// <param name="path">The file.</param>
    /// <param name="labelFirst">Whether the class stands before the text.</param>
    public static TextSource Lines(string path, bool labelFirst = false) => new TextLines(path, labelFirst);

    /// <summary>Two columns of a CSV file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">The name of the column of texts.</param>
    /// <param name="label">The name of the column of classes.</param>
    /// <param name="options">How the file is read; by default by its first line.</param>
    public static TextSource Csv(string path, string text, string label, CsvOptions? options = null) =>
        new TextColumns(path, text, label, options ?? new CsvOptions());

    /// <summary>
    /// A folder with one folder a class, each file in which is a text, as the IMDB reviews have it; or with one <c>.txt</c> file a class,
    /// each line of which is a text. Hidden files and folders are passed over, and so are empty lines.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="classes">Which classes are read; all where none are named.</param>
    public static TextSource Folder(string path, params string[] classes) => new TextFolder(path, classes);

    /// <summary>What a path has: <see cref="Folder"/> of a folder, <see cref="Lines"/> of a file.</summary>
    internal static TextSource Of(string path) => Directory.Exists(path) ? Folder(path) : Lines(path);

    /// <summary>Reads all texts, at least one.</summary>
    /// <exception cref="InvalidDataException">A file is no such text; the message names file, line and column.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    internal abstract IReadOnlyList<LabelledText> Read();

    private protected static LabelledText Made(string text, string label, TextPlace ofText, TextPlace ofLabel)
    {
        (string trimmed, string name) = (text.Trim(), label.Trim());
        if (trimmed.Length == 0)
            throw ofText.Error("there is no text.");
        if (name.Length == 0)
            throw ofLabel.Error("there is no class.");
        return new LabelledText(trimmed, name, ofText);
    }
}
