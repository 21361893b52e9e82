using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>What a stream keeps from step to step.</summary>
public static class StreamRows
{
    /// <summary>Copies a row.</summary>
    /// <param name="from">Its first float.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="count">Its floats.</param>
    public static void Copy(ref float from, ref float to, int count) =>
        MemoryMarshal.CreateReadOnlySpan(ref from, count).CopyTo(MemoryMarshal.CreateSpan(ref to, count));
}
