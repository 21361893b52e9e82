using System.Globalization;

namespace NetGen;

/// <summary>The files of a fit's checkpoints: named by the number of steps, written whole, the last ones kept.</summary>
internal sealed class CheckpointFolder
{
    private const string Before = "checkpoint-";
    private const string Behind = ".safetensors";

    private readonly Checkpoint options;

    /// <summary>Makes the folder where there is none, and sees whether it may be written to.</summary>
    /// <exception cref="IOException">The folder cannot be made or written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be made or written to.</exception>
    public CheckpointFolder(Checkpoint options)
    {
        this.options = options;
        if (File.Exists(options.Folder))
            throw new IOException($"'{options.Folder}' is a file; expected a folder for checkpoints.");
        Directory.CreateDirectory(options.Folder);
        WholeFile.RequireWritable(options.Folder);
        RemoveUnfinished();
    }

    /// <summary>The latest file, or null where there is none.</summary>
    public string? Latest => Files().LastOrDefault();

    /// <summary>Writes a file and removes the oldest that are too many.</summary>
    /// <param name="steps">The number of steps that were made.</param>
    /// <param name="write">Writes its content.</param>
    /// <exception cref="IOException">The file cannot be written; the ones before it are whole.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; the ones before it are whole.</exception>
    public void Write(long steps, Action<Stream> write)
    {
        string path = Path.Combine(
            options.Folder, string.Create(CultureInfo.InvariantCulture, $"{Before}{steps:D12}{Behind}"));
        try
        {
            WholeFile.Write(path, stream => write(options.Through(stream)));
        }
        catch (IOException error)
        {
            throw new IOException(
                $"The checkpoint '{path}' cannot be written: {error.Message} The network keeps what it has learnt, and the checkpoints "
                    + "before this one are whole.",
                error);
        }

        string[] files = Files();
        foreach (string old in files.AsSpan(0, Math.Max(0, files.Length - options.Keep)))
            File.Delete(old);
    }

    /// <summary>The files from the oldest to the latest: their names have the number of steps with leading zeros.</summary>
    private string[] Files() =>
    [
        .. Directory.EnumerateFiles(options.Folder, $"{Before}*{Behind}").Where(HasSteps).Order(StringComparer.Ordinal),
    ];

    private static bool HasSteps(string path)
    {
        ReadOnlySpan<char> name = Path.GetFileName(path.AsSpan());
        return name.Length > Before.Length + Behind.Length
            && !name[Before.Length..^Behind.Length].ContainsAnyExceptInRange('0', '9');
    }

    // A process that was killed inside a write has left its file under the other name.
    private void RemoveUnfinished()
    {
        foreach (string path in Directory.EnumerateFiles(options.Folder, $"{Before}*{Behind}.*{WholeFile.TemporaryExtension}"))
            File.Delete(path);
    }
}
