using System.Text.RegularExpressions;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;

namespace NetGen.Generator.Tests.Documentation;

/// <summary>
/// The tables of the README and of its page on training are complete: diagnostics, layers, losses, optimizers, schedules.
/// </summary>
public partial class ReadmeTableTests
{
    private static readonly string Text = Page("README.md") + Page("docs/training.md");

    [Fact]
    public void Each_diagnostic_is_in_a_row_of_ids()
    {
        string[] listed = [.. Ids().Matches(Text).SelectMany(row =>
        {
            int first = int.Parse(row.Groups["first"].Value);
            int last = row.Groups["last"].Success ? int.Parse(row.Groups["last"].Value) : first;
            return Enumerable.Range(first, last - first + 1).Select(number => $"NG{number:D4}");
        })];
        Assert.Equal(Rules.All.Select(rule => rule.Id).Order(), listed.Order());
    }

    [Fact]
    public void Each_layer_and_loss_is_in_the_table_of_layers()
    {
        string[] rows =
        [
            "products and windows", "over signals", "tokens and sequences", "normalisation", "regularisation", "shape", "activations",
        ];
        Assert.Equal(
            LayerCatalog.All.Select(layer => layer.Kind).Where(kind => kind != nameof(Identity)).Order(), rows.SelectMany(Names).Order());
        Assert.Equal(LossCatalog.All.Select(loss => loss.Kind).Order(), Names("losses").Order());
    }

    [Fact]
    public void Each_composition_and_optimizer_is_in_the_table_of_layers()
    {
        IEnumerable<string> compositions = Exported(typeof(CompositionAttribute)).Select(type => type.Name.Split('`')[0])
            .Select(name => name[..^"Attribute".Length]).Distinct().Concat([nameof(Identity), "From"]);
        Assert.Equal(compositions.Order(), Names("composition").Order());
        Assert.Equal(Exported(typeof(Optimizer)).Select(type => type.Name).Order(), Names("optimizers").Order());
    }

    /// <summary>Each schedule is there as its constructor is, beside the name that PyTorch has for it.</summary>
    [Fact]
    public void Each_schedule_is_in_the_table_of_schedules()
    {
        string[] signatures = [.. Exported(typeof(Schedule)).Select(type =>
            $"{type.Name}({string.Join(", ", type.GetConstructors().Single().GetParameters().Select(parameter => parameter.Name))})")];
        string[] listed = [.. Schedules().Matches(Text).Select(row => Regex.Replace(row.Groups["ours"].Value, " = [^,)]+", ""))];
        Assert.Equal(signatures.Order(), listed.Order());
        foreach (Match row in Schedules().Matches(Text))
            Assert.Equal(
                row.Groups["ours"].Value.Split('(')[0], Generator.Reading.OtherFrameworkTypes.Find(row.Groups["theirs"].Value)?.Type);
    }

    private static string Page(string path) =>
        File.ReadAllText(Path.Combine(NetGen.Execution.Tests.RepositoryFolder.Location, path)).ReplaceLineEndings("\n");

    private static IEnumerable<Type> Exported(Type baseType) =>
        typeof(Network).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(baseType));

    /// <summary>The names in a row of the table of layers.</summary>
    private static IEnumerable<string> Names(string row)
    {
        string line = Text.Split('\n').Single(candidate => candidate.StartsWith($"| {row} | `", StringComparison.Ordinal));
        return Regex.Matches(line, "`(\\w+)`").Select(name => name.Groups[1].Value);
    }

    [GeneratedRegex(@"^\| NG(?<first>\d{4})( – NG(?<last>\d{4}))? \|", RegexOptions.Multiline)]
    private static partial Regex Ids();

    [GeneratedRegex(@"^\| `(?<theirs>\w+)\([^`]*\)` \| `(?<ours>\w+Schedule\([^`]*\))` \|$", RegexOptions.Multiline)]
    private static partial Regex Schedules();
}
