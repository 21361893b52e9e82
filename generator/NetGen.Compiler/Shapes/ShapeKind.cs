namespace NetGen.Compiler.Shapes;

/// <summary>What the axes of a sample mean.</summary>
internal enum ShapeKind
{
    /// <summary>[features]</summary>
    Vector,

    /// <summary>[steps], of whole numbers that name rows of an Embedding.</summary>
    Tokens,

    /// <summary>[steps, features]</summary>
    Sequence,

    /// <summary>[channels, length]</summary>
    Signal,

    /// <summary>[channels, height, width]</summary>
    Image,
}
