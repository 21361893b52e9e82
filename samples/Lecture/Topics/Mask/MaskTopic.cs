using Lecture.Pictures;
using NetGen;

namespace Lecture.Mask;

/// <summary>Self-supervised learning: patches of digits are hidden, and filled in from what is left.</summary>
internal sealed class MaskTopic() : Topic("mask", "Hides patches of digits, and learns to fill them in from what is left.")
{
    private const int Steps = 4000, Digits = 30_000, Shown = 20, Pixels = Mnist.PixelsPerImage;

    public override void Run(Lesson lesson)
    {
        MaskResult result = new MaskRun(Steps, Digits).Run(lesson);
        lesson.Say();
        lesson.Say("Mean squared error of hidden pixels of 1,000 digits that were held out (pixels have variance 1):");
        lesson.Say($"  filled in by the mean digit {result.ErrorOfMeanDigit:F3}");
        lesson.Say($"  filled in by the network    {result.Error:F3}");
        lesson.Say();
        foreach (string line in Blocks.Lines(Grid(result, digits: 1), columns: 78))
            lesson.Say(line);
        lesson.Say("From left to right: what is seen, filled in, the digit.");
        PngFile.Write(lesson.Picture("mask.png"), Grid(result, Shown), zoom: 2);
    }

    /// <summary>Digits in threes: what is seen, filled in, whole; four digits a row.</summary>
    private static GreyImage Grid(MaskResult result, int digits)
    {
        var images = new List<GreyImage>();
        for (int digit = 0; digit < digits; digit++)
        {
            Range range = (digit * Pixels)..((digit + 1) * Pixels);
            float[] mask = result.Digits.Mask[range], visible = result.Digits.Visible[range], filled = result.Filled[range];
            images.Add(DigitImage.Of([.. visible.Select((value, i) => mask[i] == 0 ? value : DigitImage.Grey)]));
            images.Add(DigitImage.Of([.. visible.Select((value, i) => mask[i] == 0 ? value : filled[i])]));
            images.Add(DigitImage.Of(result.Digits.Whole[range]));
        }

        return ImageGrid.Of(images, columns: 3 * Math.Min(digits, 4));
    }
}
