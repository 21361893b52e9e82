namespace NetGen.Execution.Tests.Losses;

/// <summary>
/// CrossEntropy of class indices as PyTorch's documentation writes it, in double precision and without the compiler:
/// −(1 − ε) w[label] log p[label] − ε / C Σ w[c] log p[c] of each label that counts. A mean divides by the sum of w[label].
/// </summary>
internal sealed record ClassLoss(double[][] Logits, int[] Labels)
{
    public int IgnoreIndex { get; init; } = -100;

    public double Smoothing { get; init; }

    public double[]? Weights { get; init; }

    public bool IsSum { get; init; }

    public static double[][] RandomLogits(int rows, int columns)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, rows)
            .Select(_ => Enumerable.Range(0, columns).Select(_ => (double)(float)((random.NextDouble() * 4) - 2)).ToArray())];
    }

    private int Classes => Logits[0].Length;

    private double Divisor => IsSum ? 1 : Labels.Where(Counts).Sum(Weight);

    public double Value => Labels.Select((label, row) => Counts(label) ? OfRow(Logits[row], label) : 0).Sum() / Divisor;

    /// <summary>The slopes of <see cref="Value"/>, row by row, from differences.</summary>
    public double[][] Gradient => [.. Logits.Select((logits, row) => logits.Select((_, c) =>
        Counts(Labels[row])
            ? (OfRow(Moved(logits, c, 1e-5), Labels[row]) - OfRow(Moved(logits, c, -1e-5), Labels[row])) / 2e-5 / Divisor
            : 0).ToArray())];

    private double OfRow(double[] logits, int label)
    {
        double norm = Math.Log(logits.Sum(Math.Exp));
        double hard = Weight(label) * (norm - logits[label]);
        double spread = Enumerable.Range(0, Classes).Sum(c => Weight(c) * (norm - logits[c]));
        return ((1 - Smoothing) * hard) + (Smoothing / Classes * spread);
    }

    private bool Counts(int label) => label != IgnoreIndex;

    private double Weight(int c) => Weights?[c] ?? 1;

    private static double[] Moved(double[] logits, int index, double distance) =>
        [.. logits.Select((x, c) => c == index ? x + distance : x)];
}
