using NetGen.Compiler.Shaping;

namespace NetGen.Generator.Tests.Language;

/// <summary>Layers that share the weight of another one.</summary>
public class TiedTests
{
    [Theory]
    [InlineData("Linear(4, Name = \"a\"), ReLU, Linear(4, Tied = \"a\")", "a.weight a.bias linear2.weight=a.weight linear2.bias", 24)]
    [InlineData(
        "Linear(4, Name = \"a\", Bias = false), ReLU, Linear(4, Tied = \"a\", Bias = false), ReLU, "
        + "Linear(4, Tied = \"linear2\", Bias = false)",
        "a.weight linear2.weight=a.weight linear3.weight=a.weight", 16)]
    [InlineData("Reshape(1, 2, 2), Conv2d(3, 2), ReLU, ConvTranspose2d(1, 2, Tied = \"conv2d1\")",
        "conv2d1.weight conv2d1.bias convtranspose2d1.weight=conv2d1.weight convtranspose2d1.bias", 16)]

    // In a block its own layers come first, then those around it.
    [InlineData("Linear(4, Name = \"a\"), Two(Name = \"b\"), Two(Name = \"c\")",
        "a.weight a.bias b.a.weight b.linear2.weight=b.a.weight b.linear3.weight=b.a.weight c.a.weight c.linear2.weight=c.a.weight "
        + "c.linear3.weight=c.a.weight", 52)]
    [InlineData("Linear(4, Name = \"a\"), Outward", "a.weight a.bias outward1.linear1.weight=a.weight outward1.linear1.bias", 24)]
    [InlineData("Linear(4, Name = \"a\"), Outward(Repeat = 2)",
        "a.weight a.bias outward1.0.linear1.weight=a.weight outward1.0.linear1.bias "
        + "outward1.1.linear1.weight=a.weight outward1.1.linear1.bias", 28)]
    public void A_weight_has_several_names_and_is_counted_once(string layers, string parameters, int count)
    {
        ShapedNetwork network = ShapedSource.Network($"""
            [Network, Input(4), {layers}] public partial class Net;
            [Linear(4, Name = "a", Bias = false), ReLU, Linear(4, Tied = "a", Bias = false), ReLU, Linear(4, Tied = "a", Bias = false)]
            public partial class Two : Block;
            [ReLU, Linear(4, Tied = "a")] public partial class Outward : Block;
            """);
        Assert.Equal(parameters, string.Join(" ", network.Layers.SelectMany(layer => layer.Parameters)
            .Select(parameter => parameter.FullName + (parameter.IsTied ? "=" + parameter.Owner : ""))));
        Assert.Equal(count, network.ParameterCount);
    }

    [Theory]
    [InlineData("Linear(4, Name = \"a\", Tied = \"a\")", "'a' cannot share the weight of 'a': that is its own name.")]
    [InlineData(
        "Linear(4, Tied = \"b\"), ReLU, Linear(4, Name = \"b\")", "'linear1' cannot share the weight of 'b': that layer comes after it.")]
    [InlineData(
        "Linear(4), ReLU(Name = \"b\"), Linear(4, Tied = \"b\")",
        "'linear2' cannot share the weight of 'b': that layer has no weight. Did you mean 'linear1'?")]
    [InlineData(
        "Linear(4), ReLU, Linear(4), ReLU, Linear(5, Tied = \"linear2\")",
        "'linear3' cannot share the weight of 'linear2': its weight is 5×4, and that of 'linear2' is 4×4.")]
    [InlineData(
        "Linear(5), ReLU, Linear(4, Name = \"x\"), ReLU, Linear(5, Tied = \"x\")",
        "'linear3' cannot share the weight of 'x': its weight is 5×4, and that of 'x' is 4×5. Did you mean 'linear1'?")]
    [InlineData(
        "Linear(4, Name = \"a\"), ReLU, Linear(4, Name = \"b\"), ReLU, Linear(4, Tied = \"\")",
        "'linear3' cannot share the weight of '': no layer has that name. Did you mean 'a'?")]
    public void What_cannot_be_tied_says_why(string layers, string message) => Assert.Equal(
        ["NG0205 " + message],
        ShapedSource.Result($"[Network, Input(4), {layers}] public partial class Net;").Faults.Select(
            fault => $"{fault.Id} {fault.Message}"));
}
