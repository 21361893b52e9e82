using System.Runtime.Intrinsics;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Compilation;

/// <summary>The numbers of lanes that emitted code is tried with.</summary>
internal static class VectorWidths
{
    public static IReadOnlyList<int> All { get; } = VectorWidth.All;

    public static TheoryData<int> Data => [.. All];

    public static string Hardware =>
        $"Vector512 {VectorWidth.IsOfMachine(16)}, Vector256 {Vector256.IsHardwareAccelerated}, "
        + $"Vector128 {Vector128.IsHardwareAccelerated}";
}
