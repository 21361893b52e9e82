using NetGen.Compiler.Memory;

namespace NetGen.Compiler.Verify;

/// <summary>Floats that are in use for some time.</summary>
/// <param name="Name">The name of what they hold, for messages.</param>
/// <param name="Place">Their storage.</param>
/// <param name="Size">How many they are.</param>
/// <param name="First">The chain that writes them; -1 where they are written before the first.</param>
/// <param name="Last">The last chain that reads them.</param>
/// <param name="IsWritten">Whether a group writes them.</param>
internal sealed record MemoryUse(string Name, Storage Place, long Size, int First, int Last, bool IsWritten)
{
    public bool Overlaps(MemoryUse other) =>
        Place.Kind == other.Place.Kind && Place.Offset < other.Place.Offset + other.Size && other.Place.Offset < Place.Offset + Size;
}
