using System.Buffers;

namespace NetGen.Data;

/// <summary>
/// The indices that samples of a subset have in the set around which it is. Rented memory, given back by <see cref="Dispose"/>.
/// </summary>
internal readonly ref struct MappedIndices
{
    private readonly int[] rented;
    private readonly int length;

    /// <exception cref="ArgumentOutOfRangeException">An index is outside the subset.</exception>
    public MappedIndices(ReadOnlySpan<int> indices, ReadOnlySpan<int> map, string name)
    {
        SampleIndices.Require(indices, map.Length, name);
        (rented, length) = (ArrayPool<int>.Shared.Rent(indices.Length), indices.Length);
        for (int i = 0; i < length; i++)
            rented[i] = map[indices[i]];
    }

    public ReadOnlySpan<int> Span => rented.AsSpan(0, length);

    public void Dispose() => ArrayPool<int>.Shared.Return(rented);
}
