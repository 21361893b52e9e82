using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>
/// Steps scaled by the root of all squared gradients so far (torch.optim.Adagrad; Duchi, Hazan, Singer, "Adaptive subgradient methods",
/// 2011).
/// </summary>
/// <remarks>g ← g + λp; s ← s + g²; p ← p - γ/(1 + (t - 1)η) · g/(√s + ε).</remarks>
public sealed class Adagrad : Optimizer
{
    private readonly double learningRateDecay;
    private readonly double epsilon;
    private double rate;

    /// <summary>Adagrad.</summary>
    /// <param name="learningRate">γ, at least 0.</param>
    /// <param name="learningRateDecay">η, at least 0: how fast the steps become smaller.</param>
    /// <param name="weightDecay">λ, at least 0: an L2 penalty.</param>
    /// <param name="initialAccumulatorValue">What s begins with, at least 0.</param>
    /// <param name="epsilon">ε, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public Adagrad(double learningRate = 1e-2, double learningRateDecay = 0, double weightDecay = 0, double initialAccumulatorValue = 0,
        double epsilon = 1e-10)
        : base(learningRate, weightDecay, stateCount: 1, (float)initialAccumulatorValue)
    {
        RequireNotNegative(learningRateDecay, nameof(learningRateDecay));
        RequireNotNegative(initialAccumulatorValue, nameof(initialAccumulatorValue));
        RequirePositive(epsilon, nameof(epsilon));
        (this.learningRateDecay, this.epsilon) = (learningRateDecay, epsilon);
    }

    private protected override IEnumerable<(string Name, double Value)> OwnSettings =>
        [("lr decay", learningRateDecay), ("eps", epsilon)];

    private protected override void Prepare(long step) => rate = LearningRate / (1 + ((step - 1) * learningRateDecay));

    private protected override void Update(ref float parameters, ref float gradients, int begin, int end, GroupFactors group) => Run(
        new Rule
        {
            P = ref parameters,
            G = ref gradients,
            Squares = ref State(0),
            Rate = (float)(rate * group.LearningRate),
            Epsilon = (float)epsilon,
            Penalty = (float)group.WeightDecay,
        },
        begin,
        end);

    private ref struct Rule : IUpdateRule
    {
        public ref float P;
        public ref float G;
        public ref float Squares;
        public float Rate;
        public float Epsilon;
        public float Penalty;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index)
        {
            V p = S.Load(ref Unsafe.Add(ref P, index));
            V g = S.FusedMultiplyAdd(S.Create(Penalty), p, S.Load(ref Unsafe.Add(ref G, index)));
            V s = S.FusedMultiplyAdd(g, g, S.Load(ref Unsafe.Add(ref Squares, index)));
            S.Store(s, ref Unsafe.Add(ref Squares, index));
            V scale = S.Add(S.Sqrt(s), S.Create(Epsilon));
            p = S.FusedMultiplyAdd(S.Create(-Rate), S.Divide(g, scale), p);
            S.Store(p, ref Unsafe.Add(ref P, index));
        }
    }
}
