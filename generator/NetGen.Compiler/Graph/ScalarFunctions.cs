using System.Globalization;
using static NetGen.Compiler.Graph.ScalarExpression;

namespace NetGen.Compiler.Graph;

/// <summary>
/// The activations: value and derivative, one row each. One without options is a layer when it stands in <see cref="Activations"/>.
/// Formulas and constants are PyTorch's (https://pytorch.org/docs/stable/nn.html#non-linear-activations-weighted-sum-nonlinearity).
/// </summary>
internal static class ScalarFunctions
{
    private const double SeluAlpha = 1.6732632423543772848170429916717;
    private const double SeluScale = 1.0507009873554804934193349852946;
    private const double SquareRootOfHalf = 0.70710678118654752440;
    private const double DensityAtZero = 0.39894228040143267794;
    private const double GeluTanhScale = 0.79788456080286535588;
    private const double GeluTanhCubic = 0.044715;

    /// <summary>From here on tanh(log(1 + exp(x))) is 1 as a float, and the fourth power of exp(x) is still one.</summary>
    private const double MishIsIdentity = 20;

    public static ScalarFunction ReLU { get; } = new(
        "relu", x => Max(x, 0), (x, y) => Greater(y, 0), IsMonotone: true) { Layer = "ReLU", Range = ValueRange.NotNegative,
            IsCheap = true };

    public static ScalarFunction ReLU6 { get; } = new(
        "relu6", x => Min(Max(x, 0), 6), (x, y) => Greater(y, 0) * Greater(6, y), IsMonotone: true) { Layer = "ReLU6",
            Range = ValueRange.NotNegative, IsCheap = true };

    public static ScalarFunction Sigmoid { get; } = new(
        "sigmoid", x => ScalarExpression.Sigmoid(x), (x, y) => y * (1 - y), IsMonotone: true) { Layer = "Sigmoid",
            Range = ValueRange.Probability };

    public static ScalarFunction Tanh { get; } = new(
        "tanh", x => ScalarExpression.Tanh(x), (x, y) => 1 - y * y, IsMonotone: true) { Layer = "Tanh" };

    public static ScalarFunction Softsign { get; } = new(
        "softsign", x => x / (1 + Abs(x)), (x, y) => (1 - Abs(y)) * (1 - Abs(y)), IsMonotone: true) { Layer = "Softsign" };

    public static ScalarFunction Exp { get; } = new(
        "exp", x => ScalarExpression.Exp(x), (x, y) => y, IsMonotone: true);

    public static ScalarFunction GELU { get; } = new(
        "gelu",
        x => 0.5 * x * (1 + Erf(x * SquareRootOfHalf)),
        (x, y) => 0.5 * (1 + Erf(x * SquareRootOfHalf)) + x * DensityAtZero * ScalarExpression.Exp(-0.5 * x * x),
        IsMonotone: false);

    public static ScalarFunction GELUTanh { get; } = new(
        "gelu_tanh",
        x => 0.5 * x * (1 + ScalarExpression.Tanh(GeluTanhInner(x))),
        (x, y) =>
        {
            ScalarExpression t = ScalarExpression.Tanh(GeluTanhInner(x));
            return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * GeluTanhScale * (1 + 3 * GeluTanhCubic * x * x);
        },
        IsMonotone: false);

    public static ScalarFunction SiLU { get; } = new(
        "silu",
        x => x * ScalarExpression.Sigmoid(x),
        (x, y) =>
        {
            ScalarExpression s = ScalarExpression.Sigmoid(x);
            return s * (1 + x * (1 - s));
        },
        IsMonotone: false) { Layer = "SiLU", OtherNames = ["Swish"] };

    public static ScalarFunction Mish { get; } = new(
        "mish",
        x =>
        {
            ScalarExpression n = TanhOfSoftplusNumerator(ScalarExpression.Exp(Min(x, MishIsIdentity)));
            return x * (n / (n + 2));
        },
        (x, y) =>
        {
            ScalarExpression bounded = Min(x, MishIsIdentity), e = ScalarExpression.Exp(bounded), n = TanhOfSoftplusNumerator(e);
            return (n * (n + 2) + 4 * bounded * e * (e + 1)) / ((n + 2) * (n + 2));
        },
        IsMonotone: false) { Layer = "Mish" };

    public static ScalarFunction Hardswish { get; } = new(
        "hardswish",
        x => x * Min(Max(x + 3, 0), 6) * (1.0 / 6),
        (x, y) => Select(3, x, Select(x, -3, x * (1.0 / 3) + 0.5, 0), 1),
        IsMonotone: false) { Layer = "Hardswish" };

    public static ScalarFunction Hardsigmoid { get; } = new(
        "hardsigmoid",
        x => Min(Max(x + 3, 0), 6) * (1.0 / 6),
        (x, y) => Greater(x, -3) * Greater(3, x) * (1.0 / 6),
        IsMonotone: true) { Layer = "Hardsigmoid", Range = ValueRange.Probability };

    public static ScalarFunction SELU { get; } = new(
        "selu",
        x => Select(x, 0, SeluScale * x, SeluScale * SeluAlpha * ExpMinusOne(x)),
        (x, y) => Select(y, 0, SeluScale, y + SeluScale * SeluAlpha),
        IsMonotone: true) { Layer = "SELU" };

    public static ScalarFunction Tanhshrink { get; } = new(
        "tanhshrink",
        x => x - ScalarExpression.Tanh(x),
        (x, y) =>
        {
            ScalarExpression t = ScalarExpression.Tanh(x);
            return t * t;
        },
        IsMonotone: true) { Layer = "Tanhshrink" };

    public static ScalarFunction LogSigmoid { get; } = new(
        "log_sigmoid", x => -SoftplusOf(-x), (x, y) => ScalarExpression.Sigmoid(-x), IsMonotone: true) { Layer = "LogSigmoid" };

    /// <summary>Those that are a layer without options, each named by its <see cref="ScalarFunction.Layer"/>.</summary>
    public static IReadOnlyList<ScalarFunction> Activations { get; } =
        [ReLU, SELU, SiLU, Mish, Sigmoid, Tanh, Hardswish, Hardsigmoid, ReLU6, Softsign, Tanhshrink, LogSigmoid];

    public static ScalarFunction LeakyReLU(double negativeSlope) => new(
        Named("leaky_relu", negativeSlope),
        x => Select(x, 0, x, negativeSlope * x),
        (x, y) => Select(x, 0, 1, negativeSlope),
        IsMonotone: negativeSlope >= 0)
    {
        IsCheap = true,
    };

    public static ScalarFunction ELU(double alpha) => new(
        Named("elu", alpha),
        x => Select(x, 0, x, alpha * ExpMinusOne(x)),
        (x, y) => Select(x, 0, 1, alpha * ScalarExpression.Exp(Min(x, 0))),
        IsMonotone: alpha >= 0);

    public static ScalarFunction CELU(double alpha) => new(
        Named("celu", alpha),
        x => Select(x, 0, x, alpha * ExpMinusOne(x * (1 / alpha))),
        (x, y) => Select(x, 0, 1, ScalarExpression.Exp(Min(x, 0) * (1 / alpha))),
        IsMonotone: true);

    public static ScalarFunction Hardtanh(double least, double greatest) => new(
        Named("hardtanh", least, greatest),
        x => Min(Max(x, least), greatest),
        (x, y) => Greater(y, least) * Greater(greatest, y),
        IsMonotone: true)
    {
        IsCheap = true,
    };

    /// <summary>The constant where x is at most the threshold. The last term is 0 there, and NaN where x is.</summary>
    public static ScalarFunction Threshold(double threshold, double value) => new(
        Named("threshold", threshold, value),
        x => Select(x, threshold, x, Select(threshold, x, value, value + (x - threshold))),
        (x, y) => Greater(x, threshold),
        IsMonotone: value <= threshold)
    {
        IsCheap = true,
    };

    /// <summary>x less what is between -λ and λ of it.</summary>
    public static ScalarFunction Softshrink(double lambda) => new(
        Named("softshrink", lambda),
        x => x - Min(Max(x, -lambda), lambda),
        (x, y) => Greater(Abs(y), 0),
        IsMonotone: true)
    {
        IsCheap = true,
    };

    /// <summary>x where its magnitude is above λ, else 0; the difference that gives the 0 is NaN where x is.</summary>
    public static ScalarFunction Hardshrink(double lambda) => new(
        Named("hardshrink", lambda),
        x => Select(Abs(x), lambda, x, x - Min(Max(x, -lambda), lambda)),
        (x, y) => Greater(Abs(x), lambda),
        IsMonotone: true)
    {
        IsCheap = true,
    };

    /// <summary>log(1 + exp(βx)) / β, and x itself where βx is beyond the threshold.</summary>
    public static ScalarFunction Softplus(double beta, double threshold) => new(
        Named("softplus", beta, threshold),
        x => Select(x * beta, threshold, x, SoftplusOf(x * beta) * (1 / beta)),
        (x, y) => Select(x * beta, threshold, 1, ScalarExpression.Sigmoid(x * beta)),
        IsMonotone: true);

    /// <summary>x to the power of a number; of a negative x only where that is whole.</summary>
    public static ScalarFunction Power(double exponent) => new(
        Named("power", exponent), x => PowerOf(x, exponent), (x, y) => exponent * PowerOf(x, exponent - 1), IsMonotone: false);

    /// <summary>
    /// The root of a number that is not negative; at 0, where its slope is infinite, it has the gradient 0, as PyTorch's norms.
    /// </summary>
    public static ScalarFunction Root(double degree) => new(
        Named("root", degree),
        x => PowerOf(x, 1 / degree),
        (x, y) => Select(x, 0, 1 / degree * PowerOf(x, (1 / degree) - 1), 0),
        IsMonotone: true);

    /// <summary>Products for small whole exponents, a square root, else exp(exponent · log(x)).</summary>
    private static ScalarExpression PowerOf(ScalarExpression x, double exponent)
    {
        const int most = 4;
        if (exponent == 0.5)
            return Sqrt(x);
        if (exponent == -0.5)
            return 1 / Sqrt(x);
        return exponent is >= 0 and <= most && exponent == Math.Floor(exponent)
            ? Enumerable.Repeat(x, (int)exponent).Aggregate((ScalarExpression)1, (product, factor) => product * factor)
            : ScalarExpression.Exp(exponent * Log(x));
    }

    /// <summary>log(1 + exp(x)) without overflow: max(x, 0) + log1p(exp(-|x|)).</summary>
    internal static ScalarExpression SoftplusOf(ScalarExpression x) => Max(x, 0) + Log1p(ScalarExpression.Exp(-Abs(x)));

    /// <summary>
    /// n of tanh(log(1 + e)) = n / (n + 2), where e is exp(x): one exponential in place of three functions. No term is negative, so that
    /// no digits are lost.
    /// </summary>
    private static ScalarExpression TanhOfSoftplusNumerator(ScalarExpression e) => e * (e + 2);

    /// <summary>exp(x) - 1 for x at most 0: 2·tanh(x/2) / (1 - tanh(x/2)), which keeps its digits near 0.</summary>
    private static ScalarExpression ExpMinusOne(ScalarExpression x)
    {
        ScalarExpression t = ScalarExpression.Tanh(0.5 * Min(x, 0));
        return 2 * t / (1 - t);
    }

    private static ScalarExpression GeluTanhInner(ScalarExpression x) => GeluTanhScale * (x + GeluTanhCubic * x * x * x);

    private static string Named(string name, params double[] constants) =>
        name + "(" + string.Join(", ", constants.Select(c => c.ToString("R", CultureInfo.InvariantCulture))) + ")";
}
