using NetGen.Runtime;

namespace NetGen;

/// <summary>The tensors of a file that a table gives one name: mostly one, or several that are joined by their rows.</summary>
internal sealed class JoinedWeight
{
    private readonly StoredWeight[] parts;

    /// <param name="parts">The tensors in the order of the file; those of several lines are joined in the order of the lines.</param>
    public JoinedWeight(IEnumerable<StoredWeight> parts) => this.parts = [.. parts.OrderBy(part => part.Line)];

    /// <summary>The network's name.</summary>
    public string Name => parts[0].Name;

    /// <summary>The file's names.</summary>
    public string StoredAs => string.Join(" and ", parts.Select(part => $"'{part.Entry.Name}'"));

    /// <summary>Why this is not the tensor of the network, or null where it is.</summary>
    public string? MisfitTo(Parameter tensor)
    {
        if (parts.Length == 1)
            return parts[0].MisfitTo(tensor);
        if (parts.DistinctBy(part => part.Line).Count() < parts.Length)
            return $"{StoredAs} of the file are all '{Name}' here";
        if (parts.Select(part => part.TypeMisfitTo(tensor)).FirstOrDefault(reason => reason is not null) is { } misfit)
            return misfit;
        int rows = 0;
        bool fits = !tensor.IsBatchCounter && tensor.Shape.Length > 0;
        foreach (StoredWeight part in parts)
        {
            if (part.Rows(tensor.Shape.Length, out int[] shape) is { } reason)
                return reason;
            fits = fits && shape.Length == tensor.Shape.Length && shape.AsSpan(1).SequenceEqual(tensor.Shape[1..])
                && shape[0] <= tensor.Shape[0] - rows;
            rows += fits ? shape[0] : 0;
        }

        return fits && rows == tensor.Shape[0]
            ? null
            : $"{string.Join(" and ", parts.Select(part => $"'{part.Entry.Name}' {ShapeText.Of(part.Entry.Shape)}"))} of the file are the "
                + $"rows of '{Name}', {ShapeText.Of(tensor.Shape)} in the network";
    }

    /// <summary>The values of a tensor that it fits, row-major.</summary>
    public float[] Read(SafetensorsReader reader, Parameter tensor)
    {
        if (parts.Length == 1)
            return parts[0].Read(reader, tensor.Count);
        float[] values = new float[tensor.Count];
        int done = 0;
        foreach (StoredWeight part in parts)
        {
            part.Read(reader, part.Entry.Count).CopyTo(values, done);
            done += part.Entry.Count;
        }

        return values;
    }

    /// <summary>The count of a batch counter that it fits.</summary>
    public long ReadCount(SafetensorsReader reader) => reader.ReadCount(parts[0].Entry);
}
