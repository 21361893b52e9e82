using System.Reflection;
using NetGen.Package.Tests;
using NetGen.Tests.Data;

[assembly: AssemblyFixture(typeof(Packages))]

namespace NetGen.Package.Tests;

/// <summary>
/// The packages, packed and their template installed once as the readme says, and the .NET command as it is used beside them. No source of
/// packages is set: what a project needs besides, the SDK's own packages and those on which NetGen and NetGen.Data depend, is read from the
/// packages of this machine, which stay as they are.
/// </summary>
public sealed class Packages : IAsyncLifetime
{
    private static readonly string[] Metadata = [.. new[] { "Configuration", "Repository", "Packages" }.Select(key =>
        typeof(Packages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!)];

    private readonly TemporaryFolder folder = new();

    /// <summary>The folder of this repository.</summary>
    public static string Repository => Metadata[1];

    /// <summary>The configuration that is tested.</summary>
    public static string Configuration => Metadata[0];

    /// <summary>A folder for projects, beside the packages.</summary>
    public string Folder => folder.Path;

    /// <summary>The folder that the packages are packed into.</summary>
    public string Feed => Path.Combine(Folder, "feed");

    public string Library => Directory.GetFiles(Feed, "NetGen.?.*.nupkg").Single();

    public string DataLibrary => Directory.GetFiles(Feed, "NetGen.Data.*.nupkg").Single();

    public string ReportsLibrary => Directory.GetFiles(Feed, "NetGen.Reports.*.nupkg").Single();

    public string Templates => Directory.GetFiles(Feed, "NetGen.Templates.*.nupkg").Single();

    /// <summary>The version of the packages.</summary>
    public string Version => Path.GetFileNameWithoutExtension(Library)["NetGen.".Length..];

    internal DotnetCommand Dotnet => new(Folder);

    public async ValueTask InitializeAsync()
    {
        // The readme's first command, of what stands in the output folders.
        string[][] readme = ReadmeCommands.Read();
        string[] pack = readme[0];
        Assert.Equal(["pack", "templates", "-c", "Release", "-o", "feed"], pack);
        await Dotnet.SucceedAsync(Repository, "pack", "templates", "-c", Configuration, "-o", Feed, "--no-build", "--no-restore");
        await File.WriteAllTextAsync(
            Path.Combine(Folder, "NuGet.config"),
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <packageSources><clear /></packageSources>
              <fallbackPackageFolders><clear /><add key="machine" value="{Metadata[2]}" /></fallbackPackageFolders>
            </configuration>
            """);
        await Dotnet.SucceedAsync(Folder, [.. readme[1].Select(argument => argument.Replace("$PWD", Folder, StringComparison.Ordinal))]);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
