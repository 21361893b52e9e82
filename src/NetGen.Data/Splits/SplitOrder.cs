using NetGen.Runtime;

namespace NetGen.Data;

/// <summary>Orders of the samples of a set, from which consecutive runs are parts.</summary>
internal static class SplitOrder
{
    // Splits draw from streams of their own, apart from those of Fit with the same seed.
    private const ulong Stream = 2UL << 32;

    // Labels are copied in parts of so many.
    private const int PartLength = 256;

    /// <summary>In random order (Fisher and Yates): the same for a seed on every machine.</summary>
    public static int[] Shuffled(int count, int seed)
    {
        int[] order = SampleIndices.All(count);
        Shuffle(order, Random(seed));
        return order;
    }

    /// <summary>In random order, and each class spread evenly: a run of any length has of each class what the set has.</summary>
    /// <exception cref="ArgumentException">Samples have no class.</exception>
    public static int[] Stratified(IDataSet data, int seed)
    {
        int[] labels = LabelsOf(data);
        int[] order = Shuffled(data.Count, seed);
        var ends = new int[data.Classes];
        foreach (int label in labels)
            ends[label]++;
        int[] counts = [.. ends];
        for (int i = 1; i < ends.Length; i++)
            ends[i] += ends[i - 1];

        // The samples of each class together, in random order.
        int[] starts = [.. ends.Select((end, label) => end - counts[label])], next = [.. starts];
        var grouped = new int[order.Length];
        foreach (int sample in order)
            grouped[next[labels[sample]]++] = sample;

        // A sample with r of its class before it stands at (r + 1/2) / n of the order; at the same position the first class comes first.
        starts.CopyTo(next, 0);
        var waiting = new PriorityQueue<int, (double Position, int Label)>();
        for (int label = 0; label < counts.Length; label++)
        {
            if (counts[label] > 0)
                waiting.Enqueue(label, (0.5 / counts[label], label));
        }

        for (int i = 0; i < order.Length; i++)
        {
            int label = waiting.Dequeue();
            order[i] = grouped[next[label]++];
            if (next[label] < ends[label])
                waiting.Enqueue(label, ((next[label] - starts[label] + 0.5) / counts[label], label));
        }

        return order;
    }

    /// <summary>The class of each sample.</summary>
    /// <exception cref="ArgumentException">Samples have no class, or several.</exception>
    public static int[] LabelsOf(IDataSet data)
    {
        if (data.LabelsPerSample != 1)
        {
            throw new ArgumentException(
                $"'{data.Name}' has {data.LabelsPerSample} class labels a sample; expected one.", nameof(data));
        }

        var labels = new int[data.Count];
        Span<int> part = stackalloc int[PartLength];
        for (int done = 0; done < labels.Length; done += part.Length)
        {
            part = part[..Math.Min(PartLength, labels.Length - done)];
            for (int i = 0; i < part.Length; i++)
                part[i] = done + i;
            data.CopyLabels(part, labels.AsSpan(done, part.Length));
        }

        foreach (int label in labels)
        {
            if ((uint)label >= (uint)data.Classes)
                throw new ArgumentException($"'{data.Name}' has the label {label}; expected 0 to {data.Classes - 1}.", nameof(data));
        }

        return labels;
    }

    /// <summary>The group of each sample.</summary>
    /// <exception cref="ArgumentException">Samples have no groups.</exception>
    public static int[] GroupsOf(IDataSet data)
    {
        if (data is not IGroupedDataSet { HasGroups: true } grouped)
            throw new ArgumentException($"'{data.Name}' has no groups; expected such a set, or the group of each sample.", nameof(data));
        var groups = new int[data.Count];
        grouped.CopyGroups(SampleIndices.All(data.Count), groups);
        return groups;
    }

    /// <summary>The samples of each group together, the groups in random order.</summary>
    public static int[][] ByGroup(ReadOnlySpan<int> groups, int seed)
    {
        var samples = new Dictionary<int, List<int>>();
        var found = new List<List<int>>();
        for (int i = 0; i < groups.Length; i++)
        {
            if (!samples.TryGetValue(groups[i], out List<int>? own))
            {
                samples.Add(groups[i], own = []);
                found.Add(own);
            }

            own.Add(i);
        }

        int[] order = Shuffled(found.Count, seed);
        return Array.ConvertAll(order, group => found[group].ToArray());
    }

    public static RandomStream Random(int seed) => new((ulong)(uint)seed, Stream);

    private static void Shuffle(int[] order, RandomStream random)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = random.NextIndex(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
