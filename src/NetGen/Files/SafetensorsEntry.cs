using NetGen.Runtime;

namespace NetGen;

/// <summary>One tensor of a safetensors file, as the header states it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements, such as F32.</param>
/// <param name="Shape">Its sizes; none for a scalar.</param>
/// <param name="Begin">Its first byte, counted from the end of the header.</param>
/// <param name="End">The byte after its last.</param>
internal sealed record SafetensorsEntry(string Name, string Type, int[] Shape, long Begin, long End)
{
    public const string Float32 = "F32";
    public const string Int64 = "I64";

    /// <summary>The number of elements.</summary>
    public int Count => Shape.Contains(0) ? 0 : StridedLayout.Elements(Shape);

    /// <summary>Whether the values can be read as floats.</summary>
    public bool IsRead => Type is Float32 or Int64 or "F64" or "F16" or "BF16";

    /// <summary>Whether these are Booleans or integers: a mask, positions, a count, which are not learnt.</summary>
    public bool IsWhole => Type is "BOOL" or "U8" or "I8" or "U16" or "I16" or "U32" or "I32" or "U64" or Int64;

    /// <summary>The bytes of so many elements of a type.</summary>
    public static long BytesOf(string type, long count) => ((count * BitsOf(type)) + 7) / 8;

    /// <summary>Bits of an element of a type, or 0 of one that the format does not have.</summary>
    public static int BitsOf(string type) => type switch
    {
        "C64" or Int64 or "U64" or "F64" => 64,
        Float32 or "I32" or "U32" => 32,
        "F16" or "BF16" or "I16" or "U16" => 16,
        "BOOL" or "I8" or "U8" or "F8_E4M3" or "F8_E5M2" or "F8_E8M0" or "F8_E4M3FNUZ" or "F8_E5M2FNUZ" => 8,
        "F6_E2M3" or "F6_E3M2" => 6,
        "F4" => 4,
        _ => 0,
    };
}
