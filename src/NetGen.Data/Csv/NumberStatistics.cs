namespace NetGen.Data;

/// <summary>
/// Mean, deviation and range of numbers, in one pass (Welford, "Note on a method for calculating corrected sums of squares and products",
/// 1962).
/// </summary>
internal sealed class NumberStatistics
{
    private double squares;

    public long Count { get; private set; }

    public double Mean { get; private set; }

    public double Minimum { get; private set; } = double.PositiveInfinity;

    public double Maximum { get; private set; } = double.NegativeInfinity;

    /// <summary>
    /// The standard deviation of all numbers, by their count and not one less, as in scikit-learn's <c>StandardScaler</c>.
    /// </summary>
    public double Deviation => Count == 0 ? 0 : Math.Sqrt(squares / Count);

    public void Add(double number)
    {
        Count++;
        double difference = number - Mean;
        Mean += difference / Count;
        squares += difference * (number - Mean);
        Minimum = Math.Min(Minimum, number);
        Maximum = Math.Max(Maximum, number);
    }
}
