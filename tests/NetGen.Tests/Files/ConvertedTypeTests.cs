using System.Buffers.Binary;

namespace NetGen.Tests.Files;

/// <summary>Values of other float types as floats. There are more than one piece of them.</summary>
public class ConvertedTypeTests
{
    private const int HalfPatterns = 65_536;

    /// <summary>By the definition of IEEE 754's binary16: five bits of exponent, ten of fraction.</summary>
    [Fact]
    public void Every_F16_is_the_same_number()
    {
        float[] values = Read(
            "F16", HalfPatterns, sizeof(ushort), (bytes, i) => BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)i));
        for (int bits = 0; bits < HalfPatterns; bits++)
        {
            int exponent = (bits >> 10) & 31, fraction = bits & 1023;
            double magnitude = exponent switch
            {
                0 => fraction * Math.Pow(2, -24),
                31 => fraction == 0 ? double.PositiveInfinity : double.NaN,
                _ => (1 + (fraction / 1024.0)) * Math.Pow(2, exponent - 15),
            };
            float expected = (float)((bits & 0x8000) == 0 ? magnitude : -magnitude);
            Assert.True(
                float.IsNaN(expected) ? float.IsNaN(values[bits]) : SameBits(expected, values[bits]),
                $"{bits:X4} is {values[bits]}; expected {expected}");
        }
    }

    [Fact]
    public void Every_BF16_is_the_upper_half_of_a_float()
    {
        float[] values = Read(
            "BF16", HalfPatterns, sizeof(ushort), (bytes, i) => BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)i));
        for (int bits = 0; bits < HalfPatterns; bits++)
        {
            int exponent = (bits >> 7) & 255, fraction = bits & 127;
            double magnitude = exponent switch
            {
                0 => fraction * Math.Pow(2, -133),
                255 => fraction == 0 ? double.PositiveInfinity : double.NaN,
                _ => (1 + (fraction / 128.0)) * Math.Pow(2, exponent - 127),
            };
            float expected = (float)((bits & 0x8000) == 0 ? magnitude : -magnitude);
            Assert.True(
                float.IsNaN(expected) ? float.IsNaN(values[bits]) : SameBits(expected, values[bits]),
                $"{bits:X4} is {values[bits]}; expected {expected}");
        }
    }

    /// <summary>A float has 24 bits: halfway between two, the even one is taken.</summary>
    [Fact]
    public void An_F64_is_rounded_to_the_nearest_float()
    {
        double unit = Math.Pow(2, -24);
        (double Stored, float Expected)[] cases =
        [
            (1 + unit, 1f), (1 + (3 * unit), 1f + (4 * (float)unit)), (1 + (1.0001 * unit), 1f + (2 * (float)unit)),
            (1e-50, 0f), (-1e-50, -0f), (float.Epsilon, float.Epsilon), (1.4 * float.Epsilon, float.Epsilon),
            (1.6 * float.Epsilon, 2 * float.Epsilon), (float.MaxValue, float.MaxValue),
            (double.NaN, float.NaN), (double.PositiveInfinity, float.PositiveInfinity), (double.NegativeInfinity, float.NegativeInfinity),
        ];
        float[] values = Read(
            "F64", cases.Length, sizeof(double), (bytes, i) => BinaryPrimitives.WriteDoubleLittleEndian(bytes, cases[i].Stored));
        for (int i = 0; i < cases.Length; i++)
            Assert.True(
                float.IsNaN(cases[i].Expected) ? float.IsNaN(values[i]) : SameBits(cases[i].Expected, values[i]),
                $"{cases[i].Stored:R} is {values[i]:R}; expected {cases[i].Expected:R}");
    }

    private static bool SameBits(float a, float b) => BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b);

    private static float[] Read(string type, int count, int width, Action<byte[], int> write)
    {
        byte[] file = SafetensorsBytes.Of(
            $$"""{ "x": { "dtype": "{{type}}", "shape": [{{count}}], "data_offsets": [0, {{count * width}}] } }""", count * width);
        byte[] element = new byte[width];
        for (int i = 0; i < count; i++)
        {
            write(element, i);
            element.CopyTo(file, file.Length - ((count - i) * width));
        }

        var reader = new SafetensorsReader(new MemoryStream(file), "file");
        return reader.ReadValues(Assert.Single(reader.Entries), count);
    }
}
