using System.Runtime.Intrinsics;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Compilation;

/// <summary>
/// The numbers of lanes that emitted code is tried with. A process that does without a part of the machine's instructions tries those that
/// it has left: others would run as software, as they do not in the field, and for long.
/// </summary>
internal static class VectorWidths
{
    public static IReadOnlyList<int> All { get; } = Environment.GetEnvironmentVariable(EnvironmentSwitchTests.IsChild) is null
        ? VectorWidth.All
        : [.. VectorWidth.All.Where(lanes => lanes == 1 || VectorWidth.IsOfMachine(lanes))];

    public static TheoryData<int> Data => [.. All];

    public static string Hardware =>
        $"Vector512 {VectorWidth.IsOfMachine(16)}, Vector256 {Vector256.IsHardwareAccelerated}, "
        + $"Vector128 {Vector128.IsHardwareAccelerated}";
}
