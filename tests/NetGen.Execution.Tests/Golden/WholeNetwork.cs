using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Execution.Tests.Golden;

/// <summary>One entry of the list of whole networks: a class in the language, run once forward and once backward by PyTorch.</summary>
internal sealed record WholeNetwork(string Name, int[] InputShape, int[] OutputShape, bool HasLoss, string TensorsFile, string SourceFile)
{
    public int Samples => InputShape[0];

    /// <summary>Where its source is, or where it would be.</summary>
    public string SourcePath => WholeNetworks.PathOf(SourceFile);

    public string Source => File.ReadAllText(SourcePath);

    public SafetensorsFile Tensors => SafetensorsFile.Read(WholeNetworks.PathOf(TensorsFile));

    /// <summary>The class with the attribute [Network], which has no namespace; its blocks stand beside it.</summary>
    public string TypeName => CSharpSyntaxTree.ParseText(Source).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
        .First(type => type.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "Network"))
        .Identifier.ValueText;

    public static IReadOnlyList<WholeNetwork> ReadAll(string list)
    {
        using JsonDocument document = JsonDocument.Parse(list);
        return [.. document.RootElement.GetProperty("networks").EnumerateArray().Select(Read)];
    }

    private static WholeNetwork Read(JsonElement entry)
    {
        string name = entry.GetProperty("case").GetString()!;
        string mode = entry.GetProperty("mode").GetString()!;
        if (mode != "train")
            throw new InvalidDataException($"network '{name}' has mode '{mode}'; there is 'train'");
        return new WholeNetwork(
            name,
            Sizes(entry.GetProperty("input_shape")),
            Sizes(entry.GetProperty("output_shape")),
            entry.TryGetProperty("loss", out _),
            entry.GetProperty("tensors").GetString()!,
            entry.GetProperty("source").GetString()!);
    }

    private static int[] Sizes(JsonElement sizes) => [.. sizes.EnumerateArray().Select(size => size.GetInt32())];
}
