using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Scheduling;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;
using Attention = NetGen.Compiler.Graph.Attention;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>How the passes bring a layer of attention to its kernels.</summary>
public class AttentionPassTests
{
    private const int Steps = 40, Heads = 4;

    private static ShapedNetwork Network { get; } = TestNetworks.Of(
        Shape.Sequence(Steps, 8),
        new CrossEntropy(0, Reduction.Mean, TargetIsInput: false),
        new SelfAttention(Heads, KeyValueHeads: 2, Causal: true, Rotary: true, Dropout: 0.1, Bias: true, In: null),
        new Flatten(0, -1), TestNetworks.Linear(4));

    private static Lazy<CompiledNetwork> Compiled { get; } = new(() => Compiler.Plan(Network));

    [Fact]
    public void Threads_share_the_heads_of_a_sample_that_is_predicted()
    {
        Assert.Equal(new AttentionSchedule(Heads), Group(Compiled.Value.Predict).Schedule);
        Assert.Equal(new AttentionSchedule(1), Group(Compiled.Value.Training).Schedule);
    }

    /// <summary>For the backward pass there is one number for each head and step, and no tensor has one for each two steps.</summary>
    [Fact]
    public void Weights_are_not_kept()
    {
        Assert.IsType<AttentionLogSum>(Group(Compiled.Value.Training).Stored[1]);
        Assert.DoesNotContain(Group(Compiled.Value.Predict).Stored, stored => stored is AttentionLogSum);
        Assert.All(
            Compiled.Value.Training.Groups.SelectMany(group => group.Stored).Where(stored => stored.Shape.IsBatched),
            stored => Assert.True(stored.Shape.Count < Steps * Steps, $"{stored}"));
    }

    [Fact]
    public void Queries_keys_and_values_have_one_gradient()
    {
        AttentionGradient gradient = Assert.Single(Compiled.Value.Training.Program.Nodes.OfType<AttentionGradient>());
        Assert.True(gradient.OfQueries && gradient.OfKeys && gradient.OfValues);
        Assert.Equal([Steps, 8 + 4 + 4], gradient.Shape.Sizes);
    }

    /// <summary>Dropout is left out of a prediction.</summary>
    [Fact]
    public void Only_training_drops_weights()
    {
        Assert.Equal(0, ((Attention)Group(Compiled.Value.Predict).Anchor!).Geometry.Dropout);
        Assert.Equal(0.1, ((Attention)Group(Compiled.Value.Training).Anchor!).Geometry.Dropout);
    }

    /// <summary>The layer's count is that of its methods: two products, and scores and weighted values as far as a step reaches.</summary>
    [Fact]
    public void Multiply_adds_are_counted_where_they_are_done() => Assert.Equal(
        (Steps * 8 * (16 + 8)) + (2 * Steps * (Steps + 1) / 2 * 8),
        new SelfAttention(Heads, 2, true, true, 0.1, true, null).MultiplyAdds(Shape.Sequence(Steps, 8)));

    private static FusedGroup Group(CompiledProgram program) => program.Groups.Single(group => group.Anchor is Attention);
}
