using System.Globalization;

namespace DigitPad.Inspection;

/// <summary>Numbers as the page writes them.</summary>
internal static class NumberText
{
    /// <summary>Two digits behind the point, and a true minus sign.</summary>
    public static string Of(double number) => number.ToString("0.00;−0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>Without digits behind the point.</summary>
    public static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>A part of one as percent, without digits behind the point.</summary>
    public static string Percent(double part) => Whole(100 * part);

    /// <summary>A number as CSS and SVG take it.</summary>
    public static string Coordinate(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
