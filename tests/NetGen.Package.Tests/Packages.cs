using System.Reflection;
using NetGen.Package.Tests;
using NetGen.Tests.Data;

[assembly: AssemblyFixture(typeof(Packages))]

namespace NetGen.Package.Tests;

/// <summary>
/// The packages, packed once into a folder that is a source of packages, and the .NET command as it is used beside them. What else a
/// project needs, the SDK's own packages and System.Numerics.Tensors, is read from the packages of this machine, which stay as they are.
/// </summary>
public sealed class Packages : IAsyncLifetime
{
    private static readonly string[] Metadata = [.. new[] { "Configuration", "Repository", "Packages" }.Select(key =>
        typeof(Packages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!)];

    private readonly TemporaryFolder folder = new();

    /// <summary>The folder of this repository.</summary>
    public static string Repository => Metadata[1];

    /// <summary>A folder in which projects find the packages.</summary>
    public string Folder => folder.Path;

    public string Library => Directory.GetFiles(Feed, "NetGen.?.*.nupkg").Single();

    public string Templates => Directory.GetFiles(Feed, "NetGen.Templates.*.nupkg").Single();

    internal DotnetCommand Dotnet => new(Folder);

    private string Feed => Path.Combine(Folder, "feed");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Feed);
        foreach (string packed in new[] { "src/NetGen/NetGen.csproj", "templates/NetGen.Templates.csproj" })
            await Dotnet.SucceedAsync(Repository, "pack", packed, "--no-build", "--no-restore", "-c", Metadata[0], "-o", Feed);
        await File.WriteAllTextAsync(
            Path.Combine(Folder, "NuGet.config"),
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <packageSources><clear /><add key="local" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="machine" value="{Metadata[2]}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
