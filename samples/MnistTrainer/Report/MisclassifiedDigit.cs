using NetGen;

namespace MnistTrainer.Report;

/// <summary>A test image whose predicted digit is not its label.</summary>
/// <param name="Index">Its index in the test set.</param>
/// <param name="Label">The true digit.</param>
/// <param name="Predicted">The predicted digit; null where an output is NaN, which predicts none.</param>
internal sealed record MisclassifiedDigit(int Index, int Label, int? Predicted)
{
    private const int Batch = 256;

    /// <summary>The caption above its drawing.</summary>
    public string Title => $"{Label}, predicted {Predicted?.ToString() ?? "none"}";

    /// <summary>The first misclassified images of a set, at most so many.</summary>
    public static IReadOnlyList<MisclassifiedDigit> Find(Network network, Mnist set, int most)
    {
        var found = new List<MisclassifiedDigit>();
        var samples = new float[Batch * set.SampleSize];
        var scores = new float[Batch * set.Classes];
        for (int first = 0; first < set.Count && found.Count < most; first += Batch)
        {
            int[] indices = [.. Enumerable.Range(first, Math.Min(Batch, set.Count - first))];
            Span<float> input = samples.AsSpan(0, indices.Length * set.SampleSize);
            Span<float> output = scores.AsSpan(0, indices.Length * set.Classes);
            set.CopySamples(indices, input);
            network.Predict(input, output);
            for (int i = 0; i < indices.Length && found.Count < most; i++)
            {
                int? predicted = IndexOfLargest(output.Slice(i * set.Classes, set.Classes));
                if (predicted != set.Label(indices[i]))
                    found.Add(new MisclassifiedDigit(indices[i], set.Label(indices[i]), predicted));
            }
        }

        return found;
    }

    private static int? IndexOfLargest(ReadOnlySpan<float> scores)
    {
        int largest = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (float.IsNaN(scores[i]))
                return null;
            largest = scores[i] > scores[largest] ? i : largest;
        }

        return largest;
    }
}
