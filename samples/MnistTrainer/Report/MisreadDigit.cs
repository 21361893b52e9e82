using NetGen;

namespace MnistTrainer.Report;

/// <summary>A test image that the network took for another digit.</summary>
/// <param name="Index">Its place in the test set.</param>
/// <param name="Label">What it is.</param>
/// <param name="Read">What it was read as; null where an output is NaN and names no digit.</param>
internal sealed record MisreadDigit(int Index, int Label, int? Read)
{
    private const int Batch = 256;

    /// <summary>What is written above its drawing.</summary>
    public string Title => $"{Label} read as {Read?.ToString() ?? "none"}";

    /// <summary>The first misread images of a set.</summary>
    public static IReadOnlyList<MisreadDigit> Find(Network network, Mnist set, int most)
    {
        var found = new List<MisreadDigit>();
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
                int? read = IndexOfLargest(output.Slice(i * set.Classes, set.Classes));
                if (read != set.Label(indices[i]))
                    found.Add(new MisreadDigit(indices[i], set.Label(indices[i]), read));
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
