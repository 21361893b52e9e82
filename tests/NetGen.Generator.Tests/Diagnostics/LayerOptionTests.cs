using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Options of layers that make no sense, or not together: what the fault says, and where it stands.</summary>
public class LayerOptionTests
{
    [Theory]
    [InlineData(
        "BatchNorm(CumulativeAverage = true, Momentum = «0.2»)",
        "Momentum of 'batchnorm1' is 0.2; with CumulativeAverage = true all batches count the same.")]
    [InlineData(
        "BatchNorm(CumulativeAverage = «true», TrackRunningStats = false)",
        "CumulativeAverage of 'batchnorm1' is true; with TrackRunningStats = false there is nothing to average.")]
    [InlineData(
        "«AdaptiveAvgPool2d»",
        "OutputWidth of 'adaptiveavgpool2d1' is not stated; it or OutputHeight says what the image becomes; [AdaptiveAvgPool2d(1)] "
        + "is the mean of each channel.")]
    [InlineData("LeakyReLU(«1e300»)", "negativeSlope of 'leakyrelu1' is 1E+300; it must be a float, at most 3.4028235E+38.")]
    [InlineData("BatchNorm(Eps = «1e-50»)", "Eps of 'batchnorm1' is 1E-50; it must be a float, 0 or at least 1.1754944E-38.")]
    [InlineData("Softplus(«1e-40»)", "Beta of 'softplus1' is 1E-40; it must be a float, 0 or at least 1.1754944E-38.")]
    [InlineData("Softplus(«0», 3)", "Beta of 'softplus1' is 0; it is not 0.")]
    [InlineData("GELU(«\"tan\"»)", "Approximate of 'gelu1' is \"tan\"; it is \"none\" or \"tanh\".")]
    [InlineData("PReLU(«4»)", "NumParameters of 'prelu1' is 4; it is 1, or the 2 channels that come in (2×5×7, the input).")]
    [InlineData(
        "Mean(Axis = «0»)",
        "Axis of 'mean1' is 0; of an image the height, Axis = 1, the width, Axis = 2, or both can go (2×5×7, the input): "
        + "what else is left has no kind. KeepDim = true keeps any axis, with size 1.")]
    [InlineData("Sum(Axis = 2, AxisTo = «1»)", "AxisTo of 'sum1' is 1; it does not come before Axis = 2.")]
    [InlineData("«Max»", "Axis of 'max1' is not stated; it says which axis goes.")]
    [InlineData("Select(«7», Axis = 2)", "index of 'select1' is 7; axis 2 has indices -7 to 6 (2×5×7, the input).")]
    [InlineData("Select(1, Axis = «3»)", "Axis of 'select1' is 3; the sample (2×5×7, the input) has axes -3 to 2.")]
    [InlineData(
        "PixelShuffle(«2»)",
        "upscaleFactor of 'pixelshuffle1' is 2; its square, 4, divides the 2 channels that come in (2×5×7, the input).")]
    [InlineData("ReflectionPad2d(«5»)", "padding of 'reflectionpad2d1' is 5; mirrored, it is at most 4 (2×5×7, the input).")]
    [InlineData("ConstantPad2d(1, 0, 0, «-5»)", "bottom of 'constantpad2d1' is -5; it leaves nothing of 5 (2×5×7, the input).")]
    [InlineData("Hardtanh(1, «0»)", "maxVal of 'hardtanh1' is 0; it is above minVal.")]
    [InlineData(
        "Upsample(ScaleFactor = 2, Mode = «\"cubic\"»)",
        "Mode of 'upsample1' is \"cubic\"; it is \"nearest\", \"bilinear\" or \"bicubic\", or \"linear\" of a signal.")]
    [InlineData(
        "Upsample(ScaleFactor = 2, Mode = «\"linear\"»)",
        "Mode of 'upsample1' is \"linear\"; an image takes \"bilinear\", and a signal takes it (2×5×7, the input).")]
    [InlineData(
        "Flatten(Start = 1), Upsample(Size = 9, Mode = «\"bicubic\"»)",
        "Mode of 'upsample1' is \"bicubic\"; a signal takes \"linear\" (2×5×7 after flatten1).")]
    [InlineData(
        "Flatten(Start = 1), Upsample(Size = 9, SizeWidth = «8»)",
        "SizeWidth of 'upsample1' is stated; a signal has a length alone (2×5×7 after flatten1), for which Size and ScaleFactor are.")]
    [InlineData(
        "Flatten(Start = 1), Upsample(ScaleFactor = «0.01»)",
        "ScaleFactor of 'upsample1' is 0.01; it leaves nothing of a length of 35 (2×5×7 after flatten1).")]
    [InlineData(
        "Upsample(ScaleFactor = 2, AlignCorners = «true»)",
        "AlignCorners of 'upsample1' is true; it has no meaning for Mode = \"nearest\".")]
    [InlineData("RReLU(0.5, «0.25»)", "upper of 'rrelu1' is 0.25; it is at least lower.")]
    [InlineData("GaussianNoise(«-1»)", "stddev of 'gaussiannoise1' is -1; a standard deviation is not negative.")]
    [InlineData(
        "Reparameterize<Identity, Identity>(Beta = «-1»)",
        "Beta of 'reparameterize1' is -1; the weight of a divergence is not negative.")]
    [InlineData("Flatten, Linear(3, Init = «Init.Dirac»)", "Init of 'linear1' is Dirac; only the window of a convolution has a middle.")]
    [InlineData("Conv2d(3, 1, Init = «(Init)9»)", "Init of 'conv2d1' is 9; it is one of the values of Init.")]
    [InlineData("Conv2d(3, 1, Std = «0»)", "Std of 'conv2d1' is 0; a standard deviation is above 0, and Init.Zeros is 0.")]
    [InlineData(
        "Conv2d(3, 1, Init = Init.Zeros, Std = «0.1»)", "Std of 'conv2d1' is 0.1; Init says already what the weight starts as.")]
    [InlineData(
        "Conv2d(2, 1, Name = \"a\"), ReLU, ConvTranspose2d(2, 1, Tied = \"a\", Init = «Init.Zeros»)",
        "Init of 'convtranspose2d1' is Zeros; what a tied weight starts as says the layer that has it.")]
    [InlineData("DropPath(«20»)", "dropProb of 'droppath1' is 20; a probability is between 0 and 1.")]
    public async Task An_option_is_judged_where_it_stands(string layer, string message)
    {
        Diagnostic fault = Assert.Single(await NetworkSource.Diagnose(Network(layer.Replace("«", "").Replace("»", ""))));
        Assert.Equal(("NG0108", message), (fault.Id, fault.GetMessage()));
        Assert.Equal(
            layer.Split('«', '»')[1],
            fault.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(fault.Location.SourceSpan));
    }

    [Theory]
    [InlineData("AdaptiveAvgPool2d(OutputWidth = «0»)", "OutputWidth of 'adaptiveavgpool2d1' is 0; a size is at least 1.")]
    [InlineData("PReLU(«-2»)", "NumParameters of 'prelu1' is -2; a size is at least 1.")]
    public async Task A_size_is_positive(string layer, string message)
    {
        Diagnostic fault = Assert.Single(await NetworkSource.Diagnose(Network(layer.Replace("«", "").Replace("»", ""))));
        Assert.Equal(("NG0107", message), (fault.Id, fault.GetMessage()));
        Assert.Equal(
            layer.Split('«', '»')[1],
            fault.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(fault.Location.SourceSpan));
    }

    /// <summary>As PyTorch takes them, by position or by name; a side of a pooled image counts before the square.</summary>
    [Theory]
    [InlineData("BatchNorm(CumulativeAverage = true)", "2, 5, 7")]
    [InlineData("BatchNorm(CumulativeAverage = false, Momentum = 0.2)", "2, 5, 7")]
    [InlineData("AdaptiveAvgPool2d(OutputWidth = 1)", "2, 5, 1")]
    [InlineData("AdaptiveAvgPool2d(OutputHeight = 2)", "2, 2, 7")]
    [InlineData("AdaptiveAvgPool2d(OutputHeight = 2, OutputWidth = 3)", "2, 2, 3")]
    [InlineData("AdaptiveAvgPool2d(3, OutputWidth = 1)", "2, 3, 1")]
    [InlineData("AdaptiveAvgPool2d(outputWidth: 3, outputHeight: 2)", "2, 2, 3")]
    [InlineData("AdaptiveAvgPool2d(2, outputWidth: 3)", "2, 2, 3")]
    [InlineData("AdaptiveAvgPool2d(outputSize: 3)", "2, 3, 3")]
    [InlineData("Upsample(ScaleFactor = 2, Mode = \"bicubic\")", "2, 10, 14")]
    [InlineData("Flatten(Start = 1), Upsample(ScaleFactor = 2, Mode = \"linear\")", "2, 70, Axes = Axes.ChannelsLength")]
    [InlineData("Flatten(Start = 1), AdaptiveMaxPool1d(3)", "2, 3, Axes = Axes.ChannelsLength")]
    [InlineData("Softplus(2)", "2, 5, 7")]
    [InlineData("Softplus(threshold: 30)", "2, 5, 7")]
    [InlineData("Softplus(2, Threshold = 30)", "2, 5, 7")]
    [InlineData("GELU(\"tanh\")", "2, 5, 7")]
    [InlineData("PReLU(2, 0.1)", "2, 5, 7")]
    [InlineData("PReLU(init: 0.1)", "2, 5, 7")]
    [InlineData("Mean(Axis = 1, AxisTo = -1)", "2")]
    [InlineData("Max(Axis = 0, KeepDim = true)", "1, 5, 7")]
    [InlineData("ZeroPad2d(padding: 1)", "2, 7, 9")]
    [InlineData("ZeroPad2d(bottom: 1, left: 2, right: 0, top: 0)", "2, 6, 9")]
    public async Task These_are_in_order(string layer, string output) =>
        Assert.Empty(await NetworkSource.Diagnose(Network($"{layer}, Output({output})")));

    private static string Network(string layers) => $"""
        [Network, Input(2, 5, 7), {layers}]
        public partial class Net;
        """;
}
