using System.Text;

namespace NetGen;

/// <summary>How often samples of each class were taken for each class.</summary>
public sealed class ConfusionMatrix
{
    private readonly long[] counts;

    /// <summary>An empty matrix.</summary>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public ConfusionMatrix(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        Classes = classes;
        counts = new long[checked(classes * classes)];
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The number of samples counted.</summary>
    public long Total => counts.Sum();

    /// <summary>The number of samples whose class was predicted rightly.</summary>
    public long Correct => Enumerable.Range(0, Classes).Sum(label => this[label, label]);

    /// <summary>The part of all samples that was predicted rightly, 0 to 1; NaN of an empty matrix.</summary>
    public double Accuracy => (double)Correct / Total;

    /// <summary>The number of samples of one class that were taken for another (or rightly for the same).</summary>
    /// <param name="actual">The class that the label names.</param>
    /// <param name="predicted">The class that the network gave.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long this[int actual, int predicted] => counts[Index(actual, predicted)];

    /// <summary>Counts one sample.</summary>
    /// <param name="actual">The class that the label names.</param>
    /// <param name="predicted">The class that the network gave.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public void Add(int actual, int predicted) => counts[Index(actual, predicted)]++;

    /// <summary>The part of the samples of a class that was recognised as such, 0 to 1; NaN where there is none.</summary>
    /// <param name="label">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Recall(int label) => (double)this[label, label] / Enumerable.Range(0, Classes).Sum(predicted => this[label, predicted]);

    /// <summary>The part of the samples taken for a class that belong to it, 0 to 1; NaN where there is none.</summary>
    /// <param name="label">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Precision(int label) => (double)this[label, label] / Enumerable.Range(0, Classes).Sum(actual => this[actual, label]);

    /// <summary>A table: a row for each actual class, a column for each predicted one.</summary>
    public override string ToString()
    {
        int width = Math.Max(counts.Max().ToString().Length, (Classes - 1).ToString().Length) + 1;
        int head = (Classes - 1).ToString().Length;
        var text = new StringBuilder();
        text.Append(' ', head);
        for (int predicted = 0; predicted < Classes; predicted++)
            text.Append(predicted.ToString().PadLeft(width));
        for (int actual = 0; actual < Classes; actual++)
        {
            text.Append('\n').Append(actual.ToString().PadLeft(head));
            for (int predicted = 0; predicted < Classes; predicted++)
                text.Append(this[actual, predicted].ToString().PadLeft(width));
        }

        return text.ToString();
    }

    private int Index(int actual, int predicted)
    {
        if ((uint)actual >= (uint)Classes)
            throw new ArgumentOutOfRangeException(nameof(actual), actual, $"There are {Classes} classes; expected 0 to {Classes - 1}, and {actual} came.");
        if ((uint)predicted >= (uint)Classes)
            throw new ArgumentOutOfRangeException(nameof(predicted), predicted, $"There are {Classes} classes; expected 0 to {Classes - 1}, and {predicted} came.");
        return (actual * Classes) + predicted;
    }
}
