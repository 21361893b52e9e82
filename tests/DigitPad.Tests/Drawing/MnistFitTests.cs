using DigitPad.Drawing;
using NetGen;

namespace DigitPad.Tests.Drawing;

/// <summary>Drawings as the network sees them.</summary>
public sealed class MnistFitTests
{
    [Theory]
    [InlineData(3, 3, 9, 12)]
    [InlineData(2, 2, 26, 26)]
    [InlineData(20, 4, 24, 26)]
    public void A_fitted_line_fills_20_pixels_around_its_centre_of_mass(double fromX, double fromY, double toX, double toY)
    {
        var ink = new InkField();
        ink.DrawLine(fromX, fromY, toX, toY, erases: false);
        byte[] image = MnistFit.Fit(ink);
        int rows = Enumerable.Range(0, Mnist.Side)
            .Count(row => image.AsSpan(row * Mnist.Side, Mnist.Side).ContainsAnyExcept((byte)0));
        Assert.InRange(rows, 20, 22);
        Assert.InRange(Centre(image, index => index / Mnist.Side), 13.5, 14.5);
        Assert.InRange(Centre(image, index => index % Mnist.Side), 13.5, 14.5);
    }

    [Fact]
    public void A_dot_is_not_blown_up()
    {
        var ink = new InkField();
        ink.DrawLine(4, 4, 4, 4, erases: false);
        Assert.InRange(MnistFit.Fit(ink).Count(pixel => pixel > 0), 1, 150);
    }

    [Fact]
    public void Paper_stays_paper() => Assert.All(MnistFit.Fit(new InkField()), pixel => Assert.Equal(0, pixel));

    [Fact]
    public void An_image_of_the_data_set_stays_nearly_as_it_is()
    {
        Mnist digits = SyntheticDigits.Draw(20, seed: 1);
        for (int index = 0; index < digits.Count; index++)
        {
            var board = new DrawingBoard();
            board.Load(digits.Pixels(index));
            byte[] seen = board.Seen, original = digits.Pixels(index).ToArray();
            double difference = seen.Zip(original, (a, b) => Math.Abs(a - b)).Sum() / original.Sum(pixel => (double)pixel);
            Assert.InRange(difference, 0, 0.6);
        }
    }

    private static double Centre(byte[] image, Func<int, int> coordinate) =>
        image.Select((pixel, index) => pixel * (coordinate(index) + 0.5)).Sum() / image.Sum(pixel => (double)pixel);
}
