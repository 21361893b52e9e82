using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>What the passes leave of the gradients where the first layers of a network, or all but the first, are frozen.</summary>
public class FrozenParameterTests
{
    private const string Head = "linear2";

    /// <summary>All but the last layer.</summary>
    private static readonly ShapedNetwork Trunk = Frozen(TestNetworks.MnistCnn, layer => layer.Name != Head);

    /// <summary>All but the first one, so that the gradient goes through everything.</summary>
    private static readonly ShapedNetwork Behind = Frozen(TestNetworks.MnistCnn, layer => layer.Name != "conv2d1");

    [Fact]
    public void What_learns_has_a_gradient_and_nothing_else()
    {
        Assert.Equal([Head, Head], Gradients(Trunk));
        Assert.Equal(["conv2d1", "conv2d1"], Gradients(Behind));
        Assert.Equal(8, Gradients(TestNetworks.MnistCnn).Length);
    }

    [Fact]
    public void No_group_sums_the_gradient_of_a_frozen_parameter()
    {
        Assert.Equal([Head, Head], Sums(Trunk));

        // The weight's gradients of the samples, their sum, and that of the bias.
        Assert.Equal(["conv2d1", "conv2d1", "conv2d1"], Sums(Behind));

        static string[] Sums(ShapedNetwork network) =>
        [
            .. Training(network).Memory.Groups
                .Where(group => group.Anchor is ProductWeightGradient or ConvolutionWeightGradient or SparseWeightGradient
                    or WinogradWeightGradient or BatchSum)
                .Select(group => group.Anchor!.Layer),
        ];
    }

    /// <summary>The gradient of the input goes through the trunk, where it is asked for.</summary>
    [Fact]
    public void A_step_goes_back_as_far_as_something_learns()
    {
        CompiledProgram training = Training(Trunk);
        HashSet<FusedGroup> always = NeededGroups.WithoutInputGradient(training.Program, training.Memory.Groups);
        Assert.All(training.Memory.Groups, group => Assert.True(!group.IsBackward || !always.Contains(group) || IsOfHead(group)));
        Assert.Contains(training.Memory.Groups, group => group.IsBackward && group.Members.Any(member => member.Layer == "conv2d1"));

        static bool IsOfHead(FusedGroup group) => group.Members.All(member => member.Layer is Head or "output");
    }

    /// <summary>Gradients and the optimizer's state have the layout of what is trained, whatever its place among the layers.</summary>
    [Fact]
    public void Frozen_parameters_lie_behind_all_that_are_trained()
    {
        ParameterLayout layout = Compiler.Plan(Trunk, TestContext.Current.CancellationToken).Lowered.Parameters.Layout;
        Assert.Equal(
            TestNetworks.MnistCnn.Layers.SelectMany(layer => layer.Parameters).Select(parameter => parameter.FullName),
            layout.Parameters.Select(place => place.Name));
        StoredParameter[] byOffset = [.. layout.Parameters.OrderBy(place => place.Offset)];
        Assert.Equal([Head + ".weight", Head + ".bias"], byOffset.TakeWhile(place => !place.IsFrozen).Select(place => place.Name));
        Assert.All(byOffset.Skip(2), place => Assert.True(place.IsFrozen));
        long end = 0;
        foreach (StoredParameter place in byOffset)
        {
            Assert.Equal(end, place.Offset);
            end += place.Size;
        }

        Assert.Equal(end, layout.ParameterSize);
    }

    private static ShapedNetwork Frozen(ShapedNetwork network, Func<ShapedLayer, bool> isFrozen) => new(
        network.Class, network.Input, network.Output,
        [.. network.Nodes.Cast<ShapedLayer>().Select(layer => layer with { IsFrozen = isFrozen(layer) })], network.Loss);

    private static CompiledProgram Training(ShapedNetwork network) =>
        Compiler.Plan(network, TestContext.Current.CancellationToken).Training;

    private static string[] Gradients(ShapedNetwork network)
    {
        CompiledNetwork compiled = Compiler.Plan(network, TestContext.Current.CancellationToken);
        return
        [
            .. compiled.Training.Program.Results.Where(result => result.Role == ResultRole.ParameterGradient)
                .Select(result => compiled.Lowered.Parameters.Layout.Parameters[result.Index].Name.Split('.')[0]).Order(),
        ];
    }
}
