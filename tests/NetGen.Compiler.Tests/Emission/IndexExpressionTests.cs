using NetGen.Compiler.Emission;

namespace NetGen.Compiler.Tests.Emission;

public class IndexExpressionTests
{
    private static readonly IndexExpression X = "x";
    private static readonly IndexExpression Y = "y";

    public static TheoryData<string, string> Sums => new()
    {
        { (X + Y).ToString(), "x + y" },
        { ((Y * 32) + X + 5).ToString(), "y * 32 + x + 5" },
        { ((X * 3) + (Y * 2) + X).ToString(), "x * 4 + y * 2" },
        { ((X * 3) + Y + (X * -3)).ToString(), "y" },
        { ((X * 3) + (X * -3) + 7).ToString(), "7" },
        { (X + -4).ToString(), "x - 4" },
        { (X + 1 + (Y + -1)).ToString(), "x + y" },
        { ((X + 2) * 16).ToString(), "x * 16 + 32" },
        { ((X + 2) * 0).ToString(), "0" },
        { (IndexExpression.Zero + int.MinValue + X).ToString(), "x - 2147483648" },
    };

    [Theory]
    [MemberData(nameof(Sums))]
    public void A_sum_names_each_variable_once(string written, string expected) => Assert.Equal(expected, written);
}
