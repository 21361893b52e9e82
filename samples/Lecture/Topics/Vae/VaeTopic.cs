using Lecture.Data;
using Lecture.Pictures;

namespace Lecture.Vae;

/// <summary>A variational autoencoder: the latent plane, and digits drawn from a normal distribution.</summary>
internal sealed class VaeTopic() : Topic("vae", "Draws digits from a normal distribution by a variational autoencoder.")
{
    /// <summary>Steps of training for each of the two networks.</summary>
    public const int Steps = 6000;

    /// <summary>How many digits are drawn to train on.</summary>
    public const int Digits = 20_000;

    private const int HeldOut = 2000, PlaneSide = 16, Columns = 12, Rows = 6;

    public override void Run(Lesson lesson)
    {
        DigitSets sets = DigitSets.Of(lesson, Digits, HeldOut);
        float[] heldOut = Shades.Of(sets.Test);
        var run = new VaeRun(lesson, Steps);
        lesson.Say("Nats a digit that was held out:  reconstruction + divergence = −ELBO");

        var plane = new PlaneVae(lesson.Seed);
        var planeDecoder = new PlaneDecoder();
        run.Train(plane, planeDecoder, sets.Train);
        var ofPlane = new PlaneVae.Outputs(sets.Test.Count);
        plane.Predict(heldOut, ofPlane);
        Tell("2 latent numbers", NegativeElbo.Of(ofPlane, planeDecoder, heldOut, lesson.Seed));

        var vae = new DigitVae(lesson.Seed);
        var decoder = new DigitDecoder();
        run.Train(vae, decoder, sets.Train);
        var outputs = new DigitVae.Outputs(sets.Test.Count);
        vae.Predict(heldOut, outputs);
        Tell("10 latent numbers", NegativeElbo.Of(outputs, decoder, heldOut, lesson.Seed));
        GeneratorFile.Save(decoder, lesson, "vae.safetensors", sets.Train);

        lesson.Say();
        float[] drawn = VaeRun.Draw(decoder, Columns * Rows, lesson.Seed);
        foreach (string line in HalfBlocks.Lines(ShadeGrid.Of(drawn[..(10 * heldOut.Length / sets.Test.Count)], columns: 5, background: 0)))
            lesson.Say(line);
        lesson.Say("Digits from 10 numbers of a normal distribution.");
        PngFile.Write(lesson.Picture("vae.png"), ShadeGrid.Of(drawn, Columns), zoom: 2);
        float[] map = VaeRun.Decode(planeDecoder, LatentPlane.Points(PlaneSide));
        PngFile.Write(lesson.Picture("vae-plane.png"), ShadeGrid.Of(map, PlaneSide, gap: 0), zoom: 2);

        void Tell(string name, NegativeElbo elbo) =>
            lesson.Say($"  {name,-17} {elbo.Reconstruction,21:F1} + {elbo.Divergence,10:F1} = {elbo.Sum,5:F1}");
    }
}
