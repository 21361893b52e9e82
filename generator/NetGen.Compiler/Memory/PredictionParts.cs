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

    /// <summary>About how many times the layers of a network write the memory that they share.</summary>
    private const int ActivationsWritten = 2;

    public static int SamplesAtOnce(MemoryPlan plan)
    {
        Tensor[] anchors = [.. plan.Groups.Select(group => group.Anchor).OfType<Tensor>()];
        if (anchors.OfType<Product>().Where(product => product.Shape.Rows == 1).Sum(Weights) > NearFloats)
            return MostSamples;
        long weights = anchors.Sum(Weights);
        int samples = MostSamples;
        while (samples > 1 && samples * plan.ActivationSize > NearFloats && !IsStreamed(samples / 2))
            samples /= 2;
        return samples;

        // Weights that L2 does not hold come anew for each block: more of them than of what the layers write.
        bool IsStreamed(int block) => weights > NearFloats && weights / block > ActivationsWritten * plan.ActivationSize;
    }

    /// <summary>The floats of a matrix or a window that all samples of a block are multiplied by.</summary>
    private static long Weights(Tensor anchor) =>
        anchor is Product or Convolution or WinogradConvolution ? anchor.Operands[1].Shape.Count : 0;
}
