namespace NetGen.Compiler.Layers;

/// <summary>All layers by the names of their attributes.</summary>
internal static class LayerCatalog
{
    public static IReadOnlyList<(string Kind, Func<AttributeValues, Layer> Read)> All { get; } =
    [
        ("Linear", Linear.Read),
        ("Conv2d", Conv2d.Read),
        ("ConvTranspose2d", ConvTranspose2d.Read),
        ("MaxPool2d", MaxPool2d.Read),
        ("AvgPool2d", AvgPool2d.Read),
        ("AdaptiveAvgPool2d", AdaptiveAvgPool2d.Read),
        ("Upsample", Upsample.Read),
        ("BatchNorm", BatchNorm.Read),
        ("LayerNorm", LayerNorm.Read),
        ("Dropout", Dropout.Read),
        ("Flatten", Flatten.Read),
        ("Reshape", Reshape.Read),
        ("Transpose", Transpose.Read),
        ("ReLU", ReLU.Read),
        ("LeakyReLU", LeakyReLU.Read),
        ("ELU", ELU.Read),
        ("SELU", SELU.Read),
        ("GELU", GELU.Read),
        ("SiLU", SiLU.Read),
        ("Mish", Mish.Read),
        ("Sigmoid", Sigmoid.Read),
        ("Tanh", Tanh.Read),
        ("Softplus", Softplus.Read),
        ("Hardswish", Hardswish.Read),
        ("Hardsigmoid", Hardsigmoid.Read),
        ("ReLU6", ReLU6.Read),
        ("PReLU", PReLU.Read),
        ("Softmax", Softmax.Read),
        ("LogSoftmax", LogSoftmax.Read),
        ("Identity", Identity.Read),
    ];

    /// <summary>How a layer of this kind is read, or null where there is none.</summary>
    public static Func<AttributeValues, Layer>? Find(string kind) => All.FirstOrDefault(entry => entry.Kind == kind).Read;
}
