namespace NetGen;

/// <summary>The part of the predictions of a class that is right, 0 to 1 (scikit-learn's <c>precision_score</c>).</summary>
/// <param name="average">
/// How the classes become one figure; if not stated, that of class 1 where there are two, else the mean over the classes.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">The average is none.</exception>
public sealed class Precision(Average? average = null) : ClassMetric(MetricNames.Precision, average)
{
    private protected override double Figure(long correct, long predicted, long labelled) => Fraction(correct, predicted);
}
