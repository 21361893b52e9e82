using System.Text;

namespace NetGen.Data;

/// <summary>
/// Where texts and the names of their classes stand. Files are UTF-8 unless <see cref="WithEncoding"/> says otherwise, or a BOM by which a
/// file begins; a byte that is no character is an error that names file, line and column.
/// </summary>
public abstract class TextSource
{
    private Encoding encoding;

    private protected TextSource(string path, Encoding? encoding = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        (Path, this.encoding) = (path, encoding ?? Encoding.UTF8);
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

    /// <summary>The same texts, of files in another encoding.</summary>
    /// <param name="encoding">How bytes become characters, such as <see cref="Encoding.Latin1"/>; a BOM in a file goes before it.</param>
    public TextSource WithEncoding(Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        var source = (TextSource)MemberwiseClone();
        source.encoding = encoding;
        return source;
    }

    /// <summary>What a path has: <see cref="Folder"/> of a folder, <see cref="Lines"/> of a file.</summary>
    internal static TextSource Of(string path) => Directory.Exists(path) ? Folder(path) : Lines(path);

    /// <summary>Reads all texts, at least one.</summary>
    /// <exception cref="InvalidDataException">A file is no such text; the message names file, line and column.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    internal abstract IReadOnlyList<LabelledText> Read();

    /// <summary>Reads one of the files.</summary>
    /// <exception cref="InvalidDataException">A byte is no character; the message names file, line and column.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    private protected string ReadFile(string path) => EncodedFile.Read(path, encoding, $"{nameof(TextSource)}.{nameof(WithEncoding)}");

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
