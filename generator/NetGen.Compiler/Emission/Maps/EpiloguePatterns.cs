using NetGen.Compiler.Graph;
using static NetGen.Compiler.Graph.ScalarExpression;

namespace NetGen.Compiler.Emission;

/// <summary>The epilogues of the library (<c>src/NetGen/Runtime/Kernels/Epilogues</c>), each as the expression that it computes.</summary>
internal static class EpiloguePatterns
{
    /// <summary>What an epilogue gets.</summary>
    public static Placeholder Value { get; } = new(PlaceholderKind.Value, "value");

    private static readonly Placeholder X = new(PlaceholderKind.Source, "x");
    private static readonly Placeholder Mean = Row("mean");
    private static readonly Placeholder Inverse = Row("inverse");
    private static readonly Placeholder Weight = Row("weight");
    private static readonly Placeholder Bias = Row("bias");
    private static readonly Placeholder MeanGradient = Row("meanGradient");
    private static readonly Placeholder MeanProduct = Row("meanProduct");
    private static readonly Placeholder Running = Row("running");
    private static readonly Placeholder Matrix = new(PlaceholderKind.Matrix, "matrix");
    private static readonly Placeholder Low = Number("low");
    private static readonly Placeholder High = Number("high");
    private static readonly Placeholder Factor = Number("factor");
    private static readonly Placeholder Weighting = Number("weighting");
    private static readonly Placeholder Epsilon = Number("epsilon");
    private static readonly Placeholder Keep = Number("keep");
    private static readonly Placeholder Momentum = Number("momentum");
    private static readonly Placeholder Kept = new(PlaceholderKind.Keep, "kept");
    private static readonly Placeholder Count = new(PlaceholderKind.Count, "count");

    /// <summary>Those that store their result alone; what computes more stands before what computes a part of it.</summary>
    public static IReadOnlyList<EpiloguePattern> All { get; } =
    [
        new(
            "NormalizeGradient",
            Weight * (Inverse * (Value - MeanGradient - ((X - Mean) * Inverse * MeanProduct))),
            X, Mean, Inverse, Weight, MeanGradient, MeanProduct)
        {
            IsLong = true,
        },
        new(
            "AddSquaredDistance", Value + (((X * Factor) - Mean) * ((X * Factor) - Mean) * Weighting), X, Factor, Mean, Weighting)
        {
            IsLong = true,
        },
        new("Normalize", new Rounded((Value - Mean) * Inverse * Weight) + Bias, Mean, Inverse, Weight, Bias),
        new("SquaredDeviation", (Value - Mean) * (Value - Mean), Mean),
        new("TimesNormalized", Value * ((X - Mean) * Inverse), X, Mean, Inverse),
        new("ScaleAndShift", new Rounded(Value * Weight) + Bias, Weight, Bias),
        new("ClampGradient", Value * (Greater(Matrix, Low) * Greater(High, Matrix)), Matrix, Low, High),
        new("LeakyReluGradient", Value * Select(Matrix, 0, 1, Factor), Matrix, Factor),
        new("ReluGradient", Value * Greater(Matrix, 0), Matrix),
        new("LeakyReluGradientOf", Value * Select(X, 0, 1, Factor), X, Factor),
        new("ClampGradientOf", Value * (Greater(X, Low) * Greater(High, X)), X, Low, High),
        new("ReluGradientOf", Value * Greater(X, 0), X),
        new("Dropout", Value * (Kept * Factor), Kept, Factor) { IsLong = true },
        new("Clamp", Min(Max(Value, Low), High), Low, High),
        new("LeakyRelu", Select(Value, 0, Value, Factor * Value), Factor),
        new("ScaleAndShiftRelu", Max(new Rounded(Value * Weight) + Bias, 0), Weight, Bias),
        new("AddBiasRelu", Max(Value + Bias, 0), Bias),
        new("AddMatrixRelu", Max(Value + Matrix, 0), Matrix),
        new("Relu", Max(Value, 0)),
        new("AddBias", Value + Bias, Bias) { OfSamples = "AddChannelBias" },
        new("AddMatrix", Value + Matrix, Matrix),
        new("AddSource", Value + X, X),
        new("Scale", Value * Weight, Weight),
        new("MultiplyMatrix", Value * Matrix, Matrix),
        new("MultiplyBy", Value * Factor, Factor),
        new("Subtract", Value - Mean, Mean),
        new("DivideBy", Value / Count, Count),
        new("Negate", -Value),
    ];

    /// <summary>Those that store something else too.</summary>
    public static IReadOnlyList<EpiloguePattern> Storing { get; } =
    [
        new("BatchInverseDeviation", 1 / Sqrt(Variance + Epsilon), Count, Epsilon, Keep, Momentum, Running)
        {
            Stored = (Keep * Running) + (Momentum * (Count / (Count - 1)) * Variance),
        },
        new("BatchMean", Value / Count, Count, Keep, Momentum, Running)
        {
            Stored = (Keep * Running) + (Momentum * new Rounded(Value / Count)),
        },
        new("SumAndMean", Value, Count) { Stored = Value / Count },
    ];

    private static ScalarExpression Variance => new Rounded(Value / Count);

    private static Placeholder Row(string name) => new(PlaceholderKind.Row, name);

    private static Placeholder Number(string name) => new(PlaceholderKind.Number, name);
}
