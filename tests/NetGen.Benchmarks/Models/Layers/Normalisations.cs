namespace NetGen.Benchmarks.Models.Layers;

/// <summary>Normalisations, each alone.</summary>
internal static partial class Normalisations
{
    [Network, Input(32, 28, 28), BatchNorm]
    internal partial class BatchNormLayer;

    [Network, Input(512), BatchNorm]
    internal partial class BatchNormOfFeaturesLayer;

    [Network, Input(64, 128), LayerNorm]
    internal partial class LayerNormLayer;

    [Network, Input(32, 28, 28), GroupNorm(8)]
    internal partial class GroupNormLayer;

    [Network, Input(32, 28, 28), InstanceNorm(Affine = true)]
    internal partial class InstanceNormLayer;

    [Network, Input(64, 128), RMSNorm]
    internal partial class RMSNormLayer;

    [Network, Input(32, 28, 28), LocalResponseNorm(5)]
    internal partial class LocalResponseNormLayer;

    [Network, Input(64, 128), Scale]
    internal partial class ScaleLayer;
}
