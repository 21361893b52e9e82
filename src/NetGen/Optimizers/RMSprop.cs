using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Steps scaled by a running root mean square of the gradients (torch.optim.RMSprop; Hinton's lecture 6 of "Neural networks for machine
/// learning").
/// </summary>
/// <remarks>
/// g ← g + λp; v ← αv + (1 - α)g²; d = √v + ε, or, centered, a ← αa + (1 - α)g and d = √(v - a²) + ε; p ← p - γg/d, or, with momentum,
/// b ← μb + g/d and p ← p - γb.
/// </remarks>
public sealed class RMSprop : Optimizer
{
    private readonly double alpha;
    private readonly double epsilon;
    private readonly double momentum;
    private readonly bool centered;

    /// <summary>RMSprop.</summary>
    /// <param name="learningRate">γ, at least 0.</param>
    /// <param name="alpha">α, at least 0 and below 1: how much of the squared gradients' mean is kept.</param>
    /// <param name="epsilon">ε, above 0.</param>
    /// <param name="weightDecay">λ, at least 0: an L2 penalty.</param>
    /// <param name="momentum">μ, at least 0.</param>
    /// <param name="centered">Whether the gradients' mean is taken out of the mean square, which leaves their variance.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public RMSprop(double learningRate = 1e-2, double alpha = 0.99, double epsilon = 1e-8, double weightDecay = 0, double momentum = 0,
        bool centered = false)
        : base(learningRate, weightDecay, stateCount: 3)
    {
        RequireBelowOne(alpha, nameof(alpha));
        RequirePositive(epsilon, nameof(epsilon));
        RequireNotNegative(momentum, nameof(momentum));
        (this.alpha, this.epsilon, this.momentum, this.centered) = (alpha, epsilon, momentum, centered);
    }

    private protected override IEnumerable<(string Name, double Value)> OwnSettings =>
        [("alpha", alpha), ("eps", epsilon), ("momentum", momentum)];

    private protected override void Update(ref float parameters, ref float gradients, int begin, int end, GroupFactors group) => Run(
        new Rule
        {
            P = ref parameters,
            G = ref gradients,
            Squares = ref State(0),
            A = ref State(1),
            B = ref State(2),
            Rate = (float)(LearningRate * group.LearningRate),
            Alpha = (float)alpha,
            Rest = (float)(1 - alpha),
            Epsilon = (float)epsilon,
            Penalty = (float)group.WeightDecay,
            Momentum = (float)momentum,
            Centered = centered,
        },
        begin,
        end);

    private ref struct Rule : IUpdateRule
    {
        public ref float P;
        public ref float G;
        public ref float Squares;
        public ref float A;
        public ref float B;
        public float Rate;
        public float Alpha;
        public float Rest;
        public float Epsilon;
        public float Penalty;
        public float Momentum;
        public bool Centered;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index)
        {
            V p = S.Load(ref Unsafe.Add(ref P, index));
            V g = S.FusedMultiplyAdd(S.Create(Penalty), p, S.Load(ref Unsafe.Add(ref G, index)));
            V alpha = S.Create(Alpha);
            V newGradient = S.Multiply(S.Create(Rest), g);
            V newSquare = S.Multiply(newGradient, g);
            V v = Denormals.Flush<S, V>(S.FusedMultiplyAdd(alpha, S.Load(ref Unsafe.Add(ref Squares, index)), newSquare));
            S.Store(v, ref Unsafe.Add(ref Squares, index));
            V spread = v;
            if (Centered)
            {
                V a = Denormals.Flush<S, V>(S.FusedMultiplyAdd(alpha, S.Load(ref Unsafe.Add(ref A, index)), newGradient));
                S.Store(a, ref Unsafe.Add(ref A, index));

                // A variance; rounding must not make it negative.
                spread = S.Subtract(v, S.Multiply(a, a));
                spread = S.ClampMin(spread, S.Zero);
            }

            V scale = S.Add(S.Sqrt(spread), S.Create(Epsilon));
            V direction = S.Divide(g, scale);
            if (Momentum > 0)
            {
                direction = Denormals.Flush<S, V>(S.FusedMultiplyAdd(S.Create(Momentum), S.Load(ref Unsafe.Add(ref B, index)), direction));
                S.Store(direction, ref Unsafe.Add(ref B, index));
            }

            p = S.FusedMultiplyAdd(S.Create(-Rate), direction, p);
            S.Store(p, ref Unsafe.Add(ref P, index));
        }
    }
}
