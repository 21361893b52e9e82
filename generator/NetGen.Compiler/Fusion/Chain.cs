namespace NetGen.Compiler.Fusion;

/// <summary>
/// Groups that run in turn for a part of their work, then for the next: what one stores or loads is still near when the next one
/// reads it, and threads that share the work wait for each other once. Or one group alone, over the whole batch.
/// </summary>
/// <param name="Groups">The groups, in their order.</param>
/// <param name="AtOnce">For how many samples they run in turn; for how many rows of the weight in a sweep.</param>
internal sealed record Chain(IReadOnlyList<FusedGroup> Groups, int AtOnce)
{
    public bool IsSingle => Groups.Count == 1;

    /// <summary>What the field that holds it is called, after its first and its last method; one method alone has its own name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Whether it is one sweep over a weight: the gradient of its input, then its own, for some of its rows at a time.</summary>
    public bool IsSweep => !IsSingle && !Groups[0].IsBySample;

    public override string ToString() => IsSingle
        ? Groups[0].Name
        : $"{AtOnce} {(IsSweep ? "rows" : "samples")} at a time: {string.Join(", ", Groups.Select(group => group.Name))}";
}
