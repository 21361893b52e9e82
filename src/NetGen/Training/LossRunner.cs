using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Runs a network's loss, over class indices or over numbers, in workspaces of its own that are allocated when they are first needed. It
/// reads the outputs where a training step has them, and puts the gradient by them where the step goes on from it.
/// </summary>
internal sealed class LossRunner(Network network, int capacity, Workers workers)
{
    private readonly SampleCopy rows = network.OutputRows;
    private Workspace? indices;
    private Workspace? values;
    private Workspace? latest;
    private WeightedLoss? weighted;
    private AlignedBlock? ownOutputs;
    private AlignedBlock? ownGradients;
    private float[]? asCallersHaveThem;
    private bool isWeighted;
    private bool isOfNothing;

    /// <summary>What gathers the time of the loss's groups, or null.</summary>
    public Profile? Profile { get; set; }

    /// <summary>
    /// The loss's gradient with respect to the output, [samples, ..output shape], of the last run over outputs that are a caller's.
    /// </summary>
    public ReadOnlySpan<float> OutputGradient => Dense(OwnGradients(isWeighted ? weighted!.Samples : latest!.Samples));

    /// <summary>
    /// The loss's gradient with respect to what layers add to it, one for each sample of the last run; empty where none adds.
    /// </summary>
    public ReadOnlySpan<float> AddedLossGradient => isWeighted ? weighted!.AddedLossGradient : latest!.AddedLossGradient;

    /// <summary>
    /// What the last run counts beside others: a mean over labels by the labels that are not ignored, or by what their classes weigh; else
    /// by its samples. Of weighted samples each counts by its weight too.
    /// </summary>
    public double Weight => isWeighted ? weighted!.Weight : OwnWeight;

    private double OwnWeight => latest == indices && network.Description.Loss is { Reduction: Reduction.Mean } loss
        ? WeightOfLabels(latest!, loss.ClassWeights)
        : latest!.Samples;

    /// <summary>
    /// Whether the loss of the last run is the mean of nothing: no label of its batch counts, or all that do weigh 0. It is not finite then
    /// and its gradient is 0, which is no divergence: outputs that are not finite have a gradient that is not finite.
    /// </summary>
    public bool IsOfNothing(float loss) => !float.IsFinite(loss) && isOfNothing;

    /// <summary>The loss of a caller's outputs, [samples, ..output shape], whose labels are class indices.</summary>
    /// <param name="outputs">What the loss judges.</param>
    /// <param name="labels">The class indices.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="added">What layers add to the loss, for each sample; empty where none does.</param>
    /// <param name="weights">What each sample counts; empty where they count alike.</param>
    public float Run(
        ReadOnlySpan<float> outputs, ReadOnlySpan<int> labels, int samples, ReadOnlySpan<float> added = default,
        ReadOnlySpan<float> weights = default) =>
        RunIn(OwnOutputs(outputs, samples), OwnGradients(samples), labels, samples, added, weights);

    /// <summary>The loss of a caller's outputs, [samples, ..output shape], whose labels are numbers of the same shape.</summary>
    /// <param name="outputs">What the loss judges.</param>
    /// <param name="targets">The numbers that it compares them with.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="added">What layers add to the loss, for each sample; empty where none does.</param>
    /// <param name="weights">What each sample counts; empty where they count alike.</param>
    public float Run(
        ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, int samples, ReadOnlySpan<float> added = default,
        ReadOnlySpan<float> weights = default) =>
        RunIn(OwnOutputs(outputs, samples), OwnGradients(samples), targets, samples, added, weights);

    /// <summary>The loss of outputs as they lie in a training step, whose labels are class indices.</summary>
    /// <param name="outputs">What the loss judges.</param>
    /// <param name="gradient">Gets the gradient by it, of the same layout; empty where nobody wants it.</param>
    /// <param name="labels">The class indices.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="added">What layers add to the loss, for each sample; empty where none does.</param>
    /// <param name="weights">What each sample counts; empty where they count alike.</param>
    public float RunIn(
        ReadOnlySpan<float> outputs, Span<float> gradient, ReadOnlySpan<int> labels, int samples, ReadOnlySpan<float> added,
        ReadOnlySpan<float> weights)
    {
        if (gradient.IsEmpty)
            gradient = OwnGradients(samples);
        isWeighted = !weights.IsEmpty;
        if (!isWeighted)
            return Noted(RunOf(outputs, gradient, labels, samples, added), gradient);
        weighted ??= new WeightedLoss(network, capacity);
        weighted.Begin(samples);
        int size = labels.Length / samples;
        for (int i = 0; i < samples; i++)
        {
            float loss = RunOf(
                outputs.Slice(i * rows.Stride, rows.Stride), gradient.Slice(i * rows.Stride, rows.Stride), labels.Slice(i * size, size), 1,
                added.IsEmpty ? added : added.Slice(i, 1));
            weighted.Add(loss, OwnWeight, weights[i], latest!.AddedLossGradient);
        }

        return Noted(weighted.End(gradient), gradient);
    }

    /// <summary>The loss of outputs as they lie in a training step, whose labels are numbers of the output's shape.</summary>
    /// <param name="outputs">What the loss judges.</param>
    /// <param name="gradient">Gets the gradient by it, of the same layout; empty where nobody wants it.</param>
    /// <param name="targets">The numbers that it compares them with, [samples, ..output shape].</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="added">What layers add to the loss, for each sample; empty where none does.</param>
    /// <param name="weights">What each sample counts; empty where they count alike.</param>
    public float RunIn(
        ReadOnlySpan<float> outputs, Span<float> gradient, ReadOnlySpan<float> targets, int samples, ReadOnlySpan<float> added,
        ReadOnlySpan<float> weights)
    {
        if (gradient.IsEmpty)
            gradient = OwnGradients(samples);
        isWeighted = !weights.IsEmpty;
        if (!isWeighted)
            return Noted(RunOf(outputs, gradient, targets, samples, added), gradient);
        weighted ??= new WeightedLoss(network, capacity);
        weighted.Begin(samples);
        for (int i = 0; i < samples; i++)
        {
            float loss = RunOf(
                outputs.Slice(i * rows.Stride, rows.Stride), gradient.Slice(i * rows.Stride, rows.Stride),
                targets.Slice(i * rows.Size, rows.Size), 1, added.IsEmpty ? added : added.Slice(i, 1));
            weighted.Add(loss, OwnWeight, weights[i], latest!.AddedLossGradient);
        }

        return Noted(weighted.End(gradient), gradient);
    }

    private float RunOf(
        ReadOnlySpan<float> outputs, Span<float> gradient, ReadOnlySpan<int> labels, int samples, ReadOnlySpan<float> added)
    {
        NetworkDescription description = network.Description;
        LossDescription loss = description.Loss!;
        Workspace workspace = indices ??= new Workspace(description.LossIndex!, network.Memory, capacity, workers, loss.LabelsPerSample);
        Begin(workspace, outputs, gradient, samples, added);
        workspace.TakeLabels(labels, loss.IgnoreIndex);
        network.LossOfIndices(workspace);
        return workspace.Scratch(workspace.Plan.Loss);
    }

    private float RunOf(
        ReadOnlySpan<float> outputs, Span<float> gradient, ReadOnlySpan<float> targets, int samples, ReadOnlySpan<float> added)
    {
        Workspace workspace = values ??= new Workspace(network.Description.LossValues!, network.Memory, capacity, workers);
        Begin(workspace, outputs, gradient, samples, added);
        rows.ToMemory(targets, workspace.Batch(workspace.Plan.Target, rows.Stride));
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

    private void Begin(
        Workspace workspace, ReadOnlySpan<float> outputs, Span<float> gradient, int samples, ReadOnlySpan<float> added)
    {
        if (BatchCheck.ChecksOutputs(network))
            BatchCheck.RequireOutputs(Dense(outputs), network);
        latest = workspace;
        workspace.Samples = samples;
        workspace.Profile = Profile;
        workspace.Judge(outputs, gradient);
        added.CopyTo(workspace.AddedLoss);
    }

    /// <summary>Keeps whether the run was of nothing: a step overwrites the gradient.</summary>
    private float Noted(float loss, ReadOnlySpan<float> gradient)
    {
        isOfNothing = !float.IsFinite(loss) && Weight == 0 && !Dense(gradient).ContainsAnyExcept(0f);
        return loss;
    }

    /// <summary>The outputs of a caller, as they would lie in a training step.</summary>
    private ReadOnlySpan<float> OwnOutputs(ReadOnlySpan<float> outputs, int samples)
    {
        ownOutputs ??= new AlignedBlock((long)capacity * rows.Stride);
        Span<float> own = ownOutputs.Span[..(samples * rows.Stride)];
        rows.ToMemory(outputs, own);
        return own;
    }

    private Span<float> OwnGradients(int samples) =>
        (ownGradients ??= new AlignedBlock((long)capacity * rows.Stride)).Span[..(samples * rows.Stride)];

    /// <summary>What lies as in a training step, as callers have it.</summary>
    private ReadOnlySpan<float> Dense(ReadOnlySpan<float> memory)
    {
        asCallersHaveThem ??= new float[capacity * rows.Size];
        Span<float> dense = asCallersHaveThem.AsSpan(0, memory.Length / rows.Stride * rows.Size);
        rows.ToArray(memory, dense);
        return dense;
    }
}
