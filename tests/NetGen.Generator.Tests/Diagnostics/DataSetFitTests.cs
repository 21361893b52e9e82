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
        "'Data' does not fit 'Net': it holds samples of 28×28×1 (an image), but the network takes 1×28×28 (an image). In channels-last "
        + "order they would fit: state [Sample(1, 28, 28, ChannelsLast = true)] on the data set, whose samples are then transposed.")]
    [InlineData("Sample(784), Classes(10)",
        "'Data' does not fit 'Net': it holds samples of 784 (a vector), but the network takes 1×28×28 (an image).")]
    [InlineData("Sample(1, 28, 28), Classes(12)",
        "'Data' does not fit 'Net': The data set 'Data' has 12 classes, "
        + "but 'linear1' gives 10 features (10 after linear1). Did you mean 12?")]
    [InlineData("Sample(1, 28, 28), Target(3)",
        "'Data' does not fit 'Net': The data set 'Data' has targets of 3, but the network gives 10 (10 after linear1). "
        + "A loss compares equal shapes, nothing is stretched.")]
    [InlineData("Sample(1, 28, 28)",
        "'Data' does not fit 'Net': 'crossentropy1' takes class indices or numbers of the output's shape, "
        + "but the data set 'Data' has no labels. Target = Target.Input compares with the input.")]
    public async Task A_data_set_is_compared_with_the_network_at_the_call(string contract, string message)
    {
        CSharpCompilation compilation = NetworkSource.Compilation($$"""
            namespace NetGen { public abstract class Network { public void Fit(object data, int epochs) { } } }
            [DataSet, {{contract}}] public class Data;
            [Network, Input(1, 28, 28), Flatten, Linear(10), CrossEntropy] public partial class Net : NetGen.Network;
            public static class Use { public static void Of(Net net, Data data) => net.Fit(data, 3); }
            """);
        ImmutableArray<Diagnostic> found =
            await compilation.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        if (message.Length == 0)
        {
            Assert.Empty(found);
            return;
        }

        Diagnostic fault = Assert.Single(found);
        Assert.Equal(("NG0307", message), (fault.Id, fault.GetMessage()));
        Assert.Equal(
            "data",
            (await fault.Location.SourceTree!.GetTextAsync(TestContext.Current.CancellationToken)).ToString(fault.Location.SourceSpan));
    }

    [Theory]
    [InlineData("new ArrayDataSet(new int[24], 12, 30, new int[2], 2)", "")]
    [InlineData("new ArrayDataSet(new int[24], 12, args, new int[2], args)", "")]
    [InlineData("new ArrayDataSet(new int[24], 12, 31, new int[2], 2)",
        "'ArrayDataSet' does not fit 'Net': The data set 'ArrayDataSet' has the tokens 0 to 30, but 'embedding1' has rows for 0 to 29. "
            + "Did you mean 31?")]
    [InlineData("new ArrayDataSet(new int[24], 8, 30, new int[2], 2)",
        "'ArrayDataSet' does not fit 'Net': it holds samples of 8 (tokens), but the network takes 12 (tokens).")]
    [InlineData("new ArrayDataSet(new float[24], new int[2], 2, [12])",
        "'ArrayDataSet' does not fit 'Net': it holds samples of 12 (a vector), but the network takes 12 (tokens).")]
    public async Task Tokens_are_compared_too(string set, string message)
    {
        CSharpCompilation compilation = NetworkSource.Compilation($$"""
            namespace NetGen { public abstract class Network { public void Fit(object data, int epochs) { } } }
            [Network, Input(12), Embedding(30, 4), Flatten, Linear(2), CrossEntropy] public partial class Net : NetGen.Network;
            public static class Use { public static void Of(Net net, int args) => net.Fit({{set}}, 3); }
            """);
        ImmutableArray<Diagnostic> found =
            await compilation.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(message.Length == 0 ? [] : [message], found.Select(fault => fault.GetMessage()));
    }

    /// <summary>What the source says of a value: behind a base class, an interface, a variable, a type parameter, or a trainer.</summary>
    [Theory]
    [InlineData("net.Fit(«digits», new SGD(0.1f), 1);")]
    [InlineData("net?.Evaluate(«digits»);")]
    [InlineData("net.Evaluate(threads: 1, data: «digits»);")]
    [InlineData("using Trainer trainer = net.CreateTrainer(new SGD(0.1f), 8); trainer.Fit(«digits», 1);")]
    [InlineData("var trainer = new Net(1).CreateTrainer(new SGD(0.1f), 8); var same = trainer; same.Fit(«digits», 1);")]
    [InlineData("net.CreateTrainer(new SGD(0.1f), 8).Fit(«digits», 1);")]
    [InlineData("Network known = net; known.Evaluate(«digits»);")]
    [InlineData("((Network)net).Evaluate(«digits»);")]
    [InlineData("IDataSet known = digits; net.Evaluate(«known»);")]
    [InlineData("object known = digits; net.Evaluate(«(IDataSet)known»);")]
    [InlineData("foreach (IDigits set in new[] { digits }) net.Evaluate(«set»);")]
    [InlineData(
        "Run(net, digits); static void Run<TNet, TSet>(TNet network, TSet set) where TNet : Net where TSet : class, "
        + "IDigits => network.Evaluate(«set»);")]
    [InlineData("Action later = () => net.Evaluate(«digits»);")]
    [InlineData("net.Evaluate(«net is null ? digits : digits»);")]
    public async Task The_types_are_those_that_the_source_knows(string statements)
    {
        (string source, string marked) = NetworkSource.Unmarked(Using(statements));
        Diagnostic fault = Assert.Single(await NetworkSource.Diagnose(source));
        Assert.Equal(
            (
                "NG0307", marked,
                "'IDigits' does not fit 'Net': it holds samples of 1×28×28 (an image), but the network takes 3×32×32 (an image)."),
            (fault.Id, NetworkSource.Span(fault), fault.GetMessage()));
    }

    /// <summary>Where the source does not say what a value is, the run does.</summary>
    [Theory]
    [InlineData("IDataSet known = digits; known = Other(); net.Evaluate(known);")]
    [InlineData("IDataSet known = digits; Change(ref known); net.Evaluate(known); static void Change(ref IDataSet set) => set = Other();")]
    [InlineData("Network known = net; (known, _) = (Any(), 1); known.Evaluate(digits);")]
    [InlineData("net.Evaluate(Other());")]
    [InlineData("Any().Evaluate(digits);")]
    [InlineData("Trained().Fit(digits, 1);")]
    public async Task What_the_source_does_not_know_is_not_judged(string statements) =>
        Assert.Empty(await NetworkSource.Diagnose(Using(statements)));

    /// <summary>
    /// Of a set of arrays the source says what is a constant: the shape, the classes, and whether there are labels or targets.
    /// </summary>
    [Theory]
    [InlineData(
        "net.Fit(«new ArrayDataSet(x, y, 10, [1, 28, 28])», new SGD(0.1f), 1);",
        "it holds samples of 1×28×28 (an image), but the network takes 3×32×32 (an image).")]
    [InlineData(
        "var data = new ArrayDataSet(x, y, 10, new[] { 3072 }); net.Evaluate(«data»);",
        "it holds samples of 3072 (a vector), but the network takes 3×32×32 (an image).")]
    [InlineData(
        "IDataSet data = new ArrayDataSet(x, y, classes: 10, shape: [32, 32, 3]) { Name = \"photos\" }; net.Evaluate(«data»);",
        "it holds samples of 32×32×3 (an image), but the network takes 3×32×32 (an image). In channels-last order they would fit: "
        + "state the shape channels first, [3, 32, 32], and ChannelsLast = true, so that samples are transposed.")]
    [InlineData(
        "net.Evaluate(«new ArrayDataSet(x, y, 12, [3, 32, 32])»);",
        "The data set 'ArrayDataSet' has 12 classes, but 'linear1' gives 10 features (10 after linear1). Did you mean 12?")]
    [InlineData(
        "net.Evaluate(«new ArrayDataSet(new[] { x }, y, 12)»);",
        "The data set 'ArrayDataSet' has 12 classes, but 'linear1' gives 10 features (10 after linear1). Did you mean 12?")]
    [InlineData(
        "net.Evaluate(«new ArrayDataSet(x, [3, 32, 32])»);",
        "'crossentropy1' takes class indices or numbers of the output's shape, but the data set 'ArrayDataSet' has no labels. "
        + "Target = Target.Input compares with the input.")]
    public async Task A_set_of_arrays_is_compared_as_far_as_the_source_says_what_it_is(string statements, string message)
    {
        (string source, string marked) = NetworkSource.Unmarked(Using($"float[] x = new float[3072]; int[] y = new int[1]; {statements}"));
        Diagnostic fault = Assert.Single(await NetworkSource.Diagnose(source));
        Assert.Equal(
            ("NG0307", marked, $"'ArrayDataSet' does not fit 'Net': {message}"), (fault.Id, NetworkSource.Span(fault), fault.GetMessage()));
    }

    /// <summary>What is not a constant is left to the run, and so is how many labels and targets a sample has.</summary>
    [Theory]
    [InlineData("net.Evaluate(new ArrayDataSet(x, y, 10, [3, 32, 32]));")]
    [InlineData("net.Evaluate(new ArrayDataSet(new[] { x }, y, 10));")]
    [InlineData("net.Evaluate(new ArrayDataSet(x, y, n, [n, 32, 32]));")]
    [InlineData("int[] shape = [n]; net.Evaluate(new ArrayDataSet(x, y, n, shape));")]
    [InlineData("net.Evaluate(new ArrayDataSet(x, x, [3, 32, 32]));")]
    public async Task A_set_of_arrays_whose_sizes_the_run_knows_is_not_judged(string statements) => Assert.Empty(
        await NetworkSource.Diagnose(
            Using($"float[] x = new float[3072]; int[] y = new int[1]; int n = x.Length; {statements} y[0] = n;")));

    /// <summary>Labels of steps and pixels, signals, and losses that take one form of label only.</summary>
    [Theory]
    [InlineData("Input(2, 8, Axes = Axes.ChannelsLength), BatchNorm, Transpose, Linear(3), CrossEntropy", "x, y, 3, [2, 8]", "")]
    [InlineData("Input(3, 4, 4), Conv2d(5, 1), CrossEntropy", "x, y, 5, [3, 4, 4]", "")]
    [InlineData("Input(8, 2), Linear(3), CrossEntropy", "x, y, 3, [8, 2]", "")]
    [InlineData("Input(4), Linear(2), MSE", "x, x, [4]", "")]
    [InlineData(
        "Input(4), Linear(2), MSE", "x, y, 2, [4]",
        "'Net': 'mse1' takes numbers of the output's shape (2 after linear1), but the data set 'ArrayDataSet' has a class index for each "
        + "sample, of 2 classes. [CrossEntropy] takes a class index.")]
    [InlineData(
        "Input(4), Linear(2), LogSoftmax, NLL", "x, x, [4]",
        "'Net': 'nll1' takes class indices of 2 classes, but the data set 'ArrayDataSet' has numbers (2). [MSE] takes numbers.")]
    [InlineData("Input(4), Linear(4), MSE(Target = Target.Input)", "x, [4]", "")]
    [InlineData(
        "Input(4), Linear(2)", "x, y, 2, [4]",
        "'Net': the network has no loss to compare its output with the labels. Write one last: [CrossEntropy].")]
    public async Task A_set_of_arrays_has_the_form_of_label_that_its_constructor_says(string layers, string arguments, string message)
    {
        IReadOnlyList<Diagnostic> found = await NetworkSource.Diagnose($$"""
            [Network, {{layers}}] public partial class Net;
            public static class Use
            {
                public static void Of(Net net, float[] x, int[] y) { net.Evaluate(new ArrayDataSet({{arguments}})); y[0] = 1; }
            }
            """);
        Assert.Equal(
            message.Length == 0 ? [] : [$"'ArrayDataSet' does not fit {message}"],
            found.Where(fault => fault.Severity == DiagnosticSeverity.Error).Select(fault => fault.GetMessage()));
    }

    private static string Using(string statements) => $$"""
        [DataSet, Sample(1, 28, 28), Classes(10)] public interface IDigits : IDataSet;
        [Network, Input(3, 32, 32), Flatten, Linear(10), CrossEntropy] public partial class Net;
        public static class Use
        {
            public static void Of(Net net, IDigits digits) { {{statements}} }
            public static IDataSet Other() => null!;
            public static Network Any() => null!;
            public static Trainer Trained() => null!;
        }
        """;

    /// <summary>A network that can be chained by hand need not have a loss; one that is trained must.</summary>
    [Theory]
    [InlineData("Classes(10)", "CrossEntropy")]
    [InlineData("OneHot(10)", "CrossEntropy")]
    [InlineData("Target(10)", "MSE")]
    [InlineData("", "MSE(Target = Target.Input)")]
    public async Task A_network_that_is_trained_has_a_loss(string labels, string loss)
    {
        Diagnostic fault = Assert.Single(await NetworkSource.Diagnose($$"""
            [DataSet, Sample(10){{(labels.Length > 0 ? ", " + labels : "")}}] public interface IData : IDataSet;
            [Network, Input(10), Linear(10)] public partial class Net;
            public static class Use { public static void Of(Net net, IData data) => net.Evaluate(data); }
            """));
        Assert.Equal(
            (
                "NG0307",
                $"'IData' does not fit 'Net': the network has no loss to compare its output with the labels. Write one last: [{loss}]."),
            (fault.Id, fault.GetMessage()));
    }

    /// <summary>What a type states itself counts before what the one states that it derives from.</summary>
    [Fact]
    public async Task A_derived_data_set_has_labels_of_its_own() => Assert.Empty(await NetworkSource.Diagnose("""
        [DataSet, Sample(8), Classes(10)] public class Few;
        [Classes(100)] public class Many : Few;
        [Network, Input<Few>, Linear(10), CrossEntropy] public partial class OfFew;
        [Network, Input<Many>, Linear(100), CrossEntropy] public partial class OfMany;
        """));

    /// <summary>The contract of a data set is in its assembly, whether that is at hand as source or not.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_data_set_of_another_assembly_is_compared(bool isCompiled)
    {
        CSharpCompilation library = NetworkSource.Compilation(
            "[DataSet, Sample(1, 28, 28), Classes(10)] public interface IDigits : IDataSet;").WithAssemblyName("Library");
        MetadataReference reference = library.ToMetadataReference();
        if (isCompiled)
        {
            using var image = new MemoryStream();
            Assert.True(library.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
            reference = MetadataReference.CreateFromImage(image.ToArray());
        }

        CSharpCompilation compilation = NetworkSource.Compilation("""
            [Network, Input<IDigits>, Flatten, Linear(12), CrossEntropy] public partial class Twelve;
            [Network, Input(3, 32, 32), Flatten, Linear(10), CrossEntropy] public partial class Net;
            public static class Use { public static void Of(Net net, IDigits digits) => net.Evaluate(digits); }
            """).AddReferences(reference);
        NetworkSource.Driver()
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _, TestContext.Current.CancellationToken);
        Assert.Equal(["NG0303", "NG0307"], (await NetworkSource.Analyze((CSharpCompilation)output)).Select(fault => fault.Id).Order());
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
        Assert.Empty(
            await compilation.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));
    }
}
