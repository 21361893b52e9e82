using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

/// <summary>A function of <see cref="VectorMath"/>, its value in double precision, and the relative error that is promised.</summary>
internal sealed record Elementary(
    Func<float, float> Scalar,
    Func<double, double> Exact,
    double Tolerance)
{
    public static IReadOnlyDictionary<string, Elementary> All { get; } = new Dictionary<string, Elementary>
    {
        ["Exp"] = new(VectorMath.Exp, Math.Exp, 1.5e-7),
        ["Log"] = new(VectorMath.Log, Math.Log, 1.5e-7),
        ["Log1p"] = new(VectorMath.Log1p, Log1p, 3e-7),
        ["Tanh"] = new(VectorMath.Tanh, Math.Tanh, 3.5e-7),
        ["Sigmoid"] = new(VectorMath.Sigmoid, x => 1 / (1 + Math.Exp(-x)), 3e-7),
        ["Erf"] = new(VectorMath.Erf, Erf, 3.5e-7),
    };

    private static double Log1p(double x) => Math.Abs(x) < 1e-4 ? x - (x * x / 2) + (x * x * x / 3) : Math.Log(1 + x);

    // 2/√π · e^(-x²) · Σ 2ⁿ x²ⁿ⁺¹ / (2n+1)!!: all terms have one sign, so nothing cancels.
    private static double Erf(double x)
    {
        if (double.IsNaN(x) || Math.Abs(x) > 6)
            return double.IsNaN(x) ? x : Math.Sign(x);
        double sum = 0;
        double term = x;
        for (int n = 0; n < 200; n++)
        {
            sum += term;
            term *= 2 * x * x / ((2 * n) + 3);
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
