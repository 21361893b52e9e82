namespace Lecture.Diffuse;

/// <summary>The second input of the denoiser: sines and cosines of ln σ, and a one for the digit that is wanted.</summary>
internal static class Condition
{
    /// <summary>The numbers of a condition: a sine and a cosine for each frequency, and the ten digits.</summary>
    public const int Size = (2 * Frequencies) + Digits;

    private const int Frequencies = 8, Digits = 10;

    /// <summary>Writes the condition of a picture.</summary>
    /// <param name="level">How noisy the picture is.</param>
    /// <param name="digit">The digit, 0 to 9.</param>
    /// <param name="destination">Room for <see cref="Size"/> numbers.</param>
    public static void Write(NoiseLevel level, int digit, Span<float> destination)
    {
        double angle = Math.Log(level.Sigma) * Math.PI / 8;
        for (int frequency = 0; frequency < Frequencies; frequency++)
        {
            (double sine, double cosine) = Math.SinCos(angle * (frequency + 1));
            (destination[2 * frequency], destination[(2 * frequency) + 1]) = ((float)sine, (float)cosine);
        }

        Span<float> digits = destination.Slice(2 * Frequencies, Digits);
        digits.Clear();
        digits[digit] = 1;
    }
}
