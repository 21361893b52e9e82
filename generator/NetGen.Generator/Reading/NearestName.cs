using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;

namespace NetGen.Generator.Reading;

/// <summary>The known name that a misspelt one, or one of another framework, is probably meant to be.</summary>
internal static class NearestName
{
    private static readonly string[] Others =
        ["Network", "Input", "From", "Shape", "Output", "Budget", "Residual", "Sum", "Concat", "Multiply"];

    /// <summary>The nearest name, or null where none is near: then the attribute is somebody else's.</summary>
    public static string? Of(string name)
    {
        List<string> known = [.. LayerCatalog.All.Select(layer => layer.Kind), .. LossCatalog.All.Select(loss => loss.Kind), .. Others];
        if (OtherFrameworks.Find(name, known) is { } translated)
            return translated;
        (string Name, int Distance) best = known
            .Select(candidate => (candidate, EditDistance.Between(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(pair => pair.Item2).ThenBy(pair => pair.candidate, StringComparer.Ordinal).First();
        return best.Distance <= Math.Max(1, name.Length / 3) ? best.Name : null;
    }
}
