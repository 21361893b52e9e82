using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// The predicted class: the argmax of the scores, or for a single score whether it is above the threshold. An output with a score
/// that is NaN predicts none.
/// </summary>
internal sealed class ClassChoice
{
    private const int NoClass = -1;

    private readonly int classes;
    private readonly int labelsPerSample;
    private readonly int outputSize;
    private readonly int distance;
    private readonly float middle;
    private readonly int? ignored;

    public ClassChoice(Network network)
    {
        LossDescription loss = network.Description.Loss!;
        (classes, labelsPerSample, outputSize) = (loss.Classes, loss.LabelsPerSample, network.OutputSize);
        ignored = loss.IgnoreIndex;

        // Labels are in the order of the positions, with the axis of the classes taken out: the scores of one lie as far apart as the axes
        // behind it have elements.
        distance = 1;
        foreach (int size in network.OutputShape[(loss.ClassAxis + 1)..])
            distance *= size;

        // A single score of a two-class network is a probability, or before the sigmoid of BCEWithLogits a logit.
        middle = loss.Kind == "BCEWithLogits" ? 0f : 0.5f;
    }

    /// <summary>Compares a batch's predictions with its labels, without ignored ones.</summary>
    public void Count(ReadOnlySpan<float> outputs, ReadOnlySpan<int> labels, ConfusionMatrix confusion)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] == ignored)
                continue;
            ReadOnlySpan<float> sample = outputs.Slice(i / labelsPerSample * outputSize, outputSize);
            int choice = Choose(sample, i % labelsPerSample);
            if (choice == NoClass)
                confusion.AddUnclassified(labels[i]);
            else
                confusion.Add(labels[i], choice);
        }
    }

    private int Choose(ReadOnlySpan<float> sample, int place)
    {
        if (outputSize == labelsPerSample)
            return float.IsNaN(sample[place]) ? NoClass : sample[place] > middle ? 1 : 0;
        int start = (place / distance * distance * classes) + (place % distance);
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
}
