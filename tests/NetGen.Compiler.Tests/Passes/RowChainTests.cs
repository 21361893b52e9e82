using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Memory;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Verify;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>Groups of a prediction that threads go through row by row.</summary>
public class RowChainTests
{
    [Fact]
    public void A_norm_and_the_product_behind_it_are_one_chain()
    {
        CompiledProgram predict = Predict(Shape.Sequence(17, 64), Norm, TestNetworks.Linear(192));
        Chain chain = Assert.Single(predict.Memory.Chains, chain => !chain.IsSingle);
        Assert.Equal(17, chain.RowsOfSample);
        Assert.Equal(2, chain.Groups.Count);
        Assert.False(chain.IsSweep);
        Assert.StartsWith("by rows: ", chain.ToString(), StringComparison.Ordinal);
        Assert.Empty(MemoryVerifier.Faults(predict.Program, predict.Memory));
    }

    /// <summary>What is written to wider rows lies where other rows are still read.</summary>
    [Fact]
    public void Memory_that_is_used_again_for_other_rows_ends_a_chain()
    {
        CompiledProgram predict = Predict(
            Shape.Sequence(17, 64), Norm, TestNetworks.Linear(64), TestNetworks.ReLU, Norm, TestNetworks.Linear(256), TestNetworks.ReLU,
            TestNetworks.Linear(64));
        FusedGroup[] groups = [.. predict.Memory.Groups.Where(group => group.Schedule?.RowsOfSample == 17)];
        Assert.True(groups.Length > predict.Memory.Chains.Count(chain => chain.RowsOfSample == 17));
        Assert.Contains(
            predict.Memory.Chains.Zip(predict.Memory.Chains.Skip(1)),
            pair => pair.First.RowsOfSample == 17 && groups.Contains(pair.Second.Groups[0])
                && !pair.First.Groups.All(group => RowChains.IsByRow(group, pair.Second.Groups[0], tensor => predict.Memory[tensor])));
        Assert.Empty(MemoryVerifier.Faults(predict.Program, predict.Memory));
    }

    [Fact]
    public void Sums_over_steps_and_training_are_not_by_row()
    {
        Assert.All(
            Predict(Shape.Sequence(17, 64), new Mean(0, 0, KeepDim: false), TestNetworks.Linear(10)).Memory.Chains,
            chain => Assert.True(chain.IsSingle));
        Assert.All(
            Compiled(Shape.Sequence(17, 64), Norm, TestNetworks.Linear(192)).Training.Memory.Chains,
            chain => Assert.Equal(1, chain.RowsOfSample));
    }

    [Fact]
    public void A_chain_is_of_a_limited_length()
    {
        Layer[] layers = [.. Enumerable.Range(0, 40).SelectMany(_ => (Layer[])[TestNetworks.Linear(64), TestNetworks.ReLU])];
        IReadOnlyList<Chain> chains = Predict(Shape.Sequence(5, 64), layers).Memory.Chains;
        Assert.Equal(40, chains.Sum(chain => chain.Groups.Count(group => group.Anchor is Product)));
        Assert.InRange(chains.Max(chain => chain.Groups.Count), 2, 8);
    }

    private static Layer Norm => new LayerNorm(1e-5, true, true, null);

    private static CompiledProgram Predict(Shape input, params Layer[] layers) => Compiled(input, layers).Predict;

    private static CompiledNetwork Compiled(Shape input, params Layer[] layers) => Compiler.Plan(
        TestNetworks.Of(input, new MSE(Reduction.Mean, TargetIsInput: false), layers), TestContext.Current.CancellationToken);
}
