namespace NetGen.Benchmarks.Models.Layers;

/// <summary>Losses of 1,000 numbers. The layers before them are there because a network with a loss has something that learns.</summary>
internal static partial class Losses
{
    [Network, Input(1000), Scale, CrossEntropy]
    internal partial class CrossEntropyLayer;

    [Network, Input(1000), Scale, MSE]
    internal partial class MSELayer;

    [Network, Input(1000), Scale, L1]
    internal partial class L1Layer;

    [Network, Input(1000), Scale, SmoothL1]
    internal partial class SmoothL1Layer;

    [Network, Input(1000), Scale, Huber]
    internal partial class HuberLayer;

    [Network, Input(1000), Scale, BCEWithLogits]
    internal partial class BCEWithLogitsLayer;

    [Network, Input(1000), Scale, PoissonNLL]
    internal partial class PoissonNLLLayer;

    [Network, Input(1000), Scale, SoftMargin]
    internal partial class SoftMarginLayer;

    [Network, Input(1000), Scale, MultiMargin]
    internal partial class MultiMarginLayer;

    [Network, Input(1000), Scale, MultiLabelMargin]
    internal partial class MultiLabelMarginLayer;

    [Network, Input(1000), Scale, MultiLabelSoftMargin]
    internal partial class MultiLabelSoftMarginLayer;

    [Network, Input(1000), Scale, HingeEmbedding]
    internal partial class HingeEmbeddingLayer;

    [Network, Input(1000), Scale, LogSoftmax, NLL]
    internal partial class NLLLayer;

    [Network, Input(1000), Scale, LogSoftmax, KLDiv]
    internal partial class KLDivLayer;

    [Network, Input(1000), Scale, Hardsigmoid, BCE]
    internal partial class BCELayer;
}
