using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// The area under the receiver operating characteristic, 0 to 1: the chance that a sample of the class scores higher than one of another,
/// equal scores counting one half (scikit-learn's <c>roc_auc_score</c>). Of more than two classes the mean over the classes, each against
/// the rest (<c>multi_class="ovr"</c>).
/// </summary>
/// <remarks>
/// The scores are kept until the end, [labels, classes]; they are sorted for each class, n log n. With CrossEntropy the scores are
/// the probabilities that a softmax makes of the logits. A class without labels, or without labels of others, is left out of the mean;
/// where none is left, or a score is NaN, the value is NaN.
/// </remarks>
public sealed class RocAuc : Metric
{
    private readonly List<int> labels = [];
    private readonly List<float> scores = [];
    private int classes;
    private bool areLogits;
    private double? value;

    /// <inheritdoc/>
    public override string Name => MetricNames.RocAuc;

    /// <inheritdoc/>
    public override double Value => value ??= Compute();

    /// <inheritdoc/>
    public override void Begin(MetricTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        task.RequireClasses(this);
        if (Columns(task.Classes) * task.Samples * (long)task.LabelsPerSample > Array.MaxLength)
        {
            throw new ArgumentException(
                $"The metric '{Name}' keeps a score for each class of each label: {task.Samples:N0} samples with "
                    + $"{task.LabelsPerSample:N0} of {task.Classes:N0} classes are more than an array holds, {Array.MaxLength:N0}.",
                nameof(task));
        }

        labels.Clear();
        scores.Clear();
        (classes, areLogits, value) = (task.Classes, task.Loss == "CrossEntropy", null);
    }

    /// <inheritdoc/>
    public override void Add(MetricBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        value = null;
        for (int i = 0; i < batch.Labels.Length; i++)
        {
            labels.Add(batch.Labels[i]);
            ReadOnlySpan<float> own = batch.ScoresOf(i);
            if (classes == 2)
                scores.Add(own.Length == 1 ? own[0] : own[1] - own[0]);
            else
                AddAll(own);
        }
    }

    /// <summary>The area for one class against the rest.</summary>
    /// <param name="scores">The scores; sorted by the call.</param>
    /// <param name="isPositive">1 where the label is the class, else 0; sorted along.</param>
    internal static double Area(Span<float> scores, Span<byte> isPositive)
    {
        foreach (float score in scores)
        {
            if (float.IsNaN(score))
                return double.NaN;
        }

        scores.Sort(isPositive);
        long positives = 0, negatives = 0;
        double ordered = 0;
        for (int begin = 0; begin < scores.Length;)
        {
            long ofClass = 0;
            int end = begin;
            for (; end < scores.Length && scores[end] == scores[begin]; end++)
                ofClass += isPositive[end];
            long others = end - begin - ofClass;
            ordered += ofClass * (negatives + (others / 2.0));
            (positives, negatives, begin) = (positives + ofClass, negatives + others, end);
        }

        return ordered / ((double)positives * negatives);
    }

    // Two classes have one order of samples.
    private static long Columns(int classes) => classes == 2 ? 1 : classes;

    private void AddAll(ReadOnlySpan<float> own)
    {
        if (!areLogits)
        {
            scores.AddRange(own);
            return;
        }

        double total = ClassScores.LogOfSumOfExponentials(own);
        foreach (float score in own)
            scores.Add((float)Math.Exp(score - total));
    }

    private double Compute()
    {
        int columns = (int)Columns(classes);
        var column = new float[labels.Count];
        var isPositive = new byte[labels.Count];
        ReadOnlySpan<float> all = CollectionsMarshal.AsSpan(scores);
        double sum = 0;
        int counted = 0;
        for (int label = 0; label < columns; label++)
        {
            int positive = classes == 2 ? 1 : label;
            int positives = 0;
            for (int i = 0; i < column.Length; i++)
            {
                column[i] = all[(i * columns) + label];
                isPositive[i] = (byte)(labels[i] == positive ? 1 : 0);
                positives += isPositive[i];
            }

            if (positives == 0 || positives == column.Length)
                continue;
            sum += Area(column, isPositive);
            counted++;
        }

        return sum / counted;
    }
}
