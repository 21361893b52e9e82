namespace NetGen.Reports.Tests.Html;

public class NumberTextTests
{
    [Theory]
    [InlineData(0.026623, "0.02662")]
    [InlineData(-12345.6, "-12,346")]
    [InlineData(1.2344e-7, "1.234e-07")]
    [InlineData(0, "0")]
    [InlineData(double.NaN, "–")]
    [InlineData(double.PositiveInfinity, "∞")]
    public void Numbers_have_four_digits(double value, string text) => Assert.Equal(text, NumberText.Number(value));

    [Theory]
    [InlineData(0.0123, "12.3 ms")]
    [InlineData(3.21, "3.2 s")]
    [InlineData(245, "4 min 05 s")]
    [InlineData(7800, "2 h 10 min")]
    [InlineData(180000, "50 h 00 min")]
    public void Times_have_units(double seconds, string text) => Assert.Equal(text, NumberText.Seconds(seconds));

    [Theory]
    [InlineData(20000, "20k")]
    [InlineData(1500000, "1.5M")]
    [InlineData(-0.25, "-0.25")]
    public void Labels_are_short(double value, string text) => Assert.Equal(text, NumberText.Short(value));
}
