using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace NetGen;

/// <summary>How often samples of each class were classified as each class.</summary>
public sealed class ConfusionMatrix
{
    // A larger matrix is mostly zeros, and is kept sparse.
    private const int MostCells = 1 << 22;
    private const int MostShown = 1000;

    private readonly long[]? table;
    private readonly Dictionary<long, long> cells = [];
    private readonly long[] unclassified;

    /// <summary>An empty matrix.</summary>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public ConfusionMatrix(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        Classes = classes;
        table = (long)classes * classes <= MostCells ? new long[classes * classes] : null;
        unclassified = new long[classes];
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The number of samples counted, those without a class among them.</summary>
    public long Total => Counts.Sum() + Unclassified;

    /// <summary>The number of samples that were classified correctly.</summary>
    public long Correct => Enumerable.Range(0, Classes).Sum(label => this[label, label]);

    /// <summary>
    /// The number of samples whose output named no class, because one of its scores was NaN. They count as not classified correctly.
    /// </summary>
    public long Unclassified => unclassified.Sum();

    /// <summary>The part of all samples that was classified correctly, 0 to 1; NaN of an empty matrix.</summary>
    public double Accuracy => (double)Correct / Total;

    /// <summary>The number of samples of one class that were classified as another (or correctly as the same).</summary>
    /// <param name="actual">The class that the label names.</param>
    /// <param name="predicted">The class that the network gave.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long this[int actual, int predicted]
    {
        get
        {
            long cell = Cell(actual, predicted);
            return table is null ? cells.GetValueOrDefault(cell) : table[cell];
        }
    }

    /// <summary>Counts one sample.</summary>
    /// <param name="actual">The class that the label names.</param>
    /// <param name="predicted">The class that the network gave.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public void Add(int actual, int predicted)
    {
        long cell = Cell(actual, predicted);
        if (table is null)
            CollectionsMarshal.GetValueRefOrAddDefault(cells, cell, out _)++;
        else
            table[cell]++;
    }

    /// <summary>Counts one sample whose output named no class.</summary>
    /// <param name="actual">The class that the label names.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public void AddUnclassified(int actual) => unclassified[Row(actual)]++;

    /// <summary>The number of samples of a class whose output named none.</summary>
    /// <param name="actual">The class that the label names.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long UnclassifiedOf(int actual) => unclassified[Row(actual)];

    /// <summary>The recall of a class: the part of its samples that was classified as it, 0 to 1; NaN where there is none.</summary>
    /// <param name="label">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Recall(int label) => (double)this[label, label] / (Sum(actual: label, predicted: null) + UnclassifiedOf(label));

    /// <summary>
    /// The precision of a class: the part of the samples classified as it that belong to it, 0 to 1; NaN where there is none.
    /// </summary>
    /// <param name="label">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Precision(int label) => (double)this[label, label] / Sum(actual: null, predicted: label);

    /// <summary>
    /// A table: a row for each actual class, a column for each predicted one, and a last one, "none", where some outputs named no class. Of
    /// more than 1,000 classes, one line.
    /// </summary>
    public override string ToString()
    {
        const string None = "none";
        if (Classes > MostShown)
            return string.Create(CultureInfo.InvariantCulture, $"{Classes:N0} classes: {Correct:N0} of {Total:N0} samples correct");
        int width = Math.Max(Counts.Max().ToString().Length, (Classes - 1).ToString().Length) + 1;
        int head = (Classes - 1).ToString().Length;
        bool hasNone = Unclassified > 0;
        int last = Math.Max(unclassified.Max().ToString().Length, None.Length) + 1;
        var text = new StringBuilder();
        text.Append(' ', head);
        for (int predicted = 0; predicted < Classes; predicted++)
            text.Append(predicted.ToString().PadLeft(width));
        if (hasNone)
            text.Append(None.PadLeft(last));
        for (int actual = 0; actual < Classes; actual++)
        {
            text.Append('\n').Append(actual.ToString().PadLeft(head));
            for (int predicted = 0; predicted < Classes; predicted++)
                text.Append(this[actual, predicted].ToString().PadLeft(width));
            if (hasNone)
                text.Append(unclassified[actual].ToString().PadLeft(last));
        }

        return text.ToString();
    }

    private IEnumerable<long> Counts => table ?? (IEnumerable<long>)cells.Values;

    /// <summary>The sum of a row or of a column.</summary>
    private long Sum(int? actual, int? predicted) => table is null
        ? cells.Sum(cell => cell.Key / Classes == (actual ?? cell.Key / Classes) && cell.Key % Classes == (predicted ?? cell.Key % Classes)
            ? cell.Value : 0)
        : Enumerable.Range(0, Classes).Sum(other => this[actual ?? other, predicted ?? other]);

    private long Cell(int actual, int predicted) => ((long)Row(actual) * Classes) + Column(predicted);

    private int Row(int actual) => (uint)actual < (uint)Classes
        ? actual
        : throw new ArgumentOutOfRangeException(
            nameof(actual), actual, $"There are {Classes} classes; expected 0 to {Classes - 1}, got {actual}.");

    private int Column(int predicted) => (uint)predicted < (uint)Classes
        ? predicted
        : throw new ArgumentOutOfRangeException(
            nameof(predicted), predicted, $"There are {Classes} classes; expected 0 to {Classes - 1}, got {predicted}.");
}
