namespace DigitPad.Inspection;

/// <summary>Values as bytes to paint.</summary>
internal static class MapPainting
{
    private const int Zero = 128, Most = 127;

    /// <summary>
    /// All channels of a layer, [channels, rows, columns]: 128 is zero, and the value farthest from zero is 255 or 1.
    /// </summary>
    public static byte[] Signed(LayerValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        byte[] painted = new byte[values.Channels * values.Rows * values.Columns];
        float scale = Most / MostOf(values.Values);
        for (int i = 0; i < painted.Length; i++)
            painted[i] = i < values.Values.Length ? (byte)(Zero + (values.Values[i] * scale)) : (byte)Zero;
        return painted;
    }

    /// <summary>The largest absolute value; a little more than 0 where all values are 0.</summary>
    public static float MostOf(ReadOnlySpan<float> values)
    {
        float most = 1e-12f;
        foreach (float value in values)
            most = Math.Max(most, Math.Abs(value));
        return most;
    }
}
