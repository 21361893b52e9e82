using System.Globalization;

namespace NetGen.Compiler.Shaping;

/// <summary>A level of names: what is named in it gets its prefix, and what has no name is counted in it by kind.</summary>
internal sealed class NameScope(string prefix)
{
    private readonly Dictionary<string, int> counters = [];

    public string Full(string name) => prefix + name;

    /// <summary>The kind in lower case and its number: conv2d1; after a digit an underscore: relu6_1.</summary>
    public string Next(string kind)
    {
        string lower = kind.ToLowerInvariant();
        counters.TryGetValue(lower, out int count);
        counters[lower] = count + 1;
        string separator = char.IsDigit(lower[lower.Length - 1]) ? "_" : "";
        return lower + separator + (count + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The full names that a name may stand for, from this level outwards.</summary>
    public IEnumerable<string> Lookup(string name)
    {
        for (string level = prefix; level.Length > 0; level = level.Substring(0, level.LastIndexOf('.', level.Length - 2) + 1))
            yield return level + name;
        yield return name;
    }

    public NameScope Level(string name) => new(prefix + name + ".");

    /// <summary>
    /// The name of one repetition: elements count from 0, or on from a whole number at the name's end (layer2.1).
    /// </summary>
    public static string Repeated(string name, int repetition)
    {
        int dot = name.LastIndexOf('.');
        if (dot > 0 && int.TryParse(name.Substring(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int first))
            return name.Substring(0, dot + 1) + ((long)first + repetition).ToString(CultureInfo.InvariantCulture);
        return name + "." + repetition.ToString(CultureInfo.InvariantCulture);
    }
}
