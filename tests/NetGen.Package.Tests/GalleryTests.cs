using System.Globalization;
using System.Text.RegularExpressions;

namespace NetGen.Package.Tests;

/// <summary>
/// The page of well-known mistakes, as a build of a new project shows them that references the package: each message once, with its
/// severity and place, and nothing of C# beside them.
/// </summary>
public sealed partial class GalleryTests(Packages packages)
{
    [Fact]
    public async Task A_build_says_what_the_page_says()
    {
        string project = Directory.CreateDirectory(Path.Combine(packages.Folder, "Gallery")).FullName;
        await Write(Path.Combine(project, "Gallery.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="NetGen" Version="{packages.Version}" />
              </ItemGroup>
            </Project>
            """);
        await Write(Path.Combine(project, "nuget.config"), $"""
            <configuration><packageSources><add key="netgen" value="{packages.Feed}" /></packageSources></configuration>
            """);
        string page = await File.ReadAllTextAsync(
            Path.Combine(Packages.Repository, "generator/docs/shape-errors.md"), TestContext.Current.CancellationToken);
        var expected = new List<string>();
        foreach (Match mistake in Mistake().Matches(page))
        {
            string file = $"Mistake{mistake.Groups["number"].Value}";
            await Write(Path.Combine(project, file + ".cs"), $"using NetGen; namespace {file};\n{mistake.Groups["code"].Value}\n");
            expected.AddRange(
                Said().Matches(mistake.Groups["said"].Value)
                    .Select(said => $"{file}.cs({said.Groups["place"].Value}): {said.Groups["message"].Value}"));
        }

        DotnetCommand.Result built = await packages.Dotnet.RunAsync(project, "build");

        // The first line of a file, which the page does not show, is not counted.
        string[] reported = [.. Reported().Matches(built.Output).Select(found =>
            $"{found.Groups["file"].Value}({int.Parse(found.Groups["line"].Value, CultureInfo.InvariantCulture) - 1},"
            + $"{found.Groups["column"].Value}): {found.Groups["message"].Value}")];
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), reported.Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(
            string.Create(
                CultureInfo.InvariantCulture, $"{expected.Count(said => said.Contains("): error ", StringComparison.Ordinal))} Error(s)"),
            built.Output, StringComparison.Ordinal);
    }

    private static Task Write(string path, string text) => File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);

    [GeneratedRegex(@"\n## (?<number>\d+)\. [^\n]+\n\n```csharp\n(?<code>.*?)\n```\n(?<said>.*?)(?=\n## |\z)", RegexOptions.Singleline)]
    private static partial Regex Mistake();

    [GeneratedRegex(@"^    \((?<place>\d+,\d+)\): (?<message>(error|warning) NG\d+: .*)$", RegexOptions.Multiline)]
    private static partial Regex Said();

    [GeneratedRegex(
        @"(?<file>\w+\.cs)\((?<line>\d+),(?<column>\d+)\): (?<message>(error|warning) \w+: .*?)( \(https?:[^ )]+\))? "
        + @"\[[^\]\n]+\.csproj\]\r?$", RegexOptions.Multiline)]
    private static partial Regex Reported();
}
