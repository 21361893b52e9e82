using NetGen.Compiler.Graph;
using NetGen.Reference;

namespace NetGen.Compiler.Tests.Graph;

/// <summary>Every activation's value is PyTorch's formula and its derivative is its slope.</summary>
public class ScalarFunctionTests
{
    private static readonly Dictionary<string, (ScalarFunction Function, Func<double, double> Formula)> Functions = new()
    {
        ["relu"] = (ScalarFunctions.ReLU, x => Math.Max(x, 0)),
        ["relu6"] = (ScalarFunctions.ReLU6, x => Math.Clamp(x, 0, 6)),
        ["sigmoid"] = (ScalarFunctions.Sigmoid, x => 1 / (1 + Math.Exp(-x))),
        ["tanh"] = (ScalarFunctions.Tanh, Math.Tanh),
        ["softsign"] = (ScalarFunctions.Softsign, x => x / (1 + Math.Abs(x))),
        ["exp"] = (ScalarFunctions.Exp, Math.Exp),
        ["gelu"] = (ScalarFunctions.GELU, x => 0.5 * x * (1 + ErrorFunction.Erf(x / Math.Sqrt(2)))),
        ["gelu tanh"] = (ScalarFunctions.GELUTanh, x => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))))),
        ["silu"] = (ScalarFunctions.SiLU, x => x / (1 + Math.Exp(-x))),
        ["mish"] = (ScalarFunctions.Mish, x => x * Math.Tanh(Math.Log(1 + Math.Exp(x)))),
        ["hardswish"] = (ScalarFunctions.Hardswish, x => x * Math.Clamp(x + 3, 0, 6) / 6),
        ["hardsigmoid"] = (ScalarFunctions.Hardsigmoid, x => Math.Clamp(x + 3, 0, 6) / 6),
        ["selu"] = (ScalarFunctions.SELU,
            x => 1.0507009873554804934193349852946 * (x > 0 ? x : 1.6732632423543772848170429916717 * (Math.Exp(x) - 1))),
        ["leaky relu"] = (ScalarFunctions.LeakyReLU(0.01), x => x > 0 ? x : 0.01 * x),
        ["elu"] = (ScalarFunctions.ELU(1.3), x => x > 0 ? x : 1.3 * (Math.Exp(x) - 1)),
        ["tanhshrink"] = (ScalarFunctions.Tanhshrink, x => x - Math.Tanh(x)),
        ["log sigmoid"] = (ScalarFunctions.LogSigmoid, x => -Math.Log(1 + Math.Exp(-x))),
        ["celu"] = (ScalarFunctions.CELU(1.3), x => x > 0 ? x : 1.3 * (Math.Exp(x / 1.3) - 1)),
        ["hardtanh"] = (ScalarFunctions.Hardtanh(-0.5, 2), x => Math.Clamp(x, -0.5, 2)),
        ["threshold"] = (ScalarFunctions.Threshold(0.3, -2), x => x > 0.3 ? x : -2),
        ["softshrink"] = (ScalarFunctions.Softshrink(0.5), x => x > 0.5 ? x - 0.5 : x < -0.5 ? x + 0.5 : 0),
        ["hardshrink"] = (ScalarFunctions.Hardshrink(0.5), x => Math.Abs(x) > 0.5 ? x : 0),
        ["softplus"] = (ScalarFunctions.Softplus(1.5, 20), x => 1.5 * x > 20 ? x : Math.Log(1 + Math.Exp(1.5 * x)) / 1.5),
    };

    private static readonly double[] Points = [-25, -7.3, -3.2, -2.1, -0.7, -0.01, 0.02, 0.4, 1.9, 2.6, 3.4, 5.5, 8.8, 21, 400];

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Value_is_the_formula(string name)
    {
        (ScalarFunction function, Func<double, double> formula) = Functions[name];
        foreach (double x in Points)
            AssertClose(formula(x), At(function.Value(new Operand(0)), x, 0), $"{name}({x})");
    }

    [Theory, MemberData(nameof(Names))]
    public void Derivative_is_the_slope(string name)
    {
        (ScalarFunction function, _) = Functions[name];
        ScalarExpression derivative = function.Derivative(new Operand(0), new Operand(1));
        foreach (double x in Points)
        {
            const double step = 1e-5;
            double slope = (At(function.Value(new Operand(0)), x + step, 0) - At(function.Value(new Operand(0)), x - step, 0)) / (2 * step);
            double stated = At(derivative, x, At(function.Value(new Operand(0)), x, 0));
            Assert.True(Math.Abs(slope - stated) <= 1e-6 * (1 + Math.Abs(slope)), $"{name}'({x}) is {stated}, the slope is {slope}");
        }
    }

    /// <summary>Where a function has a corner the slope is one of two: the one that PyTorch 2.10 takes.</summary>
    [Theory]
    [InlineData("hardswish", -3, 0)]
    [InlineData("hardswish", 3, 1)]
    [InlineData("hardsigmoid", -3, 0)]
    [InlineData("hardsigmoid", 3, 0)]
    [InlineData("relu", 0, 0)]
    [InlineData("relu6", 0, 0)]
    [InlineData("relu6", 6, 0)]
    [InlineData("leaky relu", 0, 0.01)]
    [InlineData("elu", 0, 1.3)]
    [InlineData("celu", 0, 1)]
    [InlineData("hardtanh", -0.5, 0)]
    [InlineData("hardtanh", 2, 0)]
    [InlineData("threshold", 0.3, 0)]
    [InlineData("softshrink", 0.5, 0)]
    [InlineData("hardshrink", -0.5, 0)]
    [InlineData("selu", 0, 1.7580993408473766)]
    public void A_corners_derivative_is_PyTorchs(string name, double x, double expected)
    {
        ScalarFunction function = Functions[name].Function;
        AssertClose(
            expected, At(function.Derivative(new Operand(0), new Operand(1)), x, At(function.Value(new Operand(0)), x, 0)),
            $"{name}'({x})");
    }

    [Theory, MemberData(nameof(Names))]
    public void A_derivative_through_a_composition_follows_the_chain_rule(string name)
    {
        ScalarExpression body = ScalarExpression.Log(1 + ScalarExpression.Abs(
            new Call(Functions[name].Function, new Operand(0) * new Operand(1))));
        ScalarExpression derivative = ScalarDerivative.Of(body, 0, body);
        foreach (double x in Points.Where(x => Math.Abs(x) > 0.1))
        {
            const double step = 1e-6;
            double slope = (At(body, x + step, 0.83) - At(body, x - step, 0.83)) / (2 * step);
            double stated = At(derivative, x, 0.83);
            Assert.True(Math.Abs(slope - stated) <= 1e-5 * (1 + Math.Abs(slope)), $"at {x}: {stated}, the slope is {slope}");
        }
    }

    /// <summary>Numbers of PyTorch's torch.erf.</summary>
    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(0.1, 0.1124629160182849)]
    [InlineData(0.5, 0.5204998778130465)]
    [InlineData(-1.0, -0.8427007929497149)]
    [InlineData(2.0, 0.9953222650189527)]
    [InlineData(2.6, 0.9997639655834707)]
    [InlineData(-3.5, -0.9999992569016276)]
    public void The_references_error_function_is_known(double x, double erf) => AssertClose(erf, ErrorFunction.Erf(x), $"erf({x})");

    private static double At(ScalarExpression expression, double first, double second) => Scalars.Value(
        expression, new Element([first, second], TestPrograms.EmptyBatch, TensorShape.Batched(1), 0, 0, 0));

    private static void AssertClose(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-12 * (1 + Math.Abs(expected)), $"{what} is {actual}, expected {expected}");
}
