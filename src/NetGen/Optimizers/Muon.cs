using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Muon: weights of two and more axes take steps whose matrix [out, rest] is nearly orthogonal; all other parameters, and those that are
/// named, take AdamW's (Jordan et al., "Muon: An optimizer for hidden layers in neural networks", 2024,
/// https://kellerjordan.github.io/posts/muon/).
/// </summary>
/// <remarks>
/// <para>
/// m ← μm + (1 - μ)g; u = (1 - μ)g + μm, Nesterov's momentum; o = u with singular values near 1 (five steps of Newton and Schulz);
/// p ← p - γλp, p ← p - γ√max(1, out/rest) · o. A convolution's weight is the matrix [out channels, in channels · height · width].
/// </para>
/// <para>
/// The author leaves embeddings and the last layer to AdamW: <c>new Muon { ByAdamW = ["embedding.*", "head.*"] }</c>. Steps need whole
/// matrices, so that no update is fused into the backward pass.
/// </para>
/// </remarks>
public sealed class Muon : Optimizer
{
    private readonly double momentum;
    private readonly double adamFactor;
    private readonly double beta1;
    private readonly double beta2;
    private readonly double epsilon;
    private readonly RangeAction take;
    private readonly RangeAction give;
    private MuonMatrix[] matrices = [];
    private MuonMatrix? current;
    private NewtonSchulz? iteration;
    private double firstScale;
    private double secondScale;

    /// <summary>Muon.</summary>
    /// <param name="learningRate">γ of the matrices, above 0.</param>
    /// <param name="momentum">μ, at least 0 and below 1.</param>
    /// <param name="weightDecay">λ of all parameters, at least 0: decoupled.</param>
    /// <param name="adamLearningRate">AdamW's γ, at least 0; a schedule changes both in proportion.</param>
    /// <param name="beta1">AdamW's β₁, at least 0 and below 1.</param>
    /// <param name="beta2">AdamW's β₂, at least 0 and below 1.</param>
    /// <param name="epsilon">AdamW's ε, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public Muon(double learningRate = 0.02, double momentum = 0.95, double weightDecay = 0, double adamLearningRate = 3e-4,
        double beta1 = 0.9, double beta2 = 0.95, double epsilon = 1e-10)
        : base(learningRate, weightDecay, stateCount: 2)
    {
        RequirePositive(learningRate, nameof(learningRate));
        RequireBelowOne(momentum, nameof(momentum));
        RequireNotNegative(adamLearningRate, nameof(adamLearningRate));
        RequireBelowOne(beta1, nameof(beta1));
        RequireBelowOne(beta2, nameof(beta2));
        RequirePositive(epsilon, nameof(epsilon));
        (this.momentum, this.beta1, this.beta2, this.epsilon) = (momentum, beta1, beta2, epsilon);
        adamFactor = adamLearningRate / learningRate;
        (take, give) = (TakeRows, GiveRows);
    }

    /// <summary>
    /// Names, or patterns as those of <see cref="ParameterGroup"/>, of weights that take AdamW's steps though they have two and more axes.
    /// </summary>
    /// <exception cref="ArgumentException">A pattern is empty or has more than two stars side by side.</exception>
    public IReadOnlyList<string> ByAdamW
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(ByAdamW));
            field = [.. value];
            foreach (string pattern in field)
                NamePattern.Parse(pattern, nameof(ByAdamW));
        }
    } = [];

    internal override bool AllowsFusedUpdates => false;

    private protected override Func<TensorDescription, bool> Matrices
    {
        get
        {
            NamePattern[] others = [.. ByAdamW.Select(pattern => NamePattern.Parse(pattern, nameof(ByAdamW)))];
            return tensor => tensor.Shape.Length >= 2 && !Array.Exists(others, pattern => pattern.Match(tensor.Name) is not null);
        }
    }

    private protected override void Attached(IReadOnlyList<TensorDescription> tensors, Func<TensorDescription, GroupFactors> group)
    {
        foreach (string pattern in ByAdamW)
        {
            if (tensors.All(tensor => NamePattern.Parse(pattern, nameof(ByAdamW)).Match(tensor.Name) is null))
            {
                throw new ArgumentException(
                    $"The pattern \"{pattern}\" of {nameof(ByAdamW)} matches no parameter. The parameters are "
                        + $"{string.Join(", ", tensors.Select(tensor => tensor.Name))}.",
                    nameof(ByAdamW));
            }
        }

        matrices = [.. tensors.Where(tensor => !tensor.IsFrozen && Matrices(tensor)).Select(
            tensor => new MuonMatrix(tensor, group(tensor)))];
        if (matrices.Length > 0)
            iteration = new NewtonSchulz([.. matrices.Select(matrix => (matrix.Rows, matrix.Columns))]);
    }

    private protected override IEnumerable<(string Name, double Value)> OwnSettings =>
        [("momentum", momentum), ("beta1", beta1), ("beta2", beta2), ("eps", epsilon)];

    private protected override void Prepare(long step)
    {
        firstScale = 1 / (1 - Math.Pow(beta1, step));
        secondScale = 1 / Math.Sqrt(1 - Math.Pow(beta2, step));
    }

    private protected override void Update(ref float parameters, ref float gradients, int begin, int end, GroupFactors group)
    {
        if (group.IsMatrix)
        {
            // The second state is free here, and takes what is made orthogonal.
            var momenta = new MomentumRule
            {
                G = ref gradients,
                M = ref State(0),
                U = ref State(1),
                Momentum = (float)momentum,
                Rest = (float)(1 - momentum),
            };
            Run(momenta, begin, end);
            return;
        }

        double rate = LearningRate * adamFactor * group.LearningRate;
        var rule = new AdamRule
        {
            P = ref parameters,
            G = ref gradients,
            M = ref State(0),
            Squares = ref State(1),
            Rate = (float)(rate * firstScale),
            SecondScale = (float)secondScale,
            Beta1 = (float)beta1,
            Rest1 = (float)(1 - beta1),
            Beta2 = (float)beta2,
            Rest2 = (float)(1 - beta2),
            Epsilon = (float)epsilon,
            Keep = (float)(1 - (rate * group.WeightDecay)),
        };
        Run(rule, begin, end);
    }

    private protected override void Finish(Workers workers)
    {
        foreach (MuonMatrix matrix in matrices)
        {
            current = matrix;
            iteration!.Begin(matrix.Rows, matrix.Columns);
            workers.Run(take, matrix.Rows);
            iteration.Run(workers);
            workers.Run(give, matrix.Rows);
        }
    }

    private void TakeRows(int begin, int end)
    {
        Span<float> updates = States[1].Span;
        for (int row = begin; row < end; row++)
        {
            Span<float> values = iteration!.Row(row);
            for (int column = 0; column < values.Length; column++)
                values[column] = updates[current!.Place(row, column)];
        }
    }

    private void GiveRows(int begin, int end)
    {
        double rate = LearningRate * current!.Group.LearningRate;
        float keep = (float)(1 - (rate * current.Group.WeightDecay)), factor = (float)(-rate * current.Scale);
        Span<float> parameters = Memory.ParameterBlock.Span;
        for (int row = begin; row < end; row++)
        {
            Span<float> values = iteration!.Row(row);
            for (int column = 0; column < values.Length; column++)
            {
                ref float parameter = ref parameters[current.Place(row, column)];
                parameter = MathF.FusedMultiplyAdd(factor, values[column], parameter * keep);
            }
        }
    }

    private ref struct MomentumRule : IUpdateRule
    {
        public ref float G;
        public ref float M;
        public ref float U;
        public float Momentum;
        public float Rest;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index)
        {
            V newGradient = S.Multiply(S.Create(Rest), S.Load(ref Unsafe.Add(ref G, index)));
            V m = Denormals.Flush<S, V>(S.FusedMultiplyAdd(S.Create(Momentum), S.Load(ref Unsafe.Add(ref M, index)), newGradient));
            S.Store(m, ref Unsafe.Add(ref M, index));
            S.Store(Denormals.Flush<S, V>(S.FusedMultiplyAdd(S.Create(Momentum), m, newGradient)), ref Unsafe.Add(ref U, index));
        }
    }

    private ref struct AdamRule : IUpdateRule
    {
        public ref float P;
        public ref float G;
        public ref float M;
        public ref float Squares;
        public float Rate;
        public float SecondScale;
        public float Beta1;
        public float Rest1;
        public float Beta2;
        public float Rest2;
        public float Epsilon;
        public float Keep;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index)
        {
            V g = S.Load(ref Unsafe.Add(ref G, index));
            V newGradient = S.Multiply(S.Create(Rest1), g);
            V newSquare = S.Multiply(S.Multiply(S.Create(Rest2), g), g);
            V m = Denormals.Flush<S, V>(S.FusedMultiplyAdd(S.Create(Beta1), S.Load(ref Unsafe.Add(ref M, index)), newGradient));
            S.Store(m, ref Unsafe.Add(ref M, index));
            V v = Denormals.Flush<S, V>(S.FusedMultiplyAdd(S.Create(Beta2), S.Load(ref Unsafe.Add(ref Squares, index)), newSquare));
            S.Store(v, ref Unsafe.Add(ref Squares, index));
            V scale = S.FusedMultiplyAdd(S.Sqrt(v), S.Create(SecondScale), S.Create(Epsilon));
            V p = S.Multiply(S.Load(ref Unsafe.Add(ref P, index)), S.Create(Keep));
            S.Store(S.FusedMultiplyAdd(S.Create(-Rate), S.Divide(m, scale), p), ref Unsafe.Add(ref P, index));
        }
    }
}
