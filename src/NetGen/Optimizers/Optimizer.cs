using NetGen.Runtime;

namespace NetGen;

/// <summary>A rule by which gradients change parameters; formulas, argument names and defaults are those of <c>torch.optim</c>.</summary>
/// <remarks>
/// An optimizer belongs to the first network that it trains and keeps its state for it. A step is one pass over parameters, gradients and state; it
/// allocates nothing, and gives the same bits for any number of threads and at any vector width.
/// </remarks>
public abstract class Optimizer
{
    // Parts of this size are handed to the threads: 16 KB of each array, so that a part's state stays in the first-level caches.
    private const int FloatsPerPart = 4096;

    private readonly int stateCount;
    private readonly float initialState;
    private readonly RangeAction updateParts;
    private readonly int vectorWidth = VectorWidth.Preferred;
    private AlignedBlock[] states = [];
    private ParameterMemory? memory;

    private protected Optimizer(double learningRate, int stateCount, float initialState = 0)
    {
        LearningRate = learningRate;
        (this.stateCount, this.initialState) = (stateCount, initialState);
        updateParts = UpdateParts;
    }

    /// <summary>How far a step goes; a schedule may change it between steps.</summary>
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

    /// <summary>The number of steps that were made.</summary>
    public long Steps { get; private set; }

    /// <summary>What it keeps for each parameter: one block a kind of state.</summary>
    internal IReadOnlyList<AlignedBlock> States => states;

    /// <summary>Makes this the optimizer of a network and allocates its state, once.</summary>
    /// <exception cref="InvalidOperationException">It belongs to another network already.</exception>
    internal void Attach(ParameterMemory parameters)
    {
        if (ReferenceEquals(memory, parameters))
            return;
        if (memory is not null)
            throw new InvalidOperationException($"This {GetType().Name} trains another network and holds state for it; expected a new optimizer for each network.");
        states = new AlignedBlock[stateCount];
        for (int i = 0; i < stateCount; i++)
        {
            states[i] = new AlignedBlock(parameters.ParameterBlock.Length);
            states[i].Span.Fill(initialState);
        }

        memory = parameters;
    }

    /// <summary>Changes the parameters of the attached network by their gradients.</summary>
    internal void Step(Workers workers)
    {
        int length = memory!.ParameterBlock.Length;
        Steps++;
        Prepare(Steps);
        workers.Run(updateParts, (length + FloatsPerPart - 1) / FloatsPerPart);
    }

    /// <summary>Works out what is the same for all parameters of a step.</summary>
    /// <param name="step">The number of this step, from 1.</param>
    private protected virtual void Prepare(long step)
    {
    }

    /// <summary>Runs the rule over the floats [begin, end); both are multiples of 16.</summary>
    private protected abstract void Update(ref float parameters, ref float gradients, int begin, int end);

    private protected ref float State(int index) => ref states[index][0];

    /// <summary>Runs a rule over a range at this process's vector width.</summary>
    private protected void Run<TRule>(TRule rule, int begin, int end)
        where TRule : struct, IUpdateRule, allows ref struct
    {
        switch (vectorWidth)
        {
            case 16:
                Run<TRule, Float512>(rule, begin, end);
                break;
            case 8:
                Run<TRule, Float256>(rule, begin, end);
                break;
            case 4:
                Run<TRule, Float128>(rule, begin, end);
                break;
            default:
                Run<TRule, Float32>(rule, begin, end);
                break;
        }
    }

    private protected static void RequireNotNegative(double value, string argument)
    {
        if (!(value >= 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(argument, value, $"Expected a finite number of at least 0; {value} came.");
    }

    // PyTorch takes 0 as well; a value whose gradient was always zero then becomes 0/0.
    private protected static void RequirePositive(double value, string argument)
    {
        if (!(value > 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(argument, value, $"Expected a finite number above 0; {value} came.");
    }

    private protected static void RequireBelowOne(double value, string argument)
    {
        if (!(value >= 0 && value < 1))
            throw new ArgumentOutOfRangeException(argument, value, $"Expected at least 0 and below 1; {value} came.");
    }

    private static void Run<TRule, T>(TRule rule, int begin, int end)
        where TRule : struct, IUpdateRule, allows ref struct
        where T : struct, IFloatVector<T>
    {
        for (int i = begin; i < end; i += T.Count)
            rule.Update<T>((nuint)i);
    }

    private void UpdateParts(int begin, int end)
    {
        AlignedBlock parameters = memory!.ParameterBlock;
        int last = Math.Min(end * FloatsPerPart, parameters.Length);
        Update(ref parameters[0], ref memory.GradientBlock[0], begin * FloatsPerPart, last);
    }
}
