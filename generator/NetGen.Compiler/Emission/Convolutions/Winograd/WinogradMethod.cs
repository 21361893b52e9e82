using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// A method of Winograd's algorithm whose text follows from sizes alone, and from nothing else of a layer: two that are equal
/// are printed once. A record, so that whatever its text depends on is part of what is compared.
/// </summary>
internal abstract record WinogradMethod(VectorDialect Dialect)
{
    /// <summary>Places of a transformed tile along one axis.</summary>
    protected const int Pixels = WinogradSize.Places;

    /// <summary>Places of a transformed tile.</summary>
    protected const int Places = Pixels * Pixels;

    /// <summary>What it does, and for which sizes.</summary>
    public abstract string Name { get; }

    /// <summary>What it computes, as a sentence.</summary>
    public abstract string Summary { get; }

    /// <summary>Its parameters, as C# declares them.</summary>
    public abstract string Parameters { get; }

    /// <summary>Prints what stands between its braces.</summary>
    public abstract void EmitBody(MethodContext context);

    /// <summary>The window as it stands in a name, where it is not the usual 3×3.</summary>
    protected static string Window(WinogradSize size) =>
        size.Window == 3 ? "" : $"Window{Literals.Integer(size.Window)}x{Literals.Integer(size.Window)}Of";

    /// <summary>Sizes as they stand in a name.</summary>
    protected static string Sizes(TensorShape shape) => string.Join("x", shape.Sizes.Select(size => Literals.Integer(size)));
}
