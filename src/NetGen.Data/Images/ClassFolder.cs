namespace NetGen.Data;

/// <summary>A folder with the pictures of one class.</summary>
/// <param name="Name">Its name, which is that of the class.</param>
/// <param name="Pictures">The files, in ordinal order of their paths; at least one.</param>
internal sealed record ClassFolder(string Name, IReadOnlyList<string> Pictures)
{
    /// <summary>The folders below another one that are not hidden, in ordinal order of their names.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">One of them has no picture; the message names it.</exception>
    public static IReadOnlyList<ClassFolder> FindAll(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The folder '{folder}' of images does not exist.");
        return
        [
            .. new DirectoryInfo(folder).EnumerateDirectories().Where(entry => !IsHidden(entry))
                .OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(Find),
        ];
    }

    private static ClassFolder Find(DirectoryInfo folder)
    {
        FileInfo[] files = [.. FilesBelow(folder)];
        string[] pictures = [.. files.Where(IsPicture).Select(file => file.FullName).Order(StringComparer.Ordinal)];
        if (pictures.Length > 0)
            return new ClassFolder(folder.Name, pictures);
        string others = files.Length == 0 ? "no file" : $"{files.Length} of other kinds, such as '{files[0].Name}'";
        throw new InvalidDataException($"The class '{folder.FullName}' has no picture: expected .png, .jpg or .jpeg files; got {others}.");
    }

    private static IEnumerable<FileInfo> FilesBelow(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(file => !IsHidden(file)).Concat(Subfolders(folder).SelectMany(FilesBelow));

    // A link may lead back to where it lies.
    private static IEnumerable<DirectoryInfo> Subfolders(DirectoryInfo folder) =>
        folder.EnumerateDirectories().Where(entry => !IsHidden(entry) && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint));

    private static bool IsHidden(FileSystemInfo entry) => entry.Name.StartsWith('.') || entry.Attributes.HasFlag(FileAttributes.Hidden);

    private static bool IsPicture(FileInfo file) => file.Extension.ToUpperInvariant() is ".PNG" or ".JPG" or ".JPEG";
}
