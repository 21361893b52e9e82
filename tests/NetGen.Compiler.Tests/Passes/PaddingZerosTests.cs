using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using static NetGen.Compiler.Graph.ScalarExpression;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>What a Map makes of a gradient (#0), what the forward pass computed (#1) and a number for the whole row (#2).</summary>
public class PaddingZerosTests
{
    private static readonly Operand Gradient = new(0), Value = new(1), Row = new(2);

    private static readonly Dictionary<string, (ScalarExpression Body, bool IsZero)> Maps = new()
    {
        ["a factor of the row"] = (Gradient * Row, true),
        ["a summand of the row"] = (Gradient + Row, false),
        ["a factor of the forward pass"] = ((1 - (Value * Value)) * Gradient, true),
        ["a summand of the forward pass"] = (Gradient + (Row * Value), false),
        ["a gate"] = (Gradient * Greater(Value, 0), true),
        ["a choice"] = (Select(Value, 0, Gradient, Gradient * 0.1), true),
        ["a choice with a constant"] = (Select(Value, 0, Gradient, 0.1), false),
        ["a function that keeps zero"] = (Tanh(Gradient), true),
        ["a function that does not"] = (Exp(Gradient), false),
        ["a divisor that may be zero"] = (Gradient / Value, false),
        ["a divisor that is not"] = (Gradient / (1 + Abs(Value)), true),
        ["a divisor of the row"] = (Gradient / Row, true),
        ["zero times infinity"] = (Gradient * Log(Value), false),
        ["zero times a reciprocal"] = (Gradient * (1 / Value), false),
    };

    public static TheoryData<string> Names => [.. Maps.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_gradient_keeps_its_padding_zero(string name)
    {
        (ScalarExpression body, bool isZero) = Maps[name];
        var program = new Program("test");
        Expr gradient = TestPrograms.Input(program, TensorShape.Batched(4, 7), InputRole.OutputGradient);
        Expr value = TestPrograms.Input(program, TensorShape.Batched(4, 7), InputRole.Samples);
        Expr row = TestPrograms.Input(program, TensorShape.Batched(4, 1), InputRole.AddedLossGradient);
        Tensor map = Map.Of(body, TensorShape.Batched(4, 7), gradient, value, row).Tensor;
        Assert.Equal(isZero, new PaddingZeros(_ => false).AreIn(map));
    }

    /// <summary>What users of an inline Map compute themselves is looked through.</summary>
    [Fact]
    public void An_inline_map_is_looked_through()
    {
        var program = new Program("test");
        Expr gradient = TestPrograms.Input(program, TensorShape.Batched(4, 7), InputRole.OutputGradient);
        Expr value = TestPrograms.Input(program, TensorShape.Batched(4, 7), InputRole.Samples);
        Expr infinite = Map.Of(1 / new Operand(0), value), finite = Map.Of(1 / (1 + Abs(new Operand(0))), value);
        Assert.False(new PaddingZeros(tensor => tensor is Map).AreIn((gradient * infinite).Tensor));
        Assert.True(new PaddingZeros(tensor => tensor is Map).AreIn((gradient * finite).Tensor));
        Assert.True(new PaddingZeros(tensor => tensor is Map).AreIn((gradient * finite + gradient).Tensor));
    }
}
