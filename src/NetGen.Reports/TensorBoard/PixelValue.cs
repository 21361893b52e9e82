namespace NetGen.Reports;

/// <summary>A number from 0 to 1 as a byte of a pixel.</summary>
internal static class PixelValue
{
    /// <summary>0 for what is below 0 and for NaN, 255 for what is above 1.</summary>
    public static byte Of(float value) => float.IsNaN(value) ? (byte)0 : (byte)((Math.Clamp(value, 0, 1) * 255) + 0.5f);
}
