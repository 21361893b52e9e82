using System.Reflection;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;
using NetGen.Compiler.Memory;
using NetGen.Compiler.Verify;

namespace NetGen.Compiler.Tests.Scans;

/// <summary>Values of a scan's body live within a step, in one place for all steps, or across steps, in a place for each.</summary>
public class StepMemoryTests
{
    private static readonly TensorShape Row = TensorShape.Batched(20);

    private readonly Program program = new("Test");
    private readonly Expr sequence;
    private readonly ScanBuilder builder;
    private readonly Expr step;
    private readonly Expr state;
    private readonly Expr matrix;
    private readonly Expr first;
    private readonly Expr second;
    private readonly Expr next;

    public StepMemoryTests()
    {
        // Three products in a row, each of which stores its result.
        sequence = TestPrograms.Input(program, Row.Stacked(9), InputRole.Target) * 2;
        builder = new ScanBuilder(program, TestPrograms.Forward, 9);
        step = builder.Step(sequence);
        state = builder.State(sequence.Filled(0, Row));
        matrix = builder.Invariant(TestPrograms.Weight(sequence, 0, 20, 20));
        first = step.Times(matrix);
        second = first.Times(matrix);
        next = second.Times(matrix) + state;
        builder.Next(state, next);
    }

    [Fact]
    public void What_a_step_alone_needs_has_one_place_for_all_steps()
    {
        (MemoryPlan plan, StepMemory memory) = Planned(ResultRole.State);
        Assert.Equal(new Storage(StorageKind.Sequence, 0), memory.Plan[step]);
        Assert.Equal(sequence.Tensor, memory.Plan.Outside[step]);
        Assert.Equal(new Storage(StorageKind.Invariant, 0), memory.Plan[matrix]);
        Assert.Equal(program.Nodes.OfType<Parameter>().Single(), memory.Plan.Outside[matrix]);
        Assert.Equal(new Storage(StorageKind.Activation, 0), memory.Plan[state]);
        Assert.Equal(new Storage(StorageKind.Activation, 32), memory.Plan[first]);
        Assert.Equal(new Storage(StorageKind.Activation, 64), memory.Plan[second]);

        // The first is needed no more; the state is, since the next step looks for its own there.
        Assert.Equal(new Storage(StorageKind.Activation, 32), memory.Plan[next]);
        Assert.Equal((96, 128), (memory.Plan.ActivationSize, memory.Plan.UnsharedSize));

        // The steps have a part of the arena where what comes in is needed no more.
        Assert.InRange(memory.ActivationOffset, 0, plan.ActivationSize - 96);
        Assert.Equal((2 * 9 * 32) + 32, plan.ActivationSize);
        Assert.Equal(0, memory.Plan.ScratchSize);
    }

    [Fact]
    public void What_is_read_behind_the_scan_has_a_place_for_each_step()
    {
        builder.Stack(next);
        builder.Stack(first);
        (_, StepMemory memory) = Planned(ResultRole.State, ResultRole.Step);
        ScanResult stacked = program.Nodes.OfType<ScanResult>().Single(result => result.Role == ResultRole.Step);
        Assert.Equal(new Storage(StorageKind.Sequence, 0), memory.Plan[next]);
        Assert.Equal(stacked, memory.Plan.Outside[next]);

        // Nobody reads the second result.
        Assert.Equal(StorageKind.Activation, memory.Plan[first].Kind);
    }

    [Fact]
    public void What_the_batch_has_once_lies_besides()
    {
        Expr sum = builder.State(TestPrograms.Weight(sequence, 1, 20));
        builder.Next(sum, sum + next.SumOverBatch());
        (MemoryPlan plan, StepMemory memory) = Planned(ResultRole.State);
        Assert.Equal(StorageKind.Scratch, memory.Plan[sum].Kind);
        Assert.Equal(2 * 32, memory.Plan.ScratchSize);
        Assert.InRange(memory.ScratchOffset, 0, plan.ScratchSize - (2 * 32));
    }

    [Fact]
    public void A_state_that_is_stacked_as_the_step_finds_it_keeps_its_place()
    {
        builder.Stack(state);
        (_, StepMemory memory) = Planned(ResultRole.Step);
        Assert.Equal(StorageKind.Activation, memory.Plan[state].Kind);
        Assert.False(memory.Plan.Outside.ContainsKey(state));
    }

    [Fact]
    public void The_steps_of_a_scan_in_a_body_have_a_part_of_what_its_step_has()
    {
        Expr y = TestPrograms.Input(program, TestCells.Sequence.Stacked(2), InputRole.Prediction) * 2;
        var outer = new ScanBuilder(program, TestPrograms.Forward, 2);
        outer.Stack(TestCells.Sums(outer.Step(y)));
        program.AddResult(ResultRole.Output, outer.Build().Result(ResultRole.Step, 0));
        MemoryPlan plan = Plan();
        StepMemory step = plan.Steps[program.Nodes.OfType<Scan>().Single()];
        StepMemory inner = step.Plan.Steps[outer.Body.Nodes.OfType<Scan>().Single()];
        Assert.Equal(16, inner.Plan.ActivationSize);
        Assert.True(inner.ActivationOffset + inner.Plan.ActivationSize <= step.Plan.ActivationSize);
        Assert.Contains("step of", step.Plan.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_verifier_finds_a_state_that_is_written_over()
    {
        (MemoryPlan plan, StepMemory memory) = Planned(ResultRole.State);
        Put(memory.Plan, first, new Storage(StorageKind.Activation, 0));
        Finds(plan, $"in a step of %{Scan.Id}: %{first.Tensor.Id} is written over %{state.Tensor.Id}, which is still needed");
    }

    [Fact]
    public void The_verifier_finds_a_value_of_a_step_that_is_written_over()
    {
        (MemoryPlan plan, StepMemory memory) = Planned(ResultRole.State);
        Put(memory.Plan, second, memory.Plan[first]);
        Finds(plan, $"in a step of %{Scan.Id}: %{second.Tensor.Id} is written over %{first.Tensor.Id}, which is still needed");
    }

    [Fact]
    public void The_verifier_finds_a_value_that_lies_beyond_what_a_step_has()
    {
        (MemoryPlan plan, StepMemory memory) = Planned(ResultRole.State);
        Put(memory.Plan, second, new Storage(StorageKind.Activation, 80));
        Finds(plan, $"in a step of %{Scan.Id}: %{second.Tensor.Id} reaches beyond the arena");
    }

    [Fact]
    public void The_verifier_finds_a_value_that_the_next_step_writes_over_though_it_is_read_behind_the_scan()
    {
        builder.Stack(next);
        builder.Stack(first);
        (MemoryPlan plan, _) = Planned(ResultRole.Step);
        Tensor late = Scan.Result(ResultRole.Step, 1).Tensor;
        Finds(plan, $"in a step of %{Scan.Id}: %{first.Tensor.Id} has no place for each step in %{late.Id}, where it is read");
    }

    [Fact]
    public void The_verifier_finds_a_place_for_each_step_that_nobody_needs()
    {
        (MemoryPlan plan, StepMemory memory) = Planned(ResultRole.State);
        Put(memory.Plan, second, new Storage(StorageKind.Sequence, 0));
        Finds(plan, $"in a step of %{Scan.Id}: %{second.Tensor.Id} has another place than one for all steps");
    }

    [Fact]
    public void The_verifier_finds_inputs_that_lie_elsewhere()
    {
        (MemoryPlan plan, StepMemory memory) = Planned(ResultRole.State);
        Put(memory.Plan, step, new Storage(StorageKind.Activation, 32));
        Put(memory.Plan, state, new Storage(StorageKind.Sequence, 0));
        ((Dictionary<Tensor, Tensor>)memory.Plan.Outside)[matrix] = sequence;
        Finds(plan, $"in a step of %{Scan.Id}: {step.Tensor} does not lie where Sequence is");
        Finds(plan, $"in a step of %{Scan.Id}: {state.Tensor} does not lie where Activation is");
        Finds(plan, $"in a step of %{Scan.Id}: {matrix.Tensor} does not lie in what it stands for");
    }

    [Fact]
    public void The_verifier_finds_steps_that_run_over_what_the_program_around_them_needs()
    {
        (MemoryPlan plan, StepMemory memory) = Planned(ResultRole.State);
        ((Dictionary<Scan, StepMemory>)plan.Steps)[Scan] = memory with { ActivationOffset = plan[sequence].Offset };
        Finds(plan, $"a step of %{Scan.Id} is written over %{sequence.Tensor.Id}, which is still needed");
    }

    [Fact]
    public void The_verifier_finds_a_scan_without_memory_for_its_steps()
    {
        (MemoryPlan plan, _) = Planned(ResultRole.State);
        ((Dictionary<Scan, StepMemory>)plan.Steps).Clear();
        Finds(plan, $"%{Scan.Id} has no memory for its steps");
    }

    private Scan Scan => program.Nodes.OfType<Scan>().Single();

    /// <summary>The plan where the first result of each of these kinds is read.</summary>
    private (MemoryPlan Plan, StepMemory Step) Planned(params ResultRole[] read)
    {
        Scan scan = builder.Build();
        for (int index = 0; index < read.Length; index++)
            program.AddResult(ResultRole.NamedOutput, scan.Result(read[index], 0), index);
        MemoryPlan plan = Plan();
        return (plan, plan.Steps[scan]);
    }

    private MemoryPlan Plan()
    {
        program.RemoveUnused();
        Assert.Empty(ProgramVerifier.Faults(program));
        var place = new ParameterPlace("weight", TensorShape.Unbatched(1), [1], [1], 0);
        MemoryPlan plan = MemoryPlan.Of(program, Fuser.Fuse(program), new ParameterLayout([place, place], []));
        Assert.Empty(MemoryVerifier.Faults(program, plan));
        return plan;
    }

    private void Finds(MemoryPlan plan, string fault) => Assert.Contains(fault, MemoryVerifier.Faults(program, plan));

    /// <summary>Puts a tensor elsewhere, as a faulty plan would.</summary>
    private static void Put(MemoryPlan plan, Tensor tensor, Storage place) =>
        ((Dictionary<Tensor, Storage>)typeof(MemoryPlan)
            .GetField("places", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(plan)!)[tensor] = place;
}
