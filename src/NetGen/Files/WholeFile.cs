namespace NetGen;

/// <summary>Writes a file so that its name never stands for half of it.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the file, flushes to the disk, and renames; a fault leaves the file as it was and nothing beside it.</summary>
    /// <exception cref="IOException">The file cannot be written, <see cref="DirectoryNotFoundException"/> among them.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            throw new IOException($"'{path}' is a folder; expected the name of a file.");
        if (!Directory.Exists(Path.GetDirectoryName(full)))
            throw new DirectoryNotFoundException($"The folder of '{path}' does not exist.");
        string temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
