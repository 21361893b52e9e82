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
            else if (!tensor.IsBatchCounter)
                faults.Add($"missing: '{tensor.Name}' {ShapeText.Of(tensor.Shape)}");
        }

        foreach (SafetensorsEntry entry in reader.Entries.ExceptBy(wanted.Select(tensor => tensor.Name), entry => entry.Name))
            faults.Add($"unexpected: '{entry.Name}' {ShapeText.Of(entry.Shape)}");
        if (faults.Count > 0)
            throw new InvalidDataException($"'{file}' does not hold the tensors of {network.Name}; nothing was loaded. {string.Join("; ", faults)}.");

        // Everything is read before anything is changed. A batch counter, which old files do not have, begins anew.
        float[][] values = [.. wanted.Select(tensor => found.TryGetValue(tensor.Name, out SafetensorsEntry? entry) ? reader.ReadValues(entry) : [0f])];
        for (int i = 0; i < wanted.Length; i++)
            wanted[i].CopyFrom(values[i]);
    }

    private static void AddMismatches(Parameter tensor, SafetensorsEntry entry, List<string> faults)
    {
        if (!tensor.Shape.SequenceEqual(entry.Shape))
            faults.Add($"mismatched: '{tensor.Name}' is {ShapeText.Of(entry.Shape)} in the file and {ShapeText.Of(tensor.Shape)} in the network");
        else if (entry.Type == SafetensorsEntry.Int64 && !tensor.IsBatchCounter)
            faults.Add($"mismatched: '{tensor.Name}' holds whole numbers (I64) in the file and floats in the network");
    }
}
