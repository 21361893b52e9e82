namespace NetGen.Compiler.Fusion;

/// <summary>How the loops of a group's kernel are cut for caches and threads. It is a value: nothing of it depends on how it is printed, or on the vector width.</summary>
internal abstract record Schedule;
