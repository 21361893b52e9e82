namespace NetGen;

/// <summary>The part of the labels of a class that is predicted, 0 to 1 (scikit-learn's <c>recall_score</c>).</summary>
/// <param name="average">
/// How the classes become one figure; if not stated, that of class 1 where there are two, else the mean over the classes.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">The average is none.</exception>
public sealed class Recall(Average? average = null) : ClassMetric(MetricNames.Recall, average)
{
    private protected override double Figure(long correct, long predicted, long labelled) => Fraction(correct, labelled);
}
