namespace NetGen.Compiler.Emission;

/// <summary>The elements of a matrix, as a type of the library: in memory, or what its epilogues make of them.</summary>
/// <param name="Type">The type.</param>
/// <param name="Argument">The expression that makes it, of a type that is known.</param>
/// <param name="IsLong">Whether the library says that it takes many operations.</param>
internal sealed record LibrarySource(string Type, string Argument, bool IsLong)
{
    /// <summary>A matrix in memory.</summary>
    /// <param name="reference">Its first float.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    public static LibrarySource OfMatrix(string reference, int stride) =>
        new("MatrixSource<S, V>", $"new(ref {reference}, {Literals.Integer(stride)})", false);

    /// <summary>What an epilogue makes of it.</summary>
    public LibrarySource Mapped(LibraryEpilogue epilogue) =>
        new($"Mapped<V, {Type}, {epilogue.Type}>", $"new({Argument}, {epilogue.Argument})", IsLong || epilogue.IsLong);
}
