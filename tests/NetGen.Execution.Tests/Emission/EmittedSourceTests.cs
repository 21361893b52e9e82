using NetGen.Execution.Tests.Compilation;
using NetGen.Execution.Tests.Models;

namespace NetGen.Execution.Tests.Emission;

/// <summary>
/// Emitted text to be read: a method of most forms, and one small network as a whole. A change of the compiler shows in their review.
/// </summary>
public class EmittedSourceTests
{
    /// <summary>What a reader can take in; a longer one says less.</summary>
    private const int MostLines = 120;

    /// <summary>A call of the library, or a kernel for the widest vectors; those of other widths differ by lanes.</summary>
    [Theory]
    [InlineData("LeNet", "Conv1Maxpool2d1Relu1Predict")]
    [InlineData("LeNet", "Conv1WeightGradient")]
    [InlineData("LeNet", "Conv2Maxpool2d2Relu2Predict")]
    [InlineData("LeNet", "Conv2WeightGradient")]
    [InlineData("LeNet", "Fc1Relu3Predict")]
    [InlineData("LeNet", "Fc3InputGradient")]
    [InlineData("LeNet", "Fc3WeightGradient")]
    [InlineData("LeNet", "Fc3BatchSum")]
    [InlineData("LeNet", "Crossentropy1LossOfIndices")]
    [InlineData("MnistCnn", "Conv2d1InputGradient")]
    [InlineData("MnistCnn", "Conv2d2Maxpool2d1Relu2Dropout1ForwardEpilogue")]
    [InlineData("MnistCnn", "Dropout1Relu2Conv2d2Backward")]
    [InlineData("MnistCnn", "Flatten1Backward")]
    [InlineData("MnistCnn", "Conv2d1WeightGradient")]
    [InlineData("ResNet8", "Basicblock2_Conv2d1InputGradient")]
    public void A_method_is_the_verified_text(string network, string method)
    {
        string file = ModelSources.Compiled.GeneratedSources[$"Models.{network}.Kernels.g.cs"];
        string text = Method(file, method);
        Assert.InRange(text.Split('\n').Length, 3, MostLines);
        Snapshot.Match(text, $"{nameof(EmittedSourceTests)}.{network}.{method}");
    }

    /// <summary>The class itself, and its kernels: calls of the library, and rows for all widths.</summary>
    [Theory]
    [InlineData("Tiny")]
    [InlineData("Tiny.Kernels")]
    public void A_small_network_is_the_verified_text(string file)
    {
        CompiledNetworks tiny = NetworkCompilation.Compile(
            "Tiny",
            [(
                "Tiny",
                """
                using NetGen;
                namespace Models;
                [Network, Input(4), Linear(6), ReLU, Linear(3), CrossEntropy]
                public partial class Tiny;
                """)]);
        Snapshot.Match(tiny.GeneratedSources[$"Models.{file}.g.cs"], $"{nameof(EmittedSourceTests)}.{file}");
    }

    /// <summary>Two compilations, one after the other, give the same text and the same bytes.</summary>
    [Fact]
    public void Compiling_twice_gives_the_same_text()
    {
        CompiledNetworks once = NetworkCompilation.Compile("Twice", [("LeNet", ModelSources.LeNet), ("ResNet8", ModelSources.ResNet8)]);
        CompiledNetworks again = NetworkCompilation.Compile("Twice", [("LeNet", ModelSources.LeNet), ("ResNet8", ModelSources.ResNet8)]);
        Assert.Equal(once.GeneratedSources, again.GeneratedSources);
        Assert.True(once.Image.AsSpan().SequenceEqual(again.Image));
    }

    /// <summary>A method from its comment to its closing brace, moved to the left.</summary>
    private static string Method(string file, string name)
    {
        string[] lines = file.ReplaceLineEndings("\n").Split('\n');
        int head = Array.FindIndex(
            lines,
            line => line.StartsWith("        ", StringComparison.Ordinal) && line[8] != ' '
                && line.Contains($" {name}(", StringComparison.Ordinal));
        Assert.True(head > 0, $"no method {name}");
        int first = head;
        while (lines[first - 1].StartsWith("        ///", StringComparison.Ordinal)
            || lines[first - 1].StartsWith("        [", StringComparison.Ordinal))
        {
            first--;
        }

        int last = Array.IndexOf(lines, "        }", head);
        return string.Join("\n", lines[first..(last + 1)].Select(line => line.Length > 8 ? line[8..] : ""));
    }
}
