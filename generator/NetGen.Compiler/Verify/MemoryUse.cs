using NetGen.Compiler.Memory;

namespace NetGen.Compiler.Verify;

/// <summary>Floats that are needed for a time.</summary>
/// <param name="Name">Whose they are, as a fault says it.</param>
/// <param name="Place">Where they lie.</param>
/// <param name="Size">How many they are.</param>
/// <param name="First">The chain that writes them; -1 where they are there before.</param>
/// <param name="Last">The last chain that reads them.</param>
/// <param name="IsWritten">Whether a group writes them.</param>
internal sealed record MemoryUse(string Name, Storage Place, long Size, int First, int Last, bool IsWritten)
{
    public bool Overlaps(MemoryUse other) =>
        Place.Kind == other.Place.Kind && Place.Offset < other.Place.Offset + other.Size && other.Place.Offset < Place.Offset + Size;
}
