using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>Networks that chance makes too seldom, compared with the interpreter as the random ones are.</summary>
public class HandwrittenNetworkTests
{
    private static readonly SampleShape Image = SampleShape.Image(16, 5, 7);

    private static readonly RandomNetwork[] Networks =
    [
        // The weight gradient of the LayerNorm needs the normalised value, which is computed again from one number a column
        // while the product's gradient is in registers.
        Of("ColumnsBackward", "[LogSoftmax(Axis = 2)] [LayerNorm(Bias = false)] [Conv2d(16, 1)]"),
        Of("ColumnsBackwardOfConvolution", "[LogSoftmax(Axis = 1)] [LayerNorm] [Conv2d(16, 3, Padding = 1)]"),
        Of("ColumnsBackwardOfPool", "[LogSoftmax(Axis = 2)] [LayerNorm] [MaxPool2d(2, Stride = 1, Padding = 1, CeilMode = true)]", SampleShape.Image(16, 6, 8)),

        // The last step of the LogSoftmax, also from one number a column, is added to what stands in registers.
        Of("ColumnsForward", "[Sum<Column, Product>]"),
        Of("ColumnsForwardOfConvolution", "[Sum<Column, Window>]"),

        // What is cut off a convolution whose image is spread and padded is cut off once more: by the padding of another one.
        Of("CropOfCrop", "[ConvTranspose2d(17, 1, 2, Stride = 2, Padding = Pad.Same, Bias = false), Conv2d(1, 3, 2, Padding = Pad.Same), Sigmoid]", SampleShape.Image(1, 10, 14)),

        // A U-Net's level, made large again in both ways: activations leave others than zeros in the padding of what is read.
        Of("UNet", "[Concat<Transposed, Identity, Resized>, Conv2d(16, 3, Padding = 1), ReLU]"),
    ];

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile(
        "HandwrittenNetworks", Networks.Select(network => (network.ClassName, network.Source))));

    public static TheoryData<string> Names => [.. Networks.Select(network => network.ClassName)];

    [Theory, MemberData(nameof(Names))]
    public void EmittedCodeAgreesWithTheInterpreter(string name) => InterpreterComparison.AssertAgrees(
        Networks.Single(network => network.ClassName == name),
        lanes => Compiled.Value.Create($"{NetworkGenerator.Namespace}.{name}", lanes, seed: 3),
        number: 3,
        name);

    private static RandomNetwork Of(string name, string layers, SampleShape? output = null) => new(
        name,
        $$"""
        using NetGen;

        namespace {{NetworkGenerator.Namespace}};

        [Network]
        [Input({{Image}})]
        {{layers}}
        [MSE]
        public partial class {{name}}
        {
            [LogSoftmax(Axis = 2)]
            partial class Column : Block;

            [Conv2d(16, 1)]
            partial class Product : Block;

            [Conv2d(16, 3, Padding = 1)]
            partial class Window : Block;

            [MaxPool2d(2, CeilMode = true), Conv2d(20, 3, Padding = 1, Bias = false), BatchNorm, Softplus, ConvTranspose2d(16, 3, Stride = 2, Padding = 1)]
            partial class Transposed : Block;

            [MaxPool2d(2, CeilMode = true), Conv2d(7, 1), Sigmoid, Upsample(SizeHeight = 5, SizeWidth = 7, Mode = "bilinear")]
            partial class Resized : Block;
        }
        """,
        Image,
        output ?? Image,
        RandomLabels.Numbers,
        Samples: 3);
}
