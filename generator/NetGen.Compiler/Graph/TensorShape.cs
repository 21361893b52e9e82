namespace NetGen.Compiler.Graph;

/// <summary>
/// The shape of a tensor in the internal layout: channels (or features) last, one entry an axis of a sample; a batched tensor
/// has one such block for each sample. The innermost axis is padded in memory, so that vector loops have no tail.
/// </summary>
internal sealed class TensorShape : IEquatable<TensorShape>
{
    /// <summary>The largest vector has sixteen floats; every offset and every padded row is a multiple of it.</summary>
    public const int Alignment = 16;

    private readonly int[] sizes;

    private TensorShape(int[] sizes, bool batched, bool raw)
    {
        if (sizes.Length == 0)
            throw new ArgumentException("a shape has at least one axis", nameof(sizes));
        this.sizes = sizes;
        IsBatched = batched;
        IsRaw = raw;
    }

    public IReadOnlyList<int> Sizes => sizes;

    public int Rank => sizes.Length;

    public int this[int axis] => sizes[axis];

    /// <summary>Whether there is one for each sample. Parameters, statistics and sums over the batch are not batched.</summary>
    public bool IsBatched { get; }

    /// <summary>Whether it has the external layout, that of the caller's arrays, without padding.</summary>
    public bool IsRaw { get; }

    public int Inner => sizes[sizes.Length - 1];

    /// <summary>The innermost axis with padding: 1, 2, 4, 8 or a multiple of 16, so that a vector divides it.</summary>
    public int PaddedInner => IsRaw ? Inner : Pad(Inner);

    /// <summary>The product of all axes but the innermost.</summary>
    public int Rows
    {
        get
        {
            int rows = 1;
            for (int axis = 0; axis < sizes.Length - 1; axis++)
                rows *= sizes[axis];
            return rows;
        }
    }

    /// <summary>Values of one sample, without padding.</summary>
    public int Count => Rows * Inner;

    /// <summary>Floats from one sample to the next in memory.</summary>
    public int SampleStride => IsRaw ? Count : RoundUp(Rows * PaddedInner);

    public static TensorShape Batched(params int[] sizes) => new(sizes, batched: true, raw: false);

    public static TensorShape Unbatched(params int[] sizes) => new(sizes, batched: false, raw: false);

    public static TensorShape Raw(params int[] sizes) => new(sizes, batched: true, raw: true);

    public TensorShape With(int[] newSizes) => new(newSizes, IsBatched, IsRaw);

    public TensorShape WithBatched(bool batched) => new(sizes, batched, IsRaw);

    /// <summary>The same axes with those of <paramref name="axes"/> reduced to size 1.</summary>
    public TensorShape Reduced(IReadOnlyList<int> axes)
    {
        int[] reduced = (int[])sizes.Clone();
        foreach (int axis in axes)
            reduced[axis] = 1;
        return With(reduced);
    }

    /// <summary>Floats in memory from one index of an axis to the next.</summary>
    public int Stride(int axis)
    {
        if (axis == Rank - 1)
            return 1;
        int stride = PaddedInner;
        for (int next = Rank - 2; next > axis; next--)
            stride *= sizes[next];
        return stride;
    }

    public bool SameSizes(TensorShape other) => sizes.SequenceEqual(other.sizes);

    public static int Pad(int inner) => inner switch
    {
        <= 2 => inner,
        <= 4 => 4,
        <= 8 => 8,
        _ => RoundUp(inner),
    };

    public static int RoundUp(int count) => RoundUpTo(count, Alignment);

    public static int RoundUpTo(int count, int unit) => (count + unit - 1) / unit * unit;

    public bool Equals(TensorShape? other) =>
        other is not null && IsBatched == other.IsBatched && IsRaw == other.IsRaw && SameSizes(other);

    public override bool Equals(object? obj) => Equals(obj as TensorShape);

    public override int GetHashCode() => sizes.Aggregate(IsBatched ? 17 : 23, (hash, size) => (hash * 31) + size);

    public override string ToString() => $"[{(IsBatched ? "batch, " : "")}{string.Join(", ", sizes)}]";
}
