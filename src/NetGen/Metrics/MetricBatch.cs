namespace NetGen;

/// <summary>A batch as metrics see it: the outputs beside labels or targets. Its memory is used again for the next batch.</summary>
public sealed class MetricBatch
{
    private readonly ClassChoice? choice;
    private readonly int[] labels;
    private readonly int[] predictions;
    private readonly int[] places;
    private readonly float[] scores;
    private readonly float[] outputs;
    private readonly float[] targets;
    private readonly int outputSize;
    private int count;

    /// <param name="choice">What finds labels and predictions; null where there are targets.</param>
    /// <param name="capacity">The largest number of samples.</param>
    /// <param name="outputSize">The numbers of an output.</param>
    /// <param name="keepsNumbers">Whether outputs and targets are wanted; labels and predictions are there in any case.</param>
    internal MetricBatch(ClassChoice? choice, int capacity, int outputSize, bool keepsNumbers = true)
    {
        (this.choice, this.outputSize) = (choice, outputSize);
        outputs = new float[keepsNumbers ? capacity * outputSize : 0];
        targets = new float[choice is null ? outputs.Length : 0];
        int most = capacity * (choice?.LabelsPerSample ?? 0);
        (labels, predictions, places) = (new int[most], new int[most], new int[most]);
        scores = new float[choice?.Scores ?? 0];
    }

    /// <summary>The prediction of an output with a score that is NaN: no class.</summary>
    public const int NoClass = ClassChoice.NoClass;

    /// <summary>The number of samples.</summary>
    public int Samples { get; private set; }

    /// <summary>What the network gives, [samples, ..output shape]: logits or probabilities, as its loss takes them.</summary>
    public ReadOnlySpan<float> Outputs => outputs.AsSpan(0, Samples * outputSize);

    /// <summary>What the loss compares the outputs with, [samples, ..output shape]; empty where there are class labels.</summary>
    public ReadOnlySpan<float> Targets => targets.Length == 0 ? default : targets.AsSpan(0, Samples * outputSize);

    /// <summary>The class labels that count: one for each sample, step or pixel, without ignored ones.</summary>
    public ReadOnlySpan<int> Labels => labels.AsSpan(0, count);

    /// <summary>
    /// The class that the network predicts for each of <see cref="Labels"/>: the first of those with the highest score, for a single score
    /// whether it is above the threshold; <see cref="NoClass"/> where a score is NaN.
    /// </summary>
    public ReadOnlySpan<int> Predictions => predictions.AsSpan(0, count);

    /// <summary>
    /// The scores of all classes for one of <see cref="Labels"/>, [classes]; a single one where the network gives one for two classes.
    /// Valid until the next call.
    /// </summary>
    /// <param name="index">Which of the labels, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such label.</exception>
    public ReadOnlySpan<float> ScoresOf(int index)
    {
        if ((uint)index >= (uint)count)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The batch has {count} labels; expected an index below that.");
        choice!.CopyScores(Outputs, places[index], scores);
        return scores;
    }

    /// <summary>Takes a batch with class labels.</summary>
    internal void Take(int samples, ReadOnlySpan<float> results, ReadOnlySpan<int> classes)
    {
        TakeOutputs(samples, results);
        count = 0;
        for (int place = 0; place < classes.Length; place++)
        {
            if (choice!.Ignores(classes[place]))
                continue;
            labels[count] = classes[place];
            places[count] = place;
            predictions[count++] = choice.Choose(results, place);
        }
    }

    /// <summary>Takes a batch with targets.</summary>
    internal void Take(int samples, ReadOnlySpan<float> results, ReadOnlySpan<float> numbers)
    {
        TakeOutputs(samples, results);
        if (targets.Length > 0)
            numbers.CopyTo(targets);
    }

    /// <summary>The number of labels that are predicted.</summary>
    internal int Correct
    {
        get
        {
            int correct = 0;
            for (int i = 0; i < count; i++)
                correct += predictions[i] == labels[i] ? 1 : 0;
            return correct;
        }
    }

    /// <summary>Counts labels and predictions in a confusion matrix.</summary>
    internal void CountIn(ConfusionMatrix confusion)
    {
        for (int i = 0; i < count; i++)
        {
            if (predictions[i] == NoClass)
                confusion.AddUnclassified(labels[i]);
            else
                confusion.Add(labels[i], predictions[i]);
        }
    }

    private void TakeOutputs(int samples, ReadOnlySpan<float> results)
    {
        Samples = samples;
        if (outputs.Length > 0)
            results.CopyTo(outputs);
    }
}
