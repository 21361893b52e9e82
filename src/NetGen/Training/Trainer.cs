using System.Diagnostics;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Trains a network: owns the memory of a training step, the threads and the optimizer. Made by <see cref="Network.CreateTrainer"/>.
/// </summary>
/// <remarks>
/// <para>A step allocates nothing. The same seed gives the same training, bit for bit, for any number of threads.</para>
/// <para>
/// Networks that are chained by hand use <see cref="Forward(ReadOnlySpan{float}, Span{float})"/>,
/// <see cref="Backward(ReadOnlySpan{float}, Span{float})"/> and <see cref="Update"/>: what one network's backward pass gives as the
/// gradient of its input is the gradient of the output of the network before it. A backward pass overwrites the gradients, so there is
/// nothing to reset.
/// </para>
/// <para>
/// A single step never fails over a loss that is not finite: its caller has the loss in hand, and may lower the learning rate or skip the
/// batch. <see cref="Fit"/> stops there.
/// </para>
/// <para>
/// One thread at a time may use a trainer. After <see cref="Dispose"/> all that runs it throws <see cref="ObjectDisposedException"/>.
/// </para>
/// </remarks>
public partial class Trainer : IDisposable
{
    private readonly Workers workers;
    private readonly Workspace training;
    private readonly LossRunner loss;
    private readonly ulong seed;
    private readonly Parameter[] batchCounters;
    private int[]? paddedLabels;
    private ulong forwardPasses;
    private bool hasForward;
    private bool isDisposed;

    /// <summary>Made by <see cref="Network.CreateTrainer"/>; generated trainers derive from it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="optimizer">The optimizer; a new one for each network.</param>
    /// <param name="batchSize">The largest number of samples of a step, at least 1.</param>
    /// <param name="threads">The number of threads that share the work; all processors where none is given.</param>
    /// <param name="seed">Seeds dropout and the order of samples.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is below 1, or the batch size is 1 and a layer normalises over the batch, or the memory would not fit into one array.
    /// </exception>
    /// <exception cref="InvalidOperationException">The optimizer belongs to another network.</exception>
    protected internal Trainer(Network network, Optimizer optimizer, int batchSize, int? threads = null, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimizer);
        if (batchSize < 1)
            throw new ArgumentOutOfRangeException(
                nameof(batchSize), batchSize, $"Expected a batch of at least 1 sample; got {batchSize}.");
        if (batchSize == 1 && network.Description.LayerThatNeedsTwoSamples is { } layer)
        {
            throw new ArgumentOutOfRangeException(
                nameof(batchSize), batchSize,
                $"'{layer}' of {network.Name} normalises over the batch: expected a batch of at least 2 samples; got 1.");
        }

        NetworkDescription description = network.Description;
        Workspace.RequireRoom(description.Training, batchSize, 0, nameof(batchSize));
        if (description.LossIndex is { } ofIndices)
            Workspace.RequireRoom(ofIndices, batchSize, description.Loss!.LabelsPerSample, nameof(batchSize));
        if (description.LossValues is { } ofValues)
            Workspace.RequireRoom(ofValues, batchSize, 0, nameof(batchSize));
        UnoptimizedBuild.Tell(network.GetType());
        (this.Network, this.Optimizer, this.BatchSize, this.seed) = (network, optimizer, batchSize, (uint)seed);
        optimizer.Attach(network.Memory, network.Description.Training.FusedUpdates, network.Description.Parameters);
        batchCounters = [.. network.Statistics.Where(statistic => statistic is { IsBatchCounter: true, IsFrozen: false })];
        int shared = threads ?? Environment.ProcessorCount;
        workers = shared == 1 ? Workers.Single : new Workers(shared);
        try
        {
            training = new Workspace(network.Description.Training, network.Memory, batchSize, workers);
            loss = new LossRunner(network, batchSize, workers);
        }
        catch
        {
            workers.Dispose();
            throw;
        }
    }

    /// <summary>The network that is trained.</summary>
    public Network Network { get; }

    /// <summary>The optimizer.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>The largest number of samples of a step.</summary>
    public int BatchSize { get; }

    /// <summary>The number of threads that share the work, the calling one included.</summary>
    public int Threads => workers.Threads;

    /// <summary>
    /// What layers added to the loss in the last forward pass (the divergence of
    /// <see cref="ReparameterizeAttribute{Mean, LogVariance}"/>, times its Beta), summed over the features and divided by the samples: the
    /// value whose gradient <see cref="Backward(ReadOnlySpan{float}, Span{float})"/> adds. 0 where none does, and before the first pass.
    /// </summary>
    public float AddedLoss
    {
        get
        {
            double sum = 0;
            foreach (float added in training.AddedLoss)
                sum += added;
            return (float)(sum / training.Samples);
        }
    }

    /// <summary>Records the time of each kernel of a step, if not null.</summary>
    public Profile? Profile
    {
        get => training.Profile;
        set
        {
            value?.Describe(Network);
            (training.Profile, loss.Profile) = (value, value);
        }
    }

    /// <summary>Stops the threads. The network keeps its parameters.</summary>
    public void Dispose()
    {
        isDisposed = true;
        workers.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A training step on a batch with class labels: forward, loss, backward, update.</summary>
    /// <param name="inputs">The samples, [batch, ..input shape], at most <see cref="BatchSize"/> of them.</param>
    /// <param name="labels">A class index for each sample (for each step or pixel, where the loss has one for each), from 0.</param>
    /// <returns>
    /// The loss of the batch before the update. Where training diverges it is NaN or infinite, and the parameters are changed all the same.
    /// </returns>
    /// <exception cref="ArgumentException">A length does not fit, a value is not finite, or a label names no class.</exception>
    /// <exception cref="NotSupportedException">The network's loss takes no class indices.</exception>
    /// <exception cref="InvalidOperationException">The loss is BCE, and an output is no probability.</exception>
    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        RequireNumbers(inputs);
        return Labelled(inputs, labels);
    }

    private float Labelled(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights = default)
    {
        long started = NetGenMeter.BeginStep();
        Profile?.Begin();
        int samples = SamplesOf(inputs);
        LossDescription description = RequireLoss(LabelForm.Index, "class indices");
        if (labels.Length != samples * description.LabelsPerSample)
            throw new ArgumentException($"{samples} samples have {samples * description.LabelsPerSample} labels for {description.Kind} "
                + $"after {Network.LastLayer}; got {labels.Length}.", nameof(labels));
        labels = WithoutPadding(inputs, labels);
        BatchCheck.RequireClasses(labels, description, nameof(labels));
        float result = Learn(inputs, samples, labels, targets: default, weights: weights);
        Profile?.End();
        NetGenMeter.EndStep(started, this, samples, result);
        return result;
    }

    /// <summary>A training step on a batch with targets: forward, loss, backward, update.</summary>
    /// <param name="inputs">The samples, [batch, ..input shape], at most <see cref="BatchSize"/> of them.</param>
    /// <param name="targets">The numbers that the outputs are compared with, [batch, ..output shape].</param>
    /// <returns>
    /// The loss of the batch before the update. Where training diverges it is NaN or infinite, and the parameters are changed all the same.
    /// </returns>
    /// <exception cref="ArgumentException">A length does not fit, a value is not finite, or a target of KLDiv is negative.</exception>
    /// <exception cref="NotSupportedException">The network's loss takes no numbers.</exception>
    /// <exception cref="InvalidOperationException">The loss is BCE, and an output is no probability.</exception>
    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        RequireNumbers(inputs);
        return Targeted(inputs, targets);
    }

    private float Targeted(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights = default)
    {
        long started = NetGenMeter.BeginStep();
        Profile?.Begin();
        int samples = SamplesOf(inputs);
        RequireLoss(LabelForm.Values, "numbers");
        if (targets.Length != samples * Network.OutputSize)
        {
            throw new ArgumentException(
                $"{samples} samples have targets of {samples * Network.OutputSize} floats, {ShapeText.Of(Network.OutputShape)} each as "
                    + $"{Network.LastLayer} gives; got {targets.Length}.", nameof(targets));
        }

        BatchCheck.RequireTargets(targets, Network, nameof(targets));
        float result = Learn(inputs, samples, labels: default, targets, weights: weights);
        Profile?.End();
        NetGenMeter.EndStep(started, this, samples, result);
        return result;
    }

    /// <summary>A training step on a batch whose inputs are the targets, for a network with <c>Target = Target.Input</c>.</summary>
    /// <param name="inputs">The samples, [batch, ..input shape], at most <see cref="BatchSize"/> of them.</param>
    /// <returns>
    /// The loss of the batch before the update. Where training diverges it is NaN or infinite, and the parameters are changed all the same.
    /// </returns>
    /// <exception cref="ArgumentException">A length does not fit, or a value is not finite.</exception>
    /// <exception cref="NotSupportedException">The network's loss compares with something else than the input.</exception>
    public float Step(ReadOnlySpan<float> inputs)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (Network.Description.Loss is not { TargetIsInput: true })
            throw new NotSupportedException(
                $"The loss of {Network.Name} does not compare with the input (Target = Target.Input); expected labels or targets.");
        return Step(inputs, inputs);
    }

    /// <summary>
    /// Runs the network as in training (dropout drops, statistics are those of the batch) and keeps what
    /// <see cref="Backward(ReadOnlySpan{float}, Span{float})"/> needs.
    /// </summary>
    /// <param name="inputs">The samples, [batch, ..input shape], at most <see cref="BatchSize"/> of them.</param>
    /// <param name="outputs">Receives exactly as many outputs, [batch, ..output shape].</param>
    /// <exception cref="ArgumentException">A length does not fit, or a value is not finite.</exception>
    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        RequireNumbers(inputs);
        ForwardOf(inputs, outputs);
    }

    private void ForwardOf(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        Profile?.Begin();
        int samples = SamplesOf(inputs);
        if (outputs.Length != samples * Network.OutputSize)
        {
            throw new ArgumentException(
                $"{samples} samples give {samples * Network.OutputSize} floats, {ShapeText.Of(Network.OutputShape)} each from "
                    + $"{Network.LastLayer}; there is room for {outputs.Length}.", nameof(outputs));
        }

        training.Samples = samples;
        if (training.Plan.Input < 0)
            training.ReadFromCopy(inputs);
        RunForward(inputs);
        Network.OutputRows.ToArray(OutputsAt(training.Plan.Output), outputs);
        Profile?.End();
    }

    /// <summary>The same with the named outputs.</summary>
    /// <param name="inputs">The samples, [batch, ..input shape], at most <see cref="BatchSize"/> of them.</param>
    /// <param name="outputs">Receives the outputs of exactly as many samples.</param>
    /// <exception cref="ArgumentException">A length does not fit, a value is not finite, or the room is another network's.</exception>
    public void Forward(ReadOnlySpan<float> inputs, NetworkOutputs outputs)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        ArgumentNullException.ThrowIfNull(outputs);
        outputs.Require(Network, SamplesOf(inputs), nameof(outputs));
        Forward(inputs, outputs.Output);
        outputs.TakeNamed(training, Network.NamedOutputRows);
    }

    /// <summary>
    /// Computes the gradients of the trained parameters, overwriting the previous ones, and the gradient of the input unless its span is
    /// empty. That of <see cref="AddedLoss"/> is in them.
    /// </summary>
    /// <param name="outputGradient">
    /// The gradient of the outputs of the last <see cref="Forward(ReadOnlySpan{float}, Span{float})"/>, [batch, ..output shape].
    /// </param>
    /// <param name="inputGradient">Receives the gradient of the inputs, [batch, ..input shape]; if empty, it is not computed.</param>
    /// <exception cref="ArgumentException">A length does not fit, or a value is not finite.</exception>
    /// <exception cref="InvalidOperationException">There was no forward pass since the last backward pass.</exception>
    public void Backward(ReadOnlySpan<float> outputGradient, Span<float> inputGradient = default)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        Profile?.Begin();
        int samples = RequireForward(inputGradient);
        if (outputGradient.Length != samples * Network.OutputSize)
        {
            throw new ArgumentException(
                $"The forward pass of {Network.Name} had {samples} samples, whose outputs are {samples * Network.OutputSize} floats; "
                    + $"got {outputGradient.Length}.", nameof(outputGradient));
        }

        BatchCheck.RequireFinite(outputGradient, Network.OutputSize, nameof(outputGradient));
        RunBackward(outputGradient, inputGradient, namedGradients: null);
        Profile?.End();
    }

    /// <summary>The same with gradients of the named outputs, which add to what comes from the output.</summary>
    /// <param name="outputGradients">The gradients of all outputs of the last forward pass.</param>
    /// <param name="inputGradient">Receives the gradient of the inputs, [batch, ..input shape]; if empty, it is not computed.</param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, a value is not finite, or the gradients are another network's.
    /// </exception>
    /// <exception cref="InvalidOperationException">There was no forward pass since the last backward pass.</exception>
    public void Backward(NetworkOutputs outputGradients, Span<float> inputGradient = default)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        ArgumentNullException.ThrowIfNull(outputGradients);
        Profile?.Begin();
        outputGradients.Require(Network, RequireForward(inputGradient), nameof(outputGradients));
        outputGradients.RequireFinite(nameof(outputGradients));
        RunBackward(outputGradients.Output, inputGradient, outputGradients);
        Profile?.End();
    }

    /// <summary>
    /// Updates the trained parameters with the gradients of the last backward pass, which <see cref="ClipNorm"/> and
    /// <see cref="ClipValue"/> limit; frozen ones stay as they are.
    /// </summary>
    public void Update()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        UseWeights(averaged: false);
        Profile?.Begin();
        RunUpdate(ofAll: true);
        Profile?.End();
        NetGenMeter.CountUpdate(this);
    }

    private bool JudgesLogits => Network.Description.Loss is { OfLogits: true };

    /// <summary>What the loss judges: the outputs, or the logits behind them.</summary>
    private Span<float> Judged => OutputsAt(JudgesLogits ? training.Plan.NamedOutputs![^1] : training.Plan.Output);

    /// <summary>Where the backward program finds the gradient by that; empty where nothing follows it.</summary>
    private Span<float> JudgedGradient =>
        OutputsAt(JudgesLogits ? training.Plan.NamedOutputGradients![^1] : training.Plan.OutputGradient);

    /// <summary>Memory of the training step that has the layout of the outputs; none where there is no place.</summary>
    private Span<float> OutputsAt(long offset) => offset < 0 ? default : training.Batch(offset, Network.OutputRows.Stride);

    private void RunForward(ReadOnlySpan<float> inputs)
    {
        UseWeights(averaged: false);
        training.DropoutSeed = RandomStream.Mix(seed) + forwardPasses++;
        if (training.Plan.Input >= 0)
            inputs.CopyTo(training.Batch(training.Plan.Input, Network.InputSize));
        Network.Forward(training);
        Network.Memory.CountChange();
        foreach (Parameter counter in batchCounters)
            counter.CountBatch();
        hasForward = true;
        Profile?.CountRun(training.Samples);
    }

    /// <summary>Checks that there is a pass to go back through and room for the gradient of its inputs; gives its samples.</summary>
    private int RequireForward(ReadOnlySpan<float> inputGradient)
    {
        if (!hasForward)
            throw new InvalidOperationException($"There is no forward pass of {Network.Name} to go back through; expected "
                + $"{nameof(Forward)} before each {nameof(Backward)}.");
        int samples = training.Samples;
        if (!inputGradient.IsEmpty && Network.Description.Vocabulary > 0)
            throw new ArgumentException(
                $"{Network.FirstLayer} takes tokens, which have no gradient; expected no room for it.", nameof(inputGradient));
        if (!inputGradient.IsEmpty && inputGradient.Length != samples * Network.InputSize)
        {
            throw new ArgumentException(
                $"The forward pass of {Network.Name} had {samples} samples, whose inputs are {samples * Network.InputSize} floats; there "
                    + $"is room for {inputGradient.Length}.", nameof(inputGradient));
        }

        return samples;
    }

    /// <summary>Runs the backward program.</summary>
    /// <param name="outputGradient">The gradient of the outputs; nothing where it is the loss's.</param>
    /// <param name="inputGradient">Room for that by the inputs, or none.</param>
    /// <param name="namedGradients">The gradients of the named outputs, or null.</param>
    /// <param name="isOfLoss">Whether the loss has written its gradient to where this program finds it.</param>
    private void RunBackward(
        ReadOnlySpan<float> outputGradient, Span<float> inputGradient, NetworkOutputs? namedGradients, bool isOfLoss = false)
    {
        hasForward = false;
        training.WantsInputGradient = !inputGradient.IsEmpty && training.Plan.InputGradient >= 0;
        if (!isOfLoss || JudgesLogits)
            TakeGradient(training.Plan.OutputGradient, outputGradient);
        if (!isOfLoss && JudgesLogits)
            TakeGradient(training.Plan.NamedOutputGradients![^1], gradient: default);
        NetworkOutputs.GiveGradients(namedGradients, training, Network.NamedOutputRows);
        Span<float> addedLossGradient = training.AddedLossGradient;
        if (isOfLoss && !addedLossGradient.IsEmpty)
            loss.AddedLossGradient.CopyTo(addedLossGradient);
        else
            addedLossGradient.Fill(1f / training.Samples);
        Network.Backward(training);

        // Where the output does not follow the input, before or behind a dropout of all, the program computes nothing for it.
        if (training.Plan.InputGradient < 0)
            inputGradient.Clear();
        else if (!inputGradient.IsEmpty)
            training.Batch(training.Plan.InputGradient, Network.InputSize).CopyTo(inputGradient);
    }

    /// <summary>
    /// Puts a gradient where the backward program finds it; zeros for an empty one. Where nothing follows it there is no place.
    /// </summary>
    private void TakeGradient(long offset, ReadOnlySpan<float> gradient)
    {
        Span<float> room = OutputsAt(offset);
        if (gradient.IsEmpty)
            room.Clear();
        else if (!room.IsEmpty)
            Network.OutputRows.ToMemory(gradient, room);
    }

    /// <summary>
    /// One step over samples that are checked and lie in the caller's memory until it has ended; by the labels, or by the targets where
    /// there are none.
    /// With <paramref name="stopsAtNonFiniteLoss"/> it ends before anything is learnt from such a loss. With <paramref name="into"/> the
    /// gradients are added there, and there is no update. <paramref name="weights"/> say what the samples count.
    /// </summary>
    private unsafe float Learn(
        ReadOnlySpan<float> inputs, int samples, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets, bool stopsAtNonFiniteLoss = false,
        GradientAccumulation? into = null, ReadOnlySpan<float> weights = default)
    {
        bool isFused = into is null && FusesUpdates;
        training.Samples = samples;
        float result;
        fixed (float* from = inputs)
        {
            training.ReadFrom(from);
            try
            {
                RunForward(inputs);
                result = labels.IsEmpty
                    ? loss.RunIn(Judged, JudgedGradient, targets, samples, training.AddedLoss, weights)
                    : loss.RunIn(Judged, JudgedGradient, labels, samples, training.AddedLoss, weights);
                if (stopsAtNonFiniteLoss && HasDiverged(result))
                    return result;
                if (isFused)
                {
                    Optimizer.Begin();
                    training.Optimizer = Optimizer;
                }

                RunBackward(outputGradient: default, inputGradient: default, namedGradients: null, isOfLoss: true);
            }
            finally
            {
                hasForward = false;
                training.Optimizer = null;
                training.ReadFrom(null);
            }
        }

        if (into is null)
            RunUpdate(ofAll: !isFused);
        else
            into.Add(Network.Description.Loss!.Reduction == Reduction.Sum ? 1 : loss.Weight, workers);
        return result;
    }

    private bool HasDiverged(float latest) => !float.IsFinite(latest) && !loss.IsOfNothing(latest);

    private void RunUpdate(bool ofAll)
    {
        long before = Profile is null ? 0 : Stopwatch.GetTimestamp();
        if (ofAll)
        {
            ClipGradients();
            Optimizer.Step(workers);
        }
        else
        {
            Optimizer.End(workers);
        }

        average?.Update(workers);
        Network.Memory.CountChange();
        Profile?.CountUpdate(Optimizer, Stopwatch.GetElapsedTime(before));
    }

    /// <exception cref="ArgumentException">The network takes tokens, or a value is not finite.</exception>
    private void RequireNumbers(ReadOnlySpan<float> inputs)
    {
        Network.RequireNumbers(nameof(inputs));
        BatchCheck.RequireFinite(inputs, Network.InputSize, nameof(inputs));
    }

    /// <summary>The labels, with those of padding steps ignored.</summary>
    private ReadOnlySpan<int> WithoutPadding(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels)
    {
        if (Network.Description.PaddingOfLabels is null)
            return labels;
        paddedLabels ??= new int[BatchSize * Network.Description.Loss!.LabelsPerSample];
        Span<int> own = paddedLabels.AsSpan(0, labels.Length);
        labels.CopyTo(own);
        PaddedLabels.Ignore(Network, inputs, own);
        return own;
    }

    private LossDescription RequireLoss(LabelForm form, string labels) =>
        Network.Description.Loss is LossDescription description && (description.Forms & form) != 0
        ? description
        : throw new NotSupportedException($"{Network.Name} has no loss that takes {labels}.");

    private int SamplesOf(ReadOnlySpan<float> inputs)
    {
        int size = Network.InputSize;
        if (inputs.Length == 0 || inputs.Length % size != 0)
        {
            throw new ArgumentException(
                $"{Network.FirstLayer} takes samples of {size} {Network.InputUnit}, {ShapeText.Of(Network.InputShape)} each; expected a "
                    + $"positive multiple of that, got {inputs.Length} {Network.InputUnit}.", nameof(inputs));
        }

        if (inputs.Length / size > BatchSize)
            throw new ArgumentException($"The trainer of {Network.Name} was made for at most {BatchSize} samples at once; "
                + $"got {inputs.Length / size}.", nameof(inputs));
        if (inputs.Length == size && Network.Description.LayerThatNeedsTwoSamples is { } layer)
        {
            throw new ArgumentException(
                $"'{layer}' of {Network.Name} normalises over the batch: training takes at least 2 samples at once, got 1.",
                nameof(inputs));
        }

        return inputs.Length / size;
    }
}
