namespace NetGen.Compiler.Fusion;

/// <summary>
/// Groups that run in turn for some samples, then for the next: what one stores is still near when the next one reads it, and
/// threads that share the samples wait for each other once. Or one group alone, over the whole batch.
/// </summary>
/// <param name="Groups">The groups, in their order.</param>
/// <param name="SamplesAtOnce">For how many samples they run in turn.</param>
internal sealed record Chain(IReadOnlyList<FusedGroup> Groups, int SamplesAtOnce)
{
    public bool IsSingle => Groups.Count == 1;

    public override string ToString() => IsSingle
        ? Groups[0].Name
        : $"{SamplesAtOnce} samples at a time: {string.Join(", ", Groups.Select(group => group.Name))}";
}
