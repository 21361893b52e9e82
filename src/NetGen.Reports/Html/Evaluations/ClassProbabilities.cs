using System.Numerics.Tensors;
using NetGen.Runtime;

namespace NetGen.Reports;

/// <summary>The probabilities of classes, as a loss understands the scores of a network.</summary>
internal static class ClassProbabilities
{
    /// <summary>The probabilities, [classes]; none where the loss does not give scores this meaning.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="scores">The scores of a label, [classes], or the one of two classes.</param>
    public static float[] Of(LossDescription loss, ReadOnlySpan<float> scores)
    {
        float[] result = new float[scores.Length];
        switch (loss.Kind)
        {
            case "CrossEntropy" when scores.Length > 1:
                TensorPrimitives.SoftMax(scores, result);
                return result;
            case "NLL" when scores.Length > 1:
                TensorPrimitives.Exp(scores, result);
                return result;
            case "BCEWithLogits" when scores.Length == 1:
                return OfTwo(1 / (1 + MathF.Exp(-scores[0])));
            case "BCE" when scores.Length == 1:
                return OfTwo(scores[0]);
            default:
                return [];
        }
    }

    private static float[] OfTwo(float probability) => [1 - probability, probability];
}
