using NetGen.Compiler.Emission;

namespace NetGen.Compiler.Tests.Emission;

public class IdentifiersTests
{
    [Theory]
    [InlineData("x", "y")]
    [InlineData("f(ref x, x_2, 3f, ax);", "f(ref y, x_2, 3f, ax);")]
    [InlineData("f(x: x, columns: 3)", "f(x: y, columns: 3)")]
    [InlineData("a ? x : 1x", "a ? y : 1x")]
    [InlineData("äx x̀ -x", "äx x̀ -y")]
    [InlineData("", "")]
    public void Whole_names_change_that_are_no_named_arguments(string text, string expected) =>
        Assert.Equal(expected, Identifiers.Renamed(text, name => name == "x" ? "y" : null));
}
