using Lecture.Data;
using Lecture.Gan;
using NetGen;

namespace Lecture.Tests;

/// <summary>The generator learns from the discriminator's gradient, and why from the non-saturating loss.</summary>
public class GanTests
{
    [Fact]
    public void Both_losses_are_their_formulas_and_have_their_slopes()
    {
        float[] logits = [-3, -1, 0, 2], gradient = new float[4];
        Assert.Equal(logits.Average(s => Math.Log(1 - Probability(s))), GeneratorLoss.Minimax(logits, gradient), 1e-5);
        Assert.Equal(logits.Select(s => -Probability(s) / 4), gradient.Select(value => (double)value), Near);
        Assert.Equal(logits.Average(s => -Math.Log(Probability(s))), GeneratorLoss.NonSaturating(logits, gradient), 1e-5);
        Assert.Equal(logits.Select(s => (Probability(s) - 1) / 4), gradient.Select(value => (double)value), Near);
    }

    [Fact]
    public void The_minimax_gradient_vanishes_before_a_discriminator_that_is_sure()
    {
        using var training = new GanTraining(Lesson(), new DigitGenerator(seed: 1), SyntheticDigits.Draw(300, seed: 1));
        (double ofGenerated, double minimax, double nonSaturating) = training.Saturate(steps: 40);
        Assert.True(ofGenerated < 0.1);
        Assert.True(nonSaturating > 10 * minimax);
    }

    [Fact]
    public void Generated_pictures_come_to_have_the_ink_where_digits_have_it()
    {
        Mnist digits = SyntheticDigits.Draw(600, seed: 1);
        float[] real = MeanPicture(Shades.Of(digits));
        var generator = new DigitGenerator(seed: 1);
        float before = Loss.MSE(MeanPicture(GeneratedDigits.Draw(generator, 100, seed: 2)), real);
        using (var training = new GanTraining(Lesson(), generator, digits))
            training.Run(steps: 150, report: 150, _ => { });
        float after = Loss.MSE(MeanPicture(GeneratedDigits.Draw(generator, 100, seed: 2)), real);
        Assert.InRange(after / before, 0, 0.5f);
    }

    private static Lesson Lesson() => new("unused", TextWriter.Null);

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-6;

    private static double Probability(float logit) => 1 / (1 + Math.Exp(-logit));

    private static float[] MeanPicture(float[] shades)
    {
        var mean = new float[Mnist.PixelsPerImage];
        for (int i = 0; i < shades.Length; i++)
            mean[i % mean.Length] += shades[i] * mean.Length / shades.Length;
        return mean;
    }
}
