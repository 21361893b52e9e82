using Lecture.Mask;
using NetGen;

namespace Lecture.Tests;

/// <summary>Hidden patches are filled in better than by the mean digit, and never seen.</summary>
public class MaskTests
{
    [Fact]
    public void Three_of_five_patches_are_hidden_as_a_whole()
    {
        var mask = new float[Mnist.PixelsPerImage];
        Patches.Hide(new Random(1), mask);
        Assert.Equal(Patches.Hidden * Patches.Size * Patches.Size, mask.Sum());
        for (int pixel = 0; pixel < mask.Length; pixel++)
        {
            int row = pixel / Mnist.Side / Patches.Size * Patches.Size, column = pixel % Mnist.Side / Patches.Size * Patches.Size;
            Assert.Equal(mask[(row * Mnist.Side) + column], mask[pixel]);
        }
    }

    [Fact]
    public void What_is_seen_and_what_is_hidden_make_the_digit()
    {
        var digits = new MaskedDigits(SyntheticDigits.Draw(20, seed: 1), count: 4, seed: 1);
        digits.Draw();
        Assert.Equal(digits.Whole, digits.Visible.Zip(digits.Hidden, (visible, hidden) => visible + hidden));
        Assert.All(digits.Visible.Zip(digits.Mask), pixel => Assert.True(pixel.Second == 0 || pixel.First == 0));
        Assert.Equal(0, digits.Error(i => digits.Whole[i]));
    }

    [Fact]
    public void A_little_training_fills_in_better_than_the_mean_digit()
    {
        MaskResult result = new MaskRun(steps: 300, digits: 2000).Run(new Lesson("unused", TextWriter.Null) { Threads = 2 });
        Assert.InRange(result.Error, 0, 0.95 * result.ErrorOfMeanDigit);
        Assert.All(result.Filled.Zip(result.Digits.Mask), pixel => Assert.True(pixel.Second == 1 || pixel.First == 0));
    }
}
