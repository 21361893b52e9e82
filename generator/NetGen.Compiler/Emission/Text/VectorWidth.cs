namespace NetGen.Compiler.Emission;

/// <summary>A vector width that emitted code runs at. All methods are written once, and each width is a pair of type arguments.</summary>
/// <param name="Name">How the class of its methods begins.</param>
/// <param name="Lanes">Floats in a vector.</param>
/// <param name="Operations">The type of the library that has its operations, an <c>ISimd&lt;V&gt;</c>.</param>
/// <param name="Vector">The type of a vector.</param>
internal sealed record VectorWidth(string Name, int Lanes, string Operations, string Vector)
{
    /// <summary>All of them, widest first.</summary>
    public static IReadOnlyList<VectorWidth> All { get; } =
    [
        new("Vector512", 16, "global::NetGen.Runtime.Simd512", "global::System.Runtime.Intrinsics.Vector512<float>"),
        new("Vector256", 8, "global::NetGen.Runtime.Simd256", "global::System.Runtime.Intrinsics.Vector256<float>"),
        new("Vector128", 4, "global::NetGen.Runtime.Simd128", "global::System.Runtime.Intrinsics.Vector128<float>"),
        new("Scalar", 1, "global::NetGen.Runtime.SimdScalar", "float"),
    ];

    /// <summary>The widest there is.</summary>
    public static VectorWidth Widest => All[0];

    /// <summary>The class of its methods.</summary>
    public string Class => Name + "Kernels";

    /// <summary>The widest, no wider than this one, whose lanes divide so many floats.</summary>
    public VectorWidth Dividing(int columns) => All.First(width => width.Lanes <= Lanes && columns % width.Lanes == 0);
}
