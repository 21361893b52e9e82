using System.Runtime.Intrinsics;
using NetGen.Runtime;

namespace NetGen.Execution.Tests;

/// <summary>In a process that <see cref="EnvironmentSwitchTests"/> has started, the instructions are really gone.</summary>
public class HardwareTests
{
    /// <summary>The switch's name is the runtime's present one: it does what it says.</summary>
    [Fact]
    public void The_switch_is_obeyed()
    {
        string? without = Environment.GetEnvironmentVariable(EnvironmentSwitchTests.IsChild);
        Assert.SkipWhen(without is null, "Only the processes that EnvironmentSwitchTests starts lack instructions.");
        bool accelerated = without switch
        {
            "DOTNET_EnableAVX512" => VectorWidth.IsOfMachine(16),
            "DOTNET_EnableAVX2" => Vector256.IsHardwareAccelerated,
            _ => Vector128.IsHardwareAccelerated,
        };
        Assert.False(accelerated, $"{without}=0 left {without} accelerated");
    }
}
