using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Lowering;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Tests.Passes;
using NetGen.Reference;

namespace NetGen.Compiler.Tests.Scans;

/// <summary>All passes on a network of two recurrent layers, one in each direction.</summary>
public class ScanPassTests
{
    private static ShapedNetwork Network { get; } = TestNetworks.Of(
        Shape.Sequence(7, 3),
        new CrossEntropy(0, Reduction.Mean, TargetIsInput: false),
        new TestRecurrence(20), new TestRecurrence(6, IsReversed: true), new Flatten(0, -1), TestNetworks.Linear(4));

    [Fact]
    public void What_each_pass_promises_holds_after_it() => Compiler.Plan(Network, TestContext.Current.CancellationToken, report =>
    {
        IReadOnlyList<string> faults = report.Pass.Faults(report.Program);
        Assert.True(faults.Count == 0, $"{report.Pass.Name}:\n{string.Join("\n", faults)}\n{report.After}");
    });

    [Fact]
    public void A_pass_changes_nothing_when_it_is_applied_once_more() => Compiler.Plan(
        Network, TestContext.Current.CancellationToken, report =>
        {
            string once = report.Pass.Print(report.Program);
            report.Pass.Apply(report.Program);
            Assert.Equal(once, report.Pass.Print(report.Program));
        });

    [Fact]
    public void A_report_shows_what_changes_in_a_body_further_in()
    {
        var changed = new List<string>();
        Compiler.Plan(Network, TestContext.Current.CancellationToken, report => changed.AddRange(report.ToString().Split('\n')));
        Assert.Contains("+     %7 [batch, 6] = TransposedProduct(%6, %3)  // testrecurrence2", changed);
        Assert.Contains("+   Testrecurrence2InputGradientStep: %7 loads %6 %3 stores %7", changed);
        Assert.Contains("+     %6 Sequence %34 [batch, 6]", changed);
    }

    [Fact]
    public void A_pass_goes_through_the_body_of_a_scan()
    {
        // A max-pool behind an activation, which the first pass exchanges.
        var program = new Program("Test");
        Expr sequence = TestPrograms.Input(program, TensorShape.Batched(3, 4, 4, 8), InputRole.Target) + 1;
        var builder = new ScanBuilder(program, TestPrograms.Forward, 3);
        Expr active = builder.Step(sequence).Apply(ScalarFunctions.ReLU);
        var axis = new PoolAxis(4, 2, 2, 2, 0, 1, IsAdaptive: false);
        builder.Stack(active.Add(new MaxPool(TestPrograms.Forward, active, axis, axis)));
        program.AddResult(ResultRole.Output, builder.Build().Result(ResultRole.Step, 0));
        var compiled = new CompiledProgram(program, new PassOptions(new ParameterLayout([], []), Winograd: true));
        Compiler.Passes[0].Apply(compiled);
        Assert.Empty(Compiler.Passes[0].Faults(compiled));
        Assert.IsType<Input>(builder.Body.Nodes.OfType<MaxPool>().Single().Operands[0]);
    }

    [Fact]
    public void What_a_layer_knows_of_better_rules_goes_where_nothing_is_differentiated_too()
    {
        var program = new Program("Test");
        var builder = new ScanBuilder(program, TestPrograms.Forward, 3);
        Expr state = builder.State(TestPrograms.Input(program, TensorShape.Batched(4), InputRole.Target));
        Expr next = state * 2;
        builder.Next(state, next.WithGradient(state, dy => dy * 2));
        program.AddResult(ResultRole.Output, builder.Build().Result(ResultRole.State, 0));
        var compiled = new CompiledProgram(program, new PassOptions(new ParameterLayout([], []), Winograd: true));
        Pass pass = Compiler.Passes.First(pass => pass.Name == "Differentiate");
        Assert.Contains(builder.Body.Nodes, node => node is CustomGradient);
        Assert.NotEmpty(pass.Faults(compiled));
        pass.Apply(compiled);
        Assert.Empty(pass.Faults(compiled));
    }

    [Fact]
    public void The_passes_behind_differentiation_change_no_result()
    {
        CompiledNetwork compiled = Compiler.Plan(Network, TestContext.Current.CancellationToken);
        Program plain = NetworkLowering.Lower(Network, TestContext.Current.CancellationToken).Training;
        Autodiff.Differentiation.Apply(plain);
        const int Samples = 3;
        Batch batch = TestPrograms.EmptyBatch with
        {
            Samples = Samples,
            Inputs = new Dictionary<InputRole, double[]>
            {
                [InputRole.Samples] = TestPrograms.Numbers(Samples * 7 * 3),
                [InputRole.OutputGradient] = TestPrograms.Numbers(Samples * 4, seed: 2),
            },
            Parameter = TestPrograms.Weight,
        };
        IReadOnlyList<(ProgramResult Result, TensorValue Value)> expected = Interpreter.Run(plain, batch);
        IReadOnlyList<(ProgramResult Result, TensorValue Value)> actual = Interpreter.Run(compiled.Training.Program, batch);
        Assert.Equal(10, expected.Count);
        for (int index = 0; index < expected.Count; index++)
        {
            Assert.Equal(
                (expected[index].Result.Role, expected[index].Result.Index),
                (actual[index].Result.Role, actual[index].Result.Index));
            Assert.All(expected[index].Value.Data.Zip(actual[index].Value.Data), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        }
    }

    [Fact]
    public void Emission_says_that_it_does_not_know_scans_yet()
    {
        PassFailedException failure = Assert.Throws<PassFailedException>(
            () => Compiler.Compile(Network, TestContext.Current.CancellationToken));
        Assert.Equal("Emit", failure.Pass);
        Assert.Equal("Emit: Scan of testrecurrence1: a scan is planned, but not emitted yet", failure.Message);
    }
}
