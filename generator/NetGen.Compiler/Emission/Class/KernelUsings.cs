namespace NetGen.Compiler.Emission;

/// <summary>What stands at the head of the file of methods, so that its lines can be read.</summary>
internal static class KernelUsings
{
    private static readonly (string Name, string Type)[] Aliases =
    [
        ("Dropout", "global::NetGen.Runtime.DropoutMask"),
        ("Functions", "global::NetGen.Runtime.VectorMath"),
        ("MethodImpl", "global::System.Runtime.CompilerServices.MethodImplAttribute"),
        ("MethodImplOptions", "global::System.Runtime.CompilerServices.MethodImplOptions"),
        ("Panel", "global::NetGen.Runtime.Panel"),
        ("Spans", "global::System.Runtime.InteropServices.MemoryMarshal"),
        ("StackScratch", "global::NetGen.Runtime.StackScratch"),
        ("Unsafe", "global::System.Runtime.CompilerServices.Unsafe"),
    ];

    /// <summary>The names that they make.</summary>
    public static IEnumerable<string> Names => Aliases.Select(alias => alias.Name);

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines =>
        ["using global::NetGen.Runtime;", .. Aliases.Select(alias => $"using {alias.Name} = {alias.Type};")];
}
