namespace NetGen.Runtime;

/// <summary>
/// The heads of an attention: each has its own columns of queries, keys and values, and attends by itself. With fewer heads of keys and
/// values, each is shared by neighbouring heads of queries (Ainslie et al. 2023, https://arxiv.org/abs/2305.13245).
/// </summary>
/// <param name="heads">Heads of queries.</param>
/// <param name="keyValueHeads">Heads of keys and values, which divide <paramref name="heads"/>.</param>
/// <param name="features">Features of a head.</param>
/// <param name="isCausal">
/// Whether a query reaches no further than its own step. The last query stands at the last key's step.
/// </param>
/// <param name="isRotary">Whether queries and keys are rotated by their steps: see <see cref="RotaryTable"/>.</param>
public readonly struct AttentionHeads(int heads, int keyValueHeads, int features, bool isCausal = false, bool isRotary = false)
{
    internal int Heads { get; } = heads;

    internal int KeyValueHeads { get; } = keyValueHeads;

    internal int Features { get; } = features;

    internal bool IsCausal { get; } = isCausal;

    internal bool IsRotary { get; } = isRotary;

    /// <summary>Heads of queries that share a head of keys and values.</summary>
    internal int Shared => Heads / KeyValueHeads;

    /// <summary>By what scores are multiplied.</summary>
    internal float Scale => 1 / MathF.Sqrt(Features);

    /// <summary>How many keys a query reaches.</summary>
    internal int Reach(int query, int queries, int keys) => IsCausal ? Math.Clamp(query + 1 + keys - queries, 0, keys) : keys;
}
