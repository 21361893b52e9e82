namespace Lecture.Diffuse;

/// <summary>
/// A standard deviation σ of noise, and how the network is wrapped at it, so that what it takes and learns has variance 1 at every σ:
/// D(x; σ) = Skip · x + Out · F(In · x; σ). The formulas are those of table 1 of Karras et al. 2022,
/// <see href="https://arxiv.org/abs/2206.00364">"Elucidating the design space of diffusion-based generative models"</see>, for data of
/// standard deviation 1.
/// </summary>
/// <param name="Sigma">The standard deviation, above 0; pixels of digits have 1.</param>
internal readonly record struct NoiseLevel(float Sigma)
{
    /// <summary>By what the noisy picture is multiplied before the network.</summary>
    public float In => 1 / MathF.Sqrt((Sigma * Sigma) + 1);

    /// <summary>The part of the noisy picture that is taken as it is.</summary>
    public float Skip => 1 / ((Sigma * Sigma) + 1);

    /// <summary>By what the network's output is multiplied.</summary>
    public float Out => Sigma / MathF.Sqrt((Sigma * Sigma) + 1);

    /// <summary>A level to train at: ln σ is normal, so that most levels are those where a digit takes its shape.</summary>
    /// <param name="normal">A number of the normal distribution.</param>
    public static NoiseLevel ToTrain(float normal) => new((float)Math.Exp(-0.5 + (1.2 * normal)));

    /// <summary>Levels from noise alone to none that is seen, equally far apart in σ^(1/7).</summary>
    /// <param name="steps">How many, two at least.</param>
    public static NoiseLevel[] ToSample(int steps)
    {
        const double Highest = 80, Lowest = 0.02, Power = 7;
        (double first, double last) = (Math.Pow(Highest, 1 / Power), Math.Pow(Lowest, 1 / Power));
        return
        [
            .. Enumerable.Range(0, steps)
                .Select(step => new NoiseLevel((float)Math.Pow(first + ((last - first) * step / (steps - 1)), Power))),
        ];
    }
}
