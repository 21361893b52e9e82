using Lecture.Data;
using Lecture.Vae;
using NetGen;

namespace Lecture.Tests;

/// <summary>The evidence lower bound rises, and what is drawn from the normal distribution looks as digits do on the whole.</summary>
public class VaeTests
{
    private const int Digits = 1000, Steps = 400;

    [Fact]
    public void Training_makes_the_negative_bound_smaller_and_uses_the_latent_numbers()
    {
        Mnist digits = SyntheticDigits.Draw(Digits, seed: 1);
        float[] heldOut = Shades.Of(SyntheticDigits.Draw(200, seed: 2));
        var (vae, decoder, outputs) = (new PlaneVae(seed: 1), new PlaneDecoder(), new PlaneVae.Outputs(200));
        NegativeElbo Measure()
        {
            vae.Predict(heldOut, outputs);
            return NegativeElbo.Of(outputs, decoder, heldOut, seed: 1);
        }

        double before = Measure().Sum;
        new VaeRun(new Lesson("unused", TextWriter.Null), Steps).Train(vae, decoder, digits);
        NegativeElbo after = Measure();
        Assert.InRange(after.Sum / before, 0, 0.6);
        Assert.InRange(after.Divergence, 0.5, 20);
        Assert.Equal(ValuesOf(vae.Decoder.Linear1.Weight), ValuesOf(decoder.Decoder.Linear1.Weight));
    }

    [Fact]
    public void A_digit_whose_code_is_the_normal_distribution_itself_has_no_divergence()
    {
        var decoder = new PlaneDecoder();
        var shades = new float[Mnist.PixelsPerImage];
        NegativeElbo elbo = NegativeElbo.Of(new PlaneVae.Outputs(1), decoder, shades, seed: 1);
        Assert.Equal(0, elbo.Divergence, 1e-9);
        Assert.True(elbo.Reconstruction > 0);
    }

    [Fact]
    public void As_much_of_the_normal_distribution_lies_at_each_point_of_the_plane()
    {
        float[] points = LatentPlane.Points(side: 4);
        Assert.Equal(32, points.Length);
        Assert.Equal(-1.1503f, points[0], 1e-3f);
        Assert.Equal(1.1503f, points[1], 1e-3f);
        Assert.Equal(-0.3186f, points[2], 1e-3f);
    }

    private static float[] ValuesOf(Parameter parameter)
    {
        var values = new float[parameter.Count];
        parameter.CopyTo(values);
        return values;
    }
}
