namespace NetGen.Data;

/// <summary>Indices of samples, as the copying members of data sets take them.</summary>
internal static class SampleIndices
{
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the set.</exception>
    public static void Require(ReadOnlySpan<int> indices, int count, string name)
    {
        foreach (int index in indices)
        {
            if ((uint)index >= (uint)count)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(indices), index, $"'{name}' has {count} samples; expected an index below that, got {index}.");
            }
        }
    }

    /// <summary>All indices of a set, in their order.</summary>
    public static int[] All(int count)
    {
        var indices = new int[count];
        for (int i = 0; i < count; i++)
            indices[i] = i;
        return indices;
    }
}
