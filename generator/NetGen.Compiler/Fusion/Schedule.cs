namespace NetGen.Compiler.Fusion;

/// <summary>
/// How the loops of a group's kernel are tiled for caches and threads: a value, independent of how it is printed and of the vector width.
/// </summary>
internal abstract record Schedule;
