using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// What <see cref="Adam"/> and <see cref="AdamW"/> have in common: steps scaled by running means of the gradients and of their squares.
/// </summary>
public abstract class AdaptiveMoments : Optimizer
{
    private readonly double beta1;
    private readonly double beta2;
    private readonly double epsilon;
    private readonly bool isDecoupled;
    private double rate;
    private float secondScale;

    private protected AdaptiveMoments(double learningRate, double beta1, double beta2, double epsilon, double weightDecay, bool isDecoupled)
        : base(learningRate, weightDecay, stateCount: 2)
    {
        RequireBelowOne(beta1, nameof(beta1));
        RequireBelowOne(beta2, nameof(beta2));
        RequirePositive(epsilon, nameof(epsilon));
        (this.beta1, this.beta2, this.epsilon, this.isDecoupled) = (beta1, beta2, epsilon, isDecoupled);
    }

    private protected override IEnumerable<(string Name, double Value)> OwnSettings =>
        [("beta1", beta1), ("beta2", beta2), ("eps", epsilon)];

    private protected override void Prepare(long step)
    {
        rate = LearningRate / (1 - Math.Pow(beta1, step));
        secondScale = (float)(1 / Math.Sqrt(1 - Math.Pow(beta2, step)));
    }

    private protected override void Update(ref float parameters, ref float gradients, int begin, int end, GroupFactors group) => Run(
        new Rule
        {
            P = ref parameters,
            G = ref gradients,
            M = ref State(0),
            Squares = ref State(1),
            Rate = (float)(rate * group.LearningRate),
            SecondScale = secondScale,
            Beta1 = (float)beta1,
            Beta2 = (float)beta2,
            Rest1 = (float)(1 - beta1),
            Rest2 = (float)(1 - beta2),
            Epsilon = (float)epsilon,
            Penalty = isDecoupled ? 0 : (float)group.WeightDecay,
            Keep = isDecoupled ? (float)(1 - (LearningRate * group.LearningRate * group.WeightDecay)) : 1,
        },
        begin,
        end);

    private ref struct Rule : IUpdateRule
    {
        public ref float P;
        public ref float G;
        public ref float M;
        public ref float Squares;
        public float Rate;
        public float SecondScale;
        public float Beta1;
        public float Beta2;
        public float Rest1;
        public float Rest2;
        public float Epsilon;
        public float Penalty;
        public float Keep;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index)
        {
            V p = S.Multiply(S.Load(ref Unsafe.Add(ref P, index)), S.Create(Keep));
            V g = S.FusedMultiplyAdd(S.Create(Penalty), p, S.Load(ref Unsafe.Add(ref G, index)));
            V newGradient = S.Multiply(S.Create(Rest1), g);
            V newSquare = S.Multiply(S.Multiply(S.Create(Rest2), g), g);
            V m = Denormals.Flush<S, V>(S.FusedMultiplyAdd(S.Create(Beta1), S.Load(ref Unsafe.Add(ref M, index)), newGradient));
            S.Store(m, ref Unsafe.Add(ref M, index));
            V v = Denormals.Flush<S, V>(S.FusedMultiplyAdd(S.Create(Beta2), S.Load(ref Unsafe.Add(ref Squares, index)), newSquare));
            S.Store(v, ref Unsafe.Add(ref Squares, index));
            V scale = S.FusedMultiplyAdd(S.Sqrt(v), S.Create(SecondScale), S.Create(Epsilon));
            V step = S.Divide(m, scale);
            p = S.FusedMultiplyAdd(S.Create(-Rate), step, p);
            S.Store(p, ref Unsafe.Add(ref P, index));
        }
    }
}
