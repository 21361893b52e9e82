using System.Globalization;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;
using NetGen.Compiler.Memory;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Verify;

namespace NetGen.Compiler.Tests.Passes;

public class PassTests
{
    public static TheoryData<string> Networks => ["LeNet", "MnistCnn", "Norms", "Columns"];

    [Theory]
    [MemberData(nameof(Networks))]
    public void What_each_pass_promises_holds_after_it(string name)
    {
        LoweredNetwork lowered = NetworkLowering.Lower(Named(name), TestContext.Current.CancellationToken);
        foreach (Program program in lowered.Programs)
        {
            Assert.True(ProgramVerifier.Faults(program).Count == 0, string.Join("\n", ProgramVerifier.Faults(program)));
            IReadOnlyList<FusedGroup> groups = Fuser.Fuse(program);
            Assert.True(GroupVerifier.Faults(program, groups).Count == 0, string.Join("\n", GroupVerifier.Faults(program, groups)));
            MemoryPlan plan = MemoryPlan.Of(program, groups, lowered.Parameters.Layout);
            Assert.True(GroupVerifier.Faults(program, plan).Count == 0, string.Join("\n", GroupVerifier.Faults(program, plan)));
        }
    }

    [Fact]
    public void The_verifier_finds_an_operand_that_comes_too_late()
    {
        LoweredNetwork lowered = NetworkLowering.Lower(TestNetworks.LeNet, TestContext.Current.CancellationToken);
        Tensor first = lowered.Predict.Nodes.First(node => node is Move);
        first.ReplaceOperand(0, lowered.Predict.Nodes[lowered.Predict.Nodes.Count - 1]);
        Assert.Contains(ProgramVerifier.Faults(lowered.Predict), fault => fault.Contains("before it is computed"));
    }

    [Fact]
    public void The_verifier_finds_a_group_that_loads_what_nobody_stores()
    {
        LoweredNetwork lowered = NetworkLowering.Lower(TestNetworks.LeNet, TestContext.Current.CancellationToken);
        IReadOnlyList<FusedGroup> groups = Fuser.Fuse(lowered.Predict);
        groups[2].Stored = [];
        Assert.Contains(GroupVerifier.Faults(lowered.Predict, groups), fault => fault.Contains("which no group before it stores"));
    }

    [Fact]
    public void The_verifier_finds_an_epilogue_that_cannot_index_what_it_computes_again()
    {
        LoweredNetwork lowered = NetworkLowering.Lower(TestNetworks.Columns, TestContext.Current.CancellationToken);
        IReadOnlyList<FusedGroup> groups = Fuser.Fuse(lowered.Training);
        FusedGroup gradient = groups.First(group => group.IsBackward && group.Anchor is TransposedProduct);
        Map computedAgain = lowered.Training.Nodes.OfType<Map>().First(map =>
            map.IsBackward && map.Shape.SameSizes(gradient.Space) && map.Operands.Any(operand => !gradient.Finds(operand.Shape)));
        gradient.Add(computedAgain);
        Assert.Contains(GroupVerifier.Faults(lowered.Training, groups), fault => fault.Contains("cannot find its element"));
    }

    [Fact]
    public void Bias_activation_dropout_and_pool_join_the_convolution_that_feeds_them()
    {
        FusedGroup group = Groups(TestNetworks.MnistCnn, lowered => lowered.Training).First(g => g.Pool is not null);
        Assert.Equal(["conv2d2", "maxpool2d1", "relu2", "dropout1"], group.Layers);
        Assert.DoesNotContain(group.Stored, stored => stored is Convolution);
    }

    [Fact]
    public void The_loss_and_its_gradient_are_one_pass_over_each_row()
    {
        FusedGroup[] rows = [.. Groups(TestNetworks.MnistCnn, lowered => lowered.LossOfIndices!).Where(g => g.ReducedAxes.Count > 0)];
        FusedGroup row = Assert.Single(rows);

        // The maximum, the sum of the exponentials, the loss, and whether the label counts.
        Assert.Equal(4, row.Members.OfType<Reduce>().Count());
    }

    [Fact]
    public void A_normalised_value_is_computed_again_and_not_kept()
    {
        LoweredNetwork lowered = NetworkLowering.Lower(TestNetworks.Norms, TestContext.Current.CancellationToken);
        IReadOnlyList<FusedGroup> groups = Fuser.Fuse(lowered.Training);
        Tensor[] kept = [.. groups.Where(g => !g.IsBackward).SelectMany(g => g.Stored).Where(t => t.Layer == "batchnorm1" && t.Shape.IsBatched)];
        Assert.DoesNotContain(kept, tensor => tensor is Map);
    }

    [Fact]
    public void Places_are_used_again()
    {
        LoweredNetwork lowered = NetworkLowering.Lower(TestNetworks.LeNet, TestContext.Current.CancellationToken);
        MemoryPlan plan = MemoryPlan.Of(lowered.Predict, Fuser.Fuse(lowered.Predict), lowered.Parameters.Layout);
        Assert.True(plan.ActivationSize < plan.UnsharedSize, plan.ToString());
    }

    [Fact]
    public void Every_pass_prints_itself()
    {
        var seen = new List<string>();
        Compiler.Compile(TestNetworks.LeNet, TestContext.Current.CancellationToken, (pass, result) =>
        {
            seen.Add(pass);
            string text = result is IReadOnlyList<FusedGroup> groups ? string.Join("\n", groups) : result.ToString()!;
            Assert.Contains("%", text);
        });
        Assert.Equal(["Lowering", "Fusion", "Memory"], seen.Distinct());
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_output_does_not_depend_on_the_culture_or_the_run(string name)
    {
        IReadOnlyList<(string, string)> first = Compiler.Compile(Named(name), TestContext.Current.CancellationToken);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo hostile = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            hostile.NumberFormat.NumberDecimalSeparator = ",";
            hostile.NumberFormat.NegativeSign = "\u2212";
            CultureInfo.CurrentCulture = hostile;
            Assert.Equal(first, Compiler.Compile(Named(name), TestContext.Current.CancellationToken));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IReadOnlyList<FusedGroup> Groups(ShapedNetwork network, Func<LoweredNetwork, Program> program) =>
        Fuser.Fuse(program(NetworkLowering.Lower(network, TestContext.Current.CancellationToken)));

    private static ShapedNetwork Named(string name) => name switch
    {
        "LeNet" => TestNetworks.LeNet,
        "MnistCnn" => TestNetworks.MnistCnn,
        "Columns" => TestNetworks.Columns,
        _ => TestNetworks.Norms,
    };
}
