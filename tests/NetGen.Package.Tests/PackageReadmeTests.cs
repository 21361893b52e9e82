using System.IO.Compression;

namespace NetGen.Package.Tests;

/// <summary>Each package has a page that says what it is, which NuGet shows, and that of the library has the skill for agents.</summary>
public sealed class PackageReadmeTests(Packages packages)
{
    public static TheoryData<string, string, string> Pages => new()
    {
        { "NetGen", "README.md", "[Network]" },
        { "NetGen.Data", "src/NetGen.Data/README.md", "CsvDataSet" },
        { "NetGen.Reports", "src/NetGen.Reports/README.md", "TensorBoardLog" },
        { "NetGen.Templates", "templates/README.md", "dotnet new netgen" },
    };

    /// <param name="package">The package.</param>
    /// <param name="page">Its page in the repository.</param>
    /// <param name="words">What the page names.</param>
    [Theory, MemberData(nameof(Pages))]
    public void A_package_has_its_page(string package, string page, string words)
    {
        string expected = File.ReadAllText(Path.Combine(Packages.Repository, page));
        Assert.StartsWith($"# {package}\n", expected, StringComparison.Ordinal);
        Assert.Contains(words, expected, StringComparison.Ordinal);
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(packages.Feed, $"{package}.{packages.Version}.nupkg"));
        Assert.Equal(expected, TextOf(archive, "README.md"));
        Assert.Contains("<readme>README.md</readme>", TextOf(archive, $"{package}.nuspec"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_library_has_the_skill()
    {
        using ZipArchive archive = ZipFile.OpenRead(packages.Library);
        Assert.Equal(
            File.ReadAllText(Path.Combine(Packages.Repository, "skills", "netgen", "SKILL.md")), TextOf(archive, "skills/netgen/SKILL.md"));
    }

    private static string TextOf(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
