namespace NetGen.Benchmarks.Models.Layers;

/// <summary>Layers that move numbers or reduce an axis, each alone.</summary>
internal static partial class Shapes
{
    [Network, Input(64, 128), Transpose(Axes = Axes.StepsFeatures)]
    internal partial class TransposeLayer;

    [Network, Input(64, 128), Mean(Axis = 0)]
    internal partial class MeanLayer;

    [Network, Input(64, 128), Sum(Axis = 0)]
    internal partial class SumLayer;

    [Network, Input(64, 128), Max(Axis = 0)]
    internal partial class MaxLayer;

    [Network, Input(64, 128), Select(0)]
    internal partial class SelectLayer;

    [Network, Input(32, 28, 28), PixelShuffle(2)]
    internal partial class PixelShuffleLayer;

    [Network, Input(32, 28, 28), PixelUnshuffle(2)]
    internal partial class PixelUnshuffleLayer;

    [Network, Input(32, 28, 28), ChannelShuffle(4)]
    internal partial class ChannelShuffleLayer;

    [Network, Input(64, 128), ZeroPad(1, 1, Axis = 0)]
    internal partial class ZeroPadLayer;

    [Network, Input(32, 28, 28), ZeroPad2d(1)]
    internal partial class ZeroPad2dLayer;

    [Network, Input(32, 28, 28), ConstantPad2d(1, Value = 1)]
    internal partial class ConstantPad2dLayer;

    [Network, Input(32, 28, 28), ReflectionPad2d(1)]
    internal partial class ReflectionPad2dLayer;

    [Network, Input(32, 28, 28), ReplicationPad2d(1)]
    internal partial class ReplicationPad2dLayer;

    [Network, Input(32, 28, 28), CircularPad2d(1)]
    internal partial class CircularPad2dLayer;

    [Network, Input(64, 256, Axes = Axes.ChannelsLength), ConstantPad1d(2, Value = 1)]
    internal partial class ConstantPad1dLayer;

    [Network, Input(64, 256, Axes = Axes.ChannelsLength), ReflectionPad1d(2)]
    internal partial class ReflectionPad1dLayer;

    [Network, Input(64, 256, Axes = Axes.ChannelsLength), ReplicationPad1d(2)]
    internal partial class ReplicationPad1dLayer;

    [Network, Input(64, 256, Axes = Axes.ChannelsLength), CircularPad1d(2)]
    internal partial class CircularPad1dLayer;
}
