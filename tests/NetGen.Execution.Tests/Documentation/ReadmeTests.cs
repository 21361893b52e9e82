using System.Globalization;
using System.Text.RegularExpressions;
using NetGen.Execution.Tests.Compilation;
using NetGen.Execution.Tests.Golden;
using NetGen.Execution.Tests.Models;

namespace NetGen.Execution.Tests.Documentation;

/// <summary>The programs of the README and its pages compile as they stand there, run, and do what the text says.</summary>
public partial class ReadmeTests
{
    public static TheoryData<string> Programs => [.. ReadmeProgram.All.Select(program => program.Name)];

    [Fact]
    public void Each_program_is_found() => Assert.Equal(
        [
            "MnistCnn", "Circle", "PenguinNet", "DigitGenerator", "Rings", "Tiny", "Hills", "NovelNet", "Waves", "Field", "Sine", "Tagger",
            "Discriminator", "Sides", "RentNet", "ShapeNet", "MessageNet", "LoadNet", "DigitNet", "Mlp", "Disc", "SmallResNet", "IrisNet",
        ],
        ReadmeProgram.All.Select(program => program.Name));

    [Theory, MemberData(nameof(Programs))]
    public void A_program_compiles(string name) => Assert.NotEmpty(Program(name).Compile());

    /// <summary>Data sets that are shown without a program.</summary>
    [Fact]
    public void Data_sets_compile()
    {
        string[] sets = [.. Readme.Blocks("csharp").Where(block => block.StartsWith("[DataSet", StringComparison.Ordinal))];
        Assert.Contains(sets, block => block.Contains("TextDataSet", StringComparison.Ordinal));
        Assert.All(sets, block => Assert.NotEmpty(
            NetworkCompilation.CompileProgram("DataSets", $"using NetGen;\nusing NetGen.Data;\n{block}", hasStatements: false)));
    }

    /// <summary>Vector widths round differently: what is stated beside the call is near what comes, not the same.</summary>
    [Fact]
    public void A_set_of_arrays_is_learnt()
    {
        Match written = Judged().Match(Program("Circle").Run());
        Match stated = Judged().Match(Readme.Text[Readme.Text.IndexOf("network.Evaluate(test)", StringComparison.Ordinal)..]);
        Assert.InRange(Accuracy(written), Accuracy(stated) - 1.5, 100);

        static double Accuracy(Match match) => double.Parse(match.Groups["accuracy"].Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void The_best_epoch_is_validated()
    {
        string written = Program("Waves").Run();
        Match best = Regex.Match(
            written,
            @"best: epoch \d+: loss 0\.\d{4}, validation loss 0\.\d{4}, accuracy (\S+) % of 500 samples, f1 0\.\d{4}, roc_auc 0\.\d{4}");
        Assert.InRange(double.Parse(best.Groups[1].Value, CultureInfo.InvariantCulture), 95, 100);
    }

    /// <summary>Settings, twenty epochs and the end.</summary>
    [Fact]
    public void A_fit_is_logged()
    {
        string written = Program("Rings").Run();
        Match match = Regex.Match(written, @"accuracy (\S+) % of 200 samples\s+22 lines, 2 event files");
        Assert.True(match.Success, written);
        Assert.InRange(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), 85, 100);
    }

    [Fact]
    public void A_report_is_written()
    {
        Match match = Regex.Match(Program("Hills").Run(), @"accuracy (\S+) % of 500 samples; the report has (\d+) KiB");
        Assert.True(match.Success);
        Assert.InRange(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), 90, 100);
        Assert.InRange(int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), 20, 300);
    }

    [Fact]
    public void A_loop_of_steps_learns()
    {
        string written = Program("Sine").Run();
        Assert.Equal(4, Regex.Count(written, @"step \d+: loss \d\.\d{4}"));
        float value = float.Parse(Regex.Match(written, @"sin\(1.5\) is about (\S+)").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(value, 0.97f, 1.03f);
    }

    /// <summary>A CSV file is learnt, and the two lines that predict do so from the one file.</summary>
    [Fact]
    public void Penguins_are_told_apart()
    {
        string predicting = Assert.Single(
            Readme.Blocks("csharp"), block => block.StartsWith("var model = CsvModel.Load", StringComparison.Ordinal));
        string written = Program("PenguinNet").With("network.Save(\"weights.safetensors\", train);", predicting)
            .Run(("penguins.csv", PenguinRows.Text));
        Match match = Regex.Match(written, @"accuracy (\S+) % of 60 samples\s+Adelie \((\S+) %\)");
        Assert.True(match.Success, written);
        Assert.InRange(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), 95, 100);
        Assert.InRange(double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), 90, 100);
    }

    [Fact]
    public void Words_are_tagged() => Assert.Contains("accuracy 100.00 % of 400 samples", Program("Tagger").Run());

    [Fact]
    public void The_generator_learns_the_circle()
    {
        string written = Program("Discriminator").Run();
        float radius = float.Parse(Regex.Match(written, @"mean radius (\S+)").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(radius, 0.85f, 1.15f);
    }

    [Fact]
    public void A_head_learns_on_a_trunk_of_another_task()
    {
        string written = Program("Sides").Run();
        Assert.Contains("130 of 4610 parameters have learnt", written, StringComparison.Ordinal);
        Assert.InRange(
            double.Parse(Regex.Match(written, @"accuracy (\S+) %").Groups[1].Value, CultureInfo.InvariantCulture), 90, 100);
    }

    /// <summary>
    /// The bound falls, and with the mean in the place of draws it is lower still; the decoder alone draws a three, whose ink lies in the
    /// middle.
    /// </summary>
    [Fact]
    public void A_variational_auto_encoder_learns_to_draw_digits()
    {
        string[] lines = Program("DigitGenerator").Run().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        double[] losses = [.. lines[..11].Select(line => double.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture))];
        Assert.Equal(losses.OrderDescending(), losses);
        Assert.InRange(losses[9], 50, 0.6 * losses[0]);
        string[] image = lines[11..];
        Assert.Equal(14, image.Length);
        Assert.All(image, row => Assert.Equal(28, row.Length));
        int ink = image.Sum(row => row.Count(point => point is '*' or '#'));
        Assert.InRange(ink, 15, 150);
        Assert.InRange(image[3..12].Sum(row => row[6..22].Count(point => point is '*' or '#')), 0.8 * ink, ink);
    }

    /// <summary>The emitted lines that it shows are those of the class at its top.</summary>
    [Fact]
    public void Emitted_lines_are_those_that_are_emitted()
    {
        string emitted = ModelSources.Compiled.GeneratedSources["Models.MnistCnn.Kernels.g.cs"].ReplaceLineEndings("\n");
        string shown = Assert.Single(Readme.Blocks("cs"));
        Assert.Contains(string.Concat(shown.TrimEnd('\n').Split('\n').Select(line => $"        {line}\n")), emitted);
    }

    /// <summary>A table of names that is shown is one of those that load other libraries' weights in the tests.</summary>
    [Fact]
    public void Tables_of_names_are_those_that_are_tested()
    {
        string tested = string.Concat(PretrainedNetworks.Files.Select(PretrainedNetworks.SourceOf)).ReplaceLineEndings("\n");
        string[] shown = [.. Readme.Blocks("csharp").Where(block => block.Contains("WeightNames Names", StringComparison.Ordinal))];
        Assert.Equal(4, shown.Length);
        foreach (string table in shown)
        {
            string indented = string.Concat(table.TrimEnd('\n').Split('\n').Select(line => $"    {line}\n"));
            Assert.True(tested.Contains(table, StringComparison.Ordinal) || tested.Contains(indented, StringComparison.Ordinal), table);
        }
    }

    /// <summary>The layers have the names of the modules that the Python block states.</summary>
    [Fact]
    public void Weights_have_PyTorchs_names()
    {
        string python = Assert.Single(Readme.Blocks("python"));
        string names = string.Join(", ", Regex.Matches(python, @"self\.(\w+) = nn\.").Select(module => module.Groups[1].Value)
            .SelectMany(module => new[] { $"{module}.weight", $"{module}.bias" }));
        Assert.Equal(names + "\n", Program("Mlp").Run().ReplaceLineEndings("\n"));
        Assert.Contains($"// {names}\n", Readme.Text);
    }

    private static ReadmeProgram Program(string name) => ReadmeProgram.All.Single(program => program.Name == name);

    [GeneratedRegex(@"loss \d\.\d{4}, accuracy (?<accuracy>\d+\.\d\d) % of 200 samples")]
    private static partial Regex Judged();
}
