using System.Globalization;
using System.Text.RegularExpressions;

namespace NetGen.Package.Tests;

/// <summary>The projects of <c>dotnet new netgen --data</c> train on what they have with them, and predict from what they saved.</summary>
/// <remarks>Each is named as its data set is: the name of a project may be any.</remarks>
public sealed class DataTemplateTests(Packages packages)
{
    [Theory]
    [InlineData("csv", "Flats", @"Test R² (\S+) \(80 flats\)", 0.85, @"^rent \d{3}\.\d+$", "54.5", "2", "3", "harbour")]
    [InlineData("images", "Shapes", @"Test accuracy ([\d.]+) ?% \(150 pictures\)", 85,
        @"^circle \(\d+\.\d %\)$", "shapes/test/circle/0.png")]
    [InlineData("text", "Messages", @"Test accuracy ([\d.]+) ?% \(40 messages\)", 90,
        @"^praise \(\d+\.\d %\)$", "A lovely lamp, thank you")]
    public async Task A_project_trains_and_predicts(
        string data, string name, string score, double least, string predicted, params string[] asked)
    {
        string project = Path.Combine(packages.Folder, name);
        await packages.Dotnet.SucceedAsync(packages.Folder, "new", "netgen", "--data", data, "-o", project);
        string output = await packages.Dotnet.SucceedAsync(project, "run");
        Assert.DoesNotContain(": warning ", output, StringComparison.Ordinal);
        Match reached = Regex.Match(output, score);
        Assert.True(reached.Success, output);
        Assert.InRange(double.Parse(reached.Groups[1].Value, CultureInfo.InvariantCulture), least, 100);

        string program = Path.Combine("bin", "Debug", "net10.0", $"{name}.dll");
        string said = await packages.Dotnet.SucceedAsync(project, [program, "predict", .. asked]);
        Assert.Matches(predicted, said.Trim());
    }
}
