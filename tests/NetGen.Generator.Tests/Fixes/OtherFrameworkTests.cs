using Microsoft.CodeAnalysis.Testing;

namespace NetGen.Generator.Tests.Fixes;

/// <summary>Layers as Keras and PyTorch write them, for which C# has an error: the fix writes them as NetGen does.</summary>
public class OtherFrameworkTests
{
    [Theory]
    [InlineData("Input(784), {|NG0207:{|CS1729:Linear(784, 128)|}|}", "Input(784), Linear(128)")]
    [InlineData("Input(784), {|NG0207:{|CS1729:Linear(784, 128, Bias = false)|}|}", "Input(784), Linear(128, Bias = false)")]
    [InlineData("Input(784), {|NG0207:{|CS1729:Linear(784, 128, bias: false)|}|}", "Input(784), Linear(128, Bias = false)")]
    [InlineData("Input(784), {|NG0207:{|CS1729:BatchNorm(784)|}|}", "Input(784), BatchNorm")]
    [InlineData("Input(3, 8, 8), {|NG0207:{|CS1729:Conv2d(3, 32, 4, 2, 1)|}|}", "Input(3, 8, 8), Conv2d(32, 4, Stride = 2, Padding = 1)")]
    [InlineData("Input(3, 8, 8), {|NG0207:Conv2d(3, 32, 3, {|CS1739:padding|}: 1)|}", "Input(3, 8, 8), Conv2d(32, 3, Padding = 1)")]
    [InlineData(
        "Input(1, 8, 8), {|NG0207:Conv2d(32, 3, {|CS1739:padding|}: 1, stride: 2)|}",
        "Input(1, 8, 8), Conv2d(32, 3, Padding = 1, Stride = 2)")]
    [InlineData(
        "Input(1, 8, 8), {|NG0207:Conv2d({|CS1739:in_channels|}: 1, out_channels: 32, kernel_size: 3, Bias = false)|}",
        "Input(1, 8, 8), Conv2d(32, 3, In = 1, Bias = false)")]
    [InlineData("Input(1, 8, 8), {|NG0207:Conv2d(32, 3, Bias = {|CS0103:False|})|}", "Input(1, 8, 8), Conv2d(32, 3, Bias = false)")]
    [InlineData("Input(1, 8, 8), {|NG0207:{|CS1729:MaxPool2d(2, 2, 1)|}|}", "Input(1, 8, 8), MaxPool2d(2, Stride = 2, Padding = 1)")]
    [InlineData("Input(1, 8, 8), {|NG0207:{|CS1729:Upsample(2)|}|}", "Input(1, 8, 8), Upsample(ScaleFactor = 2)")]
    [InlineData("Input(8), {|NG0207:{|CS1729:LeakyReLU(0.2, true)|}|}", "Input(8), LeakyReLU(0.2)")]
    [InlineData("Input(8), {|NG0207:{|CS1729:LogSoftmax(1)|}|}", "Input(8), LogSoftmax")]
    [InlineData("Input(8), {|NG0207:Softmax({|CS1739:dim|}: 1)|}", "Input(8), Softmax")]
    [InlineData(
        "Input(3, 9, 9), {|NG0207:Conv2d({|CS1739:filters|}: 32, kernel_size: 3, strides: 2)|}",
        "Input(3, 9, 9), Conv2d(32, 3, Stride = 2)")]
    [InlineData("Input(8), {|NG0207:Linear({|CS1739:units|}: 4, use_bias: false)|}", "Input(8), Linear(4, Bias = false)")]
    [InlineData("Input(8), {|NG0207:Dropout({|CS1739:rate|}: 0.2)|}", "Input(8), Dropout(0.2)")]
    [InlineData(
        "Input(8), Linear(3), {|NG0207:CrossEntropy({|CS1739:reduction|}: \"sum\")|}",
        "Input(8), Linear(3), CrossEntropy(Reduction = Reduction.Sum)")]
    [InlineData(
        "Input(8), Linear(3), LogSoftmax, {|NG0207:KLDiv({|CS1739:reduction|}: \"batchmean\")|}",
        "Input(8), Linear(3), LogSoftmax, KLDiv(Reduction = Reduction.BatchMean)")]
    [InlineData("Input(1, 8, 8), Conv2d(32, 3, Padding = {|CS0029:\"same\"|})", "Input(1, 8, 8), Conv2d(32, 3, Padding = Pad.Same)")]
    [InlineData("Input(1, 8, 8), Conv2d(32, {|CS1503:(3, 3)|})", "Input(1, 8, 8), Conv2d(32, 3)")]
    [InlineData("Input(1, 8, 8), Conv2d(32, {|CS1503:(3, 5)|})", "Input(1, 8, 8), Conv2d(32, 3, 5)")]
    [InlineData(
        "Input(1, 9, 8), Conv2d(32, 3, Stride = {|CS0029:(2, 1)|})",
        "Input(1, 9, 8), Conv2d(32, 3, StrideHeight = 2, StrideWidth = 1)")]
    [InlineData("Input(5, 8), {|NG0207:{|CS1729:SelfAttention(8, 2)|}|}", "Input(5, 8), SelfAttention(Heads = 2)")]
    [InlineData(
        "Input(5, 8), {|NG0207:SelfAttention({|CS1739:embed_dim|}: 8, num_heads: 2, dropout: 0.1)|}",
        "Input(5, 8), SelfAttention(In = 8, Heads = 2, Dropout = 0.1)")]
    [InlineData("Input(8), {|NG0204:{|CS0246:{|CS0246:Dense|}|}(10)|}", "Input(8), Linear(10)")]
    [InlineData("Input(5, 8), {|NG0207:{|CS1729:LSTM(8, 20, 2)|}|}", "Input(5, 8), LSTM(20, NumLayers = 2)")]
    [InlineData(
        "Input(5, 8), {|NG0207:{|CS1729:RNN(8, 20, 2, \"relu\")|}|}", "Input(5, 8), RNN(20, NumLayers = 2, Nonlinearity = \"relu\")")]
    [InlineData(
        "Input(5, 8), {|NG0207:GRU({|CS1739:input_size|}: 8, hidden_size: 20, bidirectional: {|CS0103:True|})|}",
        "Input(5, 8), GRU(20, In = 8, Bidirectional = true)")]
    [InlineData("Input(5, 8), {|NG0207:LSTM({|CS1739:units|}: 20)|}", "Input(5, 8), LSTM(20)")]
    public async Task What_another_framework_writes_is_written_anew(string written, string right) => await Run(
        $"[Network, {written}] public partial class Net;", $"[Network, {right}] public partial class Net;");

    /// <summary>In PyTorch a block's width is a variable; here its attributes name a constant that begins with a capital.</summary>
    [Fact]
    public async Task A_parameter_becomes_its_constant() => await Run(
        "[Linear({|CS9105:{|CS0182:width|}|})] public partial class Part(int width) : "
        + "Block { private const int Width = 1; private readonly int own = width; }",
        "[Linear(Width)] public partial class Part(int width) : Block { private const int Width = 1; private readonly int own = width; }");

    /// <summary>Names that no spelling error explains.</summary>
    [Theory]
    [InlineData("Dense", "Linear")]
    [InlineData("Conv2D", "Conv2d")]
    [InlineData("MaxPooling2D", "MaxPool2d")]
    [InlineData("GlobalAveragePooling2D", "AdaptiveAvgPool2d(1)")]
    [InlineData("BatchNorm2d", "BatchNorm")]
    [InlineData("Dropout2d", "Dropout")]
    [InlineData("MSELoss", "MSE")]
    [InlineData("BCEWithLogitsLoss", "BCEWithLogits")]
    [InlineData("NLLLoss", "NLL")]
    [InlineData("SparseCategoricalCrossentropy", "CrossEntropy")]
    [InlineData("MultiheadAttention", "SelfAttention")]
    [InlineData("MultiHeadAttention", "SelfAttention")]
    [InlineData("SimpleRNN", "RNN")]
    [InlineData("lstm", "LSTM")]
    [InlineData("swish", "SiLU")]
    [InlineData("Obsolete2", null)]
    public void A_name_of_another_framework_is_known(string name, string? known) =>
        Assert.Equal(known, Generator.Reading.NearestName.Of(name));

    private static async Task Run(string wrong, string right)
    {
        var test = new FixTest
        {
            TestCode = wrong,
            FixedCode = right,
            CompilerDiagnostics = CompilerDiagnostics.Errors,
            CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne,
        };
        test.DisabledDiagnostics.AddRange(["NG0404"]);
        await test.RunAsync(TestContext.Current.CancellationToken);
    }
}
