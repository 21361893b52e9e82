namespace NetGen;

/// <summary>Writes a file so that its name never stands for half of it.</summary>
internal static class WholeFile
{
    /// <summary>What the names of files that are not complete end with.</summary>
    public const string TemporaryExtension = ".tmp";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// Writes beside the file, flushes to the disk, and renames; a failure leaves the file as it was and nothing beside it. A file that
    /// exists keeps its Unix mode, and a symbolic link stays one: the file that it leads to is replaced. What is no file with a length, a
    /// pipe, is written to as it is.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written, <see cref="DirectoryNotFoundException"/> among them.</exception>
    /// <exception cref="UnauthorizedAccessException">The file, or its folder, may not be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string full = Path.GetFullPath(path);
        RequireNoFolder(path);
        if (new FileInfo(full).LinkTarget is not null)
            full = File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
        if (!Directory.Exists(Path.GetDirectoryName(full)))
            throw new DirectoryNotFoundException($"The folder of '{path}' does not exist.");
        UnixFileMode? mode = null;
        if (File.Exists(full))
        {
            // The folder's rights alone would let a file be replaced that may not be written to.
            using var present = new FileStream(full, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            if (!present.CanSeek)
            {
                write(present);
                return;
            }

            mode = OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(present.SafeFileHandle);
        }

        string temporary = $"{full}.{Guid.NewGuid():N}{TemporaryExtension}";
        try
        {
            using (FileStream stream = Create(temporary, path, mode))
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

    /// <exception cref="IOException">The path is a folder's, which the system would call a lack of rights.</exception>
    public static void RequireNoFolder(string path)
    {
        if (Directory.Exists(path))
            throw new IOException($"'{path}' is a folder; expected the name of a file.");
    }

    /// <exception cref="IOException">No file can be made in the folder.</exception>
    /// <exception cref="UnauthorizedAccessException">No file may be made in the folder.</exception>
    public static void RequireWritable(string folder)
    {
        string path = Path.Combine(folder, $"{Guid.NewGuid():N}{TemporaryExtension}");
        try
        {
            File.WriteAllBytes(path, []);
            File.Delete(path);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new UnauthorizedAccessException($"The folder '{folder}' may not be written to.", error);
        }
        catch (IOException error)
        {
            throw new IOException($"The folder '{folder}' cannot be written to: {error.Message}", error);
        }
    }

    private static FileStream Create(string temporary, string path, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        try
        {
            if (mode is null || OperatingSystem.IsWindows())
                return new FileStream(temporary, options);

            // Nobody else reads what is not yet as closed as the file before it.
            options.UnixCreateMode = OwnerOnly;
            var stream = new FileStream(temporary, options);
            File.SetUnixFileMode(stream.SafeFileHandle, mode.Value);
            return stream;
        }
        catch (UnauthorizedAccessException error)
        {
            throw new UnauthorizedAccessException(
                $"The folder of '{path}' may not be written to; the file is written there under another name first, so that a fault leaves "
                    + "the old one whole.",
                error);
        }
    }
}
