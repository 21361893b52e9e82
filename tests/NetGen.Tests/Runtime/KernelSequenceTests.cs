using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

public class KernelSequenceTests
{
    [Fact]
    public void Runs_its_kernels_in_turn_for_some_samples_then_for_the_next()
    {
        var calls = new List<(string Kernel, int Begin, int End)>();
        var sequence = new KernelSequence(
            3, (_, begin, end) => calls.Add(("a", begin, end)), (_, begin, end) => calls.Add(("b", begin, end)));
        Workspace(7, Workers.Single).Run(sequence);
        Assert.Equal([("a", 0, 3), ("b", 0, 3), ("a", 3, 6), ("b", 3, 6), ("a", 6, 7), ("b", 6, 7)], calls);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_thread_takes_its_samples_through_all_kernels(int threads)
    {
        using var workers = new Workers(threads);
        var first = new int[100];
        var second = new int[100];
        var sequence = new KernelSequence(
            int.MaxValue,
            (_, begin, end) =>
            {
                for (int i = begin; i < end; i++)
                    first[i] = 1;
            },
            (_, begin, end) =>
            {
                for (int i = begin; i < end; i++)
                    second[i] = first[i];
            });
        Workspace workspace = Workspace(100, workers);
        workspace.Run(sequence);
        Assert.All(second, value => Assert.Equal(1, value));
        long before = GC.GetAllocatedBytesForCurrentThread();
        workspace.Run(sequence);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Goes_through_a_weight_some_rows_at_a_time_the_last_item_perhaps_shorter()
    {
        var calls = new List<(string Kernel, int Begin, int End)>();
        KernelSequence sequence = KernelSequence.OverWeight(
            rows: 300, rowsOfItem: 64, itemsAtOnce: 2, (_, begin, end) => calls.Add(("input", begin, end)),
            (_, begin, end) => calls.Add(("weight", begin, end)));
        Workspace(7, Workers.Single).Run(sequence);
        Assert.Equal(
            [("input", 0, 2), ("weight", 0, 128), ("input", 2, 4), ("weight", 128, 256), ("input", 4, 5), ("weight", 256, 300)], calls);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_row_of_a_weight_is_read_before_it_changes_and_changed_once(int threads)
    {
        using var workers = new Workers(threads);
        var weight = new int[300];
        var read = new int[300];
        KernelSequence sequence = KernelSequence.OverWeight(
            300,
            64,
            1,
            (_, begin, end) => weight.AsSpan((begin * 64)..Math.Min(end * 64, 300)).CopyTo(read.AsSpan(begin * 64)),
            (_, begin, end) =>
            {
                for (int i = begin; i < end; i++)
                    weight[i]++;
            });
        Workspace workspace = Workspace(100, workers);
        workspace.Run(sequence);
        Assert.All(read, value => Assert.Equal(0, value));
        Assert.All(weight, value => Assert.Equal(1, value));
        workspace.Run(sequence);
        Assert.All(read, value => Assert.Equal(1, value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Takes_each_row_of_each_sample_through_all_kernels(int threads)
    {
        using var workers = new Workers(threads);
        int[] rows = new int[35];
        KernelSequence sequence = KernelSequence.OverRows(
            5, (_, begin, end) => rows.AsSpan(begin..end).Fill(2), (_, begin, end) =>
            {
                for (int row = begin; row < end; row++)
                    rows[row] *= 3;
            });
        Workspace(7, workers).Run(sequence);
        Assert.All(rows, value => Assert.Equal(6, value));
    }

    [Fact]
    public void Refuses_samples_without_rows() =>
        Assert.Throws<ArgumentOutOfRangeException>("rowsOfSample", () => KernelSequence.OverRows(0, (_, _, _) => { }));

    [Theory]
    [InlineData(0, 1, 1, "rows")]
    [InlineData(1, 0, 1, "rowsOfItem")]
    [InlineData(1, 1, 0, "itemsAtOnce")]
    public void Refuses_a_sweep_without_rows(int rows, int rowsOfItem, int itemsAtOnce, string argument) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            argument, () => KernelSequence.OverWeight(rows, rowsOfItem, itemsAtOnce, (_, _, _) => { }, (_, _, _) => { }));

    [Fact]
    public void Refuses_fewer_than_one_sample_at_a_time() =>
        Assert.Throws<ArgumentOutOfRangeException>("samplesAtOnce", () => new KernelSequence(0, (_, _, _) => { }));

    private static Workspace Workspace(int samples, Workers workers) =>
        new(new ProgramPlan(16, 0, 0, 0, -1, -1, -1, -1), new ParameterMemory(0, 0), samples, workers);
}
