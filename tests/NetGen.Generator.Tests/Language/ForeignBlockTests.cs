using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Compiler.Advice;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;
using NetGen.Generator.Reading;

namespace NetGen.Generator.Tests.Language;

/// <summary>Blocks that a project knows only as a compiled assembly, by the description that the generator wrote on them there.</summary>
public class ForeignBlockTests
{
    private const string Library = """
        namespace Models
        {
            public enum Kind { Plain, Wide }

            [Residual<Path, Projection>, ReLU]
            public partial class BasicBlock(
                int width, int stride = 1, Kind kind = Kind.Plain, double rate = 0.25, string text = "a_1", bool flag = true,
                long large = 5) : Block
            {
                private const int Expansion = 2;

                [Conv2d(Kind == Kind.Wide ? Expansion * Width : Width, 3, Stride = Stride, Padding = 1, Bias = false, Name = Text)]
                [BatchNorm(Eps = 1e-3), ReLU, Dropout(Flag && Large > 4 ? Rate : 1 - Rate)]
                [Conv2d(Width << 1 >> 1, 3, Padding = (int)(1.5 - 0.5) + (Width % 1), Bias = !Flag), Normed(text: "x" + Text)]
                private partial class Path : Block;

                [Conv2d(Width, 1, Stride = Stride, Bias = false, Frozen = !Flag), Normed(Frozen = true)]
                private partial class Projection : Block;
            }

            [BatchNorm(Name = Text)]
            public partial class Normed(string text = "norm") : Block;

            public static partial class Heads
            {
                [AdaptiveAvgPool2d(1), Flatten, Concat<Identity, Small>(Repeat = 2), Linear(Classes), Output(Classes, Name = "logits")]
                public partial class Pooled(int classes) : Block;

                [Linear(-(-3) + (In > 1000 ? 1 : 0))]
                public partial class Small : Block;
            }
        }
        """;

    [Fact]
    public void It_is_the_same_as_with_its_source()
    {
        const string Network = """
            namespace Used
            {
                [Network, Input(3, 8, 8), Models.BasicBlock(4)]
                [Models.BasicBlock(8, stride: 2, kind: Models.Kind.Wide, text: "wide", flag: false)]
                [Models.Heads.Pooled(5, Name = "head", Frozen = true), CrossEntropy]
                public partial class Net;
            }
            """;
        ShapedNetwork foreign = Shaped(Compilation(Network, Described(Library)), "Used.Net");
        ShapedNetwork own = ShapedSource.Network(Library + Network, "Used.Net");
        Assert.Equal(Text(own), Text(foreign));
        Assert.Equal(own.ParameterCount, foreign.ParameterCount);
        Assert.Equal((8 * 4) + (2 * 4) + (2 * 8) + (3 * 8) + 3 + (3 * 11) + 3 + (14 * 5) + 5, foreign.FrozenCount);
        Assert.Equal(own.FrozenCount, foreign.FrozenCount);
        Assert.Equal(["head.logits"], foreign.NamedOutputs.Select(output => output.Name));
    }

    /// <summary>
    /// Words of C#, marks on letters, and the name of the operand that changes nothing, as names of blocks and their parameters.
    /// </summary>
    [Fact]
    public void Its_names_are_any_that_CSharp_has()
    {
        MetadataReference models = Described("""
            [Residual<Identity, NetGen.Identity>, @event.@class.मॉडल(3, 2)] public partial class Head : Block;
            [Linear(In), ReLU] public partial class Identity : Block;
            namespace @event.@class { [Linear(चौड़ाई * @Int)] public partial class मॉडल(int चौड़ाई, int @int) : Block; }
            """);
        CSharpCompilation compilation = Compilation(
            "[Network, Input(4), Head, @event.@class.मॉडल(4, @int: 2), global::Identity] public partial class Net;", models);
        Assert.Equal(
            ["head1.linear1 4", "head1.relu1 4", "head1.मॉडल1.linear1 6", "मॉडल1.linear1 8", "identity1.linear1 8", "identity1.relu1 8"],
            ShapedSource.Table(Shaped(compilation, "Net")));
    }

    /// <summary>Two blocks of one name are two: one is local to its file, or generic, which is an error.</summary>
    [Fact]
    public void Blocks_of_one_name_are_told_apart()
    {
        CSharpCompilation compilation = NetworkSource.Compilation(
            "[Network, Input(4), Part, Other] public partial class Net; [Linear(5)] file class Part : Block;",
            "[Part, ReLU] public partial class Other : Block; [Linear(6)] file class Part : Block;");
        Assert.Equal(["part1.linear1 5", "other1.part1.linear1 6", "other1.relu1 6"], ShapedSource.Table(Shaped(compilation, "Net")));
    }

    /// <summary>
    /// Blocks of one's own that have the names of the library's, and blocks that use the library's and are used elsewhere.
    /// </summary>
    [Fact]
    public void It_is_used_by_blocks_that_are_used_elsewhere()
    {
        MetadataReference models = Described(Library);
        MetadataReference further = Described("""
            [Models.Normed(text: "a"), Models.Heads.Pooled(Width), Normed(text: "b")] public partial class Head(int width) : Block;
            [LayerNorm(Name = Text)] public partial class Normed(string text) : Block;
            """, "Further-2 library", models);
        CSharpCompilation compilation = Compilation(
            "[Network, Input(2, 4, 4), Head(6), Models.Heads.Small] public partial class Net;", models, further);
        Assert.Equal(
            [
                "head1.normed1.a 2×4×4", "head1.pooled1.adaptiveavgpool2d1 2×1×1", "head1.pooled1.flatten1 2",
                "head1.pooled1.concat1.0.linear1 3", "head1.pooled1.concat1.1.linear1 3", "head1.pooled1.linear1 6", "head1.normed2.b 6",
                "small1.linear1 3",
            ],
            ShapedSource.Table(Shaped(compilation, "Net")));
    }

    [Fact]
    public void The_network_compiles_without_a_warning()
    {
        CSharpCompilation compilation = Compilation(
            "[Network, Input(3, 8, 8), Models.BasicBlock(4), Models.Heads.Pooled(5), CrossEntropy] public partial class Net;",
            Described(Library));
        GeneratorDriver driver = NetworkSource.Driver().RunGeneratorsAndUpdateCompilation(
            compilation, out Compilation output, out _, TestContext.Current.CancellationToken);
        Caching.AssertSecondRunIsCached(driver, compilation);
        Assert.Empty(
            output.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    /// <summary>There is nothing to edit in another assembly: its faults stand at the use, and its author's advice is not given.</summary>
    [Theory]
    [InlineData("[Network, Input(3, 2, 2), «Deep(2)»] public partial class Net;",
        "NG0105: 'deep1.down1.conv2d1' has a window that spans 3 in height, but its input has 2 (3×2×2, the input). "
        + "Use a smaller window, more padding or a larger input. (in Deep(2), used as deep1)")]
    [InlineData("[Network, Input(3, 9, 9), Residual<«Wide»>] public partial class Net; [Deep(1)] partial class Wide : Block;",
        "NG0112: 'residual1' adds 2×7×7 from 'Wide' to 3×9×9 from the input. "
        + "A projection, [Residual<A, P>], or WhenShapeKept = true makes it fit.")]
    [InlineData("[Network, Input(3, 9, 9), Deep(1), Flatten, «CrossEntropy», Linear(2)] public partial class Net;",
        "NG0009: [CrossEntropy] comes last and once; here [Linear(2)] stands after it.")]
    [InlineData(
        "[Network, Input<Flowers>, Ends, «CrossEntropy»] public partial class Net; [DataSet, Sample(4), Classes(3)] public class Flowers;",
        "NG0303: The data set 'Flowers' has 3 classes, but 'the network' gives 5 features (5 after ends1.linear2). Did you mean 3?")]
    [InlineData("[Network, Input(4), «Tied(Repeat = 2)»] public partial class Net;",
        "NG0205: 'tied1.0.linear1' cannot share the weight of 'outside': no layer has that name. (in Tied(Repeat = 2), used as tied1.0)")]
    public async Task A_fault_inside_stands_at_the_use(string source, string message)
    {
        (string unmarked, string marked) = NetworkSource.Unmarked(source);
        CSharpCompilation compilation = Compilation(unmarked, Described("""
            [Down(Times), Conv2d(2, 1)] public partial class Deep(int times) : Block;
            [Conv2d(2, 3)] public partial class Down(int times) : Block;
            [Linear(5), Linear(5)] public partial class Ends : Block;
            [ReLU, Linear(4, Tied = "outside")] public partial class Tied : Block;
            """));
        Diagnostic fault = Assert.Single(await NetworkSource.Analyze(compilation));
        Assert.Equal((message, marked), ($"{fault.Id}: {fault.GetMessage()}", NetworkSource.Span(fault)));
    }

    [Theory]
    [InlineData("2, \"\"", "a newer version of NetGen has described it. Use that version here too")]
    [InlineData("1, \"block Other\"", "its description is of another block")]
    [InlineData("1, \"Linear(2)\"", "its description cannot be used: it does not begin with a block")]
    [InlineData(
        "1, \"block Head\\nWarp(2)\"",
        "its description cannot be used: it has the layer 'Warp', which this version of NetGen does not know")]
    [InlineData("1, \"block Head\\nLinear(2\"", "its description cannot be used: 'Linear(2' cannot be read from '' on")]
    [InlineData(
        "1, \"block Head\\nLinear((2 ** 3))\"", "its description cannot be used: 'Linear((2 ** 3))' cannot be read from '* 3))' on")]
    [InlineData(
        "1, \"block Head\\nLinear(2, Name = \\\"a)\"", "its description cannot be used: 'Linear(2, Name = \"a)' cannot be read from '' on")]
    public async Task What_cannot_be_read_says_why(string description, string fault)
    {
        CSharpCompilation library =
            NetworkSource.Compilation($"[NetGen.BlockDescription({description})] public class Head : Block;").WithAssemblyName("Library");
        CSharpCompilation compilation =
            NetworkSource.Compilation("[Network, Input(4), Head] public partial class Net;").AddReferences(library.ToMetadataReference());
        Diagnostic found = Assert.Single(await NetworkSource.Analyze(compilation));
        Assert.Equal(
            ("NG0014", $"The block 'Head' comes from another assembly, where its layers cannot be read: {fault}."),
            (found.Id, found.GetMessage()));
    }

    [Theory]
    [InlineData("[Linear(2)] public partial class Seen : Block;", "Seen")]
    [InlineData("[Linear(2)] partial class Hidden : Block;", "")]
    [InlineData(
        "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")] [Linear(2)] partial class Hidden : Block;", "Hidden")]
    [InlineData("[Linear(2)] public class Whole : Block;", "")]
    [InlineData("public static class Whole { [Linear(2)] public partial class Inside : Block; }", "")]
    [InlineData("[Network, Input(4), Part] public partial class Net { [Linear(2)] private partial class Part : Block; }", "")]
    [InlineData("[Input(4), Linear(2)] public partial class Wrong : Block;", "")]
    [InlineData("[A.B] public partial class A : Block { [Linear(2)] public partial class B : Block; }", "A")]
    public void Blocks_that_other_assemblies_see_are_described(string source, string described)
    {
        GeneratorRunResult result = NetworkSource.Driver()
            .RunGenerators(NetworkSource.Compilation(source), TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        Assert.Equal(
            described,
            string.Join(" ", result.GeneratedSources.Select(file => file.HintName)
                .Where(name => name.EndsWith(".Description.g.cs", StringComparison.Ordinal))
                .Select(name => name.Split('.')[0])));
    }

    [Fact]
    public void The_description_is_a_readable_text()
    {
        GeneratorRunResult result = NetworkSource.Driver().RunGenerators(NetworkSource.Compilation("""
            [Residual<Path>, Scaled(4 * In, rate: 1e-3, Name = "s\\\"")] public partial class Unit(int width, double rate = 0.5) : Block
            {
                [Linear(Width > 2 ? -Width : 1, Bias = !(Rate < 1))] partial class Path : Block;
            }

            [Dropout(Rate)] public partial class Scaled(int width, double rate) : Block;
            """), TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        Assert.Equal(
            """"
            // <auto-generated/>
            #pragma warning disable CS0612, CS0618 // A parameter's type may be obsolete.

            // By this text, projects that have the block as a compiled assembly know its layers.
            [global::NetGen.BlockDescription(1,
                "block Unit(int width, double rate = 0.5D)\n" +
                "Residual<Unit.Path>\n" +
                "use Scaled((4 * In), rate = 0.001D, Name = \"s\\\\\\\"\")\n" +
                "block Unit.Path in Unit\n" +
                "Linear(((Width > 2) ? (- Width) : 1), Bias = (! (Rate < 1)))\n" +
                "block Scaled(int width, double rate)\n" +
                "Dropout(Rate)")]
            partial class Unit
            {
            }

            """".ReplaceLineEndings("\n"),
            result.GeneratedSources.Single(file => file.HintName == "Unit.Description.g.cs").SourceText.ToString());
    }

    /// <summary>A library as other projects have it: compiled with the generator, without its source.</summary>
    private static MetadataReference Described(string source, string name = "Models.Library", params MetadataReference[] references)
    {
        CSharpCompilation compilation = NetworkSource.Compilation(source).WithAssemblyName(name).AddReferences(references);
        NetworkSource.Driver()
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _, TestContext.Current.CancellationToken);
        using var image = new MemoryStream();
        var result = output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static CSharpCompilation Compilation(string source, params MetadataReference[] references) =>
        NetworkSource.Compilation(source).AddReferences(references);

    private static ShapedNetwork Shaped(CSharpCompilation compilation, string name)
    {
        (NetworkSpec spec, SiteTable _) = NetworkReader.Read(
            compilation.GetTypeByMetadataName(name)!, compilation, isFinal: true, TestContext.Current.CancellationToken);
        ShapingResult result = ShapeEngine.Run(spec, AdviceList.All, TestContext.Current.CancellationToken);
        Assert.True(
            result.Network is not null,
            string.Join("\n", spec.Faults.Concat(result.Faults).Select(fault => $"{fault.Id} {fault.Message}")));
        return result.Network;
    }

    /// <summary>All layers with their options, shapes and parameters.</summary>
    private static string Text(ShapedNetwork network) => string.Join("\n", network.Layers.Select(layer =>
        $"{layer.Name} {layer.Layer} {layer.Output} {string.Join(" ", layer.Parameters.Select(parameter => parameter.FullName))}"));
}
