using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Compiler.Advice;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;
using NetGen.Generator.Reading;

namespace NetGen.Generator.Tests.Language;

/// <summary>Inputs that a project knows only as a compiled assembly: data sets, and networks whose output comes in.</summary>
public class ForeignInputTests
{
    private const string Library = """
        namespace Models
        {
            [DataSet(Samples = 50000), Sample(3, 32, 32), Classes(100)]
            public class Photos;

            [DataSet, Sample(2, 80, Axes = Axes.ChannelsLength), Target(4)]
            public interface ISounds : IDataSet;

            [DataSet]
            public class Unfinished;

            [Network, Input<Photos>, Conv2d(8, 3, Stride = 2), Block]
            public partial class Pictures;

            [Network, Input(2, 80, Axes = Axes.ChannelsLength), ReLU]
            public partial class Signals;

            [Network, Input(50, 8), Linear(6)]
            public partial class Steps;

            [Network, Input(100), Linear(10)]
            public partial class Numbers;

            [Network, Input(100), Conv2d(3, 3)]
            public partial class Broken;

            [ReLU]
            internal partial class Block : NetGen.Block;
        }
        """;

    private static readonly Lazy<MetadataReference> Compiled = new(() => Reference(Library));

    [Theory]
    [InlineData("Models.Photos", "3×32×32")]
    [InlineData("Models.ISounds", "2×80")]
    [InlineData("Models.Pictures", "8×15×15")]
    [InlineData("Models.Signals", "2×80")]
    [InlineData("Models.Steps", "50×6")]
    [InlineData("Models.Numbers", "10")]
    public void What_it_holds_or_gives_comes_in(string input, string shape)
    {
        ShapedNetwork network = Shaped($"[Network, Input<{input}>, Flatten, Linear(4)] public partial class Net;");
        Assert.Equal(shape, network.Input.ToString());
        Assert.Equal(input == "Models.Signals" || input == "Models.ISounds", network.Input.Kind == ShapeKind.Signal);
    }

    /// <summary>A network that has the same name here is another one.</summary>
    [Fact]
    public void Names_may_be_the_same()
    {
        ShapedNetwork network = Shaped(
            "namespace Here { [Network, Input<There.Numbers>, Linear(4)] public partial class Numbers; } "
            + "namespace There { [Network, Input<Models.Numbers>, Linear(7)] public partial class Numbers; }", "Here.Numbers");
        Assert.Equal("7", network.Input.ToString());
    }

    [Theory]
    [InlineData("[Network, Input<Models.Photos>, Flatten, Linear(10), CrossEntropy] public partial class Net;",
        "NG0303: The data set 'Photos' has 100 classes, but 'linear1' gives 10 features (10 after linear1). Did you mean 100?")]
    [InlineData("[Network, Input<Models.ISounds>, Flatten, Linear(3), MSE] public partial class Net;",
        "NG0306: The data set 'ISounds' has targets of 4, but the network gives 3 (3 after linear1). "
        + "A loss compares equal shapes, nothing is stretched.")]
    [InlineData("[Network, Input<Models.Pictures>, Linear(3)] public partial class Net;",
        "NG0101: 'linear1' takes a vector, or a sequence step by step, but receives an image (8×15×15, the input). "
        + "Insert [Flatten] before it.")]
    [InlineData("[Network, Input<Models.Unfinished>, Linear(3)] public partial class Net;",
        "NG0304: 'Models.Unfinished' cannot be an input: it has no [Sample(…)].")]
    [InlineData("[Network, Input<Models.Broken>, Linear(3)] public partial class Net;",
        "NG0305: 'Models.Broken' cannot be an input: it comes from another assembly, which does not say what it gives. "
        + "Build its project with this version of NetGen, and see that the network has no error there.")]
    public async Task Faults_are_those_of_an_input_at_hand(string source, string message)
    {
        Diagnostic fault = Assert.Single(await NetworkSource.Analyze(NetworkSource.Compilation(source).AddReferences(Compiled.Value)));
        Assert.Equal(message, $"{fault.Id}: {fault.GetMessage()}");
    }

    /// <summary>The analyzer, which would keep a library with a broken network from building, is left out.</summary>
    private static MetadataReference Reference(string source)
    {
        CSharpCompilation compilation = NetworkSource.Compilation(source).WithAssemblyName("Models.Library");
        NetworkSource.Driver()
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _, TestContext.Current.CancellationToken);
        using var image = new MemoryStream();
        var result = output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static ShapedNetwork Shaped(string source, string name = "Net")
    {
        CSharpCompilation compilation = NetworkSource.Compilation(source).AddReferences(Compiled.Value);
        (NetworkSpec spec, SiteTable _) = NetworkReader.Read(
            compilation.GetTypeByMetadataName(name)!, compilation, isFinal: true, TestContext.Current.CancellationToken);
        ShapingResult result = ShapeEngine.Run(spec, AdviceList.All, TestContext.Current.CancellationToken);
        Assert.True(
            result.Network is not null,
            string.Join("\n", spec.Faults.Concat(result.Faults).Select(fault => $"{fault.Id} {fault.Message}")));
        return result.Network;
    }
}
