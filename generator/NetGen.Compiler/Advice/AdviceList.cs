using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Advice;

/// <summary>All advice on layers, in the order in which it is given.</summary>
internal static class AdviceList
{
    public static IReadOnlyList<ILayerAdvice> All { get; } =
    [
        new SoftmaxOverOneValue(),
        new TwoActivations(),
        new NoNonlinearity(),
        new BiasBeforeBatchNorm(),
        new DropoutBeforeBatchNorm(),
        new WideStride(),
        new LayerWithoutEffect(),
        new WindowOfTwoSizes(),
    ];

    public static void Give(PathStep step)
    {
        foreach (ILayerAdvice advice in All)
            advice.Give(step);
    }
}
