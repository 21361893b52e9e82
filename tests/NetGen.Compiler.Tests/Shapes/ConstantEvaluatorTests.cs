using NetGen.Compiler.Language;

namespace NetGen.Compiler.Tests.Shapes;

/// <summary>Expected values are C#'s own: the constant beside each tree.</summary>
public class ConstantEvaluatorTests
{
    private const int Width = 12;

    [Theory]
    [InlineData("/", -7, 2, -7 / 2)]
    [InlineData("%", -7, 2, -7 % 2)]
    [InlineData("<<", 1, 33, 1 << 33)]
    [InlineData(">>", -8, 1, -8 >> 1)]
    [InlineData("&", 12, 10, 12 & 10)]
    [InlineData("|", 12, 10, 12 | 10)]
    [InlineData("^", 12, 10, 12 ^ 10)]
    [InlineData("%", int.MinValue, -1, 0)]
    public void Whole_numbers_are_those_of_CSharp(string sign, int left, int right, int expected) =>
        Assert.Equal(ConstantValue.Of(expected), Evaluate(Binary(sign, Literal(left), Literal(right))));

    [Theory]
    [InlineData("+", int.MaxValue, 1)]
    [InlineData("-", int.MinValue, 1)]
    [InlineData("*", 65536, 65536)]
    [InlineData("/", int.MinValue, -1)]
    public void Overflow_has_no_value(string sign, int left, int right) =>
        Assert.Equal("overflows", Assert.Throws<ConstantException>(() => Evaluate(Binary(sign, Literal(left), Literal(right)))).Message);

    [Theory]
    [InlineData("/")]
    [InlineData("%")]
    public void Division_by_zero_has_no_value(string sign) =>
        Assert.Equal("divides by zero", Assert.Throws<ConstantException>(() => Evaluate(Binary(sign, Literal(1), Literal(0)))).Message);

    [Fact]
    public void Int_widens_to_long_and_both_to_double()
    {
        Assert.Equal(ConstantValue.Of(4294967296L), Evaluate(Binary("*", ConstantExpression.Of(ConstantValue.Of(65536L)), Literal(65536))));
        Assert.Equal(ConstantValue.Of(2.5), Evaluate(Binary("/", Literal(5), ConstantExpression.Of(ConstantValue.Of(2.0)))));
    }

    [Fact]
    public void Only_the_chosen_side_is_worked_out()
    {
        ConstantExpression fails = Binary("/", Literal(1), Literal(0));
        ConstantExpression isTrue = Binary(">", new NamedConstant("Width"), Literal(4));
        Assert.Equal(ConstantValue.Of(7), Evaluate(new ConditionalConstant(isTrue, Literal(7), fails)));
        Assert.Equal(ConstantValue.Of(true), Evaluate(Binary("||", isTrue, Binary("==", fails, Literal(1)))));
        Assert.Equal(ConstantValue.Of(false), Evaluate(Binary("&&", new UnaryConstant("!", isTrue), Binary("==", fails, Literal(1)))));
    }

    [Fact]
    public void A_cast_to_int_truncates_and_is_checked()
    {
        Assert.Equal(
            ConstantValue.Of((int)-2.9),
            Evaluate(new CastConstant(ConstantType.Int, ConstantExpression.Of(ConstantValue.Of(-2.9)))));
        Assert.Throws<ConstantException>(() => Evaluate(new CastConstant(ConstantType.Int, ConstantExpression.Of(ConstantValue.Of(1e10)))));
    }

    [Fact]
    public void What_CSharp_reports_has_no_value_and_no_fault()
    {
        Assert.Null(Evaluate(new NamedConstant("Unknown")));
        Assert.Null(Evaluate(Binary("-", ConstantExpression.Of(ConstantValue.Of("a")), Literal(1))));
        Assert.Null(Evaluate(ConstantExpression.Unknown));
    }

    private static ConstantValue? Evaluate(ConstantExpression expression) =>
        ConstantEvaluator.Evaluate(expression, name => name == "Width" ? ConstantValue.Of(Width) : null);

    private static ConstantExpression Literal(int value) => ConstantExpression.Of(ConstantValue.Of(value));

    private static BinaryConstant Binary(string sign, ConstantExpression left, ConstantExpression right) => new(sign, left, right);
}
