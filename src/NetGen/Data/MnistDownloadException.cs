namespace NetGen;

/// <summary>No mirror gave a file of the MNIST database.</summary>
public sealed class MnistDownloadException : IOException
{
    /// <summary>A failed download of one file.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="errors">What went wrong, one error for each mirror in the order tried.</param>
    public MnistDownloadException(string file, IReadOnlyList<Exception> errors)
        : base($"No mirror gave '{file}': {string.Join("; ", errors.Select(error => error.Message))}", new AggregateException(errors)) =>
            Errors = errors;

    /// <summary>What went wrong, one error for each mirror in the order tried; each message begins with the address.</summary>
    public IReadOnlyList<Exception> Errors { get; }
}
