namespace NetGen;

/// <summary>The progress of a download.</summary>
/// <param name="File">The name of the file that is being fetched.</param>
/// <param name="Bytes">The bytes of it that have come so far, as packed on the way.</param>
/// <param name="Total">The bytes that the server announced, or null where it announced none.</param>
public readonly record struct DownloadProgress(string File, long Bytes, long? Total);
