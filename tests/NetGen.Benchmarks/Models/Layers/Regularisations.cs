namespace NetGen.Benchmarks.Models.Layers;

/// <summary>Regularisation, each alone.</summary>
internal static partial class Regularisations
{
    [Network, Input(4096), Dropout(0.5)]
    internal partial class DropoutLayer;

    [Network, Input(64, 256, Axes = Axes.ChannelsLength), Dropout1d(0.5)]
    internal partial class Dropout1dLayer;

    [Network, Input(32, 28, 28), Dropout2d(0.5)]
    internal partial class Dropout2dLayer;

    [Network, Input(4096), AlphaDropout(0.5)]
    internal partial class AlphaDropoutLayer;

    [Network, Input(4096), DropPath(0.1)]
    internal partial class DropPathLayer;

    [Network, Input(4096), GaussianNoise(0.1)]
    internal partial class GaussianNoiseLayer;
}
