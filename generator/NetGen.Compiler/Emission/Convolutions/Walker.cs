namespace NetGen.Compiler.Emission;

/// <summary>A reference that walks through a tensor: where it starts, and how many floats a step is.</summary>
internal sealed record Walker(string Reference, IndexExpression Start, int Step);
