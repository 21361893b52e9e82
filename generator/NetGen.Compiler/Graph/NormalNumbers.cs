namespace NetGen.Compiler.Graph;

/// <summary>Numbers of a normal distribution, drawn as <see cref="Uniform"/> numbers.</summary>
internal static class NormalNumbers
{
    /// <summary>The greatest -log(1 - u²) of a drawn u, and half of it.</summary>
    private const double HalfOfRange = 15.25 / 2;

    /// <summary>
    /// √2 · erf⁻¹(u) / u as a polynomial in t = -log(1 - u²) / <see cref="HalfOfRange"/> - 1, which is between -1 and 1. It is fitted to
    /// the least largest relative error, 2.4 · 10⁻⁶: the variance differs from 1 by a hundred thousandth.
    /// </summary>
    private static readonly double[] Coefficients =
    [
        3.66929026, 1.9438475, -0.438882683, 0.159669509, -0.0376175716, -0.0200833313, 0.0664662194, -0.0947028963, 0.0366937704,
        0.0320417318, -0.021866277,
    ];

    /// <summary>A number of mean 0 and variance 1 for each element: at most 5.1, since a drawn number has 22 bits.</summary>
    public static ScalarExpression Of(int site)
    {
        ScalarExpression u = new Uniform(site);
        ScalarExpression t = ScalarExpression.Log((1 - u) * (1 + u)) * (-1 / HalfOfRange) - 1;
        return Coefficients.Reverse().Aggregate((ScalarExpression)0, (sum, coefficient) => sum * t + coefficient) * u;
    }
}
