using NetGen;

namespace Lecture.Classify;

/// <summary>The probability of each class at points of the plane, as a network sees it.</summary>
/// <param name="probabilities">[points, classes].</param>
/// <param name="classes">The number of classes.</param>
internal sealed class ClassProbabilities(float[] probabilities, int classes)
{
    public int Classes => classes;

    /// <summary>The probability of a class at a point.</summary>
    public float this[int point, int label] => probabilities[(point * classes) + label];

    /// <summary>Predicts points: sigmoid 1 / (1 + exp(−z)) of a single score, softmax exp(zᵢ) / Σ exp(zⱼ) of several.</summary>
    /// <param name="network">Gives scores, without sigmoid or softmax.</param>
    /// <param name="points">[points, 2].</param>
    public static ClassProbabilities Of(Network network, float[] points)
    {
        float[] scores = network.Predict(points);
        if (network.OutputShape[0] == 1)
        {
            return new ClassProbabilities(
                [.. scores.Select(score => 1 / (1 + MathF.Exp(-score))).SelectMany(p => new[] { 1 - p, p })], classes: 2);
        }

        return new ClassProbabilities([.. scores.Chunk(network.OutputShape[0]).SelectMany(Softmax)], network.OutputShape[0]);
    }

    /// <summary>The class of the highest probability.</summary>
    public int Predicted(int point)
    {
        int best = 0;
        for (int label = 1; label < classes; label++)
        {
            if (this[point, label] > this[point, best])
                best = label;
        }

        return best;
    }

    /// <summary>How much more probable a class is than the best of the others: 0 on its border.</summary>
    public float Margin(int point, int label)
    {
        float other = 0;
        for (int i = 0; i < classes; i++)
        {
            if (i != label)
                other = Math.Max(other, this[point, i]);
        }

        return this[point, label] - other;
    }

    /// <summary>Softmax; the largest score is subtracted first, which changes nothing but keeps exp finite.</summary>
    private static float[] Softmax(float[] scores)
    {
        float largest = scores.Max();
        float[] powers = [.. scores.Select(score => MathF.Exp(score - largest))];
        float sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }
}
