using Lecture.Data;
using Lecture.Pictures;
using NetGen;

namespace Lecture.Diffuse;

/// <summary>Denoising score matching: digits out of noise.</summary>
internal sealed class DiffuseTopic() : Topic("diffuse", "Learns to take noise away from digits; then makes digits of noise alone.")
{
    private const int Steps = 16_000, Digits = 60_000, Levels = 20, Rows = 6, Classes = 10, Kept = 1000, Pixels = Mnist.PixelsPerImage;

    public override void Run(Lesson lesson)
    {
        DiffuseResult result = new DiffuseRun(Steps, Digits).Run(lesson);
        lesson.Say();
        lesson.Say("Mean squared error on digits that were held out (pixels have variance 1):");
        lesson.Say("  noise σ   noisy digit   best factor   denoiser");
        foreach ((NoiseLevel level, double error) in result.Errors)
            lesson.Say($"  {level.Sigma,7:F1} {level.Sigma * level.Sigma,13:F3} {DenoisingError.OfFactor(level),13:F3} {error,10:F3}");
        lesson.Say();
        var sampler = new HeunSampler(result.Network, Levels);
        DrawSteps(lesson, sampler);
        DrawDigits(lesson, sampler);
        Keep(lesson, result.Network, sampler);
    }

    /// <summary>A digit of each class on its way from noise: a row each.</summary>
    private static void DrawSteps(Lesson lesson, HeunSampler sampler)
    {
        int[] shown = [0, 5, 8, 10, 11, 12, 13, 14, 16, Levels];
        var passed = new List<float[]>();
        float[] made = sampler.Draw(
            [.. Enumerable.Range(0, Classes)], lesson.Seed, (level, x) => passed.Add([.. x.Select(value => level.In * value)]));
        passed.Add(made);
        GreyImage steps = ImageGrid.Of(
            [.. Enumerable.Range(0, Classes).SelectMany(digit => shown.Select(step => Digit(passed[step], digit)))], columns: shown.Length);
        PngFile.Write(lesson.Picture("diffuse-steps.png"), steps, zoom: 2);
    }

    private static void DrawDigits(Lesson lesson, HeunSampler sampler)
    {
        (float[] made, _) = sampler.DrawInTurn(Rows * Classes, lesson.Seed);
        GreyImage[] images = [.. Enumerable.Range(0, Rows * Classes).Select(digit => Digit(made, digit))];
        PngFile.Write(lesson.Picture("diffuse.png"), ImageGrid.Of(images, columns: Classes), zoom: 2);
        foreach (string line in HalfBlocks.Lines(ImageGrid.Of(images[..Classes], columns: Classes / 2, background: 0)))
            lesson.Say(line);
    }

    /// <summary>Writes weights, and digits that the topic <c>judge</c> reads.</summary>
    private static void Keep(Lesson lesson, Denoiser network, HeunSampler sampler)
    {
        string weights = lesson.PathOf("diffuse.safetensors");
        network.Save(weights);
        (float[] made, int[] labels) = sampler.DrawInTurn(Kept, lesson.Seed + 1);
        string images = DigitFiles.Write(lesson, "diffuse", made, labels);
        lesson.Say($"Weights: {weights}; {Kept:N0} digits: {images}");
    }

    private static GreyImage Digit(float[] pixels, int index) => DigitImage.Of(pixels.AsSpan(index * Pixels, Pixels));
}
