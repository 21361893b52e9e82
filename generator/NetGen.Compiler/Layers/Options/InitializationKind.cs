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
}
