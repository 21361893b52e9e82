using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Passes;
using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Emission;

/// <summary>What lies in memory from the forward to the backward pass.</summary>
public class KeptValuesTests
{
    /// <summary>So each block of a transformer loads one tensor for a normalisation's gradient, and is emitted as the others are.</summary>
    [Theory]
    [InlineData("Linear(16)")]
    [InlineData("Linear(16), Dropout(0.1)")]
    [InlineData("Linear(16, Bias = false)")]
    public void A_residual_sum_is_kept_in_place_of_the_product_that_it_adds(string last)
    {
        CompiledNetwork compiled = NetworkCompilation.Plan("Deep", $$"""
            using NetGen;

            [Network, Input(4, 16), Body(Repeat = 6), LayerNorm, Flatten, Linear(10), CrossEntropy]
            public partial class Deep;

            [Residual<Path>]
            public partial class Body : Block
            {
                [LayerNorm, Linear(24), GELU, {{last}}]
                partial class Path : Block;
            }
            """);
        FusedGroup[] forward = [.. compiled.Training.Groups.Where(group => !group.IsBackward)];
        Tensor[] sums = [.. forward.SelectMany(group => group.Stored)
            .Where(tensor => tensor.Shape.Sizes.SequenceEqual([4, 16]) && tensor.Layer.StartsWith("body", StringComparison.Ordinal)
                && !tensor.Layer.Contains("layernorm"))];
        Assert.Equal(6, sums.Length);
        Assert.All(sums, sum => Assert.IsType<Map>(sum));
    }
}
