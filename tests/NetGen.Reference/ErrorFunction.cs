namespace NetGen.Reference;

/// <summary>erf(x) = 2/√π ∫₀ˣ exp(-t²) dt to about fifteen digits.</summary>
internal static class ErrorFunction
{
    private const double TwoOverRootPi = 1.1283791670955125739;

    public static double Erf(double x) => Math.Abs(x) < 2.5 ? Series(x) : Math.Sign(x) * (1 - Complement(Math.Abs(x)));

    /// <summary>erf(x) = 2/√π · exp(-x²) · Σ 2ⁿ x²ⁿ⁺¹ / (1·3·5···(2n+1)): all terms have one sign, so no digits are lost.</summary>
    private static double Series(double x)
    {
        double term = x;
        double sum = x;
        for (int n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return TwoOverRootPi * Math.Exp(-x * x) * sum;
    }

    /// <summary>1 - erf(x) for large x: exp(-x²)/√π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + …)))), Laplace's continued fraction.</summary>
    private static double Complement(double x)
    {
        double tail = x;
        for (int n = 60; n >= 1; n--)
            tail = x + (n / 2.0 / tail);
        return Math.Exp(-x * x) / tail * TwoOverRootPi / 2;
    }
}
