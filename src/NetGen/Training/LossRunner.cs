using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Runs a network's loss, over class indices or over numbers, in workspaces of its own that are allocated when they are first needed.
/// </summary>
internal sealed class LossRunner(Network network, int capacity, Workers workers)
{
    private Workspace? indices;
    private Workspace? values;
    private Workspace? latest;
    private WeightedLoss? weighted;
    private bool isWeighted;

    /// <summary>What gathers the time of the loss's groups, or null.</summary>
    public Profile? Profile { get; set; }

    /// <summary>The loss's gradient with respect to the output, [samples, ..output shape], of the last run.</summary>
    public ReadOnlySpan<float> OutputGradient => isWeighted ? weighted!.OutputGradient : OwnOutputGradient;

    /// <summary>
    /// The loss's gradient with respect to what layers add to it, one for each sample of the last run; empty where none adds.
    /// </summary>
    public ReadOnlySpan<float> AddedLossGradient => isWeighted ? weighted!.AddedLossGradient : latest!.AddedLossGradient;

    /// <summary>
    /// What the last run counts beside others: a mean over labels by the labels that are not ignored, or by what their classes weigh; else
    /// by its samples. Of weighted samples each counts by its weight too.
    /// </summary>
    public double Weight => isWeighted ? weighted!.Weight : OwnWeight;

    private ReadOnlySpan<float> OwnOutputGradient => latest!.Batch(latest.Plan.OutputGradient, network.OutputSize);

    private double OwnWeight => latest == indices && network.Description.Loss is { Reduction: Reduction.Mean } loss
        ? WeightOfLabels(latest!, loss.ClassWeights)
        : latest!.Samples;

    /// <summary>
    /// Whether the loss of the last run is the mean of nothing: no label of its batch counts, or all that do weigh 0. It is not finite then
    /// and its gradient is 0, which is no divergence: outputs that are not finite have a gradient that is not finite.
    /// </summary>
    public bool IsOfNothing(float loss) => !float.IsFinite(loss) && Weight == 0 && !OutputGradient.ContainsAnyExcept(0f);

    /// <summary>The loss of outputs whose labels are class indices.</summary>
    /// <param name="outputs">What the loss judges.</param>
    /// <param name="labels">The class indices.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="added">What layers add to the loss, for each sample; empty where none does.</param>
    /// <param name="weights">What each sample counts; empty where they count alike.</param>
    public float Run(
        ReadOnlySpan<float> outputs, ReadOnlySpan<int> labels, int samples, ReadOnlySpan<float> added = default,
        ReadOnlySpan<float> weights = default)
    {
        isWeighted = !weights.IsEmpty;
        if (!isWeighted)
            return RunOf(outputs, labels, samples, added);
        weighted ??= new WeightedLoss(network, capacity);
        weighted.Begin(samples);
        int size = labels.Length / samples;
        for (int i = 0; i < samples; i++)
        {
            float loss = RunOf(
                Of(outputs, i, network.OutputSize), labels.Slice(i * size, size), 1, added.IsEmpty ? added : Of(added, i, 1));
            weighted.Add(loss, OwnWeight, weights[i], OwnOutputGradient, latest!.AddedLossGradient);
        }

        return weighted.End();
    }

    /// <summary>The loss of outputs whose labels are numbers of the output's shape.</summary>
    /// <param name="outputs">What the loss judges.</param>
    /// <param name="targets">The numbers that it compares them with.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="added">What layers add to the loss, for each sample; empty where none does.</param>
    /// <param name="weights">What each sample counts; empty where they count alike.</param>
    public float Run(
        ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, int samples, ReadOnlySpan<float> added = default,
        ReadOnlySpan<float> weights = default)
    {
        isWeighted = !weights.IsEmpty;
        if (!isWeighted)
            return RunOf(outputs, targets, samples, added);
        weighted ??= new WeightedLoss(network, capacity);
        weighted.Begin(samples);
        for (int i = 0; i < samples; i++)
        {
            float loss = RunOf(
                Of(outputs, i, network.OutputSize), Of(targets, i, network.OutputSize), 1, added.IsEmpty ? added : Of(added, i, 1));
            weighted.Add(loss, OwnWeight, weights[i], OwnOutputGradient, latest!.AddedLossGradient);
        }

        return weighted.End();
    }

    private static ReadOnlySpan<float> Of(ReadOnlySpan<float> values, int sample, int size) => values.Slice(sample * size, size);

    private float RunOf(ReadOnlySpan<float> outputs, ReadOnlySpan<int> labels, int samples, ReadOnlySpan<float> added)
    {
        NetworkDescription description = network.Description;
        LossDescription loss = description.Loss!;
        Workspace workspace = indices ??= new Workspace(description.LossIndex!, network.Memory, capacity, workers, loss.LabelsPerSample);
        Begin(workspace, outputs, samples, added);
        workspace.TakeLabels(labels, loss.IgnoreIndex);
        network.LossOfIndices(workspace);
        return workspace.Scratch(workspace.Plan.Loss);
    }

    private float RunOf(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, int samples, ReadOnlySpan<float> added)
    {
        Workspace workspace = values ??= new Workspace(network.Description.LossValues!, network.Memory, capacity, workers);
        Begin(workspace, outputs, samples, added);
        targets.CopyTo(workspace.Batch(workspace.Plan.Target, network.OutputSize));
        network.LossOfValues(workspace);
        return workspace.Scratch(workspace.Plan.Loss);
    }

    private static double WeightOfLabels(Workspace workspace, float[]? classWeights)
    {
        if (classWeights is null)
            return workspace.LabelCount;
        double sum = 0;
        foreach (int label in workspace.Labels)
            sum += label >= 0 ? classWeights[label] : 0;
        return sum;
    }

    private void Begin(Workspace workspace, ReadOnlySpan<float> outputs, int samples, ReadOnlySpan<float> added)
    {
        BatchCheck.RequireOutputs(outputs, network);
        latest = workspace;
        workspace.Samples = samples;
        workspace.Profile = Profile;
        outputs.CopyTo(workspace.Batch(workspace.Plan.Output, network.OutputSize));
        added.CopyTo(workspace.AddedLoss);
    }
}
