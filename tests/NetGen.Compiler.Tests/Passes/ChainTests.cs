using NetGen.Compiler.Emission;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Lowering;
using NetGen.Compiler.Machine;
using NetGen.Compiler.Memory;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Scheduling;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Tests.Passes;

public class ChainTests
{
    [Fact]
    public void Convolutions_run_in_turn_for_some_samples_and_large_matrices_for_all()
    {
        MemoryPlan plan = Planned(TestNetworks.LeNet, lowered => lowered.Training);
        Chain images = plan.Chains.First(chain => chain.Groups.Any(group => group.Anchor is Convolution));
        Assert.InRange(images.AtOnce, 4, 64);
        Assert.Equal(2, images.Groups.Count(group => group.Anchor is Convolution));
        Chain vectors = plan.Chains.First(chain => chain.Groups.Any(group => group.Anchor is Product));
        Assert.Equal(int.MaxValue, vectors.AtOnce);
        Assert.Equal(3, vectors.Groups.Count(group => group.Anchor is Product));
    }

    /// <summary>A depthwise convolution waits for memory; one by Winograd's algorithm takes tiles of several samples together.</summary>
    [Theory]
    [InlineData(32, true)]
    [InlineData(1, false)]
    public void Large_samples_go_one_by_one_where_a_kernel_waits_for_memory(int groups, bool isChained)
    {
        ShapedNetwork network = TestNetworks.Of(
            Shape.Image(3, 32, 32), new MSE(Reduction.Mean, TargetIsInput: false), TestNetworks.Convolution(32, 5, 2), Norm(),
            TestNetworks.ReLU, TestNetworks.Convolution(32, 3, 1, groups: groups), Norm(), TestNetworks.ReLU);
        MemoryPlan plan = Planned(network, lowered => lowered.Training);
        Chain[] chains = [.. plan.Chains.Where(chain => !chain.IsSingle && chain.AtOnce == 1)];
        Assert.Equal(isChained, chains.Length > 0);
        Assert.Equal(isChained, chains.Any(chain => chain.Groups.Any(group => group.Anchor is Convolution) && chain.Groups.Count == 3));
    }

    /// <summary>The tensors of all four are larger than L2; those between a store and the load of it are not.</summary>
    [Fact]
    public void A_large_sample_goes_on_as_long_as_the_cache_has_what_is_read_again()
    {
        ShapedNetwork network = TestNetworks.Of(
            Shape.Image(3, 32, 32), new MSE(Reduction.Mean, TargetIsInput: false), TestNetworks.Convolution(32, 5, 2), Norm(),
            TestNetworks.ReLU, TestNetworks.Convolution(64, 1) with { Bias = false }, Norm(), TestNetworks.ReLU,
            TestNetworks.Convolution(64, 3, 1, groups: 64));
        Chain chain = Assert.Single(
            Planned(network, lowered => lowered.Training).Chains,
            chain => chain.Groups.Any(group => group.Anchor is ProductWeightGradient { IsOfSample: true }));
        Assert.Equal(1, chain.AtOnce);
        Assert.Equal(4, chain.Groups.Count);
        Assert.Contains(chain.Groups, group => group.Anchor is TransposedProduct);
        int[] floats = [.. chain.Groups.SelectMany(group => group.Loaded.Concat(group.Stored)).Where(tensor => tensor.Shape.IsBatched)
            .Distinct().Select(tensor => tensor.Shape.SampleStride)];
        Assert.True(floats.Sum() > Caches.L2);
    }

    private static BatchNorm Norm() => new(0.1, 1e-5, true, true, null);

    [Fact]
    public void A_large_linear_layer_goes_back_in_one_sweep_over_its_weight()
    {
        Chain sweep = Assert.Single(Planned(TestNetworks.MnistCnn, lowered => lowered.Training).Chains, chain => chain.IsSweep);
        var product = Assert.IsType<TransposedProduct>(sweep.Groups[0].Anchor);
        var gradient = Assert.IsType<ProductWeightGradient>(sweep.Groups[1].Anchor);
        Assert.Equal(9216, product.Operands[1].Shape[0]);
        Assert.Equal(product.Operands[1].Shape, gradient.Shape);
        Assert.Equal(0, sweep.AtOnce % ProductSchedule.PanelColumns);
        Assert.InRange(sweep.AtOnce, 192, 2048);

        // Its weight has 48,000 floats, which stay near by themselves.
        Assert.DoesNotContain(Planned(TestNetworks.LeNet, lowered => lowered.Training).Chains, chain => chain.IsSweep);
    }

    [Fact]
    public void A_prediction_has_no_chains_since_it_goes_in_parts()
    {
        MemoryPlan plan = Planned(TestNetworks.LeNet, lowered => lowered.Predict);
        Assert.All(plan.Chains, chain => Assert.True(chain.IsSingle));
        Assert.InRange(PredictionParts.SamplesAtOnce(plan), 8, 64);
        Assert.Equal(64, PredictionParts.SamplesAtOnce(Planned(TestNetworks.MnistCnn, lowered => lowered.Predict)));

        // A block of few samples would stream two weights of 590,000 floats for each of them.
        ShapedNetwork deep = TestNetworks.Of(
            Shape.Image(256, 4, 4), new MSE(Reduction.Mean, TargetIsInput: false), TestNetworks.Convolution(256, 3, 1),
            TestNetworks.Convolution(256, 3, 1));
        Assert.InRange(PredictionParts.SamplesAtOnce(Planned(deep, lowered => lowered.Predict)), 8, 32);
    }

    [Theory]
    [InlineData("LeNet")]
    [InlineData("MnistCnn")]
    [InlineData("Norms")]
    public void A_chain_has_only_what_each_sample_needs_and_comes_after_all_that_it_reads(string name)
    {
        ShapedNetwork network = name switch
        {
            "LeNet" => TestNetworks.LeNet,
            "MnistCnn" => TestNetworks.MnistCnn,
            _ => TestNetworks.Norms,
        };
        MemoryPlan plan = Planned(network, lowered => lowered.Training);
        var stored = new HashSet<Tensor>();
        var all = plan.Groups.SelectMany(group => group.Stored).ToHashSet();
        foreach (Chain chain in plan.Chains)
            foreach (FusedGroup group in chain.Groups)
            {
                if (!chain.IsSingle && !chain.IsSweep)
                    Assert.Equal("workspace.Samples", KernelForm.Of(group).WorkItems);
                Assert.Equal(chain.Groups[0].IsBackward, group.IsBackward);
                Assert.All(group.Loaded.Where(all.Contains), loaded => Assert.Contains(loaded, stored));
                stored.UnionWith(group.Stored);
            }
    }

    [Theory]
    [InlineData("LeNet")]
    [InlineData("MnistCnn")]
    public void Whatever_is_by_sample_has_samples_as_its_work_items(string name)
    {
        ShapedNetwork network = name == "LeNet" ? TestNetworks.LeNet : TestNetworks.MnistCnn;
        Assert.All(
            Planned(network, lowered => lowered.Training).Groups,
            group => Assert.Equal(group.IsBySample, KernelForm.Of(group).WorkItems == "workspace.Samples"));
    }

    private static MemoryPlan Planned(ShapedNetwork network, Func<LoweredNetwork, Program> program)
    {
        CompiledNetwork compiled = Compiler.Plan(network, TestContext.Current.CancellationToken);
        return compiled.Programs.First(candidate => candidate.Program == program(compiled.Lowered)).Memory;
    }
}
