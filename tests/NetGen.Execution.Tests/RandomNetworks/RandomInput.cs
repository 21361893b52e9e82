using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>Samples, labels and parameters for a random network, from its seed.</summary>
internal static class RandomInput
{
    public static PassInput For(RandomNetwork network, int samples, int seed)
    {
        var random = new Random(seed);
        PassInput pass = WithoutNamed(network, samples, seed, random);
        return pass with { NamedGradients = [.. network.NamedOutputs.Select(values => Numbers(random, samples * values, -1, 1))] };
    }

    private static PassInput WithoutNamed(RandomNetwork network, int samples, int seed, Random random)
    {
        float[] input =
        [
            .. Enumerable.Range(0, samples).SelectMany(_ => network.Parts.SelectMany(part => part.Vocabulary == 0
                ? Numbers(random, part.Count, -1, 1)
                : [.. Enumerable.Range(0, part.Count).Select(_ => (float)random.Next(part.Vocabulary))])),
        ];
        int outputs = samples * network.Output.Count;
        return network.Labels switch
        {
            RandomLabels.None => new PassInput(samples, input, Numbers(random, outputs, -1, 1), null, null, (ulong)seed),
            RandomLabels.Indices or RandomLabels.IndicesWithoutFirst => new PassInput(
                samples, input, null, Labels(random, samples * network.LabelsPerSample, network.Output.Width, network.IgnoreIndex), null,
                (ulong)seed)
            {
                IgnoreIndex = network.IgnoreIndex,
            },
            RandomLabels.Probabilities => new PassInput(
                samples, input, null, null, Probabilities(random, network.Output, samples), (ulong)seed),
            RandomLabels.UnitNumbers => new PassInput(samples, input, null, null, Numbers(random, outputs, 0, 1), (ulong)seed),
            RandomLabels.Numbers => new PassInput(samples, input, null, null, Numbers(random, outputs, -1, 1), (ulong)seed),
            RandomLabels.Signs => new PassInput(
                samples, input, null, null, [.. Enumerable.Range(0, outputs).Select(_ => random.Next(2) == 0 ? -1f : 1f)], (ulong)seed),
            RandomLabels.ClassLists => new PassInput(
                samples, input, null, null,
                [.. Enumerable.Range(0, samples).SelectMany(_ => ClassList(random, network.Output.Width))], (ulong)seed),
            RandomLabels.Input => new PassInput(samples, input, null, null, input, (ulong)seed),
            _ => throw new ArgumentException($"no labels are known for {network.Labels}", nameof(network)),
        };
    }

    /// <summary>
    /// Parameters and statistics that are not the initial ones: biases and scales that are not 0 and 1, variances above 0.
    /// </summary>
    public static void Disturb(Network network, int seed)
    {
        var random = new Random(seed);
        foreach (Parameter parameter in network.Parameters)
        {
            var values = new float[parameter.Count];
            parameter.CopyTo(values);
            for (int i = 0; i < values.Length; i++)
                values[i] = (values[i] * 0.9f) + (((random.NextSingle() * 2) - 1) * 0.2f);
            parameter.CopyFrom(values);
        }

        foreach (Parameter statistic in network.Statistics)
            statistic.CopyFrom(Numbers(random, statistic.Count, 0.25f, 1.5f));
    }

    /// <summary>Positive numbers that add up to 1 over the class axis.</summary>
    private static float[] Probabilities(Random random, SampleShape shape, int samples)
    {
        float[] values = Numbers(random, samples * shape.Count, 0.05f, 1);
        int step = shape.Kind == SampleKind.Sequence ? 1 : shape.Positions;
        for (int sample = 0; sample < samples; sample++)
        {
            for (int position = 0; position < shape.Positions; position++)
            {
                int first = (sample * shape.Count) + (position * (shape.Kind == SampleKind.Sequence ? shape.Width : 1));
                float sum = 0;
                for (int c = 0; c < shape.Width; c++)
                    sum += values[first + (c * step)];
                for (int c = 0; c < shape.Width; c++)
                    values[first + (c * step)] /= sum;
            }
        }

        return values;
    }

    /// <summary>Classes as <c>MultiLabelMargin</c> takes them; what follows the first -1 does not count.</summary>
    private static float[] ClassList(Random random, int classes)
    {
        float[] list = [.. Enumerable.Range(0, classes).Select(i => (float)i)];
        random.Shuffle(list);
        list[random.Next(classes)] = -1;
        return list;
    }

    /// <summary>Every fourth does not count; the last always does, since without any the mean is no number.</summary>
    private static int[] Labels(Random random, int count, int classes, int ignored) =>
        [.. Enumerable.Range(1, count).Select(i => i == count ? classes - 1 : i % 4 == 0 ? ignored : random.Next(classes))];

    private static float[] Numbers(Random random, int count, float low, float high) =>
        [.. Enumerable.Range(0, count).Select(_ => low + (random.NextSingle() * (high - low)))];
}
