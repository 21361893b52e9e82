using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>
/// All layers by the names of their attributes. Activations without options are rows of <see cref="ScalarFunctions.Activations"/>, and
/// those that only pad are rows of <see cref="PaddingKind.All"/>.
/// </summary>
internal static class LayerCatalog
{
    public static IReadOnlyList<CatalogEntry<Layer>> All { get; } =
    [
        new("Linear", Linear.Read) { OtherNames = ["Dense", "FullyConnected"], PyTorchOrder = ["In", "OutFeatures", "Bias"] },
        new("Conv2d", Conv2d.Read) { PyTorchOrder = ["In", "OutChannels", "KernelSize", "Stride", "Padding", "Dilation", "Groups", "Bias",
            "PaddingMode"] },
        new("ConvTranspose2d", ConvTranspose2d.Read)
        {
            OtherNames = ["Conv2DTranspose", "Deconv2d"],
            PyTorchOrder = ["In", "OutChannels", "KernelSize", "Stride", "Padding", "OutputPadding", "Groups", "Bias", "Dilation"],
        },
        new("Conv1d", Conv1d.Read) { PyTorchOrder = ["In", "OutChannels", "KernelSize", "Stride", "Padding", "Dilation", "Groups", "Bias",
            "PaddingMode"] },
        new("ConvTranspose1d", ConvTranspose1d.Read)
        {
            OtherNames = ["Conv1DTranspose", "Deconv1d"],
            PyTorchOrder = ["In", "OutChannels", "KernelSize", "Stride", "Padding", "OutputPadding", "Groups", "Bias", "Dilation"],
        },
        new("MaxPool1d", MaxPool1d.Read) { OtherNames = ["MaxPooling1D"],
            PyTorchOrder = ["KernelSize", "Stride", "Padding", "Dilation", "-", "CeilMode"] },
        new("AvgPool1d", AvgPool1d.Read) { OtherNames = ["AveragePooling1D"],
            PyTorchOrder = ["KernelSize", "Stride", "Padding", "CeilMode", "CountIncludePad"] },
        new("AdaptiveAvgPool1d", AdaptiveAvgPool1d.Read) { OtherNames = ["GlobalAveragePooling1D", "GlobalAvgPool1d"],
            Meaning = "AdaptiveAvgPool1d(1)" },
        new("AdaptiveMaxPool1d", AdaptiveMaxPool1d.Read) { OtherNames = ["GlobalMaxPooling1D", "GlobalMaxPool1d"],
            Meaning = "AdaptiveMaxPool1d(1)" },
        new("MaxPool2d", MaxPool2d.Read) { OtherNames = ["MaxPooling2D"],
            PyTorchOrder = ["KernelSize", "Stride", "Padding", "Dilation", "-", "CeilMode"] },
        new("AvgPool2d", AvgPool2d.Read) { OtherNames = ["AveragePooling2D"],
            PyTorchOrder = ["KernelSize", "Stride", "Padding", "CeilMode", "CountIncludePad"] },
        new("AdaptiveAvgPool2d", AdaptiveAvgPool2d.Read) { OtherNames = ["GlobalAveragePooling2D", "GlobalAvgPool2d"],
            Meaning = "AdaptiveAvgPool2d(1)" },
        new("AdaptiveMaxPool2d", AdaptiveMaxPool2d.Read) { OtherNames = ["GlobalMaxPooling2D", "GlobalMaxPool2d"],
            Meaning = "AdaptiveMaxPool2d(1)" },
        new("LPPool2d", LPPool2d.Read) { PyTorchOrder = ["NormType", "KernelSize", "Stride", "CeilMode"] },
        new("Upsample", Upsample.Read) { OtherNames = ["UpSampling2D", "UpSampling1D"], PyTorchOrder = ["ScaleFactor"] },
        new("BatchNorm", BatchNorm.Read) { OtherNames = ["BatchNormalization"],
            PyTorchOrder = ["In", "Eps", "Momentum", "Affine", "TrackRunningStats"] },
        new("LayerNorm", LayerNorm.Read) { OtherNames = ["LayerNormalization"], PyTorchOrder = ["In", "Eps", "ElementwiseAffine"] },
        new("GroupNorm", GroupNorm.Read) { OtherNames = ["GroupNormalization"], PyTorchOrder = ["NumGroups", "In", "Eps", "Affine"] },
        new("Embedding", Embedding.Read) { ReadsTokens = true },
        new("PositionEmbedding", PositionEmbedding.Read) { OtherNames = ["PositionalEmbedding", "PositionalEncoding"] },
        new("ClassToken", ClassToken.Read) { OtherNames = ["ClsToken"] },
        new("SelfAttention", SelfAttention.Read) { OtherNames = ["MultiheadAttention"],
            PyTorchOrder = ["In", "Heads", "Dropout", "Bias"] },
        new("Attention", Attention.Read),
        new("LSTM", Recurrent.ReadLstm) { OtherNames = ["LSTMCell", "CuDNNLSTM"],
            PyTorchOrder = ["In", "HiddenSize", "NumLayers", "Bias", "-", "Dropout", "Bidirectional"] },
        new("GRU", Recurrent.ReadGru) { OtherNames = ["GRUCell", "CuDNNGRU"],
            PyTorchOrder = ["In", "HiddenSize", "NumLayers", "Bias", "-", "Dropout", "Bidirectional"] },
        new("RNN", Recurrent.ReadRnn) { OtherNames = ["SimpleRNN", "RNNCell"],
            PyTorchOrder = ["In", "HiddenSize", "NumLayers", "Nonlinearity", "Bias", "-", "Dropout", "Bidirectional"] },
        new("InstanceNorm", InstanceNorm.Read) { OtherNames = ["InstanceNormalization"],
            PyTorchOrder = ["In", "Eps", "Momentum", "Affine", "TrackRunningStats"] },
        new("LocalResponseNorm", LocalResponseNorm.Read) { PyTorchOrder = ["Size", "Alpha", "Beta", "K"] },
        new("RMSNorm", RMSNorm.Read) { PyTorchOrder = ["In", "Eps", "ElementwiseAffine"] },
        new("Scale", Scale.Read) { OtherNames = ["LayerScale"] },
        new("Dropout", Dropout.Read) { PyTorchOrder = ["P", "-"] },
        new("Dropout1d", Dropout1d.Read) { OtherNames = ["SpatialDropout1D"], PyTorchOrder = ["P", "-"] },
        new("Dropout2d", Dropout2d.Read) { OtherNames = ["SpatialDropout2D"], PyTorchOrder = ["P", "-"] },
        new("AlphaDropout", AlphaDropout.Read) { PyTorchOrder = ["P", "-"] },
        new("DropPath", DropPath.Read) { OtherNames = ["StochasticDepth"] },
        new("GaussianNoise", GaussianNoise.Read),
        new("Reparameterize", Reparameterize.Read),
        new("Flatten", Flatten.Read) { PyTorchOrder = ["-", "-"] },
        new("Reshape", Reshape.Read) { OtherNames = ["View", "Unflatten"] },
        new("Transpose", Transpose.Read) { OtherNames = ["Permute"] },
        new("Mean", Mean.Read),
        new("Sum", Sum.Read),
        new("Max", Max.Read),
        new("Select", Select.Read),
        new("PixelShuffle", PixelShuffle.Read),
        new("PixelUnshuffle", PixelUnshuffle.Read),
        new("ChannelShuffle", ChannelShuffle.Read),
        new("ZeroPad", ZeroPad.Read),
        .. PaddingKind.All.Select(kind => new CatalogEntry<Layer>(kind.Layer, values => Padding.Read(values, kind))
        {
            OtherNames = kind.OtherNames,
        }),
        new("LeakyReLU", LeakyReLU.Read) { PyTorchOrder = ["NegativeSlope", "-"] },
        new("ELU", ELU.Read),
        new("GELU", GELU.Read),
        new("Softplus", Softplus.Read),
        new("PReLU", PReLU.Read),
        new("CELU", CELU.Read) { PyTorchOrder = ["Alpha", "-"] },
        new("Hardtanh", Hardtanh.Read) { PyTorchOrder = ["MinVal", "MaxVal", "-"] },
        new("Threshold", Threshold.Read) { PyTorchOrder = ["Threshold", "Value", "-"] },
        new("Softshrink", Softshrink.Read),
        new("Hardshrink", Hardshrink.Read),
        new("RReLU", RReLU.Read) { PyTorchOrder = ["Lower", "Upper", "-"] },
        new("Softmin", Softmin.Read) { PyTorchOrder = ["-"] },
        new("GLU", GLU.Read) { PyTorchOrder = ["-"] },
        new("Softmax", Softmax.Read) { PyTorchOrder = ["-"] },
        new("LogSoftmax", LogSoftmax.Read) { PyTorchOrder = ["-"] },
        new("Identity", Identity.Read),

        // PyTorch's take "inplace" by position.
        .. ScalarFunctions.Activations.Select(function =>
            new CatalogEntry<Layer>(
                function.Layer, _ => new PlainActivation(function)) { OtherNames = function.OtherNames, PyTorchOrder = ["-"] }),
    ];

    /// <summary>The kind of layer of this name, or null where there is none.</summary>
    public static CatalogEntry<Layer>? Find(string kind) => All.FirstOrDefault(entry => entry.Kind == kind);
}
