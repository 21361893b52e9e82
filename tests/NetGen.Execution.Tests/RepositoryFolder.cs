namespace NetGen.Execution.Tests;

/// <summary>The folder of the solution, from which a built test finds what stays beside the sources.</summary>
internal static class RepositoryFolder
{
    public static string Location { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NetGen.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException(
            $"no folder above {AppContext.BaseDirectory} holds NetGen.sln: these tests run from a build inside the repository");
    }
}
