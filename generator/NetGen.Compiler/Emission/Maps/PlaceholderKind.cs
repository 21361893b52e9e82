namespace NetGen.Compiler.Emission;

/// <summary>What stands for a placeholder of a pattern.</summary>
internal enum PlaceholderKind
{
    /// <summary>The value in registers, or what is computed from it.</summary>
    Value,

    /// <summary>A vector in memory, with a number for each column, which all rows share.</summary>
    Row,

    /// <summary>A matrix in memory, whose rows lie in equal distances.</summary>
    Matrix,

    /// <summary>A matrix in memory, or what the library's epilogues make of one.</summary>
    Source,

    /// <summary>A constant.</summary>
    Number,

    /// <summary>How many numbers a sum has: the samples of the batch, those times a constant, or the labels that count.</summary>
    Count,

    /// <summary>What dropout keeps: 1 or 0.</summary>
    Keep,

    /// <summary>What the pattern names in another place.</summary>
    Any,
}
