namespace NetGen.Compiler.Memory;

/// <summary>Where a tensor lies at run time. Activations count in floats a sample, the others in floats.</summary>
internal sealed record Storage(StorageKind Kind, long Offset);
