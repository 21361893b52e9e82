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
            ["conv2d1: 8×26×26, 80, 48672", "relu1: 8×26×26, 0, 0", "maxpool2d1: 8×13×13, 0, 0", "flatten1: 1352, 0, 0", "linear1: 10, 13530, 13520"],
            summary.Descendants("item").Select(item => $"{item.Element("term")!.Value}: {item.Element("description")!.Value}"));
    }

    /// <summary>Each generated member that can be seen says what it is; those of parameters say their shape.</summary>
    [Fact]
    public void Members_are_documented_with_their_shapes()
    {
        Documentation(out Compilation compilation);
        INamedTypeSymbol network = compilation.GetTypeByMetadataName("Net")!;
        Assert.All(
            network.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public && !member.IsImplicitlyDeclared && member is not IMethodSymbol { AssociatedSymbol: not null }),
            member => Assert.Contains("<summary>", member.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken), StringComparison.Ordinal));
        ITypeSymbol linear = ((IPropertySymbol)network.GetMembers("Linear1").Single()).Type;
        Assert.Contains("[10, 1352]", linear.GetMembers("Weight").Single().GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static XElement Documentation(out Compilation compilation)
    {
        CSharpCompilation source = NetworkSource.Compilation(
            "[Network, Input(1, 28, 28)] [Conv2d(8, 3), ReLU, MaxPool2d(2), Flatten, Linear(10), CrossEntropy] public partial class Net;");
        NetworkSource.Driver().RunGeneratorsAndUpdateCompilation(source, out compilation, out _, TestContext.Current.CancellationToken);
        string xml = compilation.GetTypeByMetadataName("Net")!.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!;
        return XElement.Parse(xml);
    }

    private static long Constant(INamedTypeSymbol network, string name) => (long)((IFieldSymbol)network.GetMembers(name).Single()).ConstantValue!;
}
