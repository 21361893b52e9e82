namespace NetGen;

/// <summary>
/// The harmonic mean of precision and recall, 0 to 1: 2 · correct / (labels + predictions) (scikit-learn's <c>f1_score</c>).
/// </summary>
/// <param name="average">
/// How the classes become one figure; if not stated, that of class 1 where there are two, else the mean over the classes.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">The average is none.</exception>
public sealed class F1Score(Average? average = null) : ClassMetric(MetricNames.F1, average)
{
    private protected override double Figure(long correct, long predicted, long labelled) => Fraction(2 * correct, labelled + predicted);
}
