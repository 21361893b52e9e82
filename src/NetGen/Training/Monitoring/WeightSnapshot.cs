using NetGen.Runtime;

namespace NetGen;

/// <summary>A copy of a network's parameters and running statistics, in memory of its own that is used again.</summary>
internal sealed class WeightSnapshot
{
    private readonly Network network;
    private readonly float[] parameters;
    private readonly float[] statistics;
    private readonly long[] counts;

    /// <summary>A copy of the values at hand.</summary>
    public WeightSnapshot(Network network)
    {
        this.network = network;
        parameters = new float[network.Memory.ParameterBlock.Length];
        statistics = new float[network.Memory.StatisticBlock.Length];
        counts = new long[network.Statistics.Count];
        Take();
    }

    /// <summary>Copies the network's values.</summary>
    public void Take()
    {
        network.Memory.ParameterBlock.Span.CopyTo(parameters);
        network.Memory.StatisticBlock.Span.CopyTo(statistics);
        for (int i = 0; i < counts.Length; i++)
            counts[i] = network.Statistics[i].IsBatchCounter ? network.Statistics[i].Batches : 0;
    }

    /// <summary>Gives the network the copied values.</summary>
    public void Restore()
    {
        parameters.CopyTo(network.Memory.Parameters);
        statistics.CopyTo(network.Memory.Statistics);
        for (int i = 0; i < counts.Length; i++)
        {
            if (network.Statistics[i].IsBatchCounter)
                network.Statistics[i].Batches = counts[i];
        }
    }

    /// <summary>The copied values as tensors.</summary>
    /// <param name="before">What their names begin with, before those of the network.</param>
    public IEnumerable<WrittenTensor> WrittenTensors(string before)
    {
        foreach (Parameter tensor in network.Parameters)
            yield return Values(tensor, parameters, before);
        for (int i = 0; i < counts.Length; i++)
        {
            Parameter tensor = network.Statistics[i];
            yield return tensor.IsBatchCounter
                ? WrittenTensor.OfCount(before + tensor.Name, counts[i])
                : Values(tensor, statistics, before);
        }
    }

    /// <summary>The tensors of a file that become this copy.</summary>
    /// <param name="before">What their names begin with.</param>
    public IEnumerable<CheckpointTensor> Tensors(string before)
    {
        foreach (Parameter tensor in network.Parameters)
            yield return Place(tensor, parameters, before);
        for (int i = 0; i < counts.Length; i++)
        {
            Parameter tensor = network.Statistics[i];
            int index = i;
            yield return tensor.IsBatchCounter
                ? new CheckpointTensor(before + tensor.Name, [], null, count => counts[index] = count)
                : Place(tensor, statistics, before);
        }
    }

    private static CheckpointTensor Place(Parameter tensor, float[] block, string before) => new(
        before + tensor.Name, tensor.Description.Shape, values => new StridedCopy(tensor.Description).Scatter(values, block), null);

    private static WrittenTensor Values(Parameter tensor, float[] block, string before) =>
        WrittenTensor.OfValues(before + tensor.Name, tensor.Description.Shape, () =>
        {
            var values = new float[tensor.Count];
            new StridedCopy(tensor.Description).Gather(block, values);
            return values;
        });
}
