using Lecture.Data;
using Lecture.Pictures;
using NetGen;

namespace Lecture.Autoencode;

/// <summary>Digits through a bottleneck and back, and noise taken away from them.</summary>
internal sealed class AutoencodeTopic() : Topic("autoencode", "Squeezes digits through 2, 8 and 32 numbers and back; takes noise away.")
{
    private const int Steps = 3000, Digits = 20_000, HeldOut = 2000;

    public override void Run(Lesson lesson)
    {
        var run = new AutoencodeRun(lesson, Digits, HeldOut);
        int[] shown = run.OneOfEachClass();
        var rows = new List<float[]> { run.HeldOut };
        lesson.Say("Mean squared error of digits that were held out (pixels are 0 to 1):");
        lesson.Say($"  no code, the mean picture   {run.Error(run.MeanPicture()):F4}");
        foreach ((int code, Network network) in (ReadOnlySpan<(int, Network)>)
            [(2, new Autoencoder2(lesson.Seed)), (8, new Autoencoder8(lesson.Seed)), (32, new Autoencoder32(lesson.Seed))])
        {
            run.Train(network, Steps);
            rows.Add(network.Predict(run.HeldOut));
            lesson.Say($"  a code of {code,2} numbers        {run.Error(rows[^1]):F4}");
        }

        var denoising = new DenoisingAutoencoder(lesson.Seed);
        run.Train(denoising, Steps);
        rows.Add(run.Noisy());
        lesson.Say($"  with noise of deviation {DenoisingAutoencoder.Stddev} {run.Error(rows[^1]),7:F4}");
        rows.Add(denoising.Predict(rows[^1]));
        lesson.Say($"  the noise taken away        {run.Error(rows[^1]):F4}");

        lesson.Say();
        foreach (float[] row in rows[..4])
        {
            foreach (string line in HalfBlocks.Lines(ShadeGrid.Of(Of(row, shown[..5]), columns: 5, background: 0)))
                lesson.Say(line);
        }

        lesson.Say("From top to bottom: digits, and what comes back from 2, 8 and 32 numbers.");
        PngFile.Write(
            lesson.Picture("autoencode.png"),
            ShadeGrid.Of([.. rows.SelectMany(row => Of(row, shown))], columns: shown.Length), zoom: 2);
        lesson.Say("Its rows: digits; from 2, 8 and 32 numbers; with noise; the noise taken away.");
    }

    private static float[] Of(float[] pictures, ReadOnlySpan<int> indices)
    {
        var chosen = new List<float>();
        foreach (int index in indices)
            chosen.AddRange(Shades.At(pictures, index));
        return [.. chosen];
    }
}
