using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace NetGen.Package.Tests;

/// <summary>
/// What a new user does, by the readme's commands: install the template, make a project, make a mistake, read the error, apply the
/// correction, train.
/// </summary>
public sealed partial class PackageTests(Packages packages)
{
    [Fact]
    public async Task A_new_project_is_made_corrected_and_trained()
    {
        DotnetCommand dotnet = packages.Dotnet;
        string[][] readme = ReadmeCommands.Read();
        Assert.Equal(4, readme.Length);
        string project = Path.Combine(packages.Folder, "Reader");
        AssertContents(packages.Library);
        await dotnet.SucceedAsync(
            packages.Folder, [.. readme[2].Select(argument => argument.Replace("../Reader", project, StringComparison.Ordinal))]);

        // The project has its package with it: it is moved, and no source of packages is set that has it.
        Directory.Move(project, project = Path.Combine(packages.Folder, "Moved"));

        // PyTorch's arguments: C# has an error of its own, beside which a build shows what is meant.
        string network = Path.Combine(project, "DigitReader.cs");
        string source = await File.ReadAllTextAsync(network, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            network, source.Replace("[Linear(10)]", "[Linear(1352, 10)]", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Contains(
            "error NG0207: 'Linear' does not take (1352, 10). Did you mean [Linear(10)]?", (await dotnet.RunAsync(project, "build")).Output,
            StringComparison.Ordinal);

        // The mistake: a width that was guessed.
        await File.WriteAllTextAsync(
            network, source.Replace("[Linear(10)]", "[Linear(10, In = 1024)]", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        DotnetCommand.Result broken = await dotnet.RunAsync(project, "build");
        Assert.NotEqual(0, broken.ExitCode);
        Match error = ShapeError().Match(broken.Output);
        Assert.True(error.Success, broken.Output);
        Assert.Equal(
            "'linear1' states In = 1024 but receives 1352 values (8×13×13 after flatten1). Did you mean In = 1352?",
            error.Groups["message"].Value);
        Assert.DoesNotContain(": warning ", broken.Output, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(broken.Output, @"error \w+").Select(found => found.Value).Distinct());

        // The correction, at the place that the error names.
        string[] lines = await File.ReadAllLinesAsync(network, TestContext.Current.CancellationToken);
        int line = int.Parse(error.Groups["line"].Value, CultureInfo.InvariantCulture) - 1;
        int column = int.Parse(error.Groups["column"].Value, CultureInfo.InvariantCulture) - 1;
        Assert.Equal("1024", lines[line].Substring(column, 4));
        lines[line] = lines[line].Remove(column, 4).Insert(column, error.Groups["size"].Value);
        await File.WriteAllLinesAsync(network, lines, TestContext.Current.CancellationToken);

        string[] run = [.. readme[3].Select(argument => argument.Replace("../Reader", project, StringComparison.Ordinal))];
        string output = await dotnet.SucceedAsync(project, run);
        Assert.DoesNotContain(": warning ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("without optimisation", output, StringComparison.Ordinal);
        Assert.Contains("maxpool2d1", output, StringComparison.Ordinal);
        Match read = Accuracy().Match(output);
        Assert.True(read.Success, output);
        Assert.InRange(double.Parse(read.Groups["percent"].Value, CultureInfo.InvariantCulture), 80, 100);
        Assert.True(File.Exists(Path.Combine(project, "digits.safetensors")));

        // Without the property that the template sets, a run says once what is slow, though it has a trainer and a predictor.
        string settings = Path.Combine(project, "Reader.csproj");
        string optimized = await File.ReadAllTextAsync(settings, TestContext.Current.CancellationToken);
        Assert.Contains("<Optimize>true</Optimize>", optimized, StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            settings, optimized.Replace("<Optimize>true</Optimize>", "", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        string slow = await dotnet.SucceedAsync(project, run);
        Assert.Single(Regex.Matches(slow, "^NetGen: DigitReader runs slower .*<Optimize>true</Optimize>.*$", RegexOptions.Multiline));

        AssertNoSettings(Path.Combine(packages.Folder, "home"));
    }

    // Templates are installed for the user; sources of packages are not.
    private static void AssertNoSettings(string home)
    {
        foreach (string settings in Directory.EnumerateFiles(
            home, "NuGet.Config",
            new EnumerationOptions { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive, AttributesToSkip = 0 }))
            Assert.DoesNotContain("feed", File.ReadAllText(settings), StringComparison.OrdinalIgnoreCase);
    }

    private static void AssertContents(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        string[] names = [.. archive.Entries.Select(entry => entry.FullName)];
        Assert.Equal(
            [
                "analyzers/dotnet/cs/NetGen.CodeFixes.dll", "analyzers/dotnet/cs/NetGen.Compiler.dll",
                "analyzers/dotnet/cs/NetGen.Generator.dll", "lib/net10.0/NetGen.dll",
            ],
            names.Where(name => name.EndsWith(".dll", StringComparison.Ordinal)).Order());
        Assert.Contains("lib/net10.0/NetGen.xml", names);
        Assert.Contains("build/net10.0/NetGen.targets", names);
        Assert.Contains("buildTransitive/net10.0/NetGen.targets", names);
        Assert.Contains("README.md", names);
        Assert.Contains("generator/docs/NG0102.md", names);
        Assert.Contains("generator/docs/shape-errors.md", names);
    }

    [GeneratedRegex(@"DigitReader\.cs\((?<line>\d+),(?<column>\d+)\): error NG0102: (?<message>.*In = (?<size>\d+)\?)")]
    private static partial Regex ShapeError();

    [GeneratedRegex(@"Test accuracy (?<percent>[\d.]+) ?% \(1000 images\)")]
    private static partial Regex Accuracy();
}
