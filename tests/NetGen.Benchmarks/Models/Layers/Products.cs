namespace NetGen.Benchmarks.Models.Layers;

/// <summary>Matrix products and convolutions, each alone.</summary>
internal static partial class Products
{
    [Network, Input(512), Linear(512)]
    internal partial class LinearLayer;

    [Network, Input(64, 256, Axes = Axes.ChannelsLength), Conv1d(64, 3, Padding = 1)]
    internal partial class Conv1dLayer;

    [Network, Input(32, 28, 28), Conv2d(64, 3, Padding = 1)]
    internal partial class Conv2dLayer;

    [Network, Input(32, 28, 28), Conv2d(64, 1)]
    internal partial class Conv2dPointwiseLayer;

    [Network, Input(32, 28, 28), Conv2d(32, 3, Padding = 1, Groups = 32)]
    internal partial class Conv2dDepthwiseLayer;

    [Network, Input(64, 256, Axes = Axes.ChannelsLength), ConvTranspose1d(32, 4, Stride = 2, Padding = 1)]
    internal partial class ConvTranspose1dLayer;

    [Network, Input(32, 14, 14), ConvTranspose2d(32, 2, Stride = 2)]
    internal partial class ConvTranspose2dLayer;
}
