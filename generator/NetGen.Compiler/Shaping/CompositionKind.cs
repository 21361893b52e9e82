namespace NetGen.Compiler.Shaping;

internal enum CompositionKind
{
    /// <summary>Sum of two branches.</summary>
    Residual,

    /// <summary>Sum of branches of equal shapes.</summary>
    Sum,

    /// <summary>Branches concatenated along an axis.</summary>
    Concat,

    /// <summary>Product of branches; axes of size 1 are stretched.</summary>
    Multiply,
}
