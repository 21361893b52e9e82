namespace NetGen;

/// <summary>A tensor that a checkpoint must have, and what takes its values once all of the file is read.</summary>
/// <param name="Name">The name in the file.</param>
/// <param name="Shape">The shape.</param>
/// <param name="Take">Takes the values, row-major; null for a count.</param>
/// <param name="TakeCount">Takes the count; null for values.</param>
internal sealed record CheckpointTensor(string Name, int[] Shape, Action<float[]>? Take, Action<long>? TakeCount)
{
    public string Type => Take is null ? SafetensorsEntry.Int64 : SafetensorsEntry.Float32;

    /// <summary>A parameter or running statistic.</summary>
    public static CheckpointTensor Of(Parameter tensor) => tensor.IsBatchCounter
        ? new(tensor.Name, [], null, count => tensor.Batches = count)
        : new(tensor.Name, tensor.Description.Shape, values => tensor.CopyFrom(values), null);
}
