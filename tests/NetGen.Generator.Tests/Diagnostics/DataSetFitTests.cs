using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Calls of Fit and Evaluate, against a base class that stands in for the network's so that only the call is looked at.</summary>
public class DataSetFitTests
{
    [Theory]
    [InlineData("Sample(1, 28, 28), Classes(10)", "")]
    [InlineData("Sample(1, 28, 28), OneHot(10)", "")]
    [InlineData("Sample(28, 28, 1), Classes(10)",
        "'Data' does not fit 'Net': it holds samples of 28×28×1 (an image), but the network takes 1×28×28 (an image). In channels-last order they would fit: state [Sample(1, 28, 28, ChannelsLast = true)] on the data set, whose samples are then turned.")]
    [InlineData("Sample(784), Classes(10)",
        "'Data' does not fit 'Net': it holds samples of 784 (a vector), but the network takes 1×28×28 (an image).")]
    [InlineData("Sample(1, 28, 28), Classes(12)",
        "'Data' does not fit 'Net': The data set 'Data' has 12 classes, but 'linear1' gives 10 features (10 after linear1). Did you mean 12?")]
    [InlineData("Sample(1, 28, 28), Target(3)",
        "'Data' does not fit 'Net': The data set 'Data' has targets of 3, but the network gives 10 (10 after linear1). A loss compares equal shapes, nothing is stretched.")]
    [InlineData("Sample(1, 28, 28)",
        "'Data' does not fit 'Net': 'crossentropy1' takes class indices or numbers of the output's shape, but the data set 'Data' has no labels. Target = Target.Input compares with the input.")]
    public async Task A_data_set_is_compared_with_the_network_at_the_call(string contract, string message)
    {
        CSharpCompilation compilation = NetworkSource.Compilation($$"""
            namespace NetGen { public abstract class Network { public void Fit(object data, int epochs) { } } }
            [DataSet, {{contract}}] public class Data;
            [Network, Input(1, 28, 28), Flatten, Linear(10), CrossEntropy] public partial class Net : NetGen.Network;
            public static class Use { public static void Of(Net net, Data data) => net.Fit(data, 3); }
            """);
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        if (message.Length == 0)
        {
            Assert.Empty(found);
            return;
        }

        Diagnostic fault = Assert.Single(found);
        Assert.Equal(("NG0307", message), (fault.Id, fault.GetMessage()));
        Assert.Equal("data", (await fault.Location.SourceTree!.GetTextAsync(TestContext.Current.CancellationToken)).ToString(fault.Location.SourceSpan));
    }

    /// <summary>The layers of another project's network cannot be read here; nothing is said about it, and nothing fails.</summary>
    [Fact]
    public async Task A_network_of_another_project_is_not_judged()
    {
        CSharpCompilation library = NetworkSource.Compilation("""
            namespace NetGen { public abstract class Network { public void Fit(object data, int epochs) { } } }
            [Network, Input(1, 28, 28), Flatten, Linear(10), CrossEntropy] public partial class Net : NetGen.Network;
            """).WithAssemblyName("Library");
        CSharpCompilation compilation = NetworkSource.Compilation("""
            [DataSet, Sample(784), Classes(10)] public class Data;
            public static class Use { public static void Of(Net net, Data data) => net.Fit(data, 3); }
            """).AddReferences(library.ToMetadataReference());
        Assert.Empty(await compilation.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));
    }
}
