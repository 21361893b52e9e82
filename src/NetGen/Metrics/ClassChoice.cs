using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// The predicted class: the argmax of the scores, or for a single score whether it is above the threshold. An output with a score
/// that is NaN predicts none.
/// </summary>
internal sealed class ClassChoice
{
    /// <summary>The choice of an output with a score that is NaN.</summary>
    public const int NoClass = -1;

    private readonly int classes;
    private readonly int labelsPerSample;
    private readonly int outputSize;
    private readonly int distance;
    private readonly float middle;
    private readonly int? ignored;

    /// <param name="loss">A loss that takes class indices.</param>
    /// <param name="outputShape">The shape of the network's output.</param>
    public ClassChoice(LossDescription loss, ReadOnlySpan<int> outputShape)
    {
        (classes, labelsPerSample, outputSize) = (loss.Classes, loss.LabelsPerSample, StridedLayout.Elements(outputShape.ToArray()));
        ignored = loss.IgnoreIndex;

        // Labels are in the order of the positions, with the axis of the classes taken out: the scores of one lie as far apart as the axes
        // behind it have elements.
        distance = 1;
        foreach (int size in outputShape[(loss.ClassAxis + 1)..])
            distance *= size;

        // A single score of a two-class network is a probability, or before the sigmoid of BCEWithLogits a logit.
        middle = loss.Kind == "BCEWithLogits" ? 0f : 0.5f;
    }

    /// <summary>The labels of a sample, ignored ones among them.</summary>
    public int LabelsPerSample => labelsPerSample;

    /// <summary>The number of scores of a label: one a class, or a single one for two classes.</summary>
    public int Scores => outputSize == labelsPerSample ? 1 : classes;

    /// <summary>Whether a label does not count.</summary>
    public bool Ignores(int label) => label == ignored;

    /// <summary>The predicted class at one place of a batch's labels.</summary>
    /// <param name="outputs">The outputs of the batch, [samples, ..output shape].</param>
    /// <param name="place">The label's index in the batch's labels.</param>
    public int Choose(ReadOnlySpan<float> outputs, int place)
    {
        ReadOnlySpan<float> sample = Sample(outputs, place);
        int start = Start(place);
        if (outputSize == labelsPerSample)
            return float.IsNaN(sample[start]) ? NoClass : sample[start] > middle ? 1 : 0;
        int best = 0;
        for (int label = 0; label < classes; label++)
        {
            float score = sample[start + (label * distance)];
            if (float.IsNaN(score))
                return NoClass;
            if (score > sample[start + (best * distance)])
                best = label;
        }

        return best;
    }

    /// <summary>Copies the scores at one place of a batch's labels.</summary>
    /// <param name="outputs">The outputs of the batch, [samples, ..output shape].</param>
    /// <param name="place">The label's index in the batch's labels.</param>
    /// <param name="scores">Receives <see cref="Scores"/> numbers.</param>
    public void CopyScores(ReadOnlySpan<float> outputs, int place, Span<float> scores)
    {
        ReadOnlySpan<float> sample = Sample(outputs, place)[Start(place)..];
        for (int label = 0; label < scores.Length; label++)
            scores[label] = sample[label * distance];
    }

    private ReadOnlySpan<float> Sample(ReadOnlySpan<float> outputs, int place) =>
        outputs.Slice(place / labelsPerSample * outputSize, outputSize);

    private int Start(int place)
    {
        place %= labelsPerSample;
        return outputSize == labelsPerSample ? place : (place / distance * distance * classes) + (place % distance);
    }
}
