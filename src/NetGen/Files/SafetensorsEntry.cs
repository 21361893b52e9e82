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
    public int Count => StridedLayout.Elements(Shape);

    /// <summary>Bytes of an element of a type that is read, or 0 of one that is not.</summary>
    public static int BytesOf(string type) => type switch
    {
        Int64 or "F64" => 8,
        Float32 => 4,
        "F16" or "BF16" => 2,
        _ => 0,
    };
}
