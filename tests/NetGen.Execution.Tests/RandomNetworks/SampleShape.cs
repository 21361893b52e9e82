namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>The shape of a sample between two layers of a random network, in PyTorch's order.</summary>
internal sealed record SampleShape(SampleKind Kind, params int[] Sizes)
{
    public int Count => Sizes.Aggregate(1, (product, size) => product * size);

    /// <summary>The axis named features or channels.</summary>
    public int Width => Sizes[WidthAxis];

    /// <summary>The elements of one channel or feature.</summary>
    public int Positions => Count / Width;

    private int WidthAxis => Kind == SampleKind.Sequence ? 1 : 0;

    public static SampleShape Vector(int features) => new(SampleKind.Vector, features);

    public static SampleShape Tokens(int steps) => new(SampleKind.Tokens, steps);

    public static SampleShape Sequence(int steps, int features) => new(SampleKind.Sequence, steps, features);

    public static SampleShape Signal(int channels, int length) => new(SampleKind.Signal, channels, length);

    public static SampleShape Image(int channels, int height, int width) => new(SampleKind.Image, channels, height, width);

    public SampleShape WithWidth(int width)
    {
        int[] sizes = [.. Sizes];
        sizes[WidthAxis] = width;
        return new SampleShape(Kind, sizes);
    }

    public bool Same(SampleShape other) => Kind == other.Kind && Sizes.SequenceEqual(other.Sizes);

    public override string ToString() => string.Join(", ", Sizes);
}

internal enum SampleKind
{
    Tokens,
    Vector,
    Sequence,
    Signal,
    Image,
}
