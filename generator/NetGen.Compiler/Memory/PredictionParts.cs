using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Memory;

/// <summary>
/// How many samples of a batch go through a prediction together. Few, so that what one method writes is still in the second
/// cache when the next one reads it; but where large matrices are walked through for each part, many.
/// </summary>
internal static class PredictionParts
{
    /// <summary>More samples than this gain nothing any more.</summary>
    private const int MostSamples = 64;

    private const int NearFloats = Caches.L2 / 2;

    public static int SamplesAtOnce(MemoryPlan plan)
    {
        long matrices = plan.Groups.Select(group => group.Anchor).OfType<Product>()
            .Where(product => product.Shape.Rows == 1)
            .Sum(product => (long)product.Operands[1].Shape.Count);
        if (matrices > NearFloats)
            return MostSamples;
        int samples = MostSamples;
        while (samples > 1 && samples * plan.ActivationSize > NearFloats)
            samples /= 2;
        return samples;
    }
}
