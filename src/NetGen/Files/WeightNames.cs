using System.Collections;

namespace NetGen;

/// <summary>
/// What a file calls a network's weights: a table of patterns, for files whose names or layouts are not the network's.
/// </summary>
/// <example>
/// <code>
/// network.Load("gpt2.safetensors", new WeightNames(prefix: "transformer.")
/// {
///     { "h.*.attn.c_attn.weight", "h.*.attn.in_proj_weight", WeightTransform.Transpose },
///     { "h.*.attn.c_attn.bias", "h.*.attn.in_proj_bias" },
///     { "h.*.attn.bias", null },
/// });
/// </code>
/// </example>
/// <remarks>
/// The first pattern that matches decides. A name that none matches is the network's own name, or what the function makes of it. Tensors to
/// which several lines give one name are joined by their rows, in the order of the lines: queries, keys and values of a file that has them
/// apart.
/// </remarks>
public sealed class WeightNames : IEnumerable<KeyValuePair<string, WeightName>>
{
    private readonly List<(NamePattern Stored, NamePattern? Name, WeightTransform Transform)> entries = [];
    private readonly Func<string, WeightName> rename;

    /// <summary>A table that is empty at first.</summary>
    /// <param name="prefix">
    /// What names of the file begin with and the network's do not, such as <c>transformer.</c>: it is taken away before patterns are looked
    /// at. Names that begin otherwise stay as they are.
    /// </param>
    /// <param name="rename">
    /// Gives the network's name of each name that no pattern matches, its prefix taken away; null leaves the tensor out.
    /// </param>
    public WeightNames(string prefix = "", Func<string, WeightName>? rename = null)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        Prefix = prefix;
        this.rename = rename ?? (name => name);
    }

    /// <summary>What is taken away from the beginning of the file's names.</summary>
    public string Prefix { get; }

    /// <summary>The patterns in the order in which they are looked at.</summary>
    internal IReadOnlyList<string> Patterns => [.. entries.Select(entry => entry.Stored.Text)];

    /// <summary>Adds a line to the table.</summary>
    /// <param name="stored">
    /// A name in the file, or a pattern: <c>*</c> stands for one or more characters without a dot, as <c>h.*.ln_1.weight</c> and
    /// <c>layer*.bn1.weight</c> have it, and <c>**</c> for one or more of any kind.
    /// </param>
    /// <param name="name">
    /// The name in the network, with the same wildcards in the same order, which stand for what they do in the file's name; null leaves the
    /// tensor out.
    /// </param>
    /// <param name="transform">What becomes of the tensor before it is loaded.</param>
    /// <exception cref="ArgumentException">
    /// A pattern is empty or has more than two stars side by side, or the two have other wildcards; or there is no such transform.
    /// </exception>
    public void Add(string stored, string? name, WeightTransform transform = WeightTransform.None)
    {
        NamePattern pattern = NamePattern.Parse(stored, nameof(stored));
        NamePattern? target = name is null ? null : NamePattern.Parse(name, nameof(name));
        if (target is not null && !target.Wildcards.SequenceEqual(pattern.Wildcards))
        {
            throw new ArgumentException(
                $"'{stored}' has {Listed(pattern)} and '{name}' has {Listed(target)}; expected the same wildcards in the same order.",
                nameof(name));
        }

        if ((transform & ~(WeightTransform.Transpose | WeightTransform.FirstRows)) != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(transform), transform,
                $"Expected {WeightTransform.Transpose}, {WeightTransform.FirstRows} or both; got {transform}.");
        }

        entries.Add((pattern, target, transform));
    }

    /// <summary>Adds a line for tensors that have one name in the file and in the network.</summary>
    /// <param name="name">The name or pattern, as in <see cref="Add(string, string, WeightTransform)"/>.</param>
    /// <param name="transform">What becomes of the tensor before it is loaded.</param>
    /// <exception cref="ArgumentException">The pattern is empty or has more than two stars side by side.</exception>
    public void Add(string name, WeightTransform transform) => Add(name, name, transform);

    /// <summary>The lines of the table, in their order.</summary>
    public IEnumerator<KeyValuePair<string, WeightName>> GetEnumerator() => entries
        .Select(entry => KeyValuePair.Create(entry.Stored.Text, new WeightName(entry.Name?.Text, entry.Transform))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The network's name of a tensor whose prefix is taken away, and the line that gave it, or −1.</summary>
    internal (WeightName Name, int Line) Of(string stored)
    {
        for (int line = 0; line < entries.Count; line++)
            if (entries[line].Stored.Match(stored) is { } texts)
                return (new WeightName(entries[line].Name?.Filled(texts), entries[line].Transform), line);
        return (rename(stored), -1);
    }

    private static string Listed(NamePattern pattern) => pattern.Wildcards.Any() ? string.Join(" ", pattern.Wildcards) : "no wildcard";
}
