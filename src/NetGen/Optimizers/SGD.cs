using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>Stochastic gradient descent, with momentum where wanted (torch.optim.SGD).</summary>
/// <remarks>g ← g + λp; b ← μb + (1 - τ)g, and b ← g at the first step; p ← p - γb, or p - γ(g + μb) with Nesterov's momentum.</remarks>
public sealed class SGD : Optimizer
{
    private readonly float momentum;
    private readonly float dampening;
    private readonly bool nesterov;
    private float gradientPart;

    /// <summary>Stochastic gradient descent.</summary>
    /// <param name="learningRate">γ, at least 0.</param>
    /// <param name="momentum">μ, at least 0; 0 keeps no momentum.</param>
    /// <param name="dampening">τ: what momentum leaves out of each new gradient.</param>
    /// <param name="weightDecay">λ, at least 0: an L2 penalty.</param>
    /// <param name="nesterov">Whether to use Nesterov's momentum, which needs momentum and no dampening.</param>
    /// <exception cref="ArgumentException">
    /// An argument is out of range, or Nesterov's momentum is asked for without momentum or with dampening.
    /// </exception>
    public SGD(double learningRate = 1e-3, double momentum = 0, double dampening = 0, double weightDecay = 0, bool nesterov = false)
        : base(learningRate, weightDecay, stateCount: momentum == 0 ? 0 : 1)
    {
        RequireNotNegative(momentum, nameof(momentum));
        if (!float.IsFinite((float)dampening))
            throw new ArgumentOutOfRangeException(nameof(dampening), dampening, $"Expected a finite number; got {dampening}.");
        if (nesterov && (momentum == 0 || dampening != 0))
            throw new ArgumentException($"Nesterov's momentum needs a momentum above 0 and no dampening; momentum {momentum} and dampening "
                + $"got {dampening}.", nameof(nesterov));
        (this.momentum, this.dampening, this.nesterov) = ((float)momentum, (float)dampening, nesterov);
    }

    private protected override IEnumerable<(string Name, double Value)> OwnSettings =>
        [("momentum", momentum), ("dampening", dampening)];

    private protected override void Prepare(long step) => gradientPart = step == 1 ? 1 : 1 - dampening;

    private protected override void Update(
        ref float parameters, ref float gradients, int begin, int end, GroupFactors group)
    {
        float rate = (float)(LearningRate * group.LearningRate), weightDecay = (float)group.WeightDecay;
        if (momentum == 0)
            Run(new PlainRule { P = ref parameters, G = ref gradients, Rate = rate, Decay = weightDecay }, begin, end);
        else if (!nesterov && weightDecay == 0 && gradientPart == 1)
        {
            Run(new PlainMomentumRule { P = ref parameters, G = ref gradients, B = ref State(0), Rate = rate,
                Momentum = momentum }, begin, end);
        }
        else
        {
            Run(new MomentumRule
            {
                P = ref parameters,
                G = ref gradients,
                B = ref State(0),
                Rate = rate,
                Decay = weightDecay,
                Momentum = momentum,
                GradientPart = gradientPart,
                Nesterov = nesterov,
            }, begin, end);
        }
    }

    private ref struct PlainRule : IUpdateRule
    {
        public ref float P;
        public ref float G;
        public float Rate;
        public float Decay;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index)
        {
            V p = S.Load(ref Unsafe.Add(ref P, index));
            V g = S.FusedMultiplyAdd(S.Create(Decay), p, S.Load(ref Unsafe.Add(ref G, index)));
            p = S.FusedMultiplyAdd(S.Create(-Rate), g, p);
            S.Store(p, ref Unsafe.Add(ref P, index));
        }
    }

    /// <summary>The common case of momentum without other options, with the same bits as <see cref="MomentumRule"/>.</summary>
    private ref struct PlainMomentumRule : IUpdateRule
    {
        public ref float P;
        public ref float G;
        public ref float B;
        public float Rate;
        public float Momentum;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index)
        {
            V p = S.Load(ref Unsafe.Add(ref P, index));
            V g = S.Load(ref Unsafe.Add(ref G, index));
            V kept = S.Multiply(S.Create(Momentum), S.Load(ref Unsafe.Add(ref B, index)));
            V b = Denormals.Flush<S, V>(S.Add(kept, g));
            S.Store(b, ref Unsafe.Add(ref B, index));
            p = S.FusedMultiplyAdd(S.Create(-Rate), b, p);
            S.Store(p, ref Unsafe.Add(ref P, index));
        }
    }

    private ref struct MomentumRule : IUpdateRule
    {
        public ref float P;
        public ref float G;
        public ref float B;
        public float Rate;
        public float Decay;
        public float Momentum;
        public float GradientPart;
        public bool Nesterov;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index)
        {
            V p = S.Load(ref Unsafe.Add(ref P, index));
            V g = S.FusedMultiplyAdd(S.Create(Decay), p, S.Load(ref Unsafe.Add(ref G, index)));
            V momentum = S.Create(Momentum);

            // Rounded where PyTorch rounds (buffer.mul_(momentum).add_(gradient)), so that long runs stay close to PyTorch's.
            V kept = S.Multiply(momentum, S.Load(ref Unsafe.Add(ref B, index)));
            V b = Denormals.Flush<S, V>(S.FusedMultiplyAdd(S.Create(GradientPart), g, kept));
            S.Store(b, ref Unsafe.Add(ref B, index));
            V direction = Nesterov ? S.FusedMultiplyAdd(momentum, b, g) : b;
            p = S.FusedMultiplyAdd(S.Create(-Rate), direction, p);
            S.Store(p, ref Unsafe.Add(ref P, index));
        }
    }
}
