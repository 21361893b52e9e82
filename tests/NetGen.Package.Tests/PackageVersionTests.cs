using System.IO.Compression;

namespace NetGen.Package.Tests;

/// <summary>
/// A package that is packed anew is another version, so that none in a cache is taken for it; and the template refers to the one that it
/// was packed with.
/// </summary>
public sealed class PackageVersionTests(Packages packages)
{
    [Fact]
    public void A_pack_is_told_apart_by_its_time()
    {
        Assert.Matches(@"^\d+\.\d+\.\d+-dev\.20\d{12}$", packages.Version);
        AssertTemplateCarries([packages.Library, packages.DataLibrary, packages.ReportsLibrary], packages.Templates, packages.Version);
    }

    [Fact]
    public async Task A_release_is_what_is_stated()
    {
        string feed = Path.Combine(packages.Folder, "release");
        await packages.Dotnet.SucceedAsync(
            Packages.Repository, "pack", "templates", "-c", Packages.Configuration, "-o", feed, "--no-build", "--no-restore",
            "-p:Version=7.8.9");

        Assert.Equal(
            ["NetGen.7.8.9.nupkg", "NetGen.Data.7.8.9.nupkg", "NetGen.Reports.7.8.9.nupkg", "NetGen.Templates.7.8.9.nupkg"],
            Directory.GetFiles(feed).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        AssertTemplateCarries(
            [.. new[] { "NetGen", "NetGen.Data", "NetGen.Reports" }.Select(name => Path.Combine(feed, $"{name}.7.8.9.nupkg"))],
            Path.Combine(feed, "NetGen.Templates.7.8.9.nupkg"), "7.8.9");
    }

    private static void AssertTemplateCarries(string[] libraries, string templates, string version)
    {
        using ZipArchive archive = ZipFile.OpenRead(templates);
        string project = TextOf(archive, "content/netgen/NetGenApp.csproj");
        foreach (string package in new[] { "NetGen", "NetGen.Data" })
            Assert.Contains($"""<PackageReference Include="{package}" Version="{version}" />""", project, StringComparison.Ordinal);
        Assert.Equal(
            libraries.Select(Path.GetFileName),
            archive.Entries.Where(entry => entry.FullName.StartsWith("content/netgen/feed/", StringComparison.Ordinal))
                .Select(entry => entry.Name).Order(StringComparer.Ordinal));

        // With its generator, so that a project may name the package of data sets or of reports alone.
        foreach (string library in libraries[1..])
        {
            using ZipArchive package = ZipFile.OpenRead(library);
            Assert.Contains(
                $"""<dependency id="NetGen" version="{version}" include="All" />""",
                TextOf(package, package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).FullName),
                StringComparison.Ordinal);
        }
    }

    private static string TextOf(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
