using NetGen.Compiler.Emission;
using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Emission;

/// <summary>The table of the library's epilogues agrees with the library, and networks get what it lists.</summary>
public class EpiloguePatternsTests
{
    /// <summary>Dropout's types differ in where the mask's place comes from.</summary>
    private static readonly string[] Dropouts = ["DropoutOfRows", "DropoutOfSample"];

    public static TheoryData<string> Names =>
        [
            .. EpiloguePatterns.All.Concat(EpiloguePatterns.Storing).Select(pattern => pattern.Name).Where(name => name != "Dropout"),
            .. Dropouts, "AlsoStore",
        ];

    [Theory, MemberData(nameof(Names))]
    public void A_row_is_a_type_of_the_library(string name)
    {
        Type type = typeof(Relu<,>).Assembly.GetTypes()
            .Single(type => type.Namespace == "NetGen.Runtime" && type.Name.StartsWith(name + "`", StringComparison.Ordinal));
        Assert.Contains(name, ShortNames.All);
        EpiloguePattern? pattern = EpiloguePatterns.All.Concat(EpiloguePatterns.Storing).SingleOrDefault(pattern => pattern.Name == name);
        if (pattern is null)
            return;
        int parameters =
            pattern.Arguments.Sum(argument => argument.Kind == PlaceholderKind.Matrix ? 2 : 1) + (pattern.Stored is null ? 0 : 1);
        Assert.Equal(parameters, type.GetConstructors().Select(constructor => constructor.GetParameters().Length).DefaultIfEmpty(0).Max());
    }

    [Theory]
    [InlineData(
        "Conv2d(16, 3, Padding = 1), BatchNorm, ReLU6, Conv2d(32, 3, Padding = 1, Bias = false), BatchNorm, "
        + "LeakyReLU(0.1), Flatten, Linear(10)",
        "BatchNorms.Fold<", "BatchMean<", "BatchInverseDeviation<", "SumAndMean<", "NormalizeGradient<",
        "Then<V, AddBias<S, V>, Then<V, ScaleAndShift<S, V>, Clamp<S, V>>>", "Then<V, ScaleAndShift<S, V>, LeakyRelu<S, V>>",
        "AlsoStore<S, V, AddBias<S, V>>", "Then<V, Normalize<S, V>, Clamp<S, V>>", "ClampGradient<S, V>")]
    [InlineData(
        "Flatten, Linear(40), ReLU, Dropout(0.5), Linear(10)", "Then<V, AddBiasRelu<S, V>, DropoutOfRows<S, V>>",
        "Then<V, DropoutOfRows<S, V>, ReluGradient<S, V>>")]
    [InlineData(
        "Conv2d(8, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Residual<Path>, ReLU, Flatten, Linear(10)",
        ", ScaleAndShiftRelu<S, V>>(", "Then<V, AddBias<S, V>, AddMatrixRelu<S, V>>")]
    public void A_network_has_no_epilogue_of_its_own(string layers, params string[] types)
    {
        CompiledNetworks compiled = NetworkCompilation.Compile(
            "Patterns",
            [(
                "Patterns",
                $$"""
                using NetGen;
                namespace Models;
                [Network, Input(16, 8, 8)]
                [{{layers}}, CrossEntropy]
                public partial class Patterns
                {
                    [Conv2d(8, 3, Padding = 1)] partial class Path : Block;
                }
                """)]);
        string kernels = compiled.GeneratedSources["Models.Patterns.Kernels.g.cs"];
        Assert.DoesNotContain(": IEpilogue<V>", kernels, StringComparison.Ordinal);
        Assert.All(types, type => Assert.Contains(type, kernels, StringComparison.Ordinal));
    }

    /// <summary>GELU is no row of the table: what follows it cannot be put together either.</summary>
    [Fact]
    public void What_the_library_lacks_is_a_type_of_the_networks_own()
    {
        CompiledNetworks compiled = NetworkCompilation.Compile(
            "Own",
            [(
                "Own",
                """
                using NetGen;
                namespace Models;
                [Network, Input(16)]
                [Linear(40), GELU, Linear(10), CrossEntropy]
                public partial class Own;
                """)]);
        Assert.Contains(": IEpilogue<V>", compiled.GeneratedSources["Models.Own.Kernels.g.cs"], StringComparison.Ordinal);
    }
}
