using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

public class WorkspaceTests
{
    private static readonly ProgramPlan Plan = new(32, 16, 0, 16, -1, -1, -1, 0);

    [Fact]
    public void Tensors_lie_at_their_offset_times_the_capacity_and_scratch_behind_them()
    {
        var workspace = new Workspace(Plan, new ParameterMemory(16, 16), capacity: 3, Workers.Single);
        workspace.Activation(0) = 1;
        workspace.Activation(16) = 2;
        workspace.Scratch(0) = 3;
        ref float start = ref workspace.Activation(0);
        Assert.Equal(2, System.Runtime.CompilerServices.Unsafe.Add(ref start, 16 * 3));
        Assert.Equal(3, System.Runtime.CompilerServices.Unsafe.Add(ref start, 32 * 3));
    }

    [Fact]
    public void Each_sample_is_a_block_where_there_are_few()
    {
        var workspace = new Workspace(Plan, new ParameterMemory(16, 16), capacity: 9, Workers.Single);
        foreach ((int samples, int blocks) in ((int, int)[])[(1, 1), (3, 3), (4, 4), (9, 4)])
        {
            workspace.Samples = samples;
            Assert.Equal(blocks, workspace.SampleBlocks(4));
        }
    }

    [Fact]
    public unsafe void EveryBlockBeginsAtAMultipleOf64Bytes()
    {
        var memory = new ParameterMemory(5, 7);
        var workspace = new Workspace(Plan, memory, capacity: 3, Workers.Single);
        fixed (
            float* arena = &workspace.Activation(0), parameter = &workspace.Parameter(0), gradient = &workspace.Gradient(0),
            statistic = &workspace.Statistic(0))
        {
            Assert.Equal(0u, (nuint)arena % 64);
            Assert.Equal(0u, (nuint)parameter % 64);
            Assert.Equal(0u, (nuint)gradient % 64);
            Assert.Equal(0u, (nuint)statistic % 64);
        }
    }

    [Fact]
    public void Refuses_offsets_outside_its_memory()
    {
        var workspace = new Workspace(Plan, new ParameterMemory(16, 16), capacity: 3, Workers.Single);
        Assert.Throws<ArgumentOutOfRangeException>(() => workspace.Activation(-1) = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => workspace.Activation(40) = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => workspace.Scratch(17) = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => workspace.Parameter(17) = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => workspace.Gradient(17) = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => workspace.Statistic(-1) = 0);
    }

    [Fact]
    public void Refuses_more_than_an_array_holds_and_says_the_numbers()
    {
        var plan = new ProgramPlan(1L << 40, 0, 0, 0, -1, -1, -1, 0);
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            "capacity", () => new Workspace(plan, new ParameterMemory(0, 0), 4, Workers.Single));
        Assert.Contains("4 samples of 1099511627776 floats", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Refuses_samples_that_do_not_fit(int samples)
    {
        var workspace = new Workspace(Plan, new ParameterMemory(0, 0), capacity: 3, Workers.Single);
        Assert.Throws<ArgumentOutOfRangeException>(() => workspace.Samples = samples);
    }

    [Fact]
    public void Labels_are_those_of_the_samples_of_this_run()
    {
        var workspace = new Workspace(Plan, new ParameterMemory(0, 0), capacity: 3, Workers.Single, labelsPerSample: 2) { Samples = 2 };
        Assert.Equal(4, workspace.Labels.Length);
    }

    [Fact]
    public void An_ignored_label_names_no_class()
    {
        var workspace = new Workspace(Plan, new ParameterMemory(0, 0), capacity: 3, Workers.Single, labelsPerSample: 2) { Samples = 2 };
        workspace.TakeLabels([5, 0, 7, 5], ignored: 5);
        Assert.Equal([-1, 0, 7, -1], workspace.Labels.ToArray());
        Assert.Equal(2, workspace.LabelCount);
        workspace.TakeLabels([5, 0, 7, 5], ignored: null);
        Assert.Equal([5, 0, 7, 5], workspace.Labels.ToArray());
        Assert.Equal(4, workspace.LabelCount);
    }

    [Fact]
    public void Refuses_more_or_fewer_labels_than_its_samples_have()
    {
        var workspace = new Workspace(Plan, new ParameterMemory(0, 0), capacity: 3, Workers.Single, labelsPerSample: 2) { Samples = 2 };
        Assert.Contains(
            "2 samples have 4 labels; got 3", Assert.Throws<ArgumentException>(() => workspace.TakeLabels([1, 0, 1], null)).Message);
    }
}
