using System.Numerics.Tensors;
using Lecture.Data;
using NetGen;

namespace Lecture.Judge;

/// <summary>What the reader sees in pictures.</summary>
/// <param name="Scores">[pictures, 10]: logits.</param>
/// <param name="Features">[pictures, 64]: the numbers before the last layer.</param>
internal sealed record Reading(float[] Scores, float[] Features)
{
    /// <summary>How many numbers there are of a picture.</summary>
    public const int FeaturesOfPicture = 64;

    private const int Classes = 10;

    /// <summary>Reads pictures.</summary>
    /// <param name="reader">The classifier.</param>
    /// <param name="shades">[pictures, 28, 28], 0 to 1.</param>
    public static Reading Of(DigitReader reader, float[] shades)
    {
        var outputs = new DigitReader.Outputs(shades.Length / Mnist.PixelsPerImage);
        reader.Predict(Shades.Normalized(shades), outputs);
        return new Reading([.. outputs.Output], [.. outputs.Features]);
    }

    /// <summary>The part of the pictures that is read as each class.</summary>
    public double[] ClassShares()
    {
        var shares = new double[Classes];
        for (int i = 0; i < Scores.Length; i += Classes)
            shares[TensorPrimitives.IndexOfMax(Scores.AsSpan(i, Classes))] += (double)Classes / Scores.Length;
        return shares;
    }

    /// <summary>The mean squared difference between the probabilities of the classes and 1 for the right one, 0 for the others.</summary>
    /// <param name="digits">The pictures' labels.</param>
    public double SquaredError(Mnist digits)
    {
        double sum = 0;
        for (int i = 0; i < Scores.Length; i += Classes)
        {
            ReadOnlySpan<float> scores = Scores.AsSpan(i, Classes);
            double total = 0;
            foreach (float score in scores)
                total += Math.Exp(score);
            for (int digit = 0; digit < Classes; digit++)
                sum += Math.Pow((Math.Exp(scores[digit]) / total) - (digits.Label(i / Classes) == digit ? 1 : 0), 2);
        }

        return sum / Scores.Length;
    }
}
