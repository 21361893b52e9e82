namespace NetGen;

/// <summary>A tensor to be written to a file: floats, or one whole number.</summary>
internal sealed class WrittenTensor
{
    private readonly Func<float[]>? values;
    private readonly long count;

    private WrittenTensor(string name, int[] shape, Func<float[]>? values, long count) =>
        (Name, Shape, this.values, this.count) = (name, shape, values, count);

    public string Name { get; }

    public int[] Shape { get; }

    /// <summary>The type of the elements in the format's words.</summary>
    public string Type => values is null ? SafetensorsEntry.Int64 : SafetensorsEntry.Float32;

    /// <summary>The number of elements.</summary>
    public int Elements => new SafetensorsEntry(Name, Type, Shape, 0, 0).Count;

    /// <summary>A parameter or running statistic of a network.</summary>
    public static WrittenTensor Of(Parameter tensor) => tensor.IsBatchCounter
        ? OfCount(tensor.Name, tensor.Batches)
        : OfValues(tensor.Name, tensor.Description.Shape, () =>
        {
            var values = new float[tensor.Count];
            tensor.CopyTo(values);
            return values;
        });

    /// <summary>Floats, row-major, which are asked for when they are written.</summary>
    public static WrittenTensor OfValues(string name, int[] shape, Func<float[]> values) => new(name, shape, values, 0);

    /// <summary>A whole number.</summary>
    public static WrittenTensor OfCount(string name, long count) => new(name, [], values: null, count);

    /// <summary>The values, for floats.</summary>
    public float[] Values() => values!();

    /// <summary>The whole number, for one.</summary>
    public long Count => count;
}
