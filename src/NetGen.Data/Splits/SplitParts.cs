namespace NetGen.Data;

/// <summary>Cuts orders of samples into parts.</summary>
internal static class SplitParts
{
    /// <summary>Consecutive runs of an order, each of its part of all; they are not copied.</summary>
    /// <exception cref="ArgumentException">A part has no sample.</exception>
    public static ReadOnlyMemory<int>[] Of(int[] order, ReadOnlySpan<double> fractions, string name)
    {
        int[] ends = Ends(order.Length, fractions);
        var parts = new ReadOnlyMemory<int>[ends.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            int begin = i == 0 ? 0 : ends[i - 1];
            parts[i] = order.AsMemory(begin..ends[i]);
            if (parts[i].Length == 0)
            {
                throw new ArgumentException(
                    $"Part {i} of {order.Length} samples of '{name}' is empty; expected more samples.", nameof(fractions));
            }
        }

        return parts;
    }

    /// <summary>Whole groups, until each part has its fraction of the samples; each part has a group at least.</summary>
    /// <exception cref="ArgumentException">There are fewer groups than parts.</exception>
    public static ReadOnlyMemory<int>[] Of(int[][] groups, ReadOnlySpan<double> fractions, string name)
    {
        if (groups.Length < fractions.Length)
        {
            throw new ArgumentException(
                $"'{name}' has {groups.Length} groups; expected one for each of {fractions.Length} parts.", nameof(fractions));
        }

        int[] ends = Ends(groups.Sum(group => group.Length), fractions);
        var parts = new List<int>[fractions.Length];
        for (int i = 0; i < parts.Length; i++)
            parts[i] = [];
        int part = 0, done = 0;
        for (int i = 0; i < groups.Length; i++)
        {
            // The middle of a group decides to which side it belongs, as far as each part gets one.
            bool isBehind = done + (groups[i].Length / 2.0) > ends[part];
            bool isNeeded = groups.Length - i == parts.Length - part - 1;
            if (parts[part].Count > 0 && part < parts.Length - 1 && (isBehind || isNeeded))
                part++;
            parts[part].AddRange(groups[i]);
            done += groups[i].Length;
        }

        return Array.ConvertAll(parts, samples => new ReadOnlyMemory<int>([.. samples]));
    }

    /// <exception cref="ArgumentException">A fraction is not above 0, or they are more than 1 together.</exception>
    public static void Require(ReadOnlySpan<double> fractions)
    {
        double sum = 0;
        foreach (double fraction in fractions)
        {
            if (!(fraction > 0))
                throw new ArgumentException($"A part is a fraction above 0 of the samples; got {fraction}.", nameof(fractions));
            sum += fraction;
        }

        if (fractions.Length < 2 || sum > 1 + 1e-9)
        {
            throw new ArgumentException(
                $"Expected at least two parts, at most 1 together; got {fractions.Length} of {sum} together.", nameof(fractions));
        }
    }

    private static int[] Ends(int count, ReadOnlySpan<double> fractions)
    {
        var ends = new int[fractions.Length];
        double sum = 0;
        for (int i = 0; i < ends.Length; i++)
        {
            sum += fractions[i];
            ends[i] = (int)Math.Min(count, Math.Round(sum * count));
        }

        return ends;
    }
}
