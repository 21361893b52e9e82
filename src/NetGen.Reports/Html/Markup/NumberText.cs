using System.Globalization;

namespace NetGen.Reports;

/// <summary>Numbers as the page shows them, in the invariant culture.</summary>
internal static class NumberText
{
    /// <summary>A whole number with separators, such as 60,000.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Four significant digits, such as 0.02662 or 1.234e-07; "–" of NaN.</summary>
    public static string Number(double value) => double.IsNaN(value) ? "–" : value switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        0 => "0",
        _ when Math.Abs(value) is < 1e-4 or >= 1e7 => value.ToString("0.###e-00", CultureInfo.InvariantCulture),
        _ when Math.Abs(value) >= 1000 => value.ToString("N0", CultureInfo.InvariantCulture),
        _ => value.ToString("G4", CultureInfo.InvariantCulture),
    };

    /// <summary>Four significant digits at most, with k and M for thousands and millions, such as 0.05, 250 or 20k.</summary>
    public static string Short(double value) => Math.Abs(value) switch
    {
        0 => "0",
        < 1e-4 or >= 1e9 => value.ToString("0.##e-0", CultureInfo.InvariantCulture),
        >= 1e6 => (value / 1e6).ToString("G4", CultureInfo.InvariantCulture) + "M",
        >= 1e4 => (value / 1e3).ToString("G4", CultureInfo.InvariantCulture) + "k",
        _ => value.ToString("G4", CultureInfo.InvariantCulture),
    };

    /// <summary>A loss, with four decimals where that says something.</summary>
    public static string Loss(double value) =>
        Math.Abs(value) is >= 0.01 and < 1000 ? value.ToString("F4", CultureInfo.InvariantCulture) : Number(value);

    /// <summary>A part of 1 in percent, such as 98.15 %; "–" of NaN.</summary>
    public static string Percent(double part) =>
        double.IsNaN(part) ? "–" : (part * 100).ToString("F2", CultureInfo.InvariantCulture) + " %";

    /// <summary>A time, such as 3.2 s, 4 min 05 s or 2 h 10 min.</summary>
    public static string Seconds(double seconds)
    {
        var time = TimeSpan.FromSeconds(seconds);
        return seconds switch
        {
            < 0.1 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:F1} ms"),
            < 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} s"),
            < 3600 => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds:00} s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours} h {time.Minutes:00} min"),
        };
    }

    /// <summary>A shape, such as 1×28×28.</summary>
    public static string Shape(ReadOnlySpan<int> shape)
    {
        string text = "";
        foreach (int size in shape)
            text += (text.Length == 0 ? "" : "×") + size.ToString(CultureInfo.InvariantCulture);
        return text.Length == 0 ? "1" : text;
    }
}
