namespace NetGen.Runtime;

/// <summary>Some floats of the flat parameter block, and of the blocks that have its layout.</summary>
/// <param name="Offset">The first, a multiple of 16.</param>
/// <param name="Length">How many, a multiple of 16.</param>
public readonly record struct ParameterRange(int Offset, int Length);
