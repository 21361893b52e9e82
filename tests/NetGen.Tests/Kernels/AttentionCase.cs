namespace NetGen.Tests.Kernels;

/// <summary>The sizes and options of one attention.</summary>
public sealed record AttentionCase(int Queries, int Keys, int Heads, int KeyValueHeads, int Features)
{
    public bool IsCausal { get; init; }

    public bool IsRotary { get; init; }

    public bool IsMasked { get; init; }

    public double Dropout { get; init; }
}
