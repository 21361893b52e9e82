namespace NetGen.Compiler.Emission;

/// <summary>An epilogue that the library has, or several of them in a row.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Argument">The expression that makes it, of a type that is known.</param>
/// <param name="IsLong">Whether the library says that it takes many operations.</param>
internal sealed record LibraryEpilogue(string Type, string Argument, bool IsLong)
{
    /// <summary>Several, one after the other.</summary>
    public static LibraryEpilogue Of(IReadOnlyList<LibraryEpilogue> parts)
    {
        if (parts.Count == 0)
            return new("Unchanged<V>", "default", false);
        LibraryEpilogue rest = parts[parts.Count - 1];
        for (int index = parts.Count - 2; index >= 0; index--)
            rest = new(
                $"Then<V, {parts[index].Type}, {rest.Type}>", $"new({parts[index].Argument}, {rest.Argument})",
                parts[index].IsLong || rest.IsLong);
        return rest;
    }
}
