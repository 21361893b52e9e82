namespace NetGen.Generator.Tests.Language;

public class NamingTests
{
    [Theory]
    [InlineData("ReLU6, ReLU6", "relu6_1 relu6_2")]
    [InlineData("Linear(2), Linear(2, Name = \"fc\"), Linear(2)", "linear1 fc linear3")]
    [InlineData("Two, Two(Name = \"head\")", "two1.linear1 two1.linear2 head.linear1 head.linear2")]
    [InlineData("Two(Repeat = 2)", "two1.0.linear1 two1.0.linear2 two1.1.linear1 two1.1.linear2")]
    [InlineData("Two(Name = \"h.3\", Repeat = 2)", "h.3.linear1 h.3.linear2 h.4.linear1 h.4.linear2")]
    [InlineData("Two(Repeat = 0), Linear(2)", "linear1")]
    [InlineData("Residual<Two>, Linear(2)", "linear1 linear2 linear3")]
    [InlineData("Residual<Two>(Name = \"block\")", "block.linear1 block.linear2")]
    [InlineData("Concat<Two, Two>", "concat1.0.linear1 concat1.0.linear2 concat1.1.linear1 concat1.1.linear2")]
    public void Names_follow_levels(string layers, string names)
    {
        string source = $"[Network, Input(2), {layers}] public partial class Net; [Linear(2), Linear(2)] public partial class Two : Block;";
        Assert.Equal(names, string.Join(" ", ShapedSource.Names(ShapedSource.Network(source))));
    }
}
