using System.Globalization;

namespace NetGen.Compiler.Graph;

/// <summary>The heads of an attention, where they lie in the rows of queries, keys and values, and what limits and drops weights.</summary>
/// <param name="Heads">Heads of queries.</param>
/// <param name="KeyValueHeads">Heads of keys and values, which divide those of queries: each is shared by neighbouring heads.</param>
/// <param name="Features">Features of a head.</param>
internal sealed record AttentionGeometry(int Heads, int KeyValueHeads, int Features)
{
    /// <summary>The column of the first head in a row of queries.</summary>
    public int QueryColumn { get; init; }

    /// <summary>The column of the first head in a row of keys.</summary>
    public int KeyColumn { get; init; }

    /// <summary>The column of the first head in a row of values.</summary>
    public int ValueColumn { get; init; }

    /// <summary>Whether a query attends to its own step and those before it. The last query stands at the last key's step.</summary>
    public bool IsCausal { get; init; }

    /// <summary>Whether queries and keys are rotated by their steps.</summary>
    public bool IsRotary { get; init; }

    /// <summary>The probability with which a weight is dropped.</summary>
    public double Dropout { get; init; }

    /// <summary>The number of the layer, for dropout.</summary>
    public int Site { get; init; }

    /// <summary>Whether keys and values are those of a stream, of which there are as many as it has steps by then.</summary>
    public bool IsOfStream { get; init; }

    /// <summary>Columns of the result, and of the queries.</summary>
    public int Width => Heads * Features;

    /// <summary>Columns of the keys, and of the values.</summary>
    public int KeyValueWidth => KeyValueHeads * Features;

    /// <summary>How many keys a query attends to, without a mask.</summary>
    public int Reach(int query, int queries, int keys) =>
        IsCausal ? Math.Max(0, Math.Min(keys, query + 1 + keys - queries)) : keys;

    public override string ToString() =>
        $"{Heads} heads{(KeyValueHeads < Heads ? $" over {KeyValueHeads}" : "")} of {Features}"
        + (IsCausal ? ", causal" : "") + (IsRotary ? ", rotary" : "")
        + (Dropout > 0 ? $", dropout {Dropout.ToString(CultureInfo.InvariantCulture)}" : "");
}
