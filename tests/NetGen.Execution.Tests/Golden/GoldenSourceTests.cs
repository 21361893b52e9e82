namespace NetGen.Execution.Tests.Golden;

/// <summary>The manifest in the words of the language.</summary>
public class GoldenSourceTests
{
    /// <summary>What later issues bring. A module that leaves this list must not come back.</summary>
    private static readonly string[] NotYet =
        [];

    [Fact]
    public void Only_modules_of_later_issues_are_unsupported()
    {
        string[] unsupported = [.. GoldenFolder.Cases.Select(GoldenSource.Unsupported).OfType<string>().Distinct()];
        foreach (GoldenCase golden in GoldenFolder.Cases)
            if (GoldenSource.Unsupported(golden) is { } what)
                TestContext.Current.SendDiagnosticMessage($"not supported yet: case {golden.Name} ({what})");
        Assert.SkipUnless(GoldenFolder.IsOwnCopy, $"Not supported in {GoldenFolder.Location}: {string.Join("; ", unsupported)}");
        Assert.Equal(NotYet.Order(), unsupported.Order());
    }

    [Fact]
    public void Every_case_has_a_class_of_its_own() =>
        Assert.Equal(GoldenFolder.Cases.Count, GoldenFolder.Cases.Select(GoldenSource.ClassName).Distinct().Count());

    [Theory]
    [InlineData(
        """{"op":"Conv2d","name":"conv","args":{"in_channels":2,"out_channels":6,"kernel_size":[3,5],"padding":[1,2],"stride":[2,1]}}""",
        "Conv2d(6, 3, 5, In = 2, StrideHeight = 2, StrideWidth = 1, PaddingHeight = 1, PaddingWidth = 2, Name = \"conv\")")]
    [InlineData(
        """{"op":"Conv2d","args":{"out_channels":6,"kernel_size":[3,3],"padding":"same","dilation":2,"""
        + """ "groups":2,"bias":false,"padding_mode":"zeros"}}""",
        "Conv2d(6, 3, Padding = Pad.Same, Dilation = 2, Groups = 2, Bias = false)")]
    [InlineData(
        """{"op":"ConvTranspose2d","args":{"in_channels":4,"out_channels":6,"kernel_size":3,"stride":2,"padding":1,"""
        + """ "output_padding":[1,0],"groups":2,"bias":false,"dilation":1}}""",
        "ConvTranspose2d(6, 3, In = 4, Stride = 2, Padding = 1, OutputPaddingHeight = 1, OutputPaddingWidth = 0, Dilation = 1, "
        + "Groups = 2, Bias = false)")]
    [InlineData("""{"op":"AvgPool2d","args":{"kernel_size":3,"stride":null,"count_include_pad":false,"divisor_override":5}}""",
        "AvgPool2d(3, CountIncludePad = false, DivisorOverride = 5)")]
    [InlineData("""{"op":"Upsample","args":{"size":[7,9],"mode":"bilinear","align_corners":true}}""",
        "Upsample(SizeHeight = 7, SizeWidth = 9, Mode = \"bilinear\", AlignCorners = true)")]
    [InlineData("""{"op":"Upsample","args":{"scale_factor":1.5,"align_corners":null}}""", "Upsample(ScaleFactor = 1.5)")]
    [InlineData("""{"op":"BatchNorm2d","args":{"num_features":6,"eps":0.001,"momentum":0.2,"affine":false}}""",
        "BatchNorm(In = 6, Eps = 0.001, Momentum = 0.2, Affine = false)")]
    [InlineData("""{"op":"BatchNorm1d","args":{"momentum":null}}""", "BatchNorm(CumulativeAverage = true)")]
    [InlineData("""{"op":"AdaptiveAvgPool2d","args":{"output_size":[3,3]}}""", "AdaptiveAvgPool2d(3)")]
    [InlineData("""{"op":"AdaptiveAvgPool2d","args":{"output_size":[null,3]}}""", "AdaptiveAvgPool2d(OutputWidth = 3)")]
    [InlineData("""{"op":"AdaptiveAvgPool2d","args":{"output_size":[3,null]}}""", "AdaptiveAvgPool2d(OutputHeight = 3)")]
    [InlineData(
        """{"op":"Conv2d","args":{"out_channels":6,"kernel_size":3,"padding":1,"padding_mode":"reflect"}}""",
        "Conv2d(6, 3, Padding = 1, PaddingMode = \"reflect\")")]
    [InlineData(
        """{"op":"CrossEntropyLoss","args":{"weight":[1,2.5],"ignore_index":3}}""",
        "CrossEntropy(Weight = new double[] { 1, 2.5 }, IgnoreIndex = 3)")]
    [InlineData("""{"op":"BCEWithLogitsLoss","args":{"pos_weight":2}}""", "BCEWithLogits(PosWeight = new double[] { 2 })")]
    [InlineData("""{"op":"HuberLoss","args":{"delta":0.7,"reduction":"sum"}}""", "Huber(Reduction = Reduction.Sum, Delta = 0.7)")]
    [InlineData("""{"op":"Softmax","args":{"dim":-1}}""", "Softmax(Axis = -1)")]
    [InlineData("""{"op":"Softmax","args":{"dim":1}}""", "Softmax(Axis = 0)")]
    [InlineData("""{"op":"Flatten","args":{"start_dim":2}}""", "Flatten(Start = 1)")]
    [InlineData("""{"op":"LeakyReLU","args":{"negative_slope":0.2,"inplace":true}}""", "LeakyReLU(0.2)")]
    public void ArgumentsBecomeProperties(string module, string attribute) =>
        Assert.Equal(attribute, ModuleAttributes.Of(Read(module)).ToString());

    [Theory]
    [InlineData("""{"op":"Flatten","args":{"end_dim":2}}""", "Flatten with end_dim = 2")]
    [InlineData("""{"op":"CrossEntropy","args":{"reduction":"none"}}""", "CrossEntropy with reduction = none")]
    [InlineData("""{"op":"Conv3d","args":{}}""", "Conv3d")]
    public void What_the_language_cannot_say_is_named(string module, string message) =>
        Assert.Equal(message, Assert.Throws<UnsupportedModuleException>(() => ModuleAttributes.Of(Read(module))).Message);

    private static GoldenLayer Read(string module)
    {
        using var document = System.Text.Json.JsonDocument.Parse(module);
        return GoldenLayer.Read(document.RootElement);
    }
}
