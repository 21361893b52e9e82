using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Advice;

/// <summary>All advice there is; that on layers in the order in which it is given.</summary>
internal sealed class AdviceList : IAdvice
{
    public static IReadOnlyList<ILayerAdvice> OnLayers { get; } =
    [
        new SoftmaxOverOneValue(),
        new TwoActivations(),
        new NoNonlinearity(),
        new BiasBeforeBatchNorm(),
        new DropoutBeforeBatchNorm(),
        new WideStride(),
        new LayerWithoutEffect(),
        new WindowOfTwoSizes(),
        new MaskEnds(),
    ];

    public static AdviceList All { get; } = new();

    public void OnInput(NetworkSpec spec, Shape? input, Report report) => InputOrder.Check(spec, input, report);

    public void OnLayer(PathStep step)
    {
        foreach (ILayerAdvice advice in OnLayers)
            advice.Give(step);
    }

    public void OnFrozen(LayerReport stated, IReadOnlyList<ShapedLayer> layers) => FrozenNothing.Check(stated, layers);

    public void OnLoss(Loss loss, PathStep? last, LayerReport report) => LossInput.Check(loss, last, report);

    public void OnNetwork(NetworkSpec spec, ShapedNetwork network, IReadOnlyList<PathStep> steps, Report report)
    {
        if (spec.InputDataSet is { } learnt)
            ManyParameters.Check(learnt, network, steps);
        Budget.Of(spec, report)?.Check(network);
    }
}
