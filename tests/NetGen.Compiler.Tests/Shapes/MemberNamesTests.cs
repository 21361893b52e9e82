using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Tests.Shapes;

public class MemberNamesTests
{
    [Theory]
    [InlineData("conv1", "Conv1")]
    [InlineData("self_attention", "SelfAttention")]
    [InlineData("fc_1", "Fc1")]
    [InlineData("relu6_1", "Relu6_1")]
    [InlineData("_", "_")]
    [InlineData("1x1", "_1x1")]
    public void A_part_of_a_name_is_a_member(string segment, string member) => Assert.Equal(member, MemberNames.Of(segment));

    [Theory]
    [InlineData("layer2.0.conv1", true)]
    [InlineData("", false)]
    [InlineData("a..b", false)]
    [InlineData(".a", false)]
    [InlineData("a b", false)]
    [InlineData("größe", false)]
    public void Names_have_parts_of_letters_digits_and_underscores(string name, bool isValid) =>
        Assert.Equal(isValid, MemberNames.IsValid(name));

    [Theory]
    [InlineData("layer2", 3, "layer2.3")]
    [InlineData("layer2.1", 3, "layer2.4")]
    public void Repetitions_count_on_from_a_number_at_the_end(string name, int repetition, string expected) =>
        Assert.Equal(expected, NameScope.Repeated(name, repetition));
}
