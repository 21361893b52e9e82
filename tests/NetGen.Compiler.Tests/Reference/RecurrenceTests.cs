using NetGen.Compiler.Graph;
using NetGen.Compiler.Verify;

namespace NetGen.Compiler.Tests.Reference;

/// <summary>Loops of recurrent layers: what they mean, and their gradients after all passes.</summary>
public class RecurrenceTests
{
    private const int Steps = 3, Hidden = 2;

    /// <summary>The cells by their names.</summary>
    private static readonly Dictionary<string, RecurrentCell> Cells =
        new[] { RecurrentCell.Lstm, RecurrentCell.Gru, RecurrentCell.Tanh, RecurrentCell.Relu }.ToDictionary(cell => cell.Name);

    public static TheoryData<string, bool> CellsAndDirections => [.. Cells.Keys.SelectMany(cell => new[] { (cell, false), (cell, true) })];

    /// <summary>h' = max(0, x + h · 2) of one unit: each step can be followed by hand.</summary>
    [Theory]
    [InlineData(false, new double[] { 1, 0, 3 })]
    [InlineData(true, new double[] { 5, 2, 3 })]
    public void Each_step_finds_what_the_one_before_has_left(bool isReversed, double[] expected)
    {
        var geometry = new RecurrenceGeometry(RecurrentCell.Relu, 1, isReversed);
        double[] samples = new double[Steps * geometry.Columns];
        (samples[0], samples[geometry.Columns], samples[2 * geometry.Columns]) = (1, -4, 3);
        Assert.Equal(expected, TestPrograms.Run(TensorShape.Batched(Steps, geometry.Columns), samples, x =>
        {
            Expr two = x.Filled(2, geometry.Panels.WithBatched(false));
            return x.Add(Recurrence.Of(x.Origin, x, two, null, null, null, null, geometry));
        }).Data);
    }

    [Theory, MemberData(nameof(CellsAndDirections))]
    public void The_gradients_are_slopes(string cell, bool isReversed) => Slopes.Check(
        TensorShape.Batched(Steps, Hidden), x => Loop(x, new(Cells[cell], Hidden, isReversed), hasStates: true, isMasked: false));

    [Theory, MemberData(nameof(CellsAndDirections))]
    public void With_padding_too(string cell, bool isReversed) => Slopes.Check(
        TensorShape.Batched(Steps, Hidden), x => Loop(x, new(Cells[cell], Hidden, isReversed), hasStates: false, isMasked: true));

    /// <summary>Only what is wanted is computed: the last state alone, of a first layer, needs no gradient by its input.</summary>
    [Fact]
    public void What_nothing_reads_is_not_computed()
    {
        var geometry = new RecurrenceGeometry(RecurrentCell.Lstm, Hidden, IsReversed: false);
        Program program = Slopes.Differentiated(
            TensorShape.Batched(Steps, Hidden), x => [Loop(x, geometry, hasStates: false, isMasked: false)[1]]);
        Assert.Equal(
            [RecurrenceResultKind.Last, RecurrenceResultKind.Saved, RecurrenceResultKind.Before],
            program.Nodes.OfType<RecurrenceResult>().Select(result => result.Kind).Order().Distinct()
                .OrderBy(kind => kind switch { RecurrenceResultKind.Last => 0, RecurrenceResultKind.Saved => 1, _ => 2 }));
        Assert.Null(Assert.Single(program.Nodes.OfType<RecurrenceGradient>()).OutputGradient);
    }

    [Fact]
    public void The_verifier_finds_operands_of_wrong_shapes()
    {
        var program = new Program("Test");
        Expr x = TestPrograms.Input(program, TensorShape.Batched(Steps, 16), InputRole.Target) * 2;
        var geometry = new RecurrenceGeometry(RecurrentCell.Gru, Hidden, IsReversed: false);
        program.Add(Recurrence.Of(
            x.Origin, x, TestPrograms.Weight(x, 0, 3, 4), x, x, x, x, geometry));
        string[] faults = [.. ProgramVerifier.Faults(program).Where(fault => fault.Contains("Recurrence", StringComparison.Ordinal))];
        foreach (string operand in (string[])["gates", "a weight", "a bias", "a state", "a cell's state", "a mask"])
            Assert.Contains(faults, fault => fault.Contains($"has {operand} ", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.EndsWith("has a state that its cell does not have", StringComparison.Ordinal));
    }

    /// <summary>All states, and twice the last one.</summary>
    private static IReadOnlyList<Expr> Loop(Expr x, RecurrenceGeometry geometry, bool hasStates, bool isMasked)
    {
        Expr gates = x.Times(TestPrograms.Weight(x, 0, Hidden, geometry.Cell.Gates * Hidden).WithGatesPadded(geometry));
        Expr panels = TestPrograms.Weight(x, 1, Hidden, geometry.Cell.Gates * Hidden).WithGatesPadded(geometry).InPanels(geometry);
        Expr bias = TestPrograms.Weight(x, 2, 1, geometry.Cell.Gates * Hidden).WithGatesPadded(geometry);
        Expr row = x.Sum(0).Permuted(TensorShape.Batched(Hidden), new MoveLoop(Hidden, 1, 1, 0, 1)) * 0.5;

        // The step in the middle is padding.
        Expr ones = x.Filled(1, TensorShape.Batched(2));
        Expr? mask = isMasked ? ones.Permuted(TensorShape.Batched(Steps), new MoveLoop(2, 0, 1, 0, 2)) : null;
        var loop = Recurrence.Of(
            x.Origin, gates, panels, bias, hasStates ? row : (Expr?)null,
            hasStates && geometry.Cell.HasCellState ? row.Square() : (Expr?)null, mask, geometry);
        Expr all = x.Add(loop);
        return [all, new Expr(RecurrenceResult.Of(loop, RecurrenceResultKind.Last), x.Origin) * 2];
    }
}
