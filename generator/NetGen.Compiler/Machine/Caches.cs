namespace NetGen.Compiler.Machine;

/// <summary>The caches of a core that schedules reckon with: those of the x86 and ARM cores of today, or smaller.</summary>
internal static class Caches
{
    /// <summary>32 KiB, in floats.</summary>
    public const int L1 = 8192;

    /// <summary>1 MiB, in floats.</summary>
    public const int L2 = 32 * L1;
}
