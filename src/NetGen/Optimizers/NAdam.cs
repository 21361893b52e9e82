using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>Adam with Nesterov's momentum (torch.optim.NAdam; Dozat, "Incorporating Nesterov momentum into Adam", 2016).</summary>
/// <remarks>
/// μₜ = β₁(1 - ½ · 0.96^(tψ)), Πₜ = μ₁ … μₜ; g, m and v as in <see cref="Adam"/>; d = √(v/(1 - β₂ᵗ)) + ε;
/// p ← p - γ(1 - μₜ)/(1 - Πₜ) · g/d - γμₜ₊₁/(1 - Πₜμₜ₊₁) · m/d (https://docs.pytorch.org/docs/stable/generated/torch.optim.NAdam.html).
/// </remarks>
public sealed class NAdam : Optimizer
{
    private readonly double beta1;
    private readonly double beta2;
    private readonly double epsilon;
    private readonly double momentumDecay;
    private double product = 1;
    private double gradientRate;
    private double momentRate;
    private float secondScale;

    /// <summary>NAdam.</summary>
    /// <param name="learningRate">γ, at least 0.</param>
    /// <param name="beta1">β₁, at least 0 and below 1: how much of the gradients' mean is kept.</param>
    /// <param name="beta2">β₂, at least 0 and below 1: how much of the squared gradients' mean is kept.</param>
    /// <param name="epsilon">ε, above 0.</param>
    /// <param name="weightDecay">λ, at least 0: an L2 penalty.</param>
    /// <param name="momentumDecay">ψ, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public NAdam(double learningRate = 2e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0,
        double momentumDecay = 4e-3)
        : base(learningRate, weightDecay, stateCount: 2)
    {
        RequireBelowOne(beta1, nameof(beta1));
        RequireBelowOne(beta2, nameof(beta2));
        RequirePositive(epsilon, nameof(epsilon));
        RequireNotNegative(momentumDecay, nameof(momentumDecay));
        (this.beta1, this.beta2, this.epsilon, this.momentumDecay) = (beta1, beta2, epsilon, momentumDecay);
    }

    private protected override void WriteNumbers(Dictionary<string, double> numbers) => numbers[nameof(product)] = product;

    private protected override void ReadNumbers(IReadOnlyDictionary<string, double> numbers) =>
        product = numbers.GetValueOrDefault(nameof(product), 1);

    private protected override IEnumerable<(string Name, double Value)> OwnSettings =>
        [("beta1", beta1), ("beta2", beta2), ("eps", epsilon), ("momentum decay", momentumDecay)];

    private protected override void Prepare(long step)
    {
        double now = Momentum(step);
        double next = Momentum(step + 1);
        product *= now;
        gradientRate = LearningRate * (1 - now) / (1 - product);
        momentRate = LearningRate * next / (1 - (product * next));
        secondScale = (float)(1 / Math.Sqrt(1 - Math.Pow(beta2, step)));
    }

    private protected override void Update(ref float parameters, ref float gradients, int begin, int end, GroupFactors group) => Run(
        new Rule
        {
            P = ref parameters,
            G = ref gradients,
            M = ref State(0),
            Squares = ref State(1),
            GradientRate = (float)(gradientRate * group.LearningRate),
            MomentRate = (float)(momentRate * group.LearningRate),
            SecondScale = secondScale,
            Beta1 = (float)beta1,
            Beta2 = (float)beta2,
            Rest1 = (float)(1 - beta1),
            Rest2 = (float)(1 - beta2),
            Epsilon = (float)epsilon,
            Penalty = (float)group.WeightDecay,
        },
        begin,
        end);

    private double Momentum(long step) => beta1 * (1 - (0.5 * Math.Pow(0.96, step * momentumDecay)));

    private ref struct Rule : IUpdateRule
    {
        public ref float P;
        public ref float G;
        public ref float M;
        public ref float Squares;
        public float GradientRate;
        public float MomentRate;
        public float SecondScale;
        public float Beta1;
        public float Beta2;
        public float Rest1;
        public float Rest2;
        public float Epsilon;
        public float Penalty;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index)
        {
            V p = S.Load(ref Unsafe.Add(ref P, index));
            V g = S.FusedMultiplyAdd(S.Create(Penalty), p, S.Load(ref Unsafe.Add(ref G, index)));
            V newGradient = S.Multiply(S.Create(Rest1), g);
            V newSquare = S.Multiply(S.Multiply(S.Create(Rest2), g), g);
            V m = Denormals.Flush<S, V>(S.FusedMultiplyAdd(S.Create(Beta1), S.Load(ref Unsafe.Add(ref M, index)), newGradient));
            S.Store(m, ref Unsafe.Add(ref M, index));
            V v = Denormals.Flush<S, V>(S.FusedMultiplyAdd(S.Create(Beta2), S.Load(ref Unsafe.Add(ref Squares, index)), newSquare));
            S.Store(v, ref Unsafe.Add(ref Squares, index));
            V scale = S.FusedMultiplyAdd(S.Sqrt(v), S.Create(SecondScale), S.Create(Epsilon));
            V direction = S.Multiply(S.Create(MomentRate), m);
            direction = S.FusedMultiplyAdd(S.Create(GradientRate), g, direction);
            p = S.Subtract(p, S.Divide(direction, scale));
            S.Store(p, ref Unsafe.Add(ref P, index));
        }
    }
}
