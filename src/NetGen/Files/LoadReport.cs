namespace NetGen;

/// <summary>What <see cref="Network.LoadMatching(string, WeightNames)"/> has loaded, and what not.</summary>
public sealed class LoadReport
{
    private readonly IReadOnlyList<string> lines;

    internal LoadReport(IReadOnlyList<string> loaded, IReadOnlyList<string> lines, LoadPlan plan)
    {
        (Loaded, this.lines) = (loaded, lines);
        Missing = [.. plan.Missing.Select(tensor => tensor.Name)];
        Unexpected = [.. plan.Unexpected.Select(weight => weight.Entry.Name)];
        Mismatched = [.. plan.Mismatched];
    }

    /// <summary>The network's tensors that have the file's values now.</summary>
    public IReadOnlyList<string> Loaded { get; }

    /// <summary>The network's tensors that the file does not have; they are as before (PyTorch's <c>missing_keys</c>).</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>
    /// The file's tensors, by the file's names, that the network does not have (PyTorch's <c>unexpected_keys</c>). Masks, whole numbers and
    /// what the table leaves out are not among them.
    /// </summary>
    public IReadOnlyList<string> Unexpected { get; }

    /// <summary>The network's tensors whose names the file has, and which do not fit; they are as before.</summary>
    public IReadOnlyList<WeightMismatch> Mismatched { get; }

    /// <summary>How many were loaded, and a line for each that does not fit.</summary>
    public override string ToString() => string.Join('\n', lines.Prepend($"{Loaded.Count} tensors loaded"));
}
