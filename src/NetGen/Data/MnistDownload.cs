using System.Security.Cryptography;

namespace NetGen;

/// <summary>Fetches the MNIST database from its mirrors into a folder, and knows whether it is there already, whole and right.</summary>
/// <remarks>
/// A file comes under its name only when its unpacked content has the published SHA-256 checksum and is on the disk;
/// a download that fails or is cancelled leaves nothing behind.
/// </remarks>
public sealed class MnistDownload
{
    private readonly IReadOnlyList<MnistFile> files;

    /// <summary>A download into a folder.</summary>
    /// <param name="folder">Where the files go; created when a download begins. Without one, <see cref="DefaultFolder"/>.</param>
    public MnistDownload(string? folder = null)
        : this(folder ?? DefaultFolder, MnistFile.All)
    {
    }

    internal MnistDownload(string folder, IReadOnlyList<MnistFile> files)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        (Folder, this.files) = (folder, files);
    }

    /// <summary>
    /// The folder <c>netgen/mnist</c> in the user's cache: below <c>XDG_CACHE_HOME</c>, <c>~/.cache</c>, or the local application data on
    /// Windows.
    /// </summary>
    public static string DefaultFolder => Path.Combine(UserCache.Folder, "netgen", "mnist");

    /// <summary>The default mirrors.</summary>
    public static IReadOnlyList<Uri> DefaultMirrors { get; } =
        [new("https://ossci-datasets.s3.amazonaws.com/mnist/"), new("https://storage.googleapis.com/cvdf-datasets/mnist/")];

    /// <summary>Where the files go.</summary>
    public string Folder { get; }

    /// <summary>Folders on web servers that hold the packed files, each ending in a slash, in the order in which they are tried.</summary>
    /// <exception cref="ArgumentException">The list is empty, or an address is not absolute or does not end in a slash.</exception>
    public IReadOnlyList<Uri> Mirrors
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Count == 0)
                throw new ArgumentException("Expected at least one mirror; got none.", nameof(value));
            foreach (Uri mirror in value)
            {
                if (!mirror.IsAbsoluteUri || !mirror.AbsoluteUri.EndsWith('/'))
                    throw new ArgumentException($"Expected an absolute address that ends in a slash; got '{mirror}'.", nameof(value));
            }

            field = value;
        }
    } = DefaultMirrors;

    /// <summary>
    /// How long a server may take to accept a connection, 3 seconds unless set. It is short so that a machine without a network finds out
    /// soon.
    /// </summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a server may send nothing, 10 seconds unless set.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one file may take as a whole, 10 minutes unless set.</summary>
    public TimeSpan FileTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether all four files are in the folder and their content is the published one.</summary>
    public bool IsComplete() => files.All(IsRight);

    /// <summary>Fetches the files that are missing or damaged.</summary>
    /// <param name="progress">Called as bytes come.</param>
    /// <param name="cancellation">Ends the download; files that have already come stay.</param>
    /// <exception cref="MnistDownloadException">No mirror gave a file; the message names each mirror and its error.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    /// <exception cref="OperationCanceledException">The download was cancelled.</exception>
    public async Task FetchAsync(Action<DownloadProgress>? progress = null, CancellationToken cancellation = default)
    {
        // First of all, so that nothing is fetched that could not be kept.
        Directory.CreateDirectory(Folder);
        using var client = new MirrorClient(ConnectTimeout, StallTimeout, FileTimeout);
        var mirrors = Mirrors.ToList();
        foreach (MnistFile file in files.Where(file => !IsRight(file)))
        {
            byte[] content = await FetchAsync(file, mirrors, client, progress, cancellation).ConfigureAwait(false);
            WholeFile.Write(Path.Combine(Folder, file.Name), stream => stream.Write(content));
        }
    }

    private static async Task<byte[]> FetchAsync(
        MnistFile file, List<Uri> mirrors, MirrorClient client, Action<DownloadProgress>? progress, CancellationToken cancellation)
    {
        var errors = new List<Exception>();
        foreach (Uri mirror in mirrors.ToArray())
        {
            try
            {
                return await client.FetchAsync(new Uri(mirror, $"{file.Name}.gz"), file, progress, cancellation).ConfigureAwait(false);
            }
            catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException or TimeoutException)
            {
                errors.Add(error);

                // The next file begins with a mirror that has not failed yet.
                mirrors.Remove(mirror);
                mirrors.Add(mirror);
            }
        }

        throw new MnistDownloadException(file.Name, errors);
    }

    private bool IsRight(MnistFile file)
    {
        if (file.TryFind(Folder) is not { } path)
            return false;
        try
        {
            using Stream content = Gzip.OpenUnpacked(path);
            return Convert.ToHexStringLower(SHA256.HashData(content)) == file.Sha256;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
