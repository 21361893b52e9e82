namespace NetGen.Benchmarks.Comparison;

/// <summary>
/// Environment variables that keep a library from wider vectors than a comparison allows.
/// All run as on a machine that has no others.
/// </summary>
internal static class InstructionLimit
{
    /// <summary>For .NET's JIT.</summary>
    /// <param name="width">16, 8, 4 or 1 floats; null for what the machine has.</param>
    public static (string Name, string Value)[] OfNet(string? width) => width switch
    {
        "8" => [("DOTNET_EnableAVX512", "0")],
        "4" => [("DOTNET_EnableAVX2", "0")],
        "1" => [("DOTNET_EnableHWIntrinsic", "0")],
        _ => [],
    };

    /// <summary>For libtorch's own kernels and the two libraries that multiply matrices for it, MKL and oneDNN.</summary>
    /// <param name="width">16, 8, 4 or 1 floats; null for what the machine has.</param>
    public static (string Name, string Value)[] OfTorch(string? width) => width switch
    {
        "8" => [("ATEN_CPU_CAPABILITY", "avx2"), ("MKL_ENABLE_INSTRUCTIONS", "AVX2"), ("ONEDNN_MAX_CPU_ISA", "AVX2")],
        "4" or "1" => [("ATEN_CPU_CAPABILITY", "default"), ("MKL_ENABLE_INSTRUCTIONS", "SSE4_2"), ("ONEDNN_MAX_CPU_ISA", "SSE41")],
        _ => [],
    };
}
