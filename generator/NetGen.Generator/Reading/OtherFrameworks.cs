using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;

namespace NetGen.Generator.Reading;

/// <summary>
/// Names by which Keras and PyTorch know what the language has under another one: the catalogs have those of layers and losses. Those that
/// differ by a few letters are found without this (Conv2D, Relu), and those that end in the number of axes or in Loss too (BatchNorm2d,
/// MSELoss).
/// </summary>
internal static class OtherFrameworks
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["InputShape"] = "Input",
        ["InputLayer"] = "Input",
        ["Add"] = "Sum",
        ["Concatenate"] = "Concat",
    };

    private static readonly string[] Endings = ["Loss", "1d", "2d", "3d"];

    /// <summary>What the language calls it, perhaps with arguments; or null.</summary>
    /// <param name="name">A name that C# does not know.</param>
    /// <param name="known">The names of the language.</param>
    public static string? Find(string name, IReadOnlyCollection<string> known)
    {
        if (Names.TryGetValue(name, out string? ours))
            return ours;
        if (Meaning(LayerCatalog.All, name) is { } layer)
            return layer;
        if (Meaning(LossCatalog.All, name) is { } loss)
            return loss;
        foreach (string ending in Endings)
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
                && known.FirstOrDefault(candidate => candidate.Equals(
                    name.Substring(0, name.Length - ending.Length), StringComparison.OrdinalIgnoreCase)) is { } without)
                return without;
        return null;
    }

    private static string? Meaning<T>(IEnumerable<CatalogEntry<T>> catalog, string name) =>
        catalog.FirstOrDefault(entry => entry.OtherNames.Contains(name, StringComparer.OrdinalIgnoreCase))?.Meaning;
}
