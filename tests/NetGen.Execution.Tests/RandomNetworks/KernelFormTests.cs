using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>
/// Each way that the compiler can choose for a kernel, forced once: networks written so that sizes, strides and channels lead
/// there, compared with the interpreter forward and backward at every width. What the emitted text must say shows that the way
/// was taken.
/// </summary>
public class KernelFormTests
{
    private static readonly KernelForm[] Forms =
    [
        // Sums of 784, 200 and 193: panels of 98, 100 and 65 rows, the last with a smaller one at its end.
        new("Panels", SampleShape.Vector(784), SampleShape.Vector(65), [1, 3, 5, 13])
        {
            Layers = "[Linear(200), ReLU, Dropout(0.3)] [Linear(193), ReLU] [Linear(65)]",
            Says = ["Products.Rows<S, V, ", "Products.Transposed<S, V, ", "WeightGradients.OfProduct<S, V>("],
        },

        // A weight of 450 rows that is gone through once on the way back, 384 rows at a time, the last item of two rows.
        new("Sweep", SampleShape.Vector(16), SampleShape.Vector(3), [1, 3, 9])
        {
            Layers = "[Linear(450), ReLU] [Linear(300), Tanh] [Linear(3)]",
            Says = ["KernelSequence.OverWeight("],
        },

        // Every width of a result around the vectors' and a panel's; every number of rows around the tiles'.
        new("Widths", SampleShape.Vector(200), SampleShape.Vector(1), [1, 2, 3, 4, 5, 7, 8, 9, 13, 64])
        {
            Layers = "[Linear(64), ReLU] [Linear(130), Tanh] [Linear(65), ReLU] [Linear(33), Dropout(0.2)] [Linear(17)] [Linear(10)] "
                + "[Linear(16)] [Linear(7)] [Linear(1)]",
            Says = ["Products.Rows<S, V, ", "Products.SmallRows<S, V, ", "Run(ScalarKernels.Linear9"],
        },

        // A weight that does not stay in L2.
        new("Far", SampleShape.Vector(520), SampleShape.Vector(3), [1, 3, 5])
        {
            Layers = "[Linear(512), ReLU] [Linear(3)]",
            Says = ["Products.PartsOfRows<S, V, "],
        },

        // A small image under a window that does not stay in L2: rows of patches, whose columns threads share.
        new("Patches", SampleShape.Image(128, 4, 4), SampleShape.Vector(3), [1, 5])
        {
            Layers = "[Conv2d(256, 3, Padding = 1), ReLU] [Flatten, Linear(3)]",
            Says = ["Products.PartsOfSamples<S, V, "],
        },

        // Few features: weight gradients in tiles that leave no row over.
        new("Small", SampleShape.Vector(8), SampleShape.Vector(10), [1, 3, 8, 37])
        {
            Layers = "[Linear(32), ReLU] [Linear(20), ReLU] [Linear(10)]",
            Says = ["Products.SmallRows<S, V, "],
        },

        // Rows that all lie in one sample, with padded channels, and panels between which the sums of those rows wait.
        new("Pixels", SampleShape.Image(200, 5, 7), SampleShape.Image(6, 5, 7), [1, 3])
        {
            Layers = "[Conv2d(193, 1), ReLU] [Conv2d(20, 1), Dropout(0.2)] [Conv2d(33, 1), ReLU] [Conv2d(6, 1)]",
            Says = ["Products.Rows<S, V, ", "Products.Transposed<S, V, ", "begin * 35, end * 35"],
        },

        // Sums over 572 pixels, in blocks, and over 143: of seven, three, two and one vector of channels, of two that share what they load,
        // with squared deviations, and of what is stored on the way.
        new("ColumnSums", SampleShape.Image(3, 22, 26), SampleShape.Image(5, 11, 13), [1, 3])
        {
            Layers = "[Tanh, BatchNorm] [Conv2d(112, 1), BatchNorm, ReLU] [Conv2d(48, 1), SiLU] [Conv2d(20, 1), BatchNorm] "
                + "[Conv2d(9, 2, Stride = 2), BatchNorm, Tanh] [Conv2d(5, 1), BatchNorm]",
            Says =
            [
                "ColumnSums.Sum<S, V, MatrixSource<S, V>>(", "ColumnSums.Sum<S, V, MatrixSource<S, V>, ",
                "ColumnSums.Sum<S, V, StoredSource<S, V, ",
                "ColumnMoments.Sum<S, V, MatrixSource<S, V>, MatrixSource<S, V>>(", "ColumnMoments.Sum<S, V, StoredSource<S, V, ",
                "columns: 112, rows: 572", "columns: 16, rows: 143, rowsOfBlock: 143",
            ],
        },

        // One method for many layers: calls of the library, with the numbers of dropout layers, and rows and epilogues
        // of the network's own.
        new("Repeated", SampleShape.Image(16, 6, 6), SampleShape.Image(16, 6, 6), [1, 3])
        {
            Layers = string.Concat(Enumerable.Repeat("[Conv2d(16, 3, Padding = 1), BatchNorm, ReLU, Dropout(0.2)] ", 5)),
            Says = [" methods call it, each with its own offsets.", "Conv2d_6x6x16(workspace, begin, end, ", "int dropoutSite)"],
        },
        new("RepeatedRows", SampleShape.Vector(32), SampleShape.Vector(32), [1, 3, 9])
        {
            Layers = string.Concat(Enumerable.Repeat("[Linear(32), GELU, LayerNorm, Dropout(0.2)] ", 5)),
            Says = [" methods call it, each with its own offsets.", "LayernormDropout_32(workspace, begin, end, "],
        },

        // One method for layers of all sizes: products, convolutions, norms and copies get theirs.
        new("RepeatedSizes", SampleShape.Image(16, 6, 6), SampleShape.Vector(20), [1, 3])
        {
            Layers = Blocks(17, 20, 33) + "[MaxPool2d(2)] " + Blocks(34, 36, 50) + "[Flatten] "
                + string.Concat(new[] { 200, 250, 300, 350, 400, 20 }.Select(width => $"[Linear({width}), ReLU] ")),
            Says =
            [
                " methods call it, each with its own offsets and sizes.", "Conv2d(workspace, begin, end, ", ", columns: ",
                "float rowsOfSample)", "begin * rows, end * rows",
            ],
        },

        // Rows of ten, five and two numbers, a lane each; of batches that end within a block.
        new("BatchLaneRows", SampleShape.Vector(12), SampleShape.Vector(2), [1, 3, 16, 37])
        {
            Layers = "[Linear(10), LayerNorm] [Linear(5), Softmax] [Linear(10), LogSoftmax] [Linear(2), LayerNorm, Softmax]",
            Says = ["A lane for each sample", "Math.Min(S.Lanes, end - first)"],
        },

        // Behind a pool of 2×3: the gradient of one channel's image; then of six, with marks in two words.
        new("PooledGray", SampleShape.Image(1, 12, 15), SampleShape.Image(70, 3, 2), [1, 3])
        {
            Layers = "[Conv2d(6, 5, Padding = 2), ReLU, MaxPool2d(2, 3)] [Conv2d(70, 3, Padding = 1), ReLU, MaxPool2d(2)]",
            Says = [SparseWeight, SparseImage, "outputs: 70"],
        },

        // A strided convolution of three channels behind a pool of 3×3, then 1×1 windows over two blocks of channels.
        new("PooledStrided", SampleShape.Image(3, 20, 21), SampleShape.Image(17, 2, 2), [1, 3])
        {
            Layers = "[Conv2d(32, 3, Stride = 2), ReLU, MaxPool2d(3)] [Conv2d(17, 1, Padding = 1), MaxPool2d(2)]",
            Says = [SparseWeight, SparseImage, "strideHeight: 2, strideWidth: 2"],
        },

        // Windows of 7×7 under pools of 3×3 reach more pixels than there are registers.
        new("PooledParts", SampleShape.Image(16, 9, 11), SampleShape.Image(10, 3, 3), [2])
        {
            Layers = "[PReLU] [Conv2d(10, 7, Padding = 3), MaxPool2d(3)]",
            Says = [SparseWeight, SparseImage],
        },

        // Pixels of eight channels under a pool, and of four: half as wide vectors for the weight's gradient.
        new("PooledEights", SampleShape.Image(8, 10, 14), SampleShape.Image(3, 1, 2), [1, 3])
        {
            Layers = "[ReLU] [Conv2d(4, 5, Padding = 2), ReLU, MaxPool2d(2)] [Conv2d(3, 5, 4), MaxPool2d(1, 2)]",
            Says = [SparseWeight, "Choose(Vector256Kernels.Conv2d1WeightGradient, Vector256Kernels.Conv2d1WeightGradient, "],
        },

        // A tall image: the marks of all rows take more than half of L1.
        new("PooledTall", SampleShape.Image(4, 60, 18), SampleShape.Image(70, 20, 6), [1])
        {
            Layers = "[ReLU] [Conv2d(70, 3, Padding = 1), ReLU, MaxPool2d(3)]",
            Says = [SparseImage],
        },

        // A wide image with many channels: the weight's gradient takes four rows at a time, and at last one.
        new("PooledWide", SampleShape.Image(32, 18, 30), SampleShape.Image(8, 9, 15), [2])
        {
            Layers = "[Conv2d(8, 3, Padding = 1), MaxPool2d(2)]",
            Says = [SparseWeight],
        },

        // Strides: 3×3/2 of a wide image, 1×1/2 over 32 channels, 5×5/3 over padded channels.
        new("Strided", SampleShape.Image(4, 13, 37), SampleShape.Image(5, 2, 4), [1, 3])
        {
            Layers = "[ReLU] [Conv2d(32, 3, Stride = 2, Padding = 1), ReLU] [Conv2d(6, 1, Stride = 2), BatchNorm] "
                + "[Conv2d(5, 5, Stride = 3, Padding = 2)]",
            Says = [StridedImage, "TransposedConvolutions.Convolve<S, V, "],
        },

        // Strides with a dilation, in one direction only, and over twenty channels.
        new("StridedDilated", SampleShape.Image(16, 12, 14), SampleShape.Image(9, 6, 4), [1, 3])
        {
            Layers = "[GELU] [Conv2d(20, 3, StrideHeight = 1, StrideWidth = 2, Dilation = 2, Padding = 2)] "
                + "[Conv2d(9, 3, Stride = 2, Padding = 1)]",
            Says = [StridedImage, "dilationHeight: 2, dilationWidth: 2"],
        },

        // Forward: one pixel as a product, a stride over padded channels and over 32, zeros behind, a frame cut off.
        new("Transposed", SampleShape.Image(20, 1, 1), SampleShape.Image(3, 20, 23), [1, 3])
        {
            Layers = "[ConvTranspose2d(32, 4, 5), ReLU] [ConvTranspose2d(5, 3, Stride = 2, Padding = 1, OutputPadding = 1), ReLU] "
                + "[ConvTranspose2d(32, 2, 3, Stride = 2), ReLU] [ConvTranspose2d(3, 5, 5, PaddingHeight = 0, PaddingWidth = 1)]",
            Says =
            [
                "transposed convolution", "product with the transposed matrix", "TransposedConvolutions.Convolve<S, V, ", ": convolution",
            ],
        },

        // Forward, a stride over twenty channels; densely, groups, a padding that cuts off more than a window spreads.
        new("TransposedSpread", SampleShape.Image(8, 3, 4), SampleShape.Image(8, 30, 38), [1, 3])
        {
            Layers = "[ConvTranspose2d(20, 3, Stride = 2), ReLU] [ConvTranspose2d(8, 3, Stride = 2, Groups = 4, Dilation = 2), ReLU] "
                + "[ConvTranspose2d(8, 1, Stride = 2, Groups = 8, Padding = 2, OutputPadding = 1)]",
            Says = ["transposed convolution", "groups: 4"],
        },

        // Resized by whole factors, by others, to sizes; the pixels nearest and mixed; smaller too.
        new("Resized", SampleShape.Image(5, 4, 3), SampleShape.Image(17, 7, 6), [1, 3])
        {
            Layers = "[Upsample(ScaleFactor = 2), Conv2d(17, 1), ReLU] [Upsample(ScaleFactorHeight = 1.2, ScaleFactorWidth = 2, "
                + "Mode = \"bilinear\"), ReLU] [Upsample(SizeHeight = 11, SizeWidth = 5, Mode = \"bilinear\", AlignCorners = true)] "
                + "[Upsample(Size = 6, Mode = \"bicubic\"), ReLU] [Upsample(ScaleFactor = 1.3), Dropout(0.2)] "
                + "[Upsample(SizeHeight = 7, SizeWidth = 6)]",
            Says =
            [
                "Interpolations.Nearest<S, V, ", "factor: 1.3d", "Interpolations.Bilinear<S, V, ", "Interpolations.BilinearGradient<S, V>(",
                "Interpolations.Bicubic<S, V, ", "Interpolations.BicubicGradient<S, V>(", "a weighted sum of the sixteen around its place",
                "each pixel the nearest to its place", "each pixel a mean of the four around its place",
                "goes to the pixels that its pixel came from",
            ],
        },

        // Channels that do not see each other: each by itself, in threes, in groups too small for a vector; pooled densely.
        new("Grouped", SampleShape.Image(24, 8, 9), SampleShape.Image(12, 2, 2), [1, 3])
        {
            Layers = "[Conv2d(24, 3, Padding = 1, Groups = 24), ReLU, MaxPool2d(2)] [Conv2d(48, 3, Padding = 1, Groups = 3), ReLU] "
                + "[Conv2d(12, 3, Stride = 2, Padding = 1, Groups = 4)]",
            Says = ["Convolutions.DepthwiseAndPool<S, V, ", "groups: 3", "groups: 4", "ConvolutionWeightGradients.Depthwise<S, V>("],
        },

        // The weight's gradient in parts of twelve positions, in columns of a window, and whole; windows that overlap under a pool.
        new("WeightParts", SampleShape.Image(16, 9, 11), SampleShape.Image(8, 1, 3), [1, 3])
        {
            Layers = "[Conv2d(4, 3)] [Conv2d(6, 1)] [Conv2d(16, 3, Dilation = 2), ReLU] [Conv2d(8, 2), MaxPool2d(2, Stride = 1), ReLU]",
            Says = ["ConvolutionWeightGradients.Direct<S, V>(", "gradient of the weight."],
        },

        // Frames of zeros: even kernels put the odd row behind, one side only, other sides; padded channels are cleared whole.
        new("Frames", SampleShape.Image(8, 6, 7), SampleShape.Image(4, 6, 7), [1, 3])
        {
            Layers = "[Conv2d(16, 4, Padding = Pad.Same), ReLU] [Conv2d(16, 4, Padding = Pad.Same, Groups = 4), ReLU] "
                + "[Conv2d(2, 2, Padding = Pad.Same)] [Conv2d(6, 3, 5, PaddingHeight = 1, PaddingWidth = 2)] "
                + "[Conv2d(8, 1, 3, PaddingWidth = 1)] [Conv2d(4, 3, 1, PaddingHeight = 1)]",
            Says = ["Convolutions.Direct<S, V, ", "top: 1", "Copies.Framed("],
        },

        // Few channels, a lane for each of sixteen samples: pooled 2×3, a stride over three channels, a dilation, one channel left; batches
        // that end within a block.
        new("BatchLanes", SampleShape.Image(1, 13, 16), SampleShape.Image(1, 3, 5), [1, 3, 16, 37])
        {
            Layers = "[Conv2d(5, 5, Padding = 2, PaddingMode = \"replicate\"), BatchNorm, Conv2d(6, 5, Padding = 2), ReLU, MaxPool2d(2, "
                + "3)] [Conv2d(3, 3, Dilation = 2, Padding = 2), PReLU] [Conv2d(1, 5, StrideHeight = 2, Padding = 2), Sigmoid]",
            Says =
            [
                "BatchLaneConvolutions.Convolve<S, V, ", "AddChannelBias<S, V>", "Vector256Kernels.Conv2d2Maxpool2d1Relu1PredictOneByOne(",
                "ScalarKernels.Conv2d4Sigmoid1ForwardOneByOne(",
            ],
        },

        // Two strided paths behind a large image of odd height: its gradient is one sum; rows are asked for ahead.
        new("StridedPaths", SampleShape.Image(16, 33, 18), SampleShape.Image(7, 15, 7), [1, 3])
        {
            Layers = "[ReLU] [Residual<Path, Projection>, ReLU] [Conv2d(7, 3)]",
            Members = "[Conv2d(32, 3, Stride = 2, Padding = 1, Bias = false), Tanh] partial class Path : Block; "
                + "[Conv2d(32, 1, Stride = 2)] partial class Projection : Block;",
            Says =
            [
                StridedImage + ", two in one sum", "TransposedConvolutions.ConvolveTwo<S, V, ", "prefetches: true",
                "Convolutions.Direct<S, V, ", "ConvolutionWeightGradients.DirectOfSamples<S, V>(",
            ],
        },

        // Weights smaller than a sample's result: depthwise, 1×1 and of few channels.
        new("GradientsOfSamples", SampleShape.Image(3, 17, 18), SampleShape.Image(16, 17, 18), [1, 3])
        {
            Layers = "[Conv2d(16, 3, Padding = 1), Tanh] [Conv2d(16, 3, Padding = 1, Groups = 16), Tanh] [Conv2d(16, 1), Tanh]",
            Says =
            [
                "ConvolutionWeightGradients.DirectOfSamples<S, V>(", "ConvolutionWeightGradients.DepthwiseOfSamples<S, V>(",
                "WeightGradients.OfProduct<S, V>(", "gradient of the weight for each sample",
            ],
        },

        // An image lower than a stride: one row of strides, of which some rows are missing.
        new("StridedLow", SampleShape.Image(8, 2, 13), SampleShape.Image(6, 1, 4), [1, 3])
        {
            Layers = "[ReLU] [Conv2d(6, 2, Stride = 3), Tanh]",
            Says = [StridedImage],
        },

        // Images read without their padding: windows in one run and not, dilated, strided, that reach over both sides at once.
        new("UnpaddedSides", SampleShape.Image(12, 9, 7), SampleShape.Image(9, 3, 4), [1, 3])
        {
            Layers = "[Conv2d(20, 5, Padding = 2), ReLU] [Conv2d(24, 3, Padding = 4, Dilation = 3), Dropout(0.2)] "
                + "[Conv2d(32, 1, Padding = 1), Tanh] [Conv2d(9, 7, Stride = 3, PaddingHeight = 1, PaddingWidth = 3)]",
            Says = ["top: 2, left: 2", "top: 4", "ConvolutionWeightGradients.Direct<S, V>("],
        },

        // Three channels and five, padded: the columns of a window listed together in the weight's gradient, samples that are padded when
        // they are transposed.
        new("FewChannels", SampleShape.Image(3, 11, 10), SampleShape.Image(6, 4, 3), [1, 3])
        {
            Layers = "[Conv2d(20, 7, Stride = 2, Padding = 3), ReLU] [Conv2d(5, 3)] [Conv2d(6, 3, Padding = 1)]",
            Says = ["height: 17, width: 16, channels: 4"],
        },

        // Rows of 80 channels, reduced over the image: five vectors, four of them at a time; a mask's key once a sample.
        new("Columns", SampleShape.Image(80, 4, 5), SampleShape.Sequence(80, 7), [1, 3])
        {
            Layers =
                "[BatchNorm, Dropout(0.3)] [Softmax(Axis = 2)] [Conv2d(80, 1), ReLU] [LogSoftmax(Axis = 1)] [Reshape(80, 20)] [Linear(7)]",
            Says = ["uint dropoutKey = Dropout.Key(", "Copies.Strided("],
        },
    ];

    private const string SparseWeight = "SparseWeightGradients.OfConvolution<S, V>(";

    private const string SparseImage = "SparseInputGradients.OfConvolution<S, V, ";

    private const string StridedImage = "gradient of the image of a strided convolution";

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile(
        "KernelForms", Forms.Select(form => (form.Name, form.Network(1).Source))));

    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (KernelForm form in Forms)
                foreach (int samples in form.Samples)
                    cases.Add(form.Name, samples);
            return cases;
        }
    }

    public static TheoryData<string> Names => [.. Forms.Select(form => form.Name)];

    [Theory, MemberData(nameof(Cases))]
    public void Emitted_code_agrees_with_the_interpreter(string name, int samples) => InterpreterComparison.AssertAgrees(
        Form(name).Network(samples),
        lanes => Compiled.Value.Create($"{NetworkGenerator.Namespace}.{name}", lanes, seed: 3),
        number: 3,
        name);

    [Theory, MemberData(nameof(Names))]
    public void Emitted_code_takes_the_way_that_the_network_is_there_for(string name)
    {
        string source = string.Concat(
            Compiled.Value.GeneratedSources.Where(file => file.Key.Contains($".{name}.", StringComparison.Ordinal))
                .Select(file => file.Value));
        Assert.All(Form(name).Says, text => Assert.Contains(text, source));
    }

    private static string Blocks(params int[] channels) => string.Concat(channels.Select(count =>
        $"[Conv2d({count}, 3, Padding = 1), BatchNorm, ReLU, Conv2d({count + 16}, 1), Dropout(0.2), GELU] "));

    private static KernelForm Form(string name) => Forms.Single(form => form.Name == name);

    private sealed record KernelForm(string Name, SampleShape Input, SampleShape Output, int[] Samples)
    {
        public required string Layers { get; init; }

        /// <summary>The blocks that the layers name.</summary>
        public string Members { get; init; } = "";

        /// <summary>Parts of the emitted text that stand there only where the way is taken.</summary>
        public required string[] Says { get; init; }

        public RandomNetwork Network(int samples) => new(
            Name,
            $$"""
            using NetGen;

            namespace {{NetworkGenerator.Namespace}};

            [Network]
            [Input({{Input}})]
            {{Layers}}
            [MSE]
            public partial class {{Name}} { {{Members}} }
            """,
            Input,
            Output,
            RandomLabels.Numbers,
            samples);
    }
}
