namespace NetGen.Benchmarks.Models.Layers;

/// <summary>Pools and resizing, each alone.</summary>
internal static partial class Pools
{
    [Network, Input(64, 256, Axes = Axes.ChannelsLength), MaxPool1d(2)]
    internal partial class MaxPool1dLayer;

    [Network, Input(64, 256, Axes = Axes.ChannelsLength), AvgPool1d(2)]
    internal partial class AvgPool1dLayer;

    [Network, Input(64, 256, Axes = Axes.ChannelsLength), AdaptiveAvgPool1d(1)]
    internal partial class AdaptiveAvgPool1dLayer;

    [Network, Input(64, 256, Axes = Axes.ChannelsLength), AdaptiveMaxPool1d(1)]
    internal partial class AdaptiveMaxPool1dLayer;

    [Network, Input(32, 28, 28), MaxPool2d(2)]
    internal partial class MaxPool2dLayer;

    [Network, Input(32, 28, 28), AvgPool2d(2)]
    internal partial class AvgPool2dLayer;

    [Network, Input(32, 28, 28), AdaptiveAvgPool2d(1)]
    internal partial class AdaptiveAvgPool2dLayer;

    [Network, Input(32, 28, 28), AdaptiveMaxPool2d(1)]
    internal partial class AdaptiveMaxPool2dLayer;

    [Network, Input(32, 28, 28), LPPool2d(2, 2)]
    internal partial class LPPool2dLayer;

    [Network, Input(32, 14, 14), Upsample(ScaleFactor = 2)]
    internal partial class UpsampleNearestLayer;

    [Network, Input(32, 14, 14), Upsample(ScaleFactor = 2, Mode = "bilinear")]
    internal partial class UpsampleBilinearLayer;

    [Network, Input(32, 14, 14), Upsample(ScaleFactor = 2, Mode = "bicubic")]
    internal partial class UpsampleBicubicLayer;

    [Network, Input(64, 256, Axes = Axes.ChannelsLength), Upsample(ScaleFactor = 2, Mode = "linear")]
    internal partial class UpsampleLinearLayer;
}
