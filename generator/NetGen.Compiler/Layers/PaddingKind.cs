namespace NetGen.Compiler.Layers;

/// <summary>A layer that only pads: its name, what it pads with, and how many of the last axes.</summary>
/// <param name="Layer">The attribute's name, which is PyTorch's: "ReflectionPad2d".</param>
/// <param name="Mode">What stands in the padding.</param>
/// <param name="Axes">1 for the length of a signal, 2 for the sides of an image.</param>
internal sealed record PaddingKind(string Layer, PaddingMode Mode, int Axes)
{
    /// <summary>Names in other frameworks that are more than a few letters away.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    public static IReadOnlyList<PaddingKind> All { get; } =
    [
        new("ZeroPad2d", PaddingMode.Zeros, 2) { OtherNames = ["ZeroPadding2D"] },
        new("ConstantPad1d", PaddingMode.Zeros, 1),
        new("ConstantPad2d", PaddingMode.Zeros, 2),
        new("ReflectionPad1d", PaddingMode.Reflect, 1),
        new("ReflectionPad2d", PaddingMode.Reflect, 2),
        new("ReplicationPad1d", PaddingMode.Replicate, 1),
        new("ReplicationPad2d", PaddingMode.Replicate, 2),
        new("CircularPad1d", PaddingMode.Circular, 1),
        new("CircularPad2d", PaddingMode.Circular, 2),
    ];
}
