using System.Globalization;
using NetGen.Compiler.Collections;

namespace NetGen.Compiler.Shapes;

/// <summary>
/// The shape of one sample, in PyTorch's order of axes and without the batch. Sizes are counted in 64 bits, so that a
/// network that is too large is an error with numbers and never an overflow.
/// </summary>
internal sealed record Shape(ShapeKind Kind, EquatableArray<long> Sizes)
{
    public int Rank => Sizes.Count;

    /// <summary>The axis named features or channels.</summary>
    public int ChannelAxis => Kind == ShapeKind.Sequence ? 1 : 0;

    /// <summary>The size of the axis named features or channels.</summary>
    public long Channels => Sizes[ChannelAxis];

    /// <summary>The height of an image.</summary>
    public long Height => Kind == ShapeKind.Image ? Sizes[1] : throw new InvalidOperationException($"{Describe()} has no height");

    /// <summary>The width of an image.</summary>
    public long Width => Kind == ShapeKind.Image ? Sizes[2] : throw new InvalidOperationException($"{Describe()} has no width");

    /// <summary>Values of one sample. Saturates instead of overflowing.</summary>
    public long Count => Sizes.Aggregate(1L, Multiplied);

    /// <summary>Class indices that a loss over this shape takes a sample: one for each step, position or pixel.</summary>
    public long Positions => Sizes.Where((_, axis) => axis != ChannelAxis).Aggregate(1L, Multiplied);

    /// <summary>"channels" or "features"; of tokens, which have neither, "steps".</summary>
    public string ChannelName => Kind switch
    {
        ShapeKind.Vector or ShapeKind.Sequence => "features",
        ShapeKind.Tokens => "steps",
        _ => "channels",
    };

    public long this[int axis] => Sizes[axis];

    public static Shape Vector(long features) => new(ShapeKind.Vector, EquatableArray.Of(features));

    public static Shape Tokens(long steps) => new(ShapeKind.Tokens, EquatableArray.Of(steps));

    public static Shape Sequence(long steps, long features) => new(ShapeKind.Sequence, EquatableArray.Of(steps, features));

    public static Shape Signal(long channels, long length) => new(ShapeKind.Signal, EquatableArray.Of(channels, length));

    public static Shape Image(long channels, long height, long width) =>
        new(ShapeKind.Image, EquatableArray.Of(channels, height, width));

    /// <summary>The same kind with another size of one axis.</summary>
    public Shape With(int axis, long size) =>
        this with { Sizes = Sizes.Select((old, index) => index == axis ? size : old).ToEquatableArray() };

    public Shape WithChannels(long channels) => With(ChannelAxis, channels);

    /// <summary>The sizes as the compiler's later passes count them.</summary>
    public int[] ToInts() => Sizes.Select(size => checked((int)size)).ToArray();

    /// <summary>The kind with its article: "an image".</summary>
    public string Describe() => Kind switch
    {
        ShapeKind.Vector => "a vector",
        ShapeKind.Tokens => "tokens",
        ShapeKind.Sequence => "a sequence",
        ShapeKind.Signal => "a signal",
        _ => "an image",
    };

    public override string ToString() => string.Join("×", Sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));

    public static long Multiplied(long a, long b) => b != 0 && a > long.MaxValue / b ? long.MaxValue : a * b;
}
