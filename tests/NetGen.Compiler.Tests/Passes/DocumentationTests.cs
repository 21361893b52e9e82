using System.Text.RegularExpressions;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Shapes;
using static NetGen.Compiler.Tests.Passes.TestNetworks;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>The compiler's README and its page passes.md show small networks after each pass, as the passes print them.</summary>
public partial class DocumentationTests
{
    [Fact]
    public void The_readme_shows_what_the_passes_print()
    {
        CompiledNetwork compiled = Compiler.Plan(
            Of(Shape.Vector(8), new CrossEntropy(0, Reduction.Mean, TargetIsInput: false), Linear(32), ReLU, Linear(10)),
            TestContext.Current.CancellationToken);
        string printed = Spaces().Replace(
            string.Join("\n", [compiled.Training.Program, .. compiled.Training.Groups, compiled.Training.Memory]), " ");

        string readme = File.ReadAllText(Path.Combine(Root(), "generator", "README.md"));
        string[] shown = [.. Shown().Matches(readme).Select(match => Spaces().Replace(match.Value.Trim('`'), " "))];
        Assert.InRange(shown.Length, 12, 20);
        Assert.All(
            shown,
            line => Assert.True(
                printed.Contains(line, StringComparison.Ordinal), $"'{line}' is not in what the passes print:\n{printed}"));
    }

    /// <summary>
    /// What each pass removes from the training program of a residual network and adds. Where passes.md shows another text, the new one is
    /// left as passes.received.txt beside it, to replace the block there.
    /// </summary>
    [Fact]
    public void The_page_shows_what_each_pass_does_to_a_residual_network()
    {
        var reports = new List<string>();
        Compiler.Plan(TestNetworks.Residual, TestContext.Current.CancellationToken, report =>
        {
            if (report.Program.Program.Name != "Train")
                return;
            if (reports.Count == 0)
                reports.Add("== Lower: Train ==\n" + report.Before);
            reports.Add(report.ToString());
        });
        string printed = string.Join(
            "\n", string.Join("\n", reports).Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0));
        string folder = Path.Combine(Root(), "generator");
        string received = Path.Combine(folder, "passes.received.txt");
        string page = File.ReadAllText(Path.Combine(folder, "passes.md")).ReplaceLineEndings("\n");
        if (page.Contains($"```text\n{printed}\n```", StringComparison.Ordinal))
            File.Delete(received);
        else
        {
            File.WriteAllText(received, printed + "\n");
            Assert.Fail($"generator/passes.md shows another text than {received}");
        }
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
