using NetGen;

namespace MnistTrainer.Report;

/// <summary>A test image whose predicted class is not its label.</summary>
/// <param name="Index">Its index in the test set.</param>
/// <param name="Label">The true class.</param>
/// <param name="Predicted">The predicted class; null where an output is NaN, which predicts none.</param>
internal sealed record MisclassifiedImage(int Index, int Label, int? Predicted)
{
    private const int Batch = 256;

    /// <summary>The caption above its drawing.</summary>
    /// <param name="names">The names of the classes.</param>
    public string Title(IReadOnlyList<string> names) => $"{names[Label]}, predicted {(Predicted is { } label ? names[label] : "none")}";

    /// <summary>The first misclassified images of a set, at most so many.</summary>
    public static IReadOnlyList<MisclassifiedImage> Find(Network network, IDataSet set, int most)
    {
        var found = new List<MisclassifiedImage>();
        var samples = new float[Batch * set.SampleSize];
        var scores = new float[Batch * set.Classes];
        var labels = new int[Batch];
        for (int first = 0; first < set.Count && found.Count < most; first += Batch)
        {
            int[] indices = [.. Enumerable.Range(first, Math.Min(Batch, set.Count - first))];
            Span<float> input = samples.AsSpan(0, indices.Length * set.SampleSize);
            Span<float> output = scores.AsSpan(0, indices.Length * set.Classes);
            set.CopySamples(indices, input);
            set.CopyLabels(indices, labels.AsSpan(0, indices.Length));
            network.Predict(input, output);
            for (int i = 0; i < indices.Length && found.Count < most; i++)
            {
                int? predicted = IndexOfLargest(output.Slice(i * set.Classes, set.Classes));
                if (predicted != labels[i])
                    found.Add(new MisclassifiedImage(indices[i], labels[i], predicted));
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
