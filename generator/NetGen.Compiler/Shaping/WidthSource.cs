namespace NetGen.Compiler.Shaping;

/// <summary>A layer that decides the number of features or channels, and where it states it.</summary>
internal sealed record WidthSource(string Name, int Site);
