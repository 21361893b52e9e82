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
        Of(
            "ColumnsBackwardOfPool", "[LogSoftmax(Axis = 2)] [LayerNorm] [MaxPool2d(2, Stride = 1, Padding = 1, CeilMode = true)]",
            SampleShape.Image(16, 6, 8)),

        // The last step of the LogSoftmax, also from one number a column, is added to what stands in registers.
        Of("ColumnsForward", "[Sum<Column, Product>]"),
        Of("ColumnsForwardOfConvolution", "[Sum<Column, Window>]"),

        // What is cut off a convolution whose image is spread and padded is cut off once more: by the padding of another one.
        Of(
            "CropOfCrop",
            "[ConvTranspose2d(17, 1, 2, Stride = 2, Padding = Pad.Same, Bias = false), Conv2d(1, 3, 2, Padding = Pad.Same), Sigmoid]",
            SampleShape.Image(1, 10, 14)),

        // One weight in several places: forms that change a large matrix at once, turn it, or transform it beforehand meet here.
        Of(
            "TiedLinear",
            "[Flatten, Linear(560, Name = \"a\"), Tanh, Linear(560, Tied = \"a\"), Sigmoid, "
            + "Linear(560, Tied = \"a\", Bias = false), Reshape(16, 5, 7)]"),
        Of(
            "TiedConvolutions",
            "[Conv2d(16, 3, Padding = 1, Name = \"a\"), ReLU, Conv2d(16, 3, Padding = 1, Tied = \"a\", Bias = false), BatchNorm, "
            + "Conv2d(16, 3, Padding = 1, Tied = \"a\")]"),
        Of("TiedAutoencoder", "[Conv2d(8, 3, Stride = 2, Name = \"a\"), ReLU, ConvTranspose2d(16, 3, Stride = 2, Tied = \"a\")]"),
        Of(
            "TiedProducts",
            "[Conv2d(16, 1, Name = \"a\"), GELU, Conv2d(16, 1, Padding = 1, Tied = \"a\"), MaxPool2d(3, Stride = 1), "
            + "ConvTranspose2d(16, 1, Tied = \"a\")]"),
        Of(
            "TiedPools",
            "[Conv2d(16, 3, Padding = 1, Name = \"a\"), ReLU, MaxPool2d(2, Stride = 1, Padding = 1, CeilMode = true), "
            + "Conv2d(16, 3, Padding = Pad.Same, Tied = \"a\"), MaxPool2d(2)]", SampleShape.Image(16, 3, 4)),
        Of("TiedInBranches", "[Conv2d(16, 1, Name = \"a\"), Sum<TiedBranch, Identity>, Residual<TiedBranch>(Name = \"r\")]"),

        // Results on the way: before an activation, of a pool that could go before it, in branches, and of the input itself.
        Of(
            "NamedOutputs",
            "[Output(16, 5, 7, Name = \"input\"), Conv2d(16, 3, Padding = 1), Output(16, 5, 7, Name = \"before\"), ReLU, "
            + "Output(16, 5, 7, Name = \"after\"), Residual<Head>]", named: [560, 560, 560, 64]),
        Of(
            "NamedOutputBeforePool",
            "[Conv2d(16, 3, Padding = 1), ReLU, Output(16, 5, 7, Name = \"wide\"), MaxPool2d(2), Dropout(0.5), "
            + "Output(16, 2, 3, Name = \"pooled\")]", SampleShape.Image(16, 2, 3), [560, 96]),
        Of("NamedHeads", "[Flatten, Linear(33), Tanh, Concat<Mean, Spread>, Softmax]", SampleShape.Vector(10), [3, 7]),

        // Padding from the image itself: a row is read several times, and the gradients come together again.
        Of("Reflected", "[Conv2d(16, 3, Padding = 1, PaddingMode = \"reflect\"), ReLU]"),
        Of("ReflectedPool", "[Conv2d(16, 5, Padding = 2, PaddingMode = \"reflect\"), ReLU, MaxPool2d(2)]", SampleShape.Image(16, 2, 3)),
        Of(
            "Replicated", "[Conv2d(5, 3, PaddingHeight = 3, PaddingWidth = 1, PaddingMode = \"replicate\"), Conv2d(16, 5, 3)]",
            SampleShape.Image(16, 5, 5)),
        Of(
            "Circular",
            "[Conv2d(16, 3, Padding = Pad.Same, PaddingMode = \"circular\"), ReLU, "
            + "Conv2d(16, 5, 1, PaddingHeight = 5, StrideHeight = 3, Groups = 2, PaddingMode = \"circular\")]",
            SampleShape.Image(16, 4, 7)),

        // Tokens: rows of one weight that are looked up, multiplied by, and looked up again.
        OfTokens(
            "TiedTokens",
            "[Embedding(19, 20, Name = \"a\"), PositionEmbedding(13), LayerNorm, Linear(19, Tied = \"a\", Bias = false)]",
            SampleShape.Sequence(9, 19)),
        OfTokens(
            "TokensOfBranches", "[Concat<Words, OtherWords>, PositionEmbedding, ClassToken, Linear(19, Tied = \"words\")]",
            SampleShape.Sequence(10, 19)),

        // Pixels as steps: more of them than a block of queries has, and heads that fill no vector.
        Of(
            "Transformer",
            "[Flatten(Start = 1), Transpose, SelfAttention(Heads = 4, KeyValueHeads = 2, Causal = true, Rotary = true, Dropout = 0.5)] "
            + "[LayerNorm, Linear(18), SelfAttention(Heads = 3)]",
            SampleShape.Sequence(35, 18)),

        // Frozen norms normalise by running statistics between layers that learn and such that do not; a gradient goes through all of them.
        Of(
            "FrozenTrunk",
            "[Conv2d(16, 3, Padding = 1, Bias = false, Frozen = true), BatchNorm(Frozen = true), ReLU, Dropout(0.5), MaxPool2d(2)] "
            + "[Conv2d(8, 3, Padding = 1, Bias = false), BatchNorm, ReLU]", SampleShape.Image(8, 2, 3)),
        Of(
            "FrozenMiddle",
            "[Conv2d(16, 3, Padding = 1), BatchNorm, ReLU, Sum<Window, Product>(Frozen = true), BatchNorm(Affine = false, Frozen = true)] "
            + "[InstanceNorm(TrackRunningStats = true, Affine = true, Frozen = true)] "
            + "[Residual<Product>(Frozen = true, Repeat = 2), Scale]"),
        Of(
            "FrozenNorms",
            "[BatchNorm(TrackRunningStats = false, Frozen = true), GroupNorm(4, Frozen = true), LayerNorm(Frozen = true)] "
            + "[PReLU(16, Frozen = true), RMSNorm(Frozen = true), Scale(Frozen = true), Conv2d(16, 1), InstanceNorm(Frozen = true)]"),
        Of(
            "FrozenTied",
            "[Conv2d(16, 3, Padding = 1, Name = \"a\"), ReLU, ConvTranspose2d(16, 3, Padding = 1, Tied = \"a\", Frozen = true), BatchNorm, "
            + "Conv2d(16, 3, Padding = 1, Tied = \"a\")]"),
        Of("FrozenBranch", "[Concat<Transposed, Identity, Resized>(Frozen = true), Conv2d(16, 3, Padding = 1), ReLU]"),
        Of(
            "FrozenAttention",
            "[Flatten(Start = 1), Transpose, Linear(16), SelfAttention(Heads = 4, Dropout = 0.5, Frozen = true)] "
            + "[ClassToken(Frozen = true), PositionEmbedding(Frozen = true), Linear(18)]",
            SampleShape.Sequence(36, 18)),
        Of(
            "FrozenLoops",
            "[Flatten(Start = 1), Transpose, Linear(9), LSTM(7, Frozen = true), GRU(5, Bidirectional = true, Frozen = true)] "
            + "[LSTM(18), RNN(18, NumLayers = 2, Frozen = true)]",
            SampleShape.Sequence(35, 18)),
        OfTokens(
            "FrozenTokens",
            "[Concat<Words, OtherWords>(Frozen = true), PositionEmbedding(Frozen = true), LayerNorm, Linear(19, Tied = \"words\")]",
            SampleShape.Sequence(9, 19)),

        // Slices that are read where they lie, and what is written to its place among others at once.
        Of("GatedFeatures", "[Flatten, Linear(64), GLU, Concat<Narrow, Wide>, Linear(32), GLU, Linear(10)]", SampleShape.Vector(10)),
        Of("GatedPixels", "[Conv2d(32, 1), GLU, Conv2d(32, 3, Padding = 1), GLU]"),
        Of(
            "GatedSteps", "[Flatten(Start = 1), Transpose, Linear(64), GLU, ClassToken, Concat<Narrow, Wide>, Linear(32), GLU]",
            SampleShape.Sequence(36, 16)),
        Of(
            "GatedOutput", "[Flatten, Linear(64), Softmax, GLU, Output(32, Name = \"half\"), Linear(32), GLU]",
            SampleShape.Vector(16), [32]),

        // The gradient of an added loss, one number for a row of 7, is a summand of what the next layer's product gives.
        Of("SampledFeatures", "[Flatten, Linear(9), Reparameterize<Few, Few>(Beta = 0.5), Linear(16)]", SampleShape.Vector(16)),

        // A group norm without positions, whose gradients of weight and bias are sums over the batch alone.
        Of("GroupsOfFeatures", "[Flatten, Linear(24), GroupNorm(4), Tanh, Linear(16), GroupNorm(1)]", SampleShape.Vector(16)),

        // A gate over the columns alone, of as many rows as the image: each row of the image reads all of them.
        Of(
            "ColumnGate",
            "[Upsample(SizeHeight = 6, SizeWidth = 6), Conv2d(16, 3, Padding = 1), Multiply<Identity, OfHeight>, Conv2d(64, 1)]",
            SampleShape.Image(64, 6, 6)),

        // A U-Net's level, made large again in both ways: activations leave others than zeros in the padding of what is read.
        Of("UNet", "[Concat<Transposed, Identity, Resized>, Conv2d(16, 3, Padding = 1), ReLU]"),
    ];

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile(
        "HandwrittenNetworks", Networks.Select(network => (network.ClassName, network.Source))));

    /// <summary>The files that were generated for them.</summary>
    internal static IReadOnlyDictionary<string, string> GeneratedSources => Compiled.Value.GeneratedSources;

    public static TheoryData<string> Names => [.. Networks.Select(network => network.ClassName)];

    [Theory, MemberData(nameof(Names))]
    public void Emitted_code_agrees_with_the_interpreter(string name) => InterpreterComparison.AssertAgrees(
        Networks.Single(network => network.ClassName == name),
        lanes => Compiled.Value.Create($"{NetworkGenerator.Namespace}.{name}", lanes, seed: 3),
        number: 3,
        name);

    private static RandomNetwork OfTokens(string name, string layers, SampleShape output) => new(
        name,
        $$"""
        using NetGen;

        namespace {{NetworkGenerator.Namespace}};

        [Network]
        [Input(9)]
        {{layers}}
        [MSE]
        public partial class {{name}}
        {
            [Embedding(19, 7, PaddingIndex = 3)]
            partial class OtherWords : Block;

            [Embedding(19, 20, Name = "words"), Linear(13)]
            partial class Words : Block;
        }
        """,
        SampleShape.Tokens(9),
        output,
        RandomLabels.Numbers,
        Samples: 3)
    {
        Vocabulary = 19,
    };

    private static RandomNetwork Of(string name, string layers, SampleShape? output = null, IReadOnlyList<int>? named = null) => new(
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

            [MaxPool2d(2, CeilMode = true), Conv2d(20, 3, Padding = 1, Bias = false), BatchNorm, Softplus]
            [ConvTranspose2d(16, 3, Stride = 2, Padding = 1)]
            partial class Transposed : Block;

            [ReLU, Conv2d(16, 1, Tied = "a")]
            partial class TiedBranch : Block;

            [BatchNorm, AdaptiveAvgPool2d(2), Output(16, 2, 2, Name = "head"), Upsample(SizeHeight = 5, SizeWidth = 7)]
            partial class Head : Block;

            [Max(Axis = 1, KeepDim = true), Conv2d(16, 1), Sigmoid]
            partial class OfHeight : Block;

            [Linear(3), Output(3, Name = "mean")]
            partial class Mean : Block;

            [Linear(7), Output(7, Name = "spread")]
            partial class Spread : Block;

            [Linear(16), Tanh]
            partial class Narrow : Block;

            [Linear(7), Softplus]
            partial class Few : Block;

            [Linear(48)]
            partial class Wide : Block;

            [MaxPool2d(2, CeilMode = true), Conv2d(7, 1), Sigmoid, Upsample(SizeHeight = 5, SizeWidth = 7, Mode = "bilinear")]
            partial class Resized : Block;
        }
        """,
        Image,
        output ?? Image,
        RandomLabels.Numbers,
        Samples: 3)
    {
        NamedOutputs = named ?? [],
    };
}
