using NetGen.Compiler.Autodiff;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Verify;
using NetGen.Reference;

namespace NetGen.Compiler.Tests.Scans;

/// <summary>The gradients of scans are slopes: differences of what the reference computes, in double precision.</summary>
public class ScanGradientTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_a_cell_in_both_directions(bool isReversed)
    {
        Slopes.Check(TestCells.Sequence, x => [TestCells.Tanh(x, isReversed).All]);
        Slopes.Check(TestCells.Sequence, x => [TestCells.Tanh(x, isReversed).Last]);
        Slopes.Check(TestCells.Sequence, x =>
        {
            (Expr all, Expr last) = TestCells.Tanh(x, isReversed);
            return [all, last];
        });
    }

    [Fact]
    public void Of_a_gated_cell_whose_first_state_depends_on_the_sequence()
    {
        Slopes.Check(TestCells.Sequence, x =>
        {
            (Expr all, Expr last) = TestCells.Gated(x);
            return [all, last];
        });
    }

    [Fact]
    public void Of_two_scans_one_of_which_reads_the_other() =>
        Slopes.Check(TestCells.Sequence, x => [TestCells.Sums(TestCells.Tanh(x).All, isReversed: true)]);

    [Fact]
    public void Of_a_scan_in_the_body_of_another() => Slopes.Check(TensorShape.Batched(3, 2, 2), x =>
    {
        var outer = new ScanBuilder(x.Program, x.Origin, 3);
        Expr rows = outer.Step(x);
        Expr state = outer.State(x.Filled(0.5, TensorShape.Batched(2)));
        Expr scale = outer.Invariant(TestPrograms.Weight(x, 0, 2));
        var inner = new ScanBuilder(outer.Body, x.Origin, 2, isReversed: true);
        Expr row = inner.Step(rows);
        Expr value = inner.State(state);
        Expr next = ((value * row) + inner.Invariant(scale)).Apply(ScalarFunctions.Tanh);
        inner.Next(value, next);
        inner.Stack(next * row);
        Scan innerScan = inner.Build();
        outer.Next(state, innerScan.Result(ResultRole.State, 0) * scale);
        outer.Stack(innerScan.Result(ResultRole.Step, 0));
        Scan scan = outer.Build();
        return [scan.Result(ResultRole.Step, 0), scan.Result(ResultRole.State, 0)];
    });

    [Fact]
    public void Of_what_is_the_same_in_all_steps_and_belongs_to_a_sample() => Slopes.Check(TensorShape.Batched(4, 3), x =>
    {
        var builder = new ScanBuilder(x.Program, x.Origin, 4);
        Expr memory = builder.Invariant(x.Sum(0));
        Expr row = builder.Step(x).Permuted(TensorShape.Batched(1, 3), new MoveLoop(3, 0, 1, 1, 1));
        Expr state = builder.State(x.Filled(1, TensorShape.Batched(1, 3)));

        // The square of the invariant is the same in each step.
        Expr next = (state * memory.Square()) + row;
        builder.Next(state, next);
        return [builder.Build().Result(ResultRole.State, 0)];
    });

    [Fact]
    public void Of_a_scan_without_sequences() => Slopes.Check(TensorShape.Batched(3), x =>
    {
        var builder = new ScanBuilder(x.Program, x.Origin, 3);
        Expr state = builder.State(x);
        builder.Next(state, state.Times(builder.Invariant(TestPrograms.Weight(x, 0, 3, 3))));
        return [builder.Build().Result(ResultRole.State, 0)];
    });

    [Fact]
    public void Of_a_scan_that_counts_its_steps_besides_and_exchanges_its_states() => Slopes.Check(TensorShape.Batched(4, 2), x =>
    {
        var builder = new ScanBuilder(x.Program, x.Origin, 4);
        Expr count = builder.State(x.Filled(0, TensorShape.Batched(2)));
        Expr a = builder.State(x.Filled(1, TensorShape.Batched(2)));
        Expr b = builder.State(x.Filled(2, TensorShape.Batched(2)));
        builder.Next(count, count + 1);
        builder.Next(a, b * builder.Step(x));
        builder.Next(b, a);
        builder.Stack(a * count);
        Scan scan = builder.Build();
        return [scan.Result(ResultRole.Step, 0), scan.Result(ResultRole.State, 2)];
    });

    [Fact]
    public void Of_a_step_that_normalises_over_the_batch() => Slopes.Check(TensorShape.Batched(3, 2), x =>
    {
        var builder = new ScanBuilder(x.Program, x.Origin, 3);
        Expr h = builder.State(x.Filled(0, TensorShape.Batched(2)));
        Expr sum = (h + builder.Step(x)).Square();
        Expr next = Map.Of(new Operand(0) / new Operand(1), sum, sum.SumOverBatch());
        builder.Next(h, next);
        return [builder.Build().Result(ResultRole.State, 0)];
    });

    [Fact]
    public void A_layer_may_know_a_better_rule_for_a_step() => Slopes.Check(TensorShape.Batched(4, 2), x =>
    {
        var builder = new ScanBuilder(x.Program, x.Origin, 4);
        Expr h = builder.State(x.Filled(0, TensorShape.Batched(2)));
        Expr sum = h + builder.Step(x);
        Expr y = sum.Exp();
        Expr known = y.WithGradient(sum, dy => dy * y.At(dy.Origin));
        builder.Next(h, known * 0.25);
        builder.Stack(known);
        Scan scan = builder.Build();
        return [scan.Result(ResultRole.Step, 0)];
    });

    [Fact]
    public void In_the_same_pass_as_the_scan_the_gradient_is_the_same()
    {
        // As a loss and its gradient are one pass.
        Assert.Equal(Gradient(isSeparatePass: true), Gradient(isSeparatePass: false));

        static double[] Gradient(bool isSeparatePass)
        {
            var program = new Program("Test");
            Expr x = TestPrograms.Input(program, TestCells.Sequence, InputRole.Samples);
            Expr last = TestCells.Gated(x).Last;
            Origin origin = isSeparatePass ? x.Origin.Backward : x.Origin;
            Expr seed = new(program.Add(new Input(program, origin, last.Shape, InputRole.OutputGradient)), origin);
            program.AddResult(ResultRole.InputGradient, BackwardPass.Append([(last, seed)], [x], isSeparatePass)[0]!);
            Differentiation.Apply(program);
            Assert.Empty(ProgramVerifier.Faults(program));
            Assert.Equal(isSeparatePass, program.Nodes.OfType<Scan>().Last().IsBackward);
            return Interpreter.Run(program, TestPrograms.EmptyBatch with
            {
                Samples = 2,
                Inputs = new Dictionary<InputRole, double[]>
                {
                    [InputRole.Samples] = TestPrograms.Numbers(2 * x.Shape.Count),
                    [InputRole.OutputGradient] = TestPrograms.Numbers(2 * last.Shape.Count, seed: 2),
                },
                Parameter = TestPrograms.Weight,
            })[0].Value.Data;
        }
    }

    [Fact]
    public void The_gradient_goes_the_other_way_and_reads_what_the_scan_has_stacked()
    {
        Program program = Slopes.Differentiated(TestCells.Sequence, x => [TestCells.Tanh(x).All]);
        Scan[] scans = [.. program.Nodes.OfType<Scan>()];
        Assert.Equal(2, scans.Length);
        (Scan forward, Scan backward) = (scans[0], scans[1]);
        Assert.False(forward.IsReversed);
        Assert.True(backward is { IsReversed: true, IsBackward: true });

        // The cell's result is stacked already; the gradient of the matrix reads each step's first state besides.
        Assert.Equal([0, 1], forward.Body.Results.Where(result => result.Role == ResultRole.Step).Select(result => result.Index));
        Assert.Equal(InputRole.State, Assert.IsType<Input>(forward.Body.Results[^1].Value).Role);

        // The gradient by the state, and the sums of those by both matrices and the bias.
        Assert.Equal(4, backward.StateCount);
        Assert.DoesNotContain(forward.Body.Nodes, node => node.IsBackward);
        Assert.DoesNotContain(backward.Body.Nodes, node => !node.IsBackward && node is not Input);
    }

    [Fact]
    public void What_follows_from_invariants_is_computed_again_and_not_stacked()
    {
        Program program = Slopes.Differentiated(TensorShape.Batched(4, 2), x =>
        {
            var builder = new ScanBuilder(x.Program, x.Origin, 4);
            Expr h = builder.State(x.Filled(0, TensorShape.Batched(2)));
            Expr scale = builder.Invariant(TestPrograms.Weight(x, 0, 2)).Exp();
            builder.Next(h, (h * scale) + builder.Step(x));
            return [builder.Build().Result(ResultRole.State, 0)];
        });
        Scan[] scans = [.. program.Nodes.OfType<Scan>()];
        Assert.Contains(
            scans[1].Body.Nodes,
            node => node is Map { Body: Call { Function: var function } } && function == ScalarFunctions.Exp);
        ProgramResult stacked = Assert.Single(scans[0].Body.Results, result => result.Role == ResultRole.Step);
        Assert.IsType<Input>(stacked.Value);
    }

    [Fact]
    public void What_no_gradient_is_wanted_of_gets_none()
    {
        // A count is no function of anything, and the sequence is the loss's target.
        var program = new Program("Test");
        Expr x = TestPrograms.Input(program, TensorShape.Batched(4, 2), InputRole.Target) + 0;
        Expr seed = TestPrograms.Input(program, TensorShape.Batched(2), InputRole.OutputGradient);
        Expr first = TestPrograms.Input(program, TensorShape.Batched(2), InputRole.Samples);
        var builder = new ScanBuilder(program, TestPrograms.Forward, 4);
        Expr h = builder.State(first);
        Expr count = builder.State(first.Filled(0, TensorShape.Batched(2)));
        builder.Next(h, h * builder.Step(x) * count);
        builder.Next(count, count + 1);
        Scan scan = builder.Build();
        Assert.NotNull(BackwardPass.Append([(scan.Result(ResultRole.State, 0), seed)], [first])[0]);
        Scan backward = program.Nodes.OfType<Scan>().Last();
        Assert.Equal(1, backward.StateCount);
        Assert.DoesNotContain(backward.Body.Results, result => result.Role == ResultRole.Step);
    }
}
