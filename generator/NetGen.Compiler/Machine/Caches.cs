namespace NetGen.Compiler.Machine;

/// <summary>The cache sizes for which kernels are scheduled: at most those of today's x86 and ARM cores.</summary>
internal static class Caches
{
    /// <summary>32 KiB, in floats.</summary>
    public const int L1 = 8192;

    /// <summary>1 MiB, in floats.</summary>
    public const int L2 = 32 * L1;
}
