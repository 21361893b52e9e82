namespace NetGen.Compiler.Fusion;

/// <summary>
/// Groups that run one after the other over a block of samples, then over the next block: what one stores or loads is still in the
/// cache when the next one reads it, and threads synchronise once. In a prediction, groups that compute each row by itself, so that threads
/// that share a sample synchronise once. Or a single group, over the whole batch.
/// </summary>
/// <param name="Groups">The groups, in their order.</param>
/// <param name="AtOnce">The block size: samples, or rows of the weight in a fused dX/dW pass.</param>
internal sealed record Chain(IReadOnlyList<FusedGroup> Groups, int AtOnce)
{
    public bool IsSingle => Groups.Count == 1;

    /// <summary>The name of its field: that of its first and its last method, or of its only one.</summary>
    public string Name { get; set; } = "";

    /// <summary>
    /// Whether it is a fused dX/dW pass: the gradient of a layer's input, then that of its weight, for some rows of the weight at a time.
    /// </summary>
    public bool IsSweep => !IsSingle && !Groups[0].IsBySample;

    /// <summary>Rows of a sample, where each group computes them by themselves; else 1.</summary>
    public int RowsOfSample { get; init; } = 1;

    public override string ToString() => IsSingle
        ? Groups[0].Name
        : $"{(RowsOfSample > 1 ? "by rows" : AtOnce + (IsSweep ? " rows" : " samples") + " at a time")}: "
            + string.Join(", ", Groups.Select(group => group.Name));
}
