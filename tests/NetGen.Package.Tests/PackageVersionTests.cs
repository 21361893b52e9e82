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
        AssertTemplateCarries(packages.Library, packages.Templates, packages.Version);
    }

    [Fact]
    public async Task A_release_is_what_is_stated()
    {
        string feed = Path.Combine(packages.Folder, "release");
        await packages.Dotnet.SucceedAsync(
            Packages.Repository, "pack", "templates", "-c", Packages.Configuration, "-o", feed, "--no-build", "--no-restore",
            "-p:Version=7.8.9");

        Assert.Equal(
            ["NetGen.7.8.9.nupkg", "NetGen.Templates.7.8.9.nupkg"],
            Directory.GetFiles(feed).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        AssertTemplateCarries(Path.Combine(feed, "NetGen.7.8.9.nupkg"), Path.Combine(feed, "NetGen.Templates.7.8.9.nupkg"), "7.8.9");
    }

    private static void AssertTemplateCarries(string library, string templates, string version)
    {
        using ZipArchive archive = ZipFile.OpenRead(templates);
        ZipArchiveEntry project = archive.GetEntry("content/netgen/NetGenApp.csproj")!;
        using (var reader = new StreamReader(project.Open()))
            Assert.Contains($"""<PackageReference Include="NetGen" Version="{version}" />""", reader.ReadToEnd(), StringComparison.Ordinal);
        Assert.Equal(
            Path.GetFileName(library),
            Assert.Single(archive.Entries, entry => entry.FullName.StartsWith("content/netgen/feed/", StringComparison.Ordinal)).Name);
    }
}
