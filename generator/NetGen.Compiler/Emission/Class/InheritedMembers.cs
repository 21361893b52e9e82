namespace NetGen.Compiler.Emission;

/// <summary>Members that emitted types have from the start, so that no member named after a layer hides one.</summary>
internal static class InheritedMembers
{
    /// <summary>Those of <see cref="object"/>, which structs have too.</summary>
    public static IReadOnlyList<string> OfObject { get; } =
        ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    /// <summary>Those of the base class of a network's outputs.</summary>
    public static IReadOnlyList<string> OfOutputs { get; } = ["Output", "Names", "Samples", "Values", "ShapeOf", "Item", .. OfObject];
}
