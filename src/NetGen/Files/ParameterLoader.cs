using NetGen.Runtime;

namespace NetGen;

/// <summary>Fills a network's parameters and running statistics from a safetensors file: all of them, or, where anything does not fit, none.</summary>
internal static class ParameterLoader
{
    /// <exception cref="InvalidDataException">The file is damaged, or its tensors are not the network's; the message lists all that are missing, unexpected or mismatched.</exception>
    public static void Load(Network network, Stream stream, string file)
    {
        var reader = new SafetensorsReader(stream, file);
        Dictionary<string, SafetensorsEntry> found = reader.Entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        Parameter[] wanted = [.. network.Parameters, .. network.Statistics];
        var faults = new List<string>();
        foreach (Parameter tensor in wanted)
        {
            if (found.TryGetValue(tensor.Name, out SafetensorsEntry? entry))
                AddMismatches(tensor, entry, faults);
            else if (!tensor.IsBatchCounter && !NamesOf(tensor, network).Any(found.ContainsKey))
                faults.Add($"missing: '{tensor.Name}' {ShapeText.Of(tensor.Shape)}");
        }

        foreach (Parameter shared in network.TiedParameters)
            if (found.TryGetValue(shared.Name, out SafetensorsEntry? entry))
                AddMismatches(shared, entry, faults);
        IEnumerable<string> known = wanted.Concat(network.TiedParameters).Select(tensor => tensor.Name);
        foreach (SafetensorsEntry entry in reader.Entries.ExceptBy(known, entry => entry.Name))
            faults.Add($"unexpected: '{entry.Name}' {ShapeText.Of(entry.Shape)}");
        Refuse();

        // Everything is read before anything is changed.
        float[][] values = [.. wanted.Select(ValuesOf)];
        Refuse();
        for (int i = 0; i < wanted.Length; i++)
            wanted[i].CopyFrom(values[i]);

        void Refuse()
        {
            if (faults.Count > 0)
                throw new InvalidDataException($"'{file}' does not hold the tensors of {network.Name}; nothing was loaded. {string.Join("; ", faults)}.");
        }

        // A batch counter, which old files do not have, begins anew.
        float[] ValuesOf(Parameter tensor)
        {
            SafetensorsEntry[] entries = [.. NamesOf(tensor, network).Where(found.ContainsKey).Select(name => found[name])];
            float[] first = entries.Length > 0 ? reader.ReadValues(entries[0]) : [0f];
            foreach (SafetensorsEntry other in entries.Skip(1))
                if (!reader.ReadValues(other).AsSpan().SequenceEqual(first))
                    faults.Add($"mismatched: '{other.Name}' shares its values with '{entries[0].Name}' in the network and has others in the file");
            return first;
        }
    }

    /// <summary>The name of a tensor, and those of layers that share it.</summary>
    private static IEnumerable<string> NamesOf(Parameter tensor, Network network) => network.TiedParameters
        .Where(shared => !network.Statistics.Contains(tensor) && shared.Description.Offset == tensor.Description.Offset)
        .Select(shared => shared.Name).Prepend(tensor.Name);

    private static void AddMismatches(Parameter tensor, SafetensorsEntry entry, List<string> faults)
    {
        if (!tensor.Shape.SequenceEqual(entry.Shape))
            faults.Add($"mismatched: '{tensor.Name}' is {ShapeText.Of(entry.Shape)} in the file and {ShapeText.Of(tensor.Shape)} in the network");
        else if (entry.Type == SafetensorsEntry.Int64 && !tensor.IsBatchCounter)
            faults.Add($"mismatched: '{tensor.Name}' holds whole numbers (I64) in the file and floats in the network");
    }
}
