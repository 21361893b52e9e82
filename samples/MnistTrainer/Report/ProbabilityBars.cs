using MnistTrainer.Models;

namespace MnistTrainer.Report;

/// <summary>The probabilities of all classes, as bars, and what follows from them.</summary>
internal static class ProbabilityBars
{
    private const int BarLength = 40;

    // Below this the network is not sure.
    private const double Sure = 0.8;

    /// <summary>A line for each class.</summary>
    /// <param name="probabilities">One for each class.</param>
    /// <param name="names">Their names.</param>
    /// <param name="blocks">Whether more than ASCII can be shown.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<double> probabilities, IReadOnlyList<string> names, bool blocks)
    {
        int longest = names.Max(name => name.Length);
        return probabilities.Select((probability, index) =>
            $"{names[index].PadLeft(longest)} "
                + $"{new string(blocks ? '█' : '#', (int)Math.Round(probability * BarLength)).PadRight(BarLength)} "
                + $"{probability * 100,6:F2} %");
    }

    /// <summary>The prediction in words; where it is not sure, with the next best.</summary>
    public static string Verdict(IReadOnlyList<double> probabilities, IReadOnlyList<string> names)
    {
        int[] order = [.. Enumerable.Range(0, names.Count).OrderByDescending(index => probabilities[index])];
        string best = $"{names[order[0]]} ({probabilities[order[0]] * 100:F1} %)";
        return probabilities[order[0]] >= Sure
            ? $"Predicted {best}."
            : $"Not sure: {best}, or {names[order[1]]} ({probabilities[order[1]] * 100:F1} %).";
    }

    /// <summary>The probabilities of a network's scores (softmax).</summary>
    /// <param name="scores">The outputs of one sample.</param>
    /// <param name="weights">The file that the network's weights are from, for the message.</param>
    /// <exception cref="InvalidDataException">A score is not finite.</exception>
    public static double[] Probabilities(float[] scores, WeightsFile weights)
    {
        if (!Array.TrueForAll(scores, float.IsFinite))
            throw new InvalidDataException($"The outputs are not finite: the weights in '{weights.Path}' are unusable.");
        double[] parts = Array.ConvertAll(scores, score => Math.Exp((double)score - scores.Max()));
        return Array.ConvertAll(parts, part => part / parts.Sum());
    }
}
