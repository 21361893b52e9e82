namespace NetGen.Benchmarks.Models.Layers;

/// <summary>Activations, each alone: over 4,096 numbers, or over the 128 features of 64 steps.</summary>
internal static partial class Activations
{
    [Network, Input(4096), ReLU]
    internal partial class ReLULayer;

    [Network, Input(4096), LeakyReLU]
    internal partial class LeakyReLULayer;

    [Network, Input(4096), ELU]
    internal partial class ELULayer;

    [Network, Input(4096), SELU]
    internal partial class SELULayer;

    [Network, Input(4096), GELU]
    internal partial class GELULayer;

    [Network, Input(4096), GELU("tanh")]
    internal partial class GELUTanhLayer;

    [Network, Input(4096), SiLU]
    internal partial class SiLULayer;

    [Network, Input(4096), Mish]
    internal partial class MishLayer;

    [Network, Input(4096), Sigmoid]
    internal partial class SigmoidLayer;

    [Network, Input(4096), Tanh]
    internal partial class TanhLayer;

    [Network, Input(4096), Softplus]
    internal partial class SoftplusLayer;

    [Network, Input(4096), Hardswish]
    internal partial class HardswishLayer;

    [Network, Input(4096), Hardsigmoid]
    internal partial class HardsigmoidLayer;

    [Network, Input(4096), ReLU6]
    internal partial class ReLU6Layer;

    [Network, Input(4096), Softsign]
    internal partial class SoftsignLayer;

    [Network, Input(4096), Tanhshrink]
    internal partial class TanhshrinkLayer;

    [Network, Input(4096), LogSigmoid]
    internal partial class LogSigmoidLayer;

    [Network, Input(4096), CELU]
    internal partial class CELULayer;

    [Network, Input(4096), Hardtanh]
    internal partial class HardtanhLayer;

    [Network, Input(4096), Softshrink]
    internal partial class SoftshrinkLayer;

    [Network, Input(4096), Threshold(0.1, 0)]
    internal partial class ThresholdLayer;

    [Network, Input(4096), Hardshrink]
    internal partial class HardshrinkLayer;

    [Network, Input(4096), RReLU]
    internal partial class RReLULayer;

    [Network, Input(4096), PReLU]
    internal partial class PReLULayer;

    [Network, Input(4096), GLU]
    internal partial class GLULayer;

    [Network, Input(64, 128), Softmax]
    internal partial class SoftmaxLayer;

    [Network, Input(64, 128), Softmin]
    internal partial class SoftminLayer;

    [Network, Input(64, 128), LogSoftmax]
    internal partial class LogSoftmaxLayer;
}
