using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;

namespace NetGen.Generator.Reading;

/// <summary>The known name that a misspelt one, or one of another framework, is probably meant to be.</summary>
internal static class NearestName
{
    private static readonly string[] Others = ["Network", "Input", "Shape", "Output", "Budget", "Residual", "Sum", "Concat", "Multiply"];

    /// <summary>The nearest name, or null where none is near: then the attribute is somebody else's.</summary>
    public static string? Of(string name)
    {
        List<string> known = [.. LayerCatalog.All.Select(layer => layer.Kind), .. LossCatalog.All.Select(loss => loss.Kind), .. Others];
        if (OtherFrameworks.Find(name, known) is { } translated)
            return translated;
        (string Name, int Distance) best = known
            .Select(candidate => (candidate, Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(pair => pair.Item2).ThenBy(pair => pair.candidate, StringComparer.Ordinal).First();
        return best.Distance <= Math.Max(1, name.Length / 3) ? best.Name : null;
    }

    /// <summary>Letters to insert, leave out or change (Levenshtein's distance).</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
