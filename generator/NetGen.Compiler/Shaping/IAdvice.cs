using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Shaping;

/// <summary>Looks on while the shapes of a network are followed, and says what could be better.</summary>
internal interface IAdvice
{
    /// <summary>What to say of the input.</summary>
    void OnInput(NetworkSpec spec, Shape? input, Report report);

    /// <summary>What to say of a layer and those before it on its path.</summary>
    void OnLayer(PathStep step);

    /// <summary>What to say of a loss and the last layer before it.</summary>
    void OnLoss(Loss loss, PathStep? last, LayerReport report);

    /// <summary>What to say of a network without errors.</summary>
    /// <param name="spec">What the source states.</param>
    /// <param name="network">The network.</param>
    /// <param name="steps">All layers passed, in order.</param>
    /// <param name="report">Takes what is said.</param>
    void OnNetwork(NetworkSpec spec, ShapedNetwork network, IReadOnlyList<PathStep> steps, Report report);
}
