using NetGen;

namespace Lecture.Mask;

/// <summary>Digits of which patches are hidden: a batch for the network.</summary>
/// <param name="digits">The digits.</param>
/// <param name="count">Digits a batch.</param>
/// <param name="seed">Seeds which digits and patches are drawn.</param>
internal sealed class MaskedDigits(Mnist digits, int count, int seed)
{
    private const int Pixels = Mnist.PixelsPerImage;

    private readonly Random random = new(seed);
    private readonly int[] indices = new int[count];

    /// <summary>The digits, [count, 28, 28], normalised.</summary>
    public float[] Whole { get; } = new float[count * Pixels];

    /// <summary>1 where a pixel is hidden, else 0.</summary>
    public float[] Mask { get; } = new float[count * Pixels];

    /// <summary>The digits where they are seen, 0 where they are hidden.</summary>
    public float[] Visible { get; } = new float[count * Pixels];

    /// <summary>The digits where they are hidden, 0 where they are seen: what the network is to give.</summary>
    public float[] Hidden { get; } = new float[count * Pixels];

    /// <summary>Draws digits, and hides other patches of each.</summary>
    public void Draw()
    {
        foreach (ref int index in indices.AsSpan())
            index = random.Next(digits.Count);
        digits.CopySamples(indices, Whole);
        for (int i = 0; i < count; i++)
            Patches.Hide(random, Mask.AsSpan(i * Pixels, Pixels));
        for (int i = 0; i < Whole.Length; i++)
            (Visible[i], Hidden[i]) = ((1 - Mask[i]) * Whole[i], Mask[i] * Whole[i]);
    }

    /// <summary>The mean squared error of hidden pixels, where these are guessed; pixels have variance 1.</summary>
    /// <param name="guess">The value of a hidden pixel, by its place in <see cref="Whole"/>.</param>
    public double Error(Func<int, float> guess)
    {
        (double sum, int hidden) = (0, 0);
        for (int i = 0; i < Whole.Length; i++)
        {
            if (Mask[i] == 0)
                continue;
            sum += Math.Pow(guess(i) - Whole[i], 2);
            hidden++;
        }

        return sum / hidden;
    }
}
