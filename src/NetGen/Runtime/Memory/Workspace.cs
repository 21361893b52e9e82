using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// The memory in which one program (prediction, training, or a loss) runs over a batch: one arena, with an offset for each tensor that is
/// known at compile time.
/// </summary>
/// <remarks>
/// Offsets of activations are per sample: a tensor with offset <c>o</c> and <c>n</c> floats a sample begins at <c>o * Capacity</c>, and
/// sample <c>b</c> at <c>o * Capacity + b * n</c>. Temporaries that do not grow with the batch lie behind the activations. One run at a
/// time uses a workspace.
/// </remarks>
public sealed class Workspace
{
    // A few microseconds on one thread: several times what it takes to start the other threads and join them.
    internal const long SmallestSharedWork = 1 << 18;

    // Some tenths of a microsecond, which cores take that share a cache.
    internal const long SmallestNearWork = 1 << 14;

    /// <summary>The value that replaces an ignored label: an index of no class.</summary>
    private const int NoClass = -1;

    private readonly AlignedBlock arena;
    private readonly ParameterMemory memory;
    private readonly AlignedBlock parameters;
    private readonly AlignedBlock statistics;
    private readonly Workers workers;
    private readonly long scratchStart;
    private readonly int labelsPerSample;
    private readonly int[] labels;
    private ParameterSnapshot? snapshot;
    private nint input;
    private nint prediction;
    private nint predictionGradient;
    private AlignedBlock? ownInput;

    /// <summary>Allocates the arena of a program.</summary>
    /// <param name="plan">What the program needs.</param>
    /// <param name="parameters">The parameters that the program reads, and the gradients and statistics that it writes.</param>
    /// <param name="capacity">The largest number of samples of a run.</param>
    /// <param name="workers">
    /// The threads that share the work; may be shared by several workspaces. <see cref="Workers.Single"/> runs all on the calling thread.
    /// </param>
    /// <param name="labelsPerSample">The number of class labels of one sample; 0 for a program that reads none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is not positive, or the arena would not fit into one array.</exception>
    public Workspace(ProgramPlan plan, ParameterMemory parameters, int capacity, Workers workers, int labelsPerSample = 0)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(workers);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(labelsPerSample);
        RequireRoom(plan, capacity, labelsPerSample, nameof(capacity));
        (this.Plan, this.Capacity, this.workers, this.labelsPerSample) = (plan, capacity, workers, labelsPerSample);
        (memory, this.parameters, statistics) = (parameters, parameters.ParameterBlock, parameters.StatisticBlock);
        scratchStart = plan.ActivationSize * capacity;
        arena = new AlignedBlock(scratchStart + plan.ScratchSize);
        labels = new int[capacity * labelsPerSample];
        Samples = capacity;
    }

    /// <summary>The number of samples that fit.</summary>
    public int Capacity { get; }

    /// <summary>The number of samples of this run, from 1 to <see cref="Capacity"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int Samples
    {
        get;
        set
        {
            if (value < 1 || value > Capacity)
                throw new ArgumentOutOfRangeException(nameof(value), value, $"The workspace holds 1 to {Capacity} samples; got {value}.");
            field = value;
        }
    }

    /// <summary>Into how many blocks of samples a sum over the batch is divided: some, or each sample where there are fewer.</summary>
    /// <param name="most">The most blocks, which do not depend on the number of threads: so the sums do not either.</param>
    public int SampleBlocks(int most) => Math.Min(Samples, most);

    /// <summary>The step of a stream that is under way, from 0.</summary>
    public int Step { get; internal set; }

    /// <summary>The seed of the dropout masks; changes with every training step.</summary>
    [CLSCompliant(false)]
    public ulong DropoutSeed { get; set; }

    /// <summary>Whether the backward program also computes the gradient of the network's input, which training does not need.</summary>
    public bool WantsInputGradient { get; set; }

    /// <summary>Whether a prediction also computes what layers add to the loss, which only an evaluation reads.</summary>
    public bool WantsAddedLoss { get; set; }

    /// <summary>
    /// The first float of the samples, [samples, ..input shape]: in the caller's memory, or in a copy where the caller may change it before
    /// the backward program.
    /// </summary>
    /// <exception cref="InvalidOperationException">No prediction or training step is under way.</exception>
    public unsafe ref float Input
    {
        get
        {
            if (input == 0)
                throw new InvalidOperationException(
                    "There are no samples to read: expected a prediction or a training step to be under way.");
            return ref *(float*)input;
        }
    }

    /// <summary>The first token of the samples, [samples, steps], of a network whose samples are tokens.</summary>
    /// <exception cref="InvalidOperationException">No prediction or training step is under way.</exception>
    public ref int Tokens => ref Unsafe.As<float, int>(ref Input);

    /// <summary>The first float of the outputs that a loss reads, in the memory of the step that has computed them.</summary>
    /// <exception cref="InvalidOperationException">The program is no loss that is under way.</exception>
    public ref float Prediction => ref Judged(prediction);

    /// <summary>The first float of the gradient by them, which a loss writes to where the step goes on from it.</summary>
    /// <exception cref="InvalidOperationException">The program is no loss that is under way.</exception>
    public ref float PredictionGradient => ref Judged(predictionGradient);

    /// <summary>The class indices of this batch, [samples, labels a sample]; −1 where a label is ignored.</summary>
    public ReadOnlySpan<int> Labels => labels.AsSpan(0, Samples * labelsPerSample);

    /// <summary>The number of labels of this batch that are not ignored.</summary>
    public int LabelCount { get; private set; }

    internal ProgramPlan Plan { get; }

    /// <summary>The optimizer whose updates are fused into this backward pass, or null.</summary>
    internal Optimizer? Optimizer { get; set; }

    /// <summary>The profile that records the time of each kernel, or null.</summary>
    internal Profile? Profile { get; set; }

    /// <summary>Throws if so many samples, or their labels, do not fit into one arena.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none; the message says how much is needed.</exception>
    internal static void RequireRoom(ProgramPlan plan, int capacity, int labelsPerSample, string argument)
    {
        decimal size = ((decimal)plan.ActivationSize * capacity) + plan.ScratchSize;
        if (size > AlignedBlock.MaxLength)
        {
            throw new ArgumentOutOfRangeException(
                argument, capacity, $"{capacity} samples of {plan.ActivationSize} floats each need {size} floats; one arena holds at most "
                    + $"{AlignedBlock.MaxLength}.");
        }

        if ((long)capacity * labelsPerSample > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(
                argument, capacity,
                    $"{capacity} samples have {(long)capacity * labelsPerSample} labels; an array holds at most {Array.MaxLength}.");
        }
    }

    /// <summary>Takes the labels of this batch.</summary>
    /// <param name="batch">Class indices, [samples, labels a sample].</param>
    /// <param name="ignored">The ignored label, or null.</param>
    /// <exception cref="ArgumentException">There are more or fewer than the samples have.</exception>
    public void TakeLabels(ReadOnlySpan<int> batch, int? ignored)
    {
        Span<int> own = labels.AsSpan(0, Samples * labelsPerSample);
        if (batch.Length != own.Length)
            throw new ArgumentException($"{Samples} samples have {own.Length} labels; got {batch.Length}.", nameof(batch));
        batch.CopyTo(own);
        LabelCount = own.Length;
        if (ignored is not int label)
            return;
        LabelCount -= own.Count(label);
        own.Replace(label, NoClass);
    }

    /// <summary>The first float of a tensor of the batch.</summary>
    /// <param name="offsetPerSample">The tensor's offset in floats a sample; multiplied by <see cref="Capacity"/> here.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset is outside the arena.</exception>
    public ref float Activation(long offsetPerSample) => ref arena[offsetPerSample * Capacity];

    /// <summary>The first float of a temporary that does not grow with the batch.</summary>
    /// <param name="offset">Its offset in floats from the end of the activations.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset is outside the arena.</exception>
    public ref float Scratch(int offset) => ref arena[scratchStart + (uint)offset];

    /// <summary>A float of the flat parameter block.</summary>
    /// <param name="offset">Floats from its beginning.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset is outside the block.</exception>
    public ref float Parameter(int offset) => ref parameters[offset];

    /// <summary>A float of the flat gradient block, which has the layout of the parameter block.</summary>
    /// <param name="offset">Floats from its beginning.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset is outside the block.</exception>
    public ref float Gradient(int offset) => ref memory.GradientBlock[offset];

    /// <summary>A float of the flat block of running statistics (PyTorch's buffers).</summary>
    /// <param name="offset">Floats from its beginning.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset is outside the block.</exception>
    public ref float Statistic(int offset) => ref statistics[offset];

    /// <summary>
    /// Runs a kernel over the work items [0, count), split over the workers in contiguous ranges, and returns when all are done. Allocates
    /// nothing.
    /// </summary>
    /// <param name="kernel">A kernel whose result does not depend on how its items are split.</param>
    /// <param name="count">The number of work items; 0 runs nothing.</param>
    /// <param name="workOfSample">
    /// About how many multiply-adds a sample takes: work that one thread finishes before the others have started stays on it.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(Kernel kernel, int count, long workOfSample = SmallestSharedWork)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        if (workers == Workers.Single && Profile is null && count > 0)
            kernel(this, 0, count);
        else
            RunShared(kernel, count, workOfSample);
    }

    /// <summary>The same over the samples.</summary>
    /// <param name="kernel">A kernel whose work items are the samples, and whose result does not depend on how they are split.</param>
    /// <param name="workOfSample">About how many multiply-adds a sample takes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RunSamples(Kernel kernel, long workOfSample = SmallestSharedWork) => Run(kernel, Samples, workOfSample);

    private void RunShared(Kernel kernel, int count, long workOfSample)
    {
        Workers chosen = WorkersFor(workOfSample);
        if (Profile is Profile profile)
            profile.Run(chosen, kernel, this, count);
        else
            chosen.Run(kernel, this, count);
    }

    /// <summary>
    /// Runs kernels in turn over all their work, split over the workers in contiguous ranges, and returns when all are done. Allocates
    /// nothing.
    /// </summary>
    /// <param name="sequence">Kernels whose results do not depend on how their work is split.</param>
    /// <param name="workOfSample">About how many multiply-adds a sample takes in all of them.</param>
    public void Run(KernelSequence sequence, long workOfSample = SmallestSharedWork)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        Workers chosen = WorkersFor(workOfSample);
        if (Profile is Profile profile)
            profile.Run(chosen, sequence, this);
        else
            chosen.Run(sequence.Whole, this, sequence.ItemsOf(this));
    }

    /// <summary>
    /// Whether a parameter or running statistic that the program prepacks has changed since the last call; true at the first. Prepacked
    /// values stay in this workspace.
    /// </summary>
    public bool ParametersHaveChanged() => (snapshot ??= new ParameterSnapshot(memory, Plan)).Changed();

    /// <summary>Work that threads share for now, at least.</summary>
    internal long LeastSharedWork { get; set; } = SmallestSharedWork;

    /// <summary>Says where the samples of a prediction or training step lie, in memory that does not move; null afterwards.</summary>
    internal unsafe void ReadFrom(float* samples) => input = (nint)samples;

    /// <summary>
    /// Keeps a copy of the samples, which the forward program reads and, when the caller's memory may be gone, the backward program.
    /// </summary>
    internal unsafe void ReadFromCopy(ReadOnlySpan<float> samples)
    {
        ownInput ??= new AlignedBlock((long)(samples.Length / Samples) * Capacity);
        samples.CopyTo(ownInput.Span);
        ReadFrom((float*)Unsafe.AsPointer(ref ownInput[0]));
    }

    /// <summary>Says where a loss finds the outputs, and where it puts the gradient by them, in memory that does not move.</summary>
    internal unsafe void Judge(ReadOnlySpan<float> outputs, Span<float> gradient)
    {
        prediction = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(outputs));
        predictionGradient = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(gradient));
    }

    private static unsafe ref float Judged(nint place)
    {
        if (place == 0)
            throw new InvalidOperationException("There are no outputs to judge: expected a loss to be under way.");
        return ref *(float*)place;
    }

    /// <summary>
    /// Updates some parameters, whose gradient is complete, in a training step; does nothing in a backward pass without a step.
    /// </summary>
    /// <param name="first">The first float in the flat blocks, a multiple of 16.</param>
    /// <param name="count">How many, a multiple of 16.</param>
    public void Update(int first, int count) => Optimizer?.Update(first, count);

    private Workers WorkersFor(long workOfSample) =>
        workOfSample < LeastSharedWork && workOfSample * Samples < LeastSharedWork ? Workers.Single : workers;

    /// <summary>What layers add to the loss, for each sample of this run; empty where none does.</summary>
    internal Span<float> AddedLoss => Plan.AddedLoss < 0 ? [] : Batch(Plan.AddedLoss, 1);

    /// <summary>The gradient with respect to that; empty where none does.</summary>
    internal Span<float> AddedLossGradient => Plan.AddedLossGradient < 0 ? [] : Batch(Plan.AddedLossGradient, 1);

    /// <summary>The floats of a tensor of the batch, [samples of this run, <paramref name="sizePerSample"/>].</summary>
    internal Span<float> Batch(long offsetPerSample, int sizePerSample) =>
        MemoryMarshal.CreateSpan(ref Activation(offsetPerSample), checked(Samples * sizePerSample));
}
