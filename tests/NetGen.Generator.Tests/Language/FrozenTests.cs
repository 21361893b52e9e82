using System.Reflection;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shaping;

namespace NetGen.Generator.Tests.Language;

/// <summary>Frozen = true: which parameters and running statistics it reaches, and where it can be stated.</summary>
public class FrozenTests
{
    [Theory]
    [InlineData("Linear(4, Frozen = true), ReLU, Linear(2)", "linear1.weight linear1.bias", 20)]
    [InlineData("Linear(4, Frozen = false), ReLU, Linear(2)", "", 0)]
    [InlineData(
        "BatchNorm(Frozen = true), Linear(2)",
        "batchnorm1.weight batchnorm1.bias batchnorm1.running_mean batchnorm1.running_var batchnorm1.num_batches_tracked", 8)]

    // On a use of a block, each of its repetitions, and what nests in it; a block's own statement; one that follows its argument.
    [InlineData("Wide(Frozen = true), Linear(2)", "wide1.linear1.weight wide1.linear1.bias wide1.linear2.weight wide1.linear2.bias", 40)]
    [InlineData(
        "Deep(Frozen = true, Repeat = 2), Linear(2)",
        "deep1.0.wide1.linear1.weight deep1.0.wide1.linear1.bias deep1.0.wide1.linear2.weight deep1.0.wide1.linear2.bias "
        + "deep1.1.wide1.linear1.weight deep1.1.wide1.linear1.bias deep1.1.wide1.linear2.weight deep1.1.wide1.linear2.bias", 80)]
    [InlineData("Half, Half(Name = \"b\")", "half1.linear1.weight half1.linear1.bias b.linear1.weight b.linear1.bias", 40)]
    [InlineData("Some(true, Name = \"a\"), Some(false, Name = \"b\")", "a.linear1.weight a.linear1.bias", 20)]

    // On a composition, all of its branches and no more; within a branch, that alone.
    [InlineData("Residual<Wide>(Frozen = true), Linear(2)", "linear1.weight linear1.bias linear2.weight linear2.bias", 40)]
    [InlineData(
        "Sum<Wide, Half>(Frozen = true, Name = \"s\"), Linear(2)",
        "s.linear1.weight s.linear1.bias s.linear2.weight s.linear2.bias s.linear3.weight s.linear3.bias s.linear4.weight s.linear4.bias",
        80)]
    [InlineData("Concat<Half, Identity>, Linear(2)", "linear1.weight linear1.bias", 20)]

    // A weight that layers share is frozen where any of them is, and the others' biases learn.
    [InlineData("Linear(4, Name = \"a\", Frozen = true), ReLU, Linear(4, Tied = \"a\")", "a.weight a.bias linear2.weight", 20)]
    [InlineData("Linear(4, Name = \"a\"), ReLU, Linear(4, Tied = \"a\", Frozen = true)", "a.weight linear2.weight linear2.bias", 20)]
    [InlineData(
        "Linear(4, Name = \"a\"), ReLU, Linear(4, Tied = \"a\", Bias = false, Frozen = true), Linear(4, Tied = \"a\")",
        "a.weight linear2.weight linear3.weight", 16)]
    public void It_reaches_the_parameters_of_what_it_stands_on(string layers, string frozen, int count)
    {
        ShapedNetwork network = ShapedSource.Network($$"""
            [Network, Input(4), {{layers}}] public partial class Net;
            [Linear(4), ReLU, Linear(4)] public partial class Wide : Block;
            [Wide] public partial class Deep : Block;
            [Linear(4, Frozen = true), Tanh, Linear(4)] public partial class Half : Block;
            [Linear(4, Frozen = IsOld)] public partial class Some(bool isOld) : Block;
            """);
        Assert.Equal(frozen, string.Join(" ", network.Layers.SelectMany(layer => layer.Parameters).Where(network.IsFrozen)
            .Select(parameter => parameter.FullName)));
        Assert.Equal(count, network.FrozenCount);
    }

    /// <summary>Keys and values come from elsewhere; what computes them states for itself whether it learns.</summary>
    [Fact]
    public void An_attention_freezes_its_own_parameters()
    {
        ShapedNetwork network = ShapedSource.Network("""
            [Network, Input(5, 4), Attention<Keys>(Heads = 2, Frozen = true), Linear(2)] public partial class Net;
            [Linear(4)] public partial class Keys : Block;
            """);
        Assert.Equal(
            [("linear1", false), ("attention1", true), ("linear2", false)],
            network.Layers.Select(layer => (layer.Name, layer.IsFrozen)));
    }

    /// <summary>Where the loss has nothing to teach, the last that is frozen is at fault: in a block, there, with its use.</summary>
    [Theory]
    [InlineData("Linear(2, Frozen = true), MSE", "NG0312 Let 'linear1' learn")]
    [InlineData("Half(Frozen = true), MSE", "NG0312 Let 'half1' learn")]
    [InlineData("Half(Name = \"a\", Frozen = true), ReLU, Wide(Name = \"b\", Frozen = true), MSE", "NG0312 Let 'b' learn")]
    [InlineData("Linear(4, Name = \"a\"), ReLU, Linear(4, Bias = false, Tied = \"a\", Frozen = true), MSE", "")]
    [InlineData(
        "Linear(4, Name = \"a\", Bias = false), ReLU, Linear(4, Bias = false, Tied = \"a\", Frozen = true), MSE",
        "NG0312 Let 'linear2' learn")]
    [InlineData("Residual<Half>(Frozen = true, Name = \"r\"), Half(Frozen = true), MSE", "NG0312 Let 'half1' learn")]
    [InlineData("Half(Frozen = true)", "")]
    [InlineData("ReLU, MSE", "")]
    public void A_loss_has_something_to_teach(string layers, string expected)
    {
        ShapingResult result = ShapedSource.Result($$"""
            [Network, Input(4), {{layers}}] public partial class Net;
            [Linear(4)] public partial class Wide : Block;
            [Linear(4), Tanh, Linear(4)] public partial class Half : Block;
            """);
        Assert.Equal(expected.Length == 0, result.Faults.Count == 0);
        string faults = string.Join("\n", result.Faults.Select(fault => $"{fault.Id} {fault.Message}"));
        foreach (string part in expected.Split(' ', 2))
            Assert.Contains(part, faults, StringComparison.Ordinal);
    }

    public static TheoryData<string> Kinds => [.. LayerCatalog.All.Select(layer => layer.Kind).Where(kind => kind != nameof(Identity))];

    /// <summary>The layers that may have a parameter, of any input that they take, are those with the option.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void Layers_with_parameters_have_the_option(string kind)
    {
        Assembly library = typeof(Network).Assembly;
        Type attribute = library.GetType($"NetGen.{kind}Attribute") ?? library.GetType($"NetGen.{kind}Attribute`1")
            ?? library.GetType($"NetGen.{kind}Attribute`2")!;
        string arguments = kind switch
        {
            "InstanceNorm" => "(Affine = true)",
            "SelfAttention" or "Attention" => "(Heads = 2)",
            "Mean" or "Sum" or "Max" => "(Axis = 0)",
            "ZeroPad" => "(1, 1, Axis = 0)",
            "Upsample" => "(ScaleFactor = 2)",
            "Reshape" => "(-1)",
            "Embedding" => "(4, 4)",
            _ when attribute.GetConstructors().All(constructor => constructor.GetParameters().Any(Needed)) =>
                $"({string.Join(", ", attribute.GetConstructors()[0].GetParameters().Where(Needed).Select(_ => "1"))})",
            _ => "",
        };
        string operands = string.Join(", ", attribute.GetGenericArguments().Select(_ => "Identity"));
        string written = attribute.IsGenericType ? $"{kind}<{operands}>{arguments}" : kind + arguments;
        bool hasParameters = new[] { "4", "3, 4", "4, 6, Axes = Axes.ChannelsLength", "4, 6, 6" }.Any(input =>
            ShapedSource.Result($"[Network, Input({input}), {written}] public partial class Net;").Network is { } network
            && network.Layers.Any(layer => layer.Parameters.Count > 0));
        Assert.Equal(hasParameters, attribute.GetProperty("Frozen") is not null);

        static bool Needed(ParameterInfo parameter) => !parameter.HasDefaultValue;
    }
}
