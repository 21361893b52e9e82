namespace NetGen.Data;

/// <summary>A value of a row in four bytes: the bits of a number, or the number of a category.</summary>
internal static class CsvCell
{
    public const int MissingCategory = -1;

    public static readonly int MissingNumber = Of(float.NaN);

    public static int Of(float number) => BitConverter.SingleToInt32Bits(number);

    public static float Number(int cell) => BitConverter.Int32BitsToSingle(cell);
}
