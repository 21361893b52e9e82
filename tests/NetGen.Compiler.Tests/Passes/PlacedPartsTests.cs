using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Memory;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Verify;

namespace NetGen.Compiler.Tests.Passes;

public class PlacedPartsTests
{
    [Fact]
    public void Halves_are_read_where_they_lie_and_their_gradients_are_written_to_their_places()
    {
        CompiledProgram training = Planned(Shape.Vector(20), TestNetworks.Linear(64), new GLU(null), TestNetworks.Linear(10));
        Tensor[] parts = [.. training.Program.Nodes.Where(node => node.Part is not null)];
        Assert.Equal([0, 32, 0, 32], parts.Select(part => part.Part!.Offset));
        Assert.Equal(2, parts.Count(part => part is Move));
        Assert.Equal(2, parts.Count(part => part is Map { IsBackward: true }));
        Assert.DoesNotContain(training.Memory.Groups, group => group.Anchor is Move { Shape.Inner: 32 or 64 });
        Assert.All(parts, part => Assert.Equal(training.Memory[part.Part!.Whole].Offset, training.Memory[part].Offset));
        Assert.All(parts, part => Assert.Equal(64, part.SampleStride));
    }

    [Fact]
    public void The_whole_lives_from_its_first_part_to_its_last_reader()
    {
        CompiledProgram training = Planned(Shape.Sequence(5, 20), TestNetworks.Linear(64), new GLU(null), TestNetworks.Linear(10));
        Assert.Empty(MemoryVerifier.Faults(training.Program, training.Memory));
        Chain[] chains = [.. training.Memory.Chains];
        Tensor joined = training.Program.Nodes.OfType<Move>().Single(move => move.IsJoinedInPlace);
        int written = Array.FindLastIndex(chains, chain => chain.Groups.Any(group => group.Stored.Any(IsPart)));
        int read = Array.FindIndex(chains, chain => chain.Groups.Any(group => group.Loaded.Contains(joined)));
        Assert.InRange(read, written, chains.Length);

        bool IsPart(Tensor tensor) => tensor.Part?.Whole == joined;
    }

    [Fact]
    public void Halves_that_no_vector_divides_are_copied() => Assert.DoesNotContain(
        Planned(Shape.Vector(20), TestNetworks.Linear(40), new GLU(null), TestNetworks.Linear(10)).Program.Nodes,
        node => node.Part is not null);

    [Fact]
    public void Half_the_channels_are_read_in_place_but_not_by_what_follows_the_sums_of_a_convolution()
    {
        Assert.Equal(2, Slices(TestNetworks.Convolution(64, 3, 1), new GLU(null)));
        Assert.Equal(0, Slices(TestNetworks.Convolution(64, 3, 1), new GLU(null), TestNetworks.Convolution(8, 3, 1)));

        static int Slices(params Layer[] layers) =>
            Planned(Shape.Image(20, 4, 4), layers).Program.Nodes.Count(node => node is Move { Part: not null });
    }

    [Fact]
    public void A_gradient_that_passes_unchanged_is_the_callers()
    {
        CompiledProgram training = Planned(Shape.Vector(64), new GaussianNoise(0.1));
        Tensor given = training.Program.Nodes.Single(node => node is Input { Role: InputRole.OutputGradient });
        Tensor result = training.Program.Results.Single(result => result.Role == ResultRole.InputGradient).Value;
        Assert.Equal(training.Memory[given], training.Memory[result]);
        Assert.DoesNotContain(training.Memory.Groups, group => group.IsBackward);
    }

    private static CompiledProgram Planned(Shape input, params Layer[] layers)
    {
        ShapedNetwork network = TestNetworks.Of(input, new MSE(Reduction.Mean, TargetIsInput: false), layers);
        return Compiler.Plan(network, TestContext.Current.CancellationToken).Training;
    }
}
