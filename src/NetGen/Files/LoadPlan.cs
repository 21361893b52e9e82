using NetGen.Runtime;

namespace NetGen;

/// <summary>Which tensors of a file fill which of a network's, and what does not fit in names, shapes and types.</summary>
internal sealed class LoadPlan
{
    private readonly Dictionary<string, JoinedWeight> stored;
    private readonly List<(Parameter, JoinedWeight[])> matches = [];
    private readonly List<Parameter> missing = [];
    private readonly List<StoredWeight> unexpected = [];
    private readonly List<WeightMismatch> mismatched = [];

    public LoadPlan(Network network, IReadOnlyList<StoredWeight> weights)
    {
        stored = weights.GroupBy(weight => weight.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new JoinedWeight(group), StringComparer.Ordinal);
        foreach (Parameter tensor in network.Parameters)
        {
            int offset = tensor.Description.Offset;
            Match(tensor, [tensor, .. network.TiedParameters.Where(shared => shared.Description.Offset == offset)]);
        }

        foreach (Parameter statistic in network.Statistics)
            Match(statistic, [statistic]);
        HashSet<string> known = NamesOf(network);

        // State dicts also have masks, positions and empty tensors, which are not learnt and which no network has.
        unexpected.AddRange(weights.Where(weight => !known.Contains(weight.Name) && weight.IsWeight));
    }

    /// <summary>
    /// Each tensor of the network that can be loaded, with what holds it in the file: under several names where layers share it.
    /// </summary>
    public IReadOnlyList<(Parameter Tensor, JoinedWeight[] Weights)> Matches => matches;

    /// <summary>Tensors of the network that the file does not have.</summary>
    public IReadOnlyList<Parameter> Missing => missing;

    /// <summary>Tensors of the file that the network does not have.</summary>
    public IReadOnlyList<StoredWeight> Unexpected => unexpected;

    /// <summary>What has a name of the network, and does not fit.</summary>
    public IReadOnlyList<WeightMismatch> Mismatched => mismatched;

    /// <summary>All that does not fit, a line each.</summary>
    public IEnumerable<string> Faults =>
    [
        .. mismatched.Select(mismatch => $"mismatched: {mismatch.Reason}"),
        .. missing.Select(tensor => $"missing: '{tensor.Name}' {ShapeText.Of(tensor.Shape)}"),
        .. unexpected.Select(weight => $"unexpected: {Named(weight)}"),
    ];

    /// <summary>Whether all fits.</summary>
    public bool IsWhole => mismatched.Count == 0 && missing.Count == 0 && unexpected.Count == 0;

    /// <summary>All names of a network's tensors.</summary>
    public static HashSet<string> NamesOf(Network network) =>
        network.Parameters.Concat(network.Statistics).Concat(network.TiedParameters).Select(tensor => tensor.Name)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Adds that two tensors of the file differ, which are one in the network.</summary>
    public void AddDifferent(JoinedWeight weight, JoinedWeight first) => mismatched.Add(new WeightMismatch(
        weight.Name, $"{weight.StoredAs} shares its values with {first.StoredAs} in the network and has others in the file"));

    private static string Named(StoredWeight weight) => $"'{weight.Entry.Name}' {ShapeText.Of(weight.Entry.Shape)}"
        + (weight.Name == weight.Entry.Name || weight.Entry.Name.EndsWith("." + weight.Name, StringComparison.Ordinal)
            ? ""
            : $", here '{weight.Name}'");

    /// <param name="tensor">A tensor.</param>
    /// <param name="names">The same under each of its names.</param>
    private void Match(Parameter tensor, Parameter[] names)
    {
        var fitting = new List<JoinedWeight>();
        bool isFound = false;
        foreach (Parameter named in names)
        {
            if (!stored.TryGetValue(named.Name, out JoinedWeight? weight))
                continue;
            isFound = true;
            if (weight.MisfitTo(named) is not { } reason)
                fitting.Add(weight);
            else
                mismatched.Add(new WeightMismatch(named.Name, reason));
        }

        if (fitting.Count > 0)
            matches.Add((tensor, [.. fitting]));

        // Old files have no batch counter.
        else if (!isFound && !tensor.IsBatchCounter)
            missing.Add(tensor);
    }
}
