namespace NetGen.Data;

/// <summary>One folder a class, each file in which is a text; or one file a class, each line of which is a text.</summary>
internal sealed class TextFolder : TextSource
{
    private readonly string[] classes;

    public TextFolder(string path, string[] classes)
        : base(path)
    {
        ArgumentNullException.ThrowIfNull(classes);
        foreach (string name in classes)
            ArgumentException.ThrowIfNullOrEmpty(name, nameof(classes));
        this.classes = [.. classes];
    }

    internal override IReadOnlyList<LabelledText> Read()
    {
        if (!Directory.Exists(Path))
            throw new DirectoryNotFoundException($"The folder '{Path}' of texts does not exist.");
        var folder = new DirectoryInfo(Path);
        DirectoryInfo[] folders = [.. folder.EnumerateDirectories().Where(entry => !IsHidden(entry))];
        FileInfo[] files = [.. folder.EnumerateFiles("*.txt").Where(entry => !IsHidden(entry))];
        if (folders.Length == 0 && files.Length == 0)
        {
            throw new InvalidDataException(
                $"'{Path}' has no text: expected one folder for each class, or one .txt file for each class.");
        }

        string[] found = folders.Length > 0
            ? [.. folders.Select(entry => entry.Name)]
            : [.. files.Select(file => System.IO.Path.GetFileNameWithoutExtension(file.Name))];
        if (classes.FirstOrDefault(name => !found.Contains(name)) is { } missing)
        {
            throw new InvalidDataException(
                $"'{Path}' has no class '{missing}'; it has {CsvReader.Listed(found.Order(StringComparer.Ordinal))}.");
        }

        return folders.Length > 0
            ? [.. folders.Where(entry => IsRead(entry.Name)).OrderBy(entry => entry.Name, StringComparer.Ordinal).SelectMany(FilesOf)]
            : [.. files.OrderBy(file => file.Name, StringComparer.Ordinal).SelectMany(LinesOf)];
    }

    private List<LabelledText> FilesOf(DirectoryInfo folder)
    {
        var texts = new List<LabelledText>();
        foreach (FileInfo file in folder.EnumerateFiles().Where(file => !IsHidden(file)).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var place = new TextPlace(file.FullName, 1, 0);
            texts.Add(Made(ReadFile(file.FullName), folder.Name, place, place));
        }

        return texts.Count > 0 ? texts : throw new InvalidDataException($"The class '{folder.FullName}' has no file; expected texts.");
    }

    private List<LabelledText> LinesOf(FileInfo file)
    {
        string name = System.IO.Path.GetFileNameWithoutExtension(file.Name);
        var texts = new List<LabelledText>();
        if (!IsRead(name))
            return texts;
        int line = 0;
        foreach (ReadOnlySpan<char> content in ReadFile(file.FullName).AsSpan().EnumerateLines())
        {
            var place = new TextPlace(file.FullName, ++line, 0);
            if (!content.IsWhiteSpace())
                texts.Add(Made(content.ToString(), name, place, place));
        }

        return texts.Count > 0 ? texts : throw new InvalidDataException($"The class '{file.FullName}' has no line; expected texts.");
    }

    private bool IsRead(string name) => classes.Length == 0 || classes.Contains(name);

    private static bool IsHidden(FileSystemInfo entry) => entry.Name.StartsWith('.') || entry.Attributes.HasFlag(FileAttributes.Hidden);
}
