using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Lion: steps of one size, whose signs come from a momentum (Chen et al., "Symbolic discovery of optimization algorithms", 2023,
/// https://arxiv.org/abs/2302.06675, algorithm 2).
/// </summary>
/// <remarks>
/// c = β₁m + (1 - β₁)g; p ← p - γ(sign(c) + λp); m ← β₂m + (1 - β₂)g. The paper takes a learning rate 3 to 10 times smaller than AdamW's,
/// and a weight decay as many times larger.
/// </remarks>
public sealed class Lion : Optimizer
{
    private readonly double beta1;
    private readonly double beta2;

    /// <summary>Lion.</summary>
    /// <param name="learningRate">γ, at least 0.</param>
    /// <param name="beta1">β₁, at least 0 and below 1: how much of the momentum a step takes.</param>
    /// <param name="beta2">β₂, at least 0 and below 1: how much of the momentum is kept.</param>
    /// <param name="weightDecay">λ, at least 0: decoupled.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public Lion(double learningRate = 1e-4, double beta1 = 0.9, double beta2 = 0.99, double weightDecay = 0)
        : base(learningRate, weightDecay, stateCount: 1)
    {
        RequireBelowOne(beta1, nameof(beta1));
        RequireBelowOne(beta2, nameof(beta2));
        (this.beta1, this.beta2) = (beta1, beta2);
    }

    private protected override IEnumerable<(string Name, double Value)> OwnSettings =>
        [("beta1", beta1), ("beta2", beta2)];

    private protected override void Update(ref float parameters, ref float gradients, int begin, int end, GroupFactors group)
    {
        double rate = LearningRate * group.LearningRate;
        var rule = new Rule
        {
            P = ref parameters,
            G = ref gradients,
            M = ref State(0),
            Rate = (float)rate,
            Beta1 = (float)beta1,
            Rest1 = (float)(1 - beta1),
            Beta2 = (float)beta2,
            Rest2 = (float)(1 - beta2),
            Keep = (float)(1 - (rate * group.WeightDecay)),
        };
        Run(rule, begin, end);
    }

    private ref struct Rule : IUpdateRule
    {
        public ref float P;
        public ref float G;
        public ref float M;
        public float Rate;
        public float Beta1;
        public float Rest1;
        public float Beta2;
        public float Rest2;
        public float Keep;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index)
        {
            V g = S.Load(ref Unsafe.Add(ref G, index));
            V m = S.Load(ref Unsafe.Add(ref M, index));
            V c = S.FusedMultiplyAdd(S.Create(Beta1), m, S.Multiply(S.Create(Rest1), g));

            // The sign of 0 is 0, and of NaN it is NaN.
            V sign = S.SelectEqual(c, S.Zero, S.Zero, S.CopySign(S.One, c));
            sign = S.SelectEqual(c, c, sign, c);
            V p = S.Multiply(S.Load(ref Unsafe.Add(ref P, index)), S.Create(Keep));
            p = S.FusedMultiplyAdd(S.Create(-Rate), sign, p);
            S.Store(p, ref Unsafe.Add(ref P, index));
            m = Denormals.Flush<S, V>(S.FusedMultiplyAdd(S.Create(Beta2), m, S.Multiply(S.Create(Rest2), g)));
            S.Store(m, ref Unsafe.Add(ref M, index));
        }
    }
}
