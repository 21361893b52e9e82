namespace NetGen.Execution.Tests.Models;

/// <summary>Real MNIST, where it is at hand: the folder that NETGEN_MNIST names, else shared/data/mnist beside the repository.</summary>
internal static class MnistFolder
{
    public const string Variable = "NETGEN_MNIST";

    public static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(named))
            return Directory.Exists(named)
                ? named
                : throw new DirectoryNotFoundException($"{Variable} names a folder that does not exist: {named}");
        string beside = Path.Combine(RepositoryFolder.Location, "..", "shared", "data", "mnist");
        return Directory.Exists(beside) ? beside : null;
    }
}
