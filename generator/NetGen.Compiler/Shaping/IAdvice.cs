using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Shaping;

/// <summary>Checks a network during shape inference for likely mistakes.</summary>
internal interface IAdvice
{
    /// <summary>Advice on the input.</summary>
    void OnInput(NetworkSpec spec, Shape? input, Report report);

    /// <summary>Advice on a layer and those before it on its path.</summary>
    void OnLayer(PathStep step);

    /// <summary>Advice on a layer or the use of a block that is stated to be frozen.</summary>
    /// <param name="stated">Where it is stated.</param>
    /// <param name="layers">The layers that it freezes.</param>
    void OnFrozen(LayerReport stated, IReadOnlyList<ShapedLayer> layers);

    /// <summary>Advice on a loss and the last layer before it.</summary>
    void OnLoss(Loss loss, PathStep? last, LayerReport report);

    /// <summary>Advice on a network without errors.</summary>
    /// <param name="spec">What the source states.</param>
    /// <param name="network">The network.</param>
    /// <param name="steps">All layers passed, in order.</param>
    /// <param name="report">Collects the advice.</param>
    void OnNetwork(NetworkSpec spec, ShapedNetwork network, IReadOnlyList<PathStep> steps, Report report);
}
