using NetGen.Compiler.Graph;
using NetGen.Compiler.Verify;

namespace NetGen.Compiler.Tests.Scans;

/// <summary>The verifier finds what may not be of a scan and its body: a test for each rule.</summary>
public class ScanVerifierTests
{
    private const int Steps = 4;

    private static readonly TensorShape Row = TensorShape.Batched(5);

    private readonly Program program = new("Outside");
    private readonly Program body = new("Inside");
    private readonly Expr sequence;
    private readonly Expr first;
    private readonly Expr weight;

    public ScanVerifierTests()
    {
        sequence = TestPrograms.Input(program, Row.Stacked(Steps), InputRole.Target);
        sequence = new(Map.Of(sequence.Origin, new Operand(0) * 2.0, Row.Stacked(Steps), [sequence]), sequence.Origin);
        first = sequence.Filled(0, Row);
        weight = TestPrograms.Weight(sequence, 0, 5, 5);
    }

    [Fact]
    public void A_scan_is_well_formed_and_so_is_one_in_its_body()
    {
        Expr h = Inside(InputRole.State);
        var innermost = new Program("Innermost");
        innermost.AddResult(ResultRole.State, innermost.Add(new Input(innermost, TestPrograms.Forward, Row, InputRole.State, 0)), 0);
        Scan inner = body.Add(new Scan(TestPrograms.Forward, innermost, 2, [], [h], [], isReversed: true));
        body.AddResult(ResultRole.State, inner.Result(ResultRole.State, 0), 0);
        body.AddResult(ResultRole.Step, Inside(InputRole.Step).Times(Inside(InputRole.Invariant)), 0);
        Scan scan = Scan();
        program.AddResult(ResultRole.Output, scan.Result(ResultRole.Step, 0));
        program.AddResult(ResultRole.Output, scan.Result(ResultRole.State, 0));
        Assert.Empty(ProgramVerifier.Faults(program));
        innermost.AddResult(ResultRole.Step, h, 0);
        Assert.Contains(
            ProgramVerifier.Faults(program),
            fault => fault.EndsWith($"in the body of %{inner.Id}: the result Step 0 is not computed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_body_is_well_formed_in_itself()
    {
        Expr h = Inside(InputRole.State);
        Tensor product = body.Add(new Product(h.Origin, h, Inside(InputRole.Invariant)));
        product.ReplaceOperand(0, Inside(InputRole.Step, shape: TensorShape.Batched(3)));
        body.AddResult(ResultRole.State, product, 0);
        Scan scan = Scan();
        Finds($"in the body of %{scan.Id}: {product} multiplies [batch, 3] by [5, 5]");
        Finds($"in the body of %{scan.Id}: {product} uses %3 before it is computed");
    }

    [Fact]
    public void A_body_reads_no_tensor_around_it()
    {
        Expr sum = Inside(InputRole.State) + first;
        body.AddResult(ResultRole.State, sum, 0);
        Scan();
        Finds($"{sum.Tensor} reads %{first.Tensor.Id} of Outside");
    }

    [Fact]
    public void No_tensor_of_a_body_is_read_around_it()
    {
        Keep();
        Scan();
        Expr sum = first + Inside(InputRole.Step);
        Finds($"{sum.Tensor} reads %1 of Inside");
        program.AddResult(ResultRole.Output, body.Nodes[0]);
        Finds("the result Output -1 is not computed");
    }

    [Fact]
    public void A_program_has_its_own_nodes_only()
    {
        Keep();
        Scan();
        var stranger = new Input(body, TestPrograms.Forward, Row, InputRole.Samples);
        program.Add(stranger);
        Finds($"{stranger} was made for Inside");
    }

    [Fact]
    public void A_body_has_one_scan()
    {
        Keep();
        Scan();
        Scan second = Scan();
        Finds($"{second} has a body that stands elsewhere");
    }

    [Fact]
    public void A_body_does_not_contain_itself()
    {
        Expr h = Keep();
        Tensor inner = body.Add(new Scan(TestPrograms.Forward, body, Steps, [], [h], [], isReversed: false));
        Scan scan = Scan();
        Finds($"in the body of %{scan.Id}: {inner} has a body that stands elsewhere");
    }

    [Fact]
    public void A_scan_has_steps()
    {
        Keep();
        Scan scan = Scan(steps: 0);
        Finds($"{scan} has 0 steps");
    }

    [Theory]
    [InlineData(InputRole.Samples, -1)]
    [InlineData(InputRole.State, 1)]
    [InlineData(InputRole.Step, -1)]
    [InlineData(InputRole.Invariant, 2)]
    public void An_input_of_a_body_stands_for_an_operand(object role, int index)
    {
        Keep();
        Expr input = Inside((InputRole)role, index);
        Scan();
        Finds($"has {input.Tensor}, which stands for none of the scan's operands");
    }

    [Fact]
    public void An_operand_has_one_input_of_the_body()
    {
        Keep();
        Expr again = Inside(InputRole.State);
        Scan();
        Finds($"has {again.Tensor}, which stands there twice");
    }

    [Fact]
    public void A_step_has_the_shape_of_the_sequence_without_its_first_axis()
    {
        Keep();
        Expr step = Inside(InputRole.Step, shape: Row.Stacked(1));
        Scan();
        Finds($"has {step.Tensor}, which stands for {sequence.Tensor}");
    }

    [Fact]
    public void A_sequence_has_the_steps_of_the_scan()
    {
        Keep();
        Expr step = Inside(InputRole.Step);
        Scan(steps: Steps + 1);
        Finds($"has {step.Tensor}, which stands for {sequence.Tensor}");
    }

    [Fact]
    public void An_invariant_has_its_shape_inside_too()
    {
        Keep();
        Expr matrix = Inside(InputRole.Invariant, shape: TensorShape.Unbatched(5, 4));
        Scan();
        Finds($"has {matrix.Tensor}, which stands for {weight.Tensor}");
    }

    [Fact]
    public void A_state_has_the_shape_of_what_the_first_step_finds()
    {
        Expr h = Inside(InputRole.State, shape: Row.WithBatched(false));
        body.AddResult(ResultRole.State, h, 0);
        Scan();
        Finds($"has {h.Tensor}, which stands for {first.Tensor}");
    }

    [Fact]
    public void A_state_keeps_its_shape()
    {
        body.AddResult(ResultRole.State, Inside(InputRole.State).Sum(0), 0);
        Scan();
        Finds("has a result State 0, [batch, 1], but the first step finds [batch, 5]");
    }

    [Fact]
    public void Each_state_has_a_next_one()
    {
        Inside(InputRole.State);
        Scan scan = Scan();
        Finds($"the body of %{scan.Id} does not say what state 0 is next");
    }

    [Theory]
    [InlineData(ResultRole.Output, -1)]
    [InlineData(ResultRole.State, 1)]
    [InlineData(ResultRole.Step, -1)]
    public void A_body_has_results_that_a_scan_can_leave(object role, int index)
    {
        body.AddResult((ResultRole)role, Keep(), index);
        Scan();
        Finds($"has a result {role} {index}, which no scan leaves");
    }

    [Fact]
    public void A_body_says_once_what_a_result_is()
    {
        body.AddResult(ResultRole.State, Keep(), 0);
        Scan();
        Finds("has a result State 0, which stands there twice");
    }

    [Fact]
    public void A_body_reads_parameters_as_invariants()
    {
        Expr parameter = TestPrograms.Weight(Keep(), 0, 5, 5);
        Scan();
        Finds($"has {parameter.Tensor}, which it should read as an invariant");
    }

    [Fact]
    public void Only_results_of_a_scan_are_read()
    {
        Keep();
        Scan scan = Scan();
        Expr loop = new Expr(scan, scan.Origin) + 1;
        Finds($"{loop.Tensor} reads the loop Scan itself");
        program.AddResult(ResultRole.Output, scan);
        Finds("the result Output -1 is not computed");
    }

    [Fact]
    public void A_result_is_one_of_the_body()
    {
        Keep();
        Scan scan = Scan();
        Expr result = scan.Result(ResultRole.State, 0);
        result.Tensor.ReplaceOperand(0, first);
        Finds($"{result.Tensor} is the result of no scan");
    }

    [Fact]
    public void A_result_has_the_shape_that_the_body_gives_it()
    {
        body.AddResult(ResultRole.Step, Keep(), 0);
        Scan scan = Scan();
        Expr result = scan.Result(ResultRole.Step, 0);
        var other = new Program("Other");
        other.AddResult(ResultRole.State, other.Add(new Input(other, TestPrograms.Forward, Row, InputRole.State, 0)), 0);
        var withoutSteps = new Scan(TestPrograms.Forward, other, Steps, [], [first], [], isReversed: false);
        result.Tensor.ReplaceOperand(0, program.Add(withoutSteps));
        Finds($"{result.Tensor} is a result that the body of %{withoutSteps.Id} does not have");
        other.AddResult(
            ResultRole.Step,
            other.Nodes[0].Shape is var shape ? new Expr(other.Nodes[0], TestPrograms.Forward).Filled(0, shape.Stacked(2)) : default,
            0);
        Finds($"{result.Tensor} is [batch, 4, 2, 5] in the body");
    }

    /// <summary>The simplest body: its state stays.</summary>
    private Expr Keep()
    {
        Expr h = Inside(InputRole.State);
        body.AddResult(ResultRole.State, h, 0);
        return h;
    }

    private Expr Inside(InputRole role, int index = 0, TensorShape? shape = null) => new(
        body.Add(new Input(body, TestPrograms.Forward, shape ?? (role == InputRole.Invariant ? weight.Shape : Row), role, index)),
        TestPrograms.Forward);

    private Scan Scan(int steps = Steps) =>
        program.Add(new Scan(TestPrograms.Forward, body, steps, [sequence], [first], [weight], isReversed: false));

    private void Finds(string fault) =>
        Assert.Contains(ProgramVerifier.Faults(program), found => found.EndsWith(fault, StringComparison.Ordinal));
}
