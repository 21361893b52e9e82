using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Schedule-free AdamW: an average of the weights takes the place of a schedule that lowers the learning rate (Defazio et al., "The road
/// less scheduled", 2024, https://arxiv.org/abs/2405.15682, algorithm 1; <c>schedulefree.AdamWScheduleFree</c>).
/// </summary>
/// <remarks>
/// <para>
/// v ← β₂v + (1 - β₂)g²; γₜ = γ√(1 - β₂ᵗ) · min(1, t/warm-up); z ← z - γₜ(g/(√v + ε) + λy); cₜ = wₜ/(w₁ + … + wₜ) with wₜ the square of
/// the largest γ so far; x ← (1 - cₜ)x + cₜz; y ← (1 - β₁)z + β₁x. Gradients are those at y, predictions are made with x.
/// </para>
/// <para>
/// While it trains, a network has y. <see cref="Trainer.Fit"/> gives it x for validation and checkpoints, and at its end;
/// <see cref="Trainer.UseAveragedWeights"/> does so between steps by hand. Running statistics of normalisations are those of y.
/// </para>
/// </remarks>
public sealed class ScheduleFreeAdamW : Optimizer
{
    private readonly double beta1;
    private readonly double beta2;
    private readonly double epsilon;
    private readonly int warmupSteps;
    private readonly RangeAction takeAverage;
    private readonly RangeAction takeTrained;
    private double largestRate;
    private double weightSum;
    private double rate;
    private double part;
    private bool hasAverage;

    /// <summary>Schedule-free AdamW.</summary>
    /// <param name="learningRate">γ, at least 0: the best one is larger than AdamW's.</param>
    /// <param name="beta1">β₁, at least 0 and below 1: how near y is to the average.</param>
    /// <param name="beta2">β₂, at least 0 and below 1: how much of the squared gradients' mean is kept.</param>
    /// <param name="epsilon">ε, above 0.</param>
    /// <param name="weightDecay">λ, at least 0.</param>
    /// <param name="warmupSteps">The steps in which the learning rate rises to γ; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public ScheduleFreeAdamW(double learningRate = 2.5e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8,
        double weightDecay = 0, int warmupSteps = 0)
        : base(learningRate, weightDecay, stateCount: 3)
    {
        RequireBelowOne(beta1, nameof(beta1));
        RequireBelowOne(beta2, nameof(beta2));
        RequirePositive(epsilon, nameof(epsilon));
        ArgumentOutOfRangeException.ThrowIfNegative(warmupSteps);
        (this.beta1, this.beta2, this.epsilon, this.warmupSteps) = (beta1, beta2, epsilon, warmupSteps);
        (takeAverage, takeTrained) = (TakeAverage, TakeTrained);
    }

    internal override bool Averages => true;

    internal override void UseWeights(bool averaged, Workers workers)
    {
        if (averaged == hasAverage || Steps == 0)
            return;
        hasAverage = averaged;
        GradientParts.Run(Memory, workers, averaged ? takeAverage : takeTrained);
        Memory.CountChange();
    }

    private protected override void WriteNumbers(Dictionary<string, double> numbers)
    {
        numbers[nameof(largestRate)] = largestRate;
        numbers[nameof(weightSum)] = weightSum;
        numbers[nameof(hasAverage)] = hasAverage ? 1 : 0;
    }

    private protected override void ReadNumbers(IReadOnlyDictionary<string, double> numbers)
    {
        largestRate = numbers.GetValueOrDefault(nameof(largestRate), 0);
        weightSum = numbers.GetValueOrDefault(nameof(weightSum), 0);
        hasAverage = numbers.GetValueOrDefault(nameof(hasAverage), 0) != 0;
    }

    private protected override IEnumerable<(string Name, double Value)> OwnSettings =>
        [("beta1", beta1), ("beta2", beta2), ("eps", epsilon), ("warm-up steps", warmupSteps)];

    private protected override void Prepare(long step)
    {
        if (step == 1)
        {
            Span<float> start = Memory.ParameterBlock.Span[..Memory.TrainedLength];
            start.CopyTo(States[0].Span);
            start.CopyTo(States[1].Span);
        }

        double warmup = step < warmupSteps ? step / (double)warmupSteps : 1;
        rate = Math.Sqrt(1 - Math.Pow(beta2, step)) * warmup;
        largestRate = Math.Max(largestRate, LearningRate * rate);
        double weight = largestRate * largestRate;
        weightSum += weight;
        part = weightSum > 0 ? weight / weightSum : 0;
    }

    private protected override void Update(ref float parameters, ref float gradients, int begin, int end, GroupFactors group)
    {
        var rule = new Rule
        {
            Y = ref parameters,
            G = ref gradients,
            X = ref State(0),
            Z = ref State(1),
            Squares = ref State(2),
            Rate = (float)(LearningRate * group.LearningRate * rate),
            Part = (float)part,
            Beta1 = (float)beta1,
            Rest1 = (float)(1 - beta1),
            Beta2 = (float)beta2,
            Rest2 = (float)(1 - beta2),
            Epsilon = (float)epsilon,
            Decay = (float)group.WeightDecay,
        };
        Run(rule, begin, end);
    }

    private void TakeAverage(int begin, int end)
    {
        (int first, int last) = GradientParts.Of(Memory, begin, end);
        States[0].Span[first..last].CopyTo(Memory.ParameterBlock.Span[first..last]);
    }

    // What stands in the network is the average: it may have been loaded since.
    private void TakeTrained(int begin, int end)
    {
        (int first, int last) = GradientParts.Of(Memory, begin, end);
        Memory.ParameterBlock.Span[first..last].CopyTo(States[0].Span[first..last]);
        var rule = new TrainedRule
        {
            Y = ref Memory.ParameterBlock[0],
            X = ref State(0),
            Z = ref State(1),
            Beta1 = (float)beta1,
            Rest1 = (float)(1 - beta1),
        };
        Run(rule, first, last);
    }

    private ref struct Rule : IUpdateRule
    {
        public ref float Y;
        public ref float G;
        public ref float X;
        public ref float Z;
        public ref float Squares;
        public float Rate;
        public float Part;
        public float Beta1;
        public float Rest1;
        public float Beta2;
        public float Rest2;
        public float Epsilon;
        public float Decay;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index)
        {
            V g = S.Load(ref Unsafe.Add(ref G, index));
            V newSquare = S.Multiply(S.Multiply(S.Create(Rest2), g), g);
            V v = Denormals.Flush<S, V>(S.FusedMultiplyAdd(S.Create(Beta2), S.Load(ref Unsafe.Add(ref Squares, index)), newSquare));
            S.Store(v, ref Unsafe.Add(ref Squares, index));
            V direction = S.Divide(g, S.Add(S.Sqrt(v), S.Create(Epsilon)));
            direction = S.FusedMultiplyAdd(S.Create(Decay), S.Load(ref Unsafe.Add(ref Y, index)), direction);
            V z = Denormals.Flush<S, V>(S.FusedMultiplyAdd(S.Create(-Rate), direction, S.Load(ref Unsafe.Add(ref Z, index))));
            S.Store(z, ref Unsafe.Add(ref Z, index));
            V x = S.Load(ref Unsafe.Add(ref X, index));
            x = Denormals.Flush<S, V>(S.FusedMultiplyAdd(S.Create(Part), S.Subtract(z, x), x));
            S.Store(x, ref Unsafe.Add(ref X, index));
            S.Store(Trained<S, V>(x, z, Beta1, Rest1), ref Unsafe.Add(ref Y, index));
        }
    }

    private ref struct TrainedRule : IUpdateRule
    {
        public ref float Y;
        public ref float X;
        public ref float Z;
        public float Beta1;
        public float Rest1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index)
        {
            V x = S.Load(ref Unsafe.Add(ref X, index));
            V z = S.Load(ref Unsafe.Add(ref Z, index));
            S.Store(Trained<S, V>(x, z, Beta1, Rest1), ref Unsafe.Add(ref Y, index));
        }
    }

    /// <summary>y, in both rules with the same bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Trained<S, V>(V x, V z, float beta1, float rest1)
        where S : ISimd<V>
        where V : struct =>
        S.FusedMultiplyAdd(S.Create(beta1), x, S.Multiply(S.Create(rest1), z));
}
