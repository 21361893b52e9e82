using Lecture.Data;
using Lecture.Gan;
using Lecture.Vae;
using NetGen;

namespace Lecture.Judge;

/// <summary>Digits of the generators: by their weights in the folder of pictures, or trained here where there are none.</summary>
/// <param name="lesson">The run.</param>
/// <param name="digits">What the generators learn from.</param>
/// <param name="count">How many digits of each.</param>
internal sealed class Exhibits(Lesson lesson, Mnist digits, int count)
{
    // Other draws than those of the pictures that the generators' own topics show.
    private readonly int seed = lesson.Seed + 1000;

    /// <summary>Digits of the variational autoencoder, [digits, 28, 28], 0 to 1.</summary>
    /// <param name="steps">Steps of its training, where there are no weights.</param>
    public float[] OfVae(int steps)
    {
        var decoder = new DigitDecoder();
        if (!GeneratorFile.TryLoad(decoder, lesson, "vae.safetensors", digits))
        {
            lesson.Say("There are no weights of vae in the folder; training one.");
            new VaeRun(lesson, steps).Train(new DigitVae(lesson.Seed), decoder, digits);
        }

        return VaeRun.Draw(decoder, count, seed);
    }

    /// <summary>Digits of the generative adversarial network, [digits, 28, 28], 0 to 1.</summary>
    /// <param name="steps">Steps of its training, where there are no weights.</param>
    public float[] OfGan(int steps)
    {
        var generator = new DigitGenerator(lesson.Seed);
        if (!GeneratorFile.TryLoad(generator, lesson, "gan.safetensors", digits))
        {
            lesson.Say("There are no weights of gan in the folder; training one.");
            using var training = new GanTraining(lesson, generator, digits);
            training.Run(steps, steps, _ => { });
        }

        return GeneratedDigits.Draw(generator, count, seed);
    }

    /// <summary>Digits that diffusion made, or null where its topic has written none into the folder.</summary>
    public float[]? OfDiffusion()
    {
        string path = lesson.PathOf("diffuse-images-idx3-ubyte");
        if (!File.Exists(path))
            return null;
        byte[] pixels = IdxFile.Read(path).Values;
        return [.. pixels.Take(count * Mnist.PixelsPerImage).Select(pixel => pixel / 255f)];
    }
}
