using Lecture.Data;
using Lecture.Pictures;
using NetGen;

namespace Lecture.Gan;

/// <summary>Two networks play against each other, until one makes digits.</summary>
internal sealed class GanTopic() : Topic("gan", "Makes digits by two networks that play against each other.")
{
    /// <summary>Steps of both networks.</summary>
    public const int Steps = 8000;

    /// <summary>How many digits are drawn to train on.</summary>
    public const int Digits = 20_000;

    private const int Reports = 6, SaturationSteps = 60, Columns = 12, Rows = 6;

    public override void Run(Lesson lesson)
    {
        Mnist digits = DigitSets.Of(lesson, Digits, test: 1).Train;
        TellGradients(lesson, digits);
        var generator = new DigitGenerator(lesson.Seed);
        var strip = new List<float[]> { GeneratedDigits.Draw(generator, Columns, lesson.Seed) };
        lesson.Say("The game: mean probability of being real, as the discriminator sees it");
        lesson.Say("    step   real pictures   generated ones");
        using (var training = new GanTraining(lesson, generator, digits))
        {
            training.Run(Steps, Steps / Reports, progress =>
            {
                lesson.Say($"  {progress.Step,6} {progress.OfReal,15:F2} {progress.OfGenerated,16:F2}");
                strip.Add(GeneratedDigits.Draw(generator, Columns, lesson.Seed));
            });
        }

        GeneratorFile.Save(generator, lesson, "gan.safetensors", digits);
        float[] drawn = GeneratedDigits.Draw(generator, Columns * Rows, lesson.Seed);
        lesson.Say();
        foreach (string line in HalfBlocks.Lines(ShadeGrid.Of(drawn[..(10 * Mnist.PixelsPerImage)], columns: 5, background: 0)))
            lesson.Say(line);
        PngFile.Write(lesson.Picture("gan.png"), ShadeGrid.Of(drawn, Columns), zoom: 2);
        PngFile.Write(lesson.Picture("gan-steps.png"), ShadeGrid.Of([.. strip.SelectMany(row => row)], Columns), zoom: 2);
        lesson.Say("Its rows: the same noise before training, and at each report.");
    }

    private static void TellGradients(Lesson lesson, Mnist digits)
    {
        using var training = new GanTraining(lesson, new DigitGenerator(lesson.Seed), digits);
        (double ofGenerated, double minimax, double nonSaturating) = training.Saturate(SaturationSteps);
        lesson.Say($"After {SaturationSteps} steps alone, the discriminator gives generated pictures a probability of {ofGenerated:P2}.");
        lesson.Say("The generator's gradient, as L2 norm by the pixels of a batch:");
        lesson.Say($"  minimax,        log(1 − D(G(z)))  {minimax:E1}");
        lesson.Say($"  non-saturating, −log D(G(z))      {nonSaturating:E1}");
        lesson.Say();
    }
}
