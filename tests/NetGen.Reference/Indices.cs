namespace NetGen.Reference;

/// <summary>Walks the indices of a shape in order, the last axis fastest.</summary>
internal static class Indices
{
    /// <summary>Every index of a tensor with these sizes. The same array is handed out each time, changed.</summary>
    public static IEnumerable<int[]> Of(IReadOnlyList<int> sizes)
    {
        if (sizes.Any(size => size <= 0))
            yield break;
        int[] index = new int[sizes.Count];
        while (true)
        {
            yield return index;
            int axis = index.Length - 1;
            while (axis >= 0 && ++index[axis] == sizes[axis])
                index[axis--] = 0;
            if (axis < 0)
                yield break;
        }
    }
}
