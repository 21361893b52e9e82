using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Fills a network's parameters and running statistics from a safetensors file: all of them, or, where anything does not fit, none.
/// </summary>
internal sealed class ParameterLoader
{
    private readonly Network network;
    private readonly string file;
    private readonly Parameter[] wanted;
    private readonly SafetensorsReader reader;
    private readonly Dictionary<string, SafetensorsEntry> found;

    private ParameterLoader(Network network, Stream stream, string file)
    {
        (this.network, this.file) = (network, file);
        wanted = [.. network.Parameters, .. network.Statistics];
        Known = wanted.Concat(network.TiedParameters).Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        reader = new SafetensorsReader(stream, file);
        IReadOnlyList<SafetensorsEntry> entries = StoredNames.Unwrapped(reader.Entries, Known);
        found = ByName(entries);
        Refuse(Faults(found) is { Count: > 0 } faults ? Shortened(faults, entries) : []);
    }

    private HashSet<string> Known { get; }

    /// <exception cref="InvalidDataException">
    /// The file is damaged, or its tensors are not the network's; the message lists all that are missing, unexpected or mismatched.
    /// </exception>
    public static void Load(Network network, Stream stream, string file) => new ParameterLoader(network, stream, file).Load();

    private static Dictionary<string, SafetensorsEntry> ByName(IEnumerable<SafetensorsEntry> entries) =>
        entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);

    private static void AddMismatches(Parameter tensor, SafetensorsEntry entry, List<string> faults)
    {
        if (!tensor.Shape.SequenceEqual(entry.Shape))
            faults.Add(
                $"mismatched: '{tensor.Name}' is {ShapeText.Of(entry.Shape)} in the file and {ShapeText.Of(tensor.Shape)} in the network");
        else if (entry.IsWhole && !(tensor.IsBatchCounter && entry.IsRead))
            faults.Add($"mismatched: '{tensor.Name}' holds whole numbers ({entry.Type}) in the file and floats in the network");
        else if (!entry.IsRead)
            faults.Add($"mismatched: '{tensor.Name}' is of the type {entry.Type} in the file; F32, F64, F16 and BF16 are read");
    }

    private void Load()
    {
        // All tensors are read before any parameter changes.
        var faults = new List<string>();
        Parameter[] tensors = [.. wanted.Where(tensor => !tensor.IsBatchCounter)];
        Parameter[] counters = [.. wanted.Where(tensor => tensor.IsBatchCounter)];
        float[][] values = [.. tensors.Select(tensor => ValuesOf(tensor, faults))];
        long[] counts = [.. counters.Select(CountOf)];
        Refuse(faults);
        for (int i = 0; i < tensors.Length; i++)
            tensors[i].CopyFrom(values[i]);
        for (int i = 0; i < counters.Length; i++)
            counters[i].Batches = counts[i];
    }

    private void Refuse(IReadOnlyList<string> faults)
    {
        if (faults.Count > 0)
            throw new InvalidDataException(
                $"'{file}' does not hold the tensors of {network.Name}; nothing was loaded. {string.Join("; ", faults)}.");
    }

    /// <summary>What does not fit in names, shapes and types.</summary>
    private List<string> Faults(Dictionary<string, SafetensorsEntry> named)
    {
        var faults = new List<string>();
        foreach (Parameter tensor in wanted)
        {
            if (named.TryGetValue(tensor.Name, out SafetensorsEntry? entry))
                AddMismatches(tensor, entry, faults);
            else if (!tensor.IsBatchCounter && !NamesOf(tensor).Any(named.ContainsKey))
                faults.Add($"missing: '{tensor.Name}' {ShapeText.Of(tensor.Shape)}");
        }

        foreach (Parameter shared in network.TiedParameters)
            if (named.TryGetValue(shared.Name, out SafetensorsEntry? entry))
                AddMismatches(shared, entry, faults);

        // State dicts also have masks, positions and empty tensors, which are not learnt and which no network has.
        foreach (SafetensorsEntry entry in named.Values.Where(entry => !Known.Contains(entry.Name) && !entry.IsWhole && entry.Count > 0))
            faults.Add($"unexpected: '{entry.Name}' {ShapeText.Of(entry.Shape)}");
        return faults;
    }

    /// <summary>
    /// A single error, where all names of the file have a prefix that the network's do not have, and are otherwise right.
    /// </summary>
    private IReadOnlyList<string> Shortened(IReadOnlyList<string> faults, IReadOnlyList<SafetensorsEntry> entries)
    {
        string? beginning = StoredNames.Beginnings(entries)
            .FirstOrDefault(beginning => Faults(ByName(StoredNames.Without(beginning, entries))).Count == 0);
        return beginning is null
            ? faults
            : [$"its names all begin with '{beginning}', and are those of the network but for that: save the state dict of that module"];
    }

    // Old files have no batch counter; it starts at 0.
    private long CountOf(Parameter counter) => found.TryGetValue(counter.Name, out SafetensorsEntry? entry) ? reader.ReadCount(entry) : 0;

    private float[] ValuesOf(Parameter tensor, List<string> faults)
    {
        SafetensorsEntry[] entries = [.. NamesOf(tensor).Where(found.ContainsKey).Select(name => found[name])];
        float[] first = reader.ReadValues(entries[0]);
        foreach (SafetensorsEntry other in entries.Skip(1))
            if (!reader.ReadValues(other).AsSpan().SequenceEqual(first))
                faults.Add(
                    $"mismatched: '{other.Name}' shares its values with '{entries[0].Name}' in the network and has others in the file");
        return first;
    }

    /// <summary>The name of a tensor, and those of layers that share it.</summary>
    private IEnumerable<string> NamesOf(Parameter tensor) => network.TiedParameters
        .Where(shared => !network.Statistics.Contains(tensor) && shared.Description.Offset == tensor.Description.Offset)
        .Select(shared => shared.Name).Prepend(tensor.Name);
}
