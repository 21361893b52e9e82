using System.Globalization;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;
using NetGen.Compiler.Memory;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Verify;

namespace NetGen.Compiler.Tests.Passes;

public class PassTests
{
    public static TheoryData<string> Networks => ["LeNet", "MnistCnn", "Norms", "Columns"];

    [Theory]
    [MemberData(nameof(Networks))]
    public void What_each_pass_promises_holds_after_it(string name) => Compiler.Plan(
        Named(name), TestContext.Current.CancellationToken, report =>
        {
            IReadOnlyList<string> faults = report.Pass.Faults(report.Program);
            Assert.True(faults.Count == 0, $"{report.Pass.Name}:\n{string.Join("\n", faults)}");
        });

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_pass_changes_nothing_when_it_is_applied_once_more(string name) => Compiler.Plan(
        Named(name), TestContext.Current.CancellationToken, report =>
        {
            string once = report.Pass.Print(report.Program);
            report.Pass.Apply(report.Program);
            Assert.Equal(once, report.Pass.Print(report.Program));
        });

    [Fact]
    public void The_verifier_finds_an_operand_that_comes_too_late()
    {
        CompiledNetwork compiled = Compiler.Plan(TestNetworks.LeNet, TestContext.Current.CancellationToken);
        Tensor first = compiled.Predict.Program.Nodes.First(node => node is Move);
        first.ReplaceOperand(0, compiled.Predict.Program.Nodes[compiled.Predict.Program.Nodes.Count - 1]);
        Assert.Contains(ProgramVerifier.Faults(compiled.Predict.Program), fault => fault.Contains("before it is computed"));
    }

    [Fact]
    public void The_verifier_finds_a_gradient_of_a_parameter_that_is_not_summed_over_the_batch()
    {
        var program = new Program("test");
        Expr samples = TestPrograms.Input(program, TensorShape.Batched(8), InputRole.Samples);
        program.AddResult(ResultRole.ParameterGradient, samples.Square(), 0);
        Assert.Contains(ProgramVerifier.Faults(program), fault => fault.Contains("one for each sample"));
    }

    [Fact]
    public void The_verifier_finds_a_group_that_loads_what_nobody_stores()
    {
        CompiledNetwork compiled = Compiler.Plan(TestNetworks.LeNet, TestContext.Current.CancellationToken);
        IReadOnlyList<FusedGroup> groups = compiled.Predict.Groups;
        groups[2].Stored = [];
        Assert.Contains(GroupVerifier.Faults(compiled.Predict.Program, groups), fault => fault.Contains("which no group before it stores"));
    }

    [Fact]
    public void The_verifier_finds_an_epilogue_that_cannot_index_what_it_computes_again()
    {
        CompiledNetwork compiled = Compiler.Plan(TestNetworks.Columns, TestContext.Current.CancellationToken);
        IReadOnlyList<FusedGroup> groups = compiled.Training.Groups;
        FusedGroup gradient = groups.First(group => group.IsBackward && group.Anchor is TransposedProduct);
        Map computedAgain = compiled.Training.Program.Nodes.OfType<Map>().First(map =>
            map.IsBackward && map.Shape.SameSizes(gradient.Space) && map.Operands.Any(operand => !gradient.Finds(operand.Shape)));
        gradient.Add(computedAgain);
        Assert.Contains(GroupVerifier.Faults(compiled.Training.Program, groups), fault => fault.Contains("cannot find its element"));
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
        CompiledNetwork compiled = Compiler.Plan(TestNetworks.Norms, TestContext.Current.CancellationToken);
        IReadOnlyList<FusedGroup> groups = compiled.Training.Groups;
        Tensor[] kept =
            [.. groups.Where(g => !g.IsBackward).SelectMany(g => g.Stored).Where(t => t.Layer == "batchnorm1" && t.Shape.IsBatched)];
        Assert.DoesNotContain(kept, tensor => tensor is Map);
    }

    [Fact]
    public void Places_are_used_again()
    {
        CompiledNetwork compiled = Compiler.Plan(TestNetworks.LeNet, TestContext.Current.CancellationToken);
        MemoryPlan plan = compiled.Predict.Memory;
        Assert.True(plan.ActivationSize < plan.UnsharedSize, plan.ToString());
    }

    [Fact]
    public void Every_pass_prints_itself_or_says_that_it_changed_nothing()
    {
        var reports = new List<PassReport>();
        Compiler.Plan(TestNetworks.MnistCnn, TestContext.Current.CancellationToken, report =>
        {
            reports.Add(report);
            Assert.Contains(!report.IsChanged ? "(unchanged)" : report.Pass.Name == "Schedule" ? "Schedule {" : "%", report.ToString());
            Assert.True(report.Elapsed >= TimeSpan.Zero);
        });
        Assert.Equal(Compiler.Passes.Select(pass => pass.Name), reports.Take(Compiler.Passes.Count).Select(report => report.Pass.Name));
        Assert.Contains(reports, report => report is { IsChanged: true, Pass.Name: "Hoist max-pool" });
        Assert.Contains(reports, report => report is { IsChanged: false, Pass.Name: "Merge transposed convolutions" });
        Assert.All(Compiler.Passes, pass => Assert.EndsWith(".", pass.Reason));
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

    private static IReadOnlyList<FusedGroup> Groups(ShapedNetwork network, Func<LoweredNetwork, Program> program)
    {
        CompiledNetwork compiled = Compiler.Plan(network, TestContext.Current.CancellationToken);
        return compiled.Programs.First(candidate => candidate.Program == program(compiled.Lowered)).Groups;
    }

    private static ShapedNetwork Named(string name) => name switch
    {
        "LeNet" => TestNetworks.LeNet,
        "MnistCnn" => TestNetworks.MnistCnn,
        "Columns" => TestNetworks.Columns,
        _ => TestNetworks.Norms,
    };
}
