using System.Globalization;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests.Documentation;

/// <summary>What an editor shows when the pointer rests on a network: its documentation is generated.</summary>
public class HoverTests
{
    [Fact]
    public void The_class_shows_its_layers_and_totals()
    {
        XElement summary = Documentation(out Compilation compilation).Element("summary")!;

        INamedTypeSymbol network = compilation.GetTypeByMetadataName("Net")!;
        Assert.Equal(
            "[batch, 1, 28, 28] → [batch, 10], 13610 parameters, 62192 multiply-adds a sample. Activations of a sample take "
                + $"{Constant(network, "PredictionBytes")} bytes in prediction, {Constant(network, "TrainingBytes")} in training.",
            summary.Nodes().OfType<XText>().First().Value.Trim());
        Assert.Equal(
            [
                "conv2d1: 8×26×26, 80, 48672", "relu1: 8×26×26, 0, 0", "maxpool2d1: 8×13×13, 0, 0", "flatten1: 1352, 0, 0",
                "linear1: 10, 13530, 13520",
            ],
            summary.Descendants("item").Select(item => $"{item.Element("term")!.Value}: {item.Element("description")!.Value}"));
    }

    [Fact]
    public void The_summary_is_the_same_as_a_constant()
    {
        Documentation(out Compilation compilation);
        INamedTypeSymbol network = compilation.GetTypeByMetadataName("Net")!;
        long prediction = Constant(network, "PredictionBytes"), training = Constant(network, "TrainingBytes");
        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"""
            Net
            ────────────────────────────────────────────────────────────────────
            Layer       Kind       Output shape        Parameters  Multiply-adds
            ────────────────────────────────────────────────────────────────────
            input                  [batch, 1, 28, 28]
            conv2d1     Conv2d     [batch, 8, 26, 26]          80         48,672
            relu1       ReLU       [batch, 8, 26, 26]           0              0
            maxpool2d1  MaxPool2d  [batch, 8, 13, 13]           0              0
            flatten1    Flatten    [batch, 1352]                0              0
            linear1     Linear     [batch, 10]             13,530         13,520
            ────────────────────────────────────────────────────────────────────
            Loss: CrossEntropy
            Total parameters: 13,610 (54,440 bytes)
            Trainable parameters: 13,610
            Multiply-adds of a sample: 62,192
            Activations of a sample: {prediction:N0} bytes in prediction, {training:N0} in training
            """),
            ((IFieldSymbol)network.GetMembers("Summary").Single()).ConstantValue);
    }

    /// <summary>A member of the class keeps its name, and a layer of that name becomes SummaryLayer.</summary>
    [Theory]
    [InlineData("public string Summary => \"mine\";", "Linear(3)", "Linear1")]
    [InlineData("", "Linear(3, Name = \"summary\")", "SummaryLayer")]
    [InlineData("", "Linear(0)", "Summary")]
    public void Summary_gives_way_to_what_the_class_has(string member, string layer, string expected)
    {
        CSharpCompilation source = NetworkSource.Compilation(
            $$"""[Network, Input(4), {{layer}}] public partial class Net { {{member}} }""");
        NetworkSource.Driver()
            .RunGeneratorsAndUpdateCompilation(source, out Compilation compilation, out _, TestContext.Current.CancellationToken);
        Assert.Empty(
            compilation.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.Single(compilation.GetTypeByMetadataName("Net")!.GetMembers(expected));
    }

    /// <summary>Each generated member that can be seen says what it is; a layer's says the shapes of its parameters.</summary>
    [Fact]
    public void Members_are_documented_with_their_shapes()
    {
        Documentation(out Compilation compilation);
        INamedTypeSymbol network = compilation.GetTypeByMetadataName("Net")!;
        Assert.All(
            network.GetMembers().Where(
                member => member.DeclaredAccessibility == Accessibility.Public && !member.IsImplicitlyDeclared
                    && member is not IMethodSymbol { AssociatedSymbol: not null }),
            member => Assert.Contains(
                "<summary>", member.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken),
                StringComparison.Ordinal));
        string linear =
            network.GetMembers("Linear1").Single().GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!;
        Assert.Contains("weight [10, 1352], bias [10]", linear, StringComparison.Ordinal);
    }

    private static XElement Documentation(out Compilation compilation)
    {
        CSharpCompilation source = NetworkSource.Compilation(
            "[Network, Input(1, 28, 28)] [Conv2d(8, 3), ReLU, MaxPool2d(2), Flatten, Linear(10), CrossEntropy] public partial class Net;");
        NetworkSource.Driver().RunGeneratorsAndUpdateCompilation(source, out compilation, out _, TestContext.Current.CancellationToken);
        string xml = compilation.GetTypeByMetadataName("Net")!.GetDocumentationCommentXml(
            cancellationToken: TestContext.Current.CancellationToken)!;
        return XElement.Parse(xml);
    }

    private static long Constant(INamedTypeSymbol network, string name) =>
        (long)((IFieldSymbol)network.GetMembers(name).Single()).ConstantValue!;
}
