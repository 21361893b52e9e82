using NetGen.Execution.Tests.Compilation;
using NetGen.Execution.Tests.Models;

namespace NetGen.Execution.Tests.Emission;

/// <summary>The emitted files of two networks, to be read as text: a change of the compiler shows in their review.</summary>
public class EmittedSourceTests
{
    /// <summary>The class itself, and its kernels for the widest vectors; the other widths differ from those by lanes.</summary>
    [Theory]
    [InlineData("LeNet")]
    [InlineData("LeNet.Vector512")]
    [InlineData("MnistCnn")]
    [InlineData("MnistCnn.Vector512")]
    public void IsTheVerifiedText(string file) =>
        Snapshot.Match(ModelSources.Compiled.GeneratedSources[$"Models.{file}.g.cs"], $"{nameof(EmittedSourceTests)}.{file}");

    /// <summary>Two compilations, one after the other, give the same text and the same bytes.</summary>
    [Fact]
    public void CompilingTwiceGivesTheSameText()
    {
        CompiledNetworks once = NetworkCompilation.Compile("Twice", [("LeNet", ModelSources.LeNet), ("ResNet8", ModelSources.ResNet8)]);
        CompiledNetworks again = NetworkCompilation.Compile("Twice", [("LeNet", ModelSources.LeNet), ("ResNet8", ModelSources.ResNet8)]);
        Assert.Equal(once.GeneratedSources, again.GeneratedSources);
        Assert.True(once.Image.AsSpan().SequenceEqual(again.Image));
    }
}
