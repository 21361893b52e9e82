using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Steps scaled by the previous steps (torch.optim.Adadelta; Zeiler, "ADADELTA: An adaptive learning rate method", 2012).
/// </summary>
/// <remarks>g ← g + λp; v ← ρv + (1 - ρ)g²; d = √(u + ε)/√(v + ε) · g; u ← ρu + (1 - ρ)d²; p ← p - γd.</remarks>
public sealed class Adadelta : Optimizer
{
    private readonly double rho;
    private readonly double epsilon;

    /// <summary>Adadelta.</summary>
    /// <param name="learningRate">γ, at least 0.</param>
    /// <param name="rho">ρ, 0 to 1: how much of the running means is kept.</param>
    /// <param name="epsilon">ε, above 0.</param>
    /// <param name="weightDecay">λ, at least 0: an L2 penalty.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public Adadelta(double learningRate = 1, double rho = 0.9, double epsilon = 1e-6, double weightDecay = 0)
        : base(learningRate, weightDecay, stateCount: 2)
    {
        if (!(rho >= 0 && rho <= 1))
            throw new ArgumentOutOfRangeException(nameof(rho), rho, $"Expected 0 to 1; got {rho}.");
        RequirePositive(epsilon, nameof(epsilon));
        (this.rho, this.epsilon) = (rho, epsilon);
    }

    private protected override IEnumerable<(string Name, double Value)> OwnSettings =>
        [("rho", rho), ("eps", epsilon)];

    private protected override void Update(ref float parameters, ref float gradients, int begin, int end, GroupFactors group) => Run(
        new Rule
        {
            P = ref parameters,
            G = ref gradients,
            Squares = ref State(0),
            U = ref State(1),
            Rate = (float)(LearningRate * group.LearningRate),
            Rho = (float)rho,
            Rest = (float)(1 - rho),
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
        public ref float U;
        public float Rate;
        public float Rho;
        public float Rest;
        public float Epsilon;
        public float Penalty;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index)
        {
            V p = S.Load(ref Unsafe.Add(ref P, index));
            V g = S.FusedMultiplyAdd(S.Create(Penalty), p, S.Load(ref Unsafe.Add(ref G, index)));
            V rho = S.Create(Rho);
            V rest = S.Create(Rest);
            V epsilon = S.Create(Epsilon);
            V newSquare = S.Multiply(S.Multiply(rest, g), g);
            V v = Denormals.Flush<S, V>(S.FusedMultiplyAdd(rho, S.Load(ref Unsafe.Add(ref Squares, index)), newSquare));
            S.Store(v, ref Unsafe.Add(ref Squares, index));
            V u = S.Load(ref Unsafe.Add(ref U, index));
            V scale = S.Divide(S.Sqrt(S.Add(u, epsilon)), S.Sqrt(S.Add(v, epsilon)));
            V d = S.Multiply(scale, g);
            V newStep = S.Multiply(S.Multiply(rest, d), d);
            u = Denormals.Flush<S, V>(S.FusedMultiplyAdd(rho, u, newStep));
            S.Store(u, ref Unsafe.Add(ref U, index));
            p = S.FusedMultiplyAdd(S.Create(-Rate), d, p);
            S.Store(p, ref Unsafe.Add(ref P, index));
        }
    }
}
