using System.Text.RegularExpressions;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Shapes;
using static NetGen.Compiler.Tests.Passes.TestNetworks;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>The compiler's README shows one small network after each pass: what it shows is what the passes print.</summary>
public partial class DocumentationTests
{
    [Fact]
    public void The_readme_shows_what_the_passes_print()
    {
        CompiledNetwork compiled = Compiler.Plan(
            Of(Shape.Vector(8), new CrossEntropy(0, Reduction.Mean, TargetIsInput: false), Linear(32), new ReLU(), Linear(10)),
            TestContext.Current.CancellationToken);
        string printed = Spaces().Replace(
            string.Join("\n", [compiled.Training.Program, .. compiled.Training.Groups, compiled.Training.Memory]), " ");

        string readme = File.ReadAllText(Path.Combine(Root(), "generator", "README.md"));
        string[] shown = [.. Shown().Matches(readme).Select(match => Spaces().Replace(match.Value.Trim('`'), " "))];
        Assert.InRange(shown.Length, 12, 20);
        Assert.All(shown, line => Assert.True(printed.Contains(line, StringComparison.Ordinal), $"'{line}' is not in what the passes print:\n{printed}"));
    }

    /// <summary>Nodes, groups and the arena.</summary>
    [GeneratedRegex(@"^%.*$|^\w+: +%.*$|`arena: [^`]*`", RegexOptions.Multiline)]
    private static partial Regex Shown();

    [GeneratedRegex(@"[ \r\n]+")]
    private static partial Regex Spaces();

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NetGen.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"NetGen.sln lies in no folder above {AppContext.BaseDirectory}");
    }
}
