using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Memory;

/// <summary>
/// The block size of a prediction. Small, so that what one method writes is still in L2 when the next one reads it; large, where each
/// block streams large matrices.
/// </summary>
internal static class PredictionParts
{
    /// <summary>Larger blocks gain nothing.</summary>
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
