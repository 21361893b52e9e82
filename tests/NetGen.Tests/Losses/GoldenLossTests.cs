using System.Text.Json;
using NetGen.Execution.Tests.Golden;

namespace NetGen.Tests.Losses;

/// <summary>The losses over arrays give PyTorch's numbers: the value, and through the last layer the gradient.</summary>
public class GoldenLossTests
{
    private const float Tolerance = 1e-4f;

    public static TheoryData<string> CaseNames =>
        [.. GoldenFolder.Cases.Where(golden => golden.Loss is not null).Select(golden => golden.Name)];

    [Theory, MemberData(nameof(CaseNames))]
    public void Agrees_with_PyTorch(string name)
    {
        GoldenCase golden = GoldenFolder.Cases.Single(candidate => candidate.Name == name);
        SafetensorsFile tensors = GoldenFolder.Tensors(golden);
        float[] outputs = tensors["output"].Values, gradient = new float[outputs.Length];
        Near(tensors["loss"].Values[0], Compute(golden, outputs, tensors["target"], gradient));

        int last = golden.Layers.Count - 1;
        BackThrough(golden.Layers[last].Operation, outputs, gradient, golden.OutputShape[1]);
        string layer = golden.Layers[^1].Operation is "Linear" or "Conv2d" ? golden.Layers[^1].Name : golden.Layers[^2].Name;
        float[] biasGradient = tensors[$"grad/{layer}.bias"].Values;
        int positions = outputs.Length / golden.Samples / biasGradient.Length;
        for (int channel = 0; channel < biasGradient.Length; channel++)
        {
            double sum = 0;
            for (int i = 0; i < golden.Samples * positions; i++)
                sum += gradient[(((i / positions * biasGradient.Length) + channel) * positions) + (i % positions)];
            Near(biasGradient[channel], (float)sum);
        }

        if (golden.Layers.Count(IsTrained) == 1 && tensors.Has("grad_input") && positions == 1)
            CompareInputGradient(
                tensors["grad_input"].Values, gradient, tensors[$"param/{layer}.weight"].Values, golden.InputShape[1],
                golden.OutputShape[1]);
    }

    /// <summary>Each loss of the language has its function, and each is compared.</summary>
    [Fact]
    public void Every_loss_has_a_case() => Assert.Equal(
        typeof(Loss).GetMethods().Where(method => method.DeclaringType == typeof(Loss)).Select(method => method.Name).Distinct().Order(),
        GoldenFolder.Cases.Where(golden => golden.Loss is not null).Select(golden => golden.Loss!.Operation).Distinct().Order());

    private static bool IsTrained(GoldenLayer layer) => layer.Operation is "Linear" or "Conv2d";

    private static float Compute(GoldenCase golden, float[] outputs, GoldenTensor target, float[] gradient)
    {
        GoldenLayer loss = golden.Loss!;
        int classes = golden.OutputShape[1], positions = outputs.Length / golden.Samples / classes;
        float[] weight = Numbers("weight");
        Reduction reduction = Text("reduction") switch { "sum" => Reduction.Sum, "batchmean" => Reduction.BatchMean, _ => Reduction.Mean };
        return (loss.Operation, target.IsInteger) switch
        {
            ("CrossEntropy", true) => Loss.CrossEntropy(
                outputs, target.Indices, gradient, weight, (int)Number("ignore_index", -100), Number("label_smoothing", 0), reduction,
                positions),
            ("CrossEntropy", false) => Loss.CrossEntropy(
                outputs, target.Values, classes, gradient, weight, Number("label_smoothing", 0), reduction, positions),
            ("NLL", _) => Loss.NLL(outputs, target.Indices, gradient, weight, (int)Number("ignore_index", -100), reduction, positions),
            ("MSE", _) => Loss.MSE(outputs, target.Values, gradient, reduction),
            ("L1", _) => Loss.L1(outputs, target.Values, gradient, reduction),
            ("SmoothL1", _) => Loss.SmoothL1(outputs, target.Values, gradient, Number("beta", 1), reduction),
            ("Huber", _) => Loss.Huber(outputs, target.Values, gradient, Number("delta", 1), reduction),
            ("BCE", _) => Loss.BCE(outputs, target.Values, gradient, weight, reduction, positions),
            ("BCEWithLogits", _) => Loss.BCEWithLogits(
                outputs, target.Values, gradient, weight, Numbers("pos_weight"), reduction, positions),
            ("KLDiv", _) => Loss.KLDiv(
                outputs, target.Values, gradient, loss.Arguments.TryGetValue("log_target", out JsonElement log) && log.GetBoolean(),
                reduction, golden.Samples),
            _ => throw new InvalidDataException($"case '{golden.Name}' has the loss {loss.Operation}, which this test does not know"),
        };

        double Number(string argument, double standard) =>
            loss.Arguments.TryGetValue(argument, out JsonElement value) ? value.GetDouble() : standard;

        string Text(string argument) => loss.Arguments.TryGetValue(argument, out JsonElement value) ? value.GetString()! : "";

        float[] Numbers(string argument) => loss.Arguments.TryGetValue(argument, out JsonElement value) ? [.. value.EnumerateArray()
            .Select(number => number.GetSingle())] : [];
    }

    /// <summary>Turns the gradient by the outputs of an activation that ends a case into the one by its inputs.</summary>
    private static void BackThrough(string operation, float[] outputs, float[] gradient, int features)
    {
        if (operation == "Sigmoid")
        {
            for (int i = 0; i < outputs.Length; i++)
                gradient[i] *= outputs[i] * (1 - outputs[i]);
        }

        for (int row = 0; row < outputs.Length && operation == "LogSoftmax"; row += features)
        {
            double sum = 0;
            for (int i = row; i < row + features; i++)
                sum += gradient[i];
            for (int i = row; i < row + features; i++)
                gradient[i] -= (float)(Math.Exp(outputs[i]) * sum);
        }
    }

    private static void CompareInputGradient(float[] expected, float[] gradient, float[] weight, int inputs, int outputs)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            double sum = 0;
            for (int o = 0; o < outputs; o++)
                sum += gradient[(i / inputs * outputs) + o] * weight[(o * inputs) + (i % inputs)];
            Near(expected[i], (float)sum);
        }
    }

    private static void Near(float expected, float actual) =>
        Assert.InRange(actual, expected - Slack(expected), expected + Slack(expected));

    private static float Slack(float expected) => Tolerance * (1 + Math.Abs(expected));
}
