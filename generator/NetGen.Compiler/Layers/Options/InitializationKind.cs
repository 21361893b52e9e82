namespace NetGen.Compiler.Layers;

internal enum InitializationKind
{
    Zeros,
    Ones,

    /// <summary>First is the value.</summary>
    Constant,

    /// <summary>First is the bound.</summary>
    Uniform,

    /// <summary>First is the mean, Second the standard deviation.</summary>
    Normal,

    /// <summary>Rows, or where they are longer than many columns, of length 1 that are orthogonal to each other.</summary>
    Orthogonal,

    /// <summary>First is the number of groups.</summary>
    Dirac,
}
