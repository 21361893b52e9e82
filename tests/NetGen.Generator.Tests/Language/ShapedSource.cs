using Microsoft.CodeAnalysis.CSharp;
using NetGen.Compiler.Advice;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;
using NetGen.Generator.Reading;

namespace NetGen.Generator.Tests.Language;

/// <summary>Source read and shaped, without compiling it further.</summary>
internal static class ShapedSource
{
    public static ShapingResult Result(string source, string name = "Net")
    {
        CSharpCompilation compilation = NetworkSource.Compilation(source);
        (NetworkSpec spec, SiteTable _) = NetworkReader.Read(
            compilation.GetTypeByMetadataName(name)!, compilation, isFinal: true, TestContext.Current.CancellationToken);
        return ShapeEngine.Run(spec, AdviceList.All, TestContext.Current.CancellationToken);
    }

    public static ShapedNetwork Network(string source, string name = "Net")
    {
        ShapingResult result = Result(source, name);
        Assert.True(result.Network is not null, string.Join("\n", result.Faults.Select(fault => $"{fault.Id} {fault.Message}")));
        return result.Network;
    }

    /// <summary>"conv1 16×8×8" for each layer.</summary>
    public static IEnumerable<string> Table(ShapedNetwork network) => network.Layers.Select(layer => $"{layer.Name} {layer.Output}");

    public static IEnumerable<string> Names(ShapedNetwork network) => network.Layers.Select(layer => layer.Name);
}
