using NetGen.Runtime;

namespace NetGen;

/// <summary>A rule by which gradients change parameters; formulas, argument names and defaults are those of <c>torch.optim</c>.</summary>
/// <remarks>
/// An optimizer belongs to the first network that it trains and keeps its state for it; frozen parameters have none, and do not decay. A
/// step is one pass over parameters, gradients and state; it allocates nothing, and gives the same bits for any number of threads and at
/// any vector width.
/// </remarks>
public abstract class Optimizer
{
    // Parts of this size are handed to the threads: 16 KB of each array, so that a part's state stays in L1.
    private const int FloatsPerPart = 4096;

    // Fewer parts are finished before other threads have started.
    private const int FewestSharedParts = 4;

    private readonly int stateCount;
    private readonly float initialState;
    private readonly double weightDecay;
    private readonly RangeAction updateAll;
    private readonly RangeAction updateParts;
    private readonly int vectorWidth = VectorWidth.Preferred;
    private AlignedBlock[] states = [];
    private ParameterRange[] parts = [];
    private ParameterMemory? memory;
    private GroupRanges? groups;

    private protected Optimizer(double learningRate, double weightDecay, int stateCount, float initialState = 0)
    {
        LearningRate = learningRate;
        RequireNotNegative(weightDecay, nameof(weightDecay));
        (this.weightDecay, this.stateCount, this.initialState) = (weightDecay, stateCount, initialState);
        (updateAll, updateParts) = (UpdateAll, UpdateParts);
    }

    /// <summary>The learning rate; a schedule may change it between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double LearningRate
    {
        get;
        set
        {
            RequireNotNegative(value, nameof(LearningRate));
            field = value;
        }
    }

    /// <summary>
    /// Parameters with a learning rate or weight decay of their own; of several groups that a parameter matches the first counts. All
    /// others have the optimizer's. <c>new AdamW(1e-3, weightDecay: 0.1) { Groups = [ParameterGroup.Vectors with { WeightDecay = 0 }] }</c>
    /// leaves biases and normalisations without decay.
    /// </summary>
    public IReadOnlyList<ParameterGroup> Groups
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Groups));
            field = [.. value];
            foreach (ParameterGroup group in field)
                ArgumentNullException.ThrowIfNull(group, nameof(Groups));
        }
    } = [];

    /// <summary>The number of steps that were made.</summary>
    public long Steps { get; private set; }

    /// <summary>The numbers that it was made with, by their names in PyTorch, and the learning rate as it is now.</summary>
    internal IEnumerable<(string Name, double Value)> Settings =>
        [("learning rate", LearningRate), .. OwnSettings, ("weight decay", weightDecay)];

    /// <summary>Whether the rule updates each value by its own gradient alone, so that the backward pass may update it.</summary>
    internal virtual bool AllowsFusedUpdates => true;

    /// <summary>Whether predictions have other weights than training, which <see cref="UseWeights"/> exchanges.</summary>
    internal virtual bool Averages => false;

    /// <summary>The optimizer's state: one block for each kind.</summary>
    internal IReadOnlyList<AlignedBlock> States => states;

    /// <summary>The numbers that the next step depends on, beside the blocks of state.</summary>
    internal OptimizerNumbers Numbers
    {
        get
        {
            var own = new Dictionary<string, double>(StringComparer.Ordinal);
            WriteNumbers(own);
            return new OptimizerNumbers(Steps, LearningRate, own);
        }

        set
        {
            (Steps, LearningRate) = (value.Steps, value.LearningRate);
            ReadNumbers(value.Own);
        }
    }

    /// <summary>Makes this the optimizer of a network and allocates its state, once.</summary>
    /// <param name="parameters">The network's parameters.</param>
    /// <param name="fused">
    /// Those with fused updates: the backward pass of a training step updates them by <see cref="Update(int, int)"/>.
    /// </param>
    /// <param name="tensors">What the parameters are, for the groups; empty where there are no groups.</param>
    /// <exception cref="InvalidOperationException">It belongs to another network already.</exception>
    /// <exception cref="ArgumentException">A group's pattern matches no parameter.</exception>
    internal void Attach(
        ParameterMemory parameters, ParameterRange[]? fused = null, IReadOnlyList<TensorDescription>? tensors = null)
    {
        if (ReferenceEquals(memory, parameters))
            return;
        if (memory is not null)
            throw new InvalidOperationException(
                $"This {GetType().Name} trains another network and holds state for it; expected a new optimizer for each network.");
        tensors ??= [];
        groups = Groups.Count == 0 && !tensors.Any(Matrices)
            ? GroupRanges.Of(parameters, weightDecay)
            : GroupRanges.Of(parameters, tensors, Groups, weightDecay, Matrices);
        Attached(tensors, tensor => groups[groups.IndexOf(tensor.Offset)].Factors);
        states = new AlignedBlock[stateCount];
        for (int i = 0; i < stateCount; i++)
        {
            states[i] = new AlignedBlock(parameters.TrainedLength);
            states[i].Span.Fill(initialState);
        }

        memory = parameters;
        parts = Parts(fused ?? []);
    }

    /// <summary>Updates all trained parameters of the attached network with their gradients.</summary>
    internal void Step(Workers workers)
    {
        Begin();
        Run(workers, updateAll, (memory!.TrainedLength + FloatsPerPart - 1) / FloatsPerPart);
        Finish(workers);
    }

    /// <summary>Begins a step with fused updates; <see cref="End"/> updates the other parameters.</summary>
    internal void Begin()
    {
        Steps++;
        Prepare(Steps);
    }

    /// <summary>Updates some parameters with their gradients, in a step that has begun.</summary>
    internal void Update(int first, int count)
    {
        int end = first + count;
        for (int index = groups!.IndexOf(first); first < end; index++)
        {
            GroupRange range = groups[index];
            int stop = Math.Min(end, range.End);
            Update(ref memory!.ParameterBlock[0], ref memory.GradientBlock[0], first, stop, range.Factors);
            first = stop;
        }
    }

    /// <summary>Updates the parameters without a fused update.</summary>
    internal void End(Workers workers) => Run(workers, updateParts, parts.Length);

    /// <summary>Gives the network the weights for predictions, or those that are trained.</summary>
    internal virtual void UseWeights(bool averaged, Workers workers)
    {
    }

    /// <summary>The numbers beside learning rate and weight decay that it was made with, by their names in PyTorch.</summary>
    private protected virtual IEnumerable<(string Name, double Value)> OwnSettings => [];

    /// <summary>Which parameters are updated as a whole, by <see cref="Finish"/>, behind what the rule does with each value.</summary>
    private protected virtual Func<TensorDescription, bool> Matrices => static _ => false;

    /// <summary>Hears of the parameters that it has become the optimizer of.</summary>
    /// <param name="tensors">The parameters.</param>
    /// <param name="group">What the update of one takes from its group.</param>
    private protected virtual void Attached(IReadOnlyList<TensorDescription> tensors, Func<TensorDescription, GroupFactors> group)
    {
    }

    /// <summary>Ends a step, of an optimizer without fused updates.</summary>
    private protected virtual void Finish(Workers workers)
    {
    }

    /// <summary>Computes what is the same for all parameters of a step.</summary>
    /// <param name="step">The number of this step, from 1.</param>
    private protected virtual void Prepare(long step)
    {
    }

    /// <summary>Adds the optimizer's own numbers that later steps depend on, by names.</summary>
    private protected virtual void WriteNumbers(Dictionary<string, double> numbers)
    {
    }

    /// <summary>Takes the numbers that <see cref="WriteNumbers"/> has added; one that is missing is as at first.</summary>
    private protected virtual void ReadNumbers(IReadOnlyDictionary<string, double> numbers)
    {
    }

    /// <summary>Runs the rule over the floats [begin, end) of one group; both are multiples of 16.</summary>
    private protected abstract void Update(ref float parameters, ref float gradients, int begin, int end, GroupFactors group);

    /// <summary>The parameters of the network that this belongs to.</summary>
    private protected ParameterMemory Memory => memory!;

    private protected ref float State(int index) => ref states[index][0];

    /// <summary>Runs a rule over a range at this process's vector width.</summary>
    private protected void Run<TRule>(TRule rule, int begin, int end)
        where TRule : struct, IUpdateRule, allows ref struct =>
        UpdateOfRange<TRule>.Run(rule, vectorWidth, begin, end);

    internal static void RequireNotNegative(double value, string argument)
    {
        if (!(value >= 0 && float.IsFinite((float)value)))
            throw new ArgumentOutOfRangeException(
                argument, value, $"Expected a finite number of at least 0, at most {float.MaxValue}; got {value}.");
    }

    // PyTorch accepts 0 as well, with which a value whose gradient was always 0 becomes 0/0. Compared as a float, so that 1e-50 is 0.
    internal static void RequirePositive(double value, string argument)
    {
        if (!((float)value > 0 && float.IsFinite((float)value)))
            throw new ArgumentOutOfRangeException(
                argument, value, $"Expected a finite number above 0, {float.Epsilon} to {float.MaxValue}; got {value}.");
    }

    internal static void RequireBelowOne(double value, string argument)
    {
        if (!(value >= 0 && value < 1))
            throw new ArgumentOutOfRangeException(argument, value, $"Expected at least 0 and below 1; got {value}.");
    }

    private static void Run(Workers workers, RangeAction update, int parts) =>
        (parts < FewestSharedParts ? Workers.Single : workers).Run(update, parts);

    private void UpdateAll(int begin, int end)
    {
        int first = begin * FloatsPerPart;
        Update(first, Math.Min(end * FloatsPerPart, memory!.TrainedLength) - first);
    }

    private void UpdateParts(int begin, int end)
    {
        for (int part = begin; part < end; part++)
            Update(parts[part].Offset, parts[part].Length);
    }

    /// <summary>What lies between the given ranges, in parts.</summary>
    private ParameterRange[] Parts(ParameterRange[] without)
    {
        var result = new List<ParameterRange>();
        int next = 0;
        foreach (ParameterRange range in without.OrderBy(range => range.Offset).Append(new(memory!.TrainedLength, 0)))
        {
            for (; next < range.Offset; next += FloatsPerPart)
                result.Add(new(next, Math.Min(FloatsPerPart, range.Offset - next)));
            next = range.Offset + range.Length;
        }

        return [.. result];
    }
}
