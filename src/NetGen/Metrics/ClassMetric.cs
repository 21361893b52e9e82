namespace NetGen;

/// <summary>
/// A figure of each class, from three counts: its labels, its predictions, and those that agree. There is no table of classes by classes,
/// so that a vocabulary of 50,000 takes little room.
/// </summary>
/// <remarks>
/// As in scikit-learn, a class that occurs neither as a label nor as a prediction does not count in a mean, and a fraction whose
/// denominator is 0 is 0. A label whose prediction is no class, because a score is NaN, counts as a label alone.
/// </remarks>
public abstract class ClassMetric : Metric
{
    private readonly string name;
    private readonly Average? average;
    private long[] correct = [];
    private long[] predicted = [];
    private long[] labelled = [];

    private protected ClassMetric(string name, Average? average)
    {
        if (average is { } stated && !Enum.IsDefined(stated))
            throw new ArgumentOutOfRangeException(nameof(average), average, $"Expected a value of {nameof(Average)}; got {average}.");
        (this.name, this.average) = (name, average);
    }

    /// <inheritdoc/>
    public override string Name => MetricNames.WithAverage(name, average);

    /// <inheritdoc/>
    public override double Value
    {
        get
        {
            if (labelled.All(count => count == 0))
                return double.NaN;
            switch (average ?? (labelled.Length == 2 ? Average.Binary : Average.Macro))
            {
                case Average.Binary:
                    return this[1];
                case Average.Micro:
                    return Figure(correct.Sum(), predicted.Sum(), labelled.Sum());
                case Average.Macro:
                    return Enumerable.Range(0, labelled.Length).Where(label => labelled[label] + predicted[label] > 0)
                        .Average(label => this[label]);
                default:
                    return Enumerable.Range(0, labelled.Length).Sum(label => labelled[label] * this[label]) / labelled.Sum();
            }
        }
    }

    /// <summary>The figure of a class, 0 to 1; 0 where the class has no label or no prediction that it could be a part of.</summary>
    /// <param name="label">The class, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class, or nothing was evaluated yet.</exception>
    public double this[int label] => (uint)label < (uint)labelled.Length
        ? Figure(correct[label], predicted[label], labelled[label])
        : throw new ArgumentOutOfRangeException(
            nameof(label), label, $"There are {labelled.Length} classes; expected an index below that, got {label}.");

    /// <inheritdoc/>
    public override void Begin(MetricTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        task.RequireClasses(this);
        if (average == Average.Binary && task.Classes != 2)
        {
            throw new ArgumentException(
                $"The metric '{Name}' is one of two classes, and {task.Network} has {task.Classes}; expected another average.",
                nameof(task));
        }

        if (labelled.Length == task.Classes)
        {
            Array.Clear(correct);
            Array.Clear(predicted);
            Array.Clear(labelled);
            return;
        }

        (correct, predicted, labelled) = (new long[task.Classes], new long[task.Classes], new long[task.Classes]);
    }

    /// <inheritdoc/>
    public override void Add(MetricBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        for (int i = 0; i < batch.Labels.Length; i++)
        {
            int label = batch.Labels[i], prediction = batch.Predictions[i];
            labelled[label]++;
            if (prediction == MetricBatch.NoClass)
                continue;
            predicted[prediction]++;
            if (prediction == label)
                correct[label]++;
        }
    }

    /// <summary>The figure from counts.</summary>
    /// <param name="correct">The labels that were predicted.</param>
    /// <param name="predicted">The predictions.</param>
    /// <param name="labelled">The labels.</param>
    private protected abstract double Figure(long correct, long predicted, long labelled);

    private protected static double Fraction(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
