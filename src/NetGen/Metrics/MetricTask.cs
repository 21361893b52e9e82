namespace NetGen;

/// <summary>What is evaluated: a network by its loss, on a data set.</summary>
/// <param name="Network">The name of the network.</param>
/// <param name="Loss">The name of its loss, such as <c>CrossEntropy</c>.</param>
/// <param name="Classes">The number of classes; 0 where the data set has no class labels.</param>
/// <param name="OutputSize">The numbers that the network gives for a sample.</param>
/// <param name="Samples">The number of samples of the data set.</param>
/// <param name="LabelsPerSample">The class labels of a sample, ignored ones among them; 0 where there are none.</param>
public sealed record MetricTask(string Network, string Loss, int Classes, int OutputSize, int Samples, int LabelsPerSample)
{
    /// <summary>Requires class labels.</summary>
    /// <param name="metric">The metric that needs them.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public void RequireClasses(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (Classes == 0)
        {
            throw new ArgumentException(
                $"The metric '{metric.Name}' compares classes, and {Loss} of {Network} compares with numbers here; expected a data set "
                    + "with class labels.",
                nameof(metric));
        }
    }

    /// <summary>Requires targets that the outputs are to equal.</summary>
    /// <param name="metric">The metric that needs them.</param>
    /// <exception cref="ArgumentException">There are class labels, or the outputs are something else than the targets.</exception>
    public void RequireTargets(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (Classes > 0)
        {
            throw new ArgumentException(
                $"The metric '{metric.Name}' compares numbers, and {Loss} of {Network} compares with class labels here; expected a data "
                    + "set with targets.",
                nameof(metric));
        }

        if (Loss is not ("MSE" or "L1" or "SmoothL1" or "Huber" or "BCE"))
        {
            throw new ArgumentException(
                $"The metric '{metric.Name}' compares outputs with targets, and {Loss} of {Network} takes outputs that are not in the "
                    + "targets' unit; expected MSE, L1, SmoothL1, Huber or BCE.",
                nameof(metric));
        }
    }
}
