using System.Diagnostics;
using System.Reflection;
using System.Reflection.Emit;
using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

public class UnoptimizedBuildTests
{
    // What the C# compiler writes onto an assembly in its Debug configuration, and onto one that is optimised with symbols.
    private const DebuggableAttribute.DebuggingModes Debug =
        DebuggableAttribute.DebuggingModes.Default | DebuggableAttribute.DebuggingModes.DisableOptimizations
        | DebuggableAttribute.DebuggingModes.EnableEditAndContinue | DebuggableAttribute.DebuggingModes.IgnoreSymbolStoreSequencePoints;

    private const DebuggableAttribute.DebuggingModes Optimized = DebuggableAttribute.DebuggingModes.IgnoreSymbolStoreSequencePoints;

    [Fact]
    public void A_network_without_optimisation_is_told_what_is_slow_and_what_mends_it() => Assert.Equal(
        "NetGen: DigitReader runs slower than it could, since 'Reader' was compiled without optimisation (Debug). "
            + "<Optimize>true</Optimize> in its project file mends it; so does -c Release.",
        UnoptimizedBuild.Notice("DigitReader", Compiled("Reader", Debug)));

    [Theory]
    [InlineData(Optimized)]
    [InlineData(DebuggableAttribute.DebuggingModes.Default)]
    [InlineData(null)]
    public void An_optimised_network_is_told_nothing(DebuggableAttribute.DebuggingModes? modes) =>
        Assert.Null(UnoptimizedBuild.Notice("DigitReader", Compiled("Reader", modes)));

    private static AssemblyBuilder Compiled(string name, DebuggableAttribute.DebuggingModes? modes)
    {
        ConstructorInfo attribute = typeof(DebuggableAttribute).GetConstructor([typeof(DebuggableAttribute.DebuggingModes)])!;
        return AssemblyBuilder.DefineDynamicAssembly(
            new AssemblyName(name), AssemblyBuilderAccess.Run, modes is null ? [] : [new CustomAttributeBuilder(attribute, [modes.Value])]);
    }
}
