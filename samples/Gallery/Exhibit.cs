using Gallery.Networks;

namespace Gallery;

/// <summary>A network of the gallery, by the name that the program takes.</summary>
/// <param name="Name">The class's name in lower case, such as "resnet50".</param>
/// <param name="Parameters">The number of parameters.</param>
/// <param name="MultiplyAdds">The multiply-adds of a prediction of one sample.</param>
/// <param name="Summary">The table of its layers.</param>
public sealed record Exhibit(string Name, long Parameters, long MultiplyAdds, string Summary)
{
    /// <summary>All networks, in the order of the README. Their tables are constants: no network is made.</summary>
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("alexnet", AlexNet.TotalParameters, AlexNet.TotalMultiplyAdds, AlexNet.Summary),
        new("vgg11", Vgg11.TotalParameters, Vgg11.TotalMultiplyAdds, Vgg11.Summary),
        new("vgg16", Vgg16.TotalParameters, Vgg16.TotalMultiplyAdds, Vgg16.Summary),
        new("resnet18", ResNet18.TotalParameters, ResNet18.TotalMultiplyAdds, ResNet18.Summary),
        new("resnet50", ResNet50.TotalParameters, ResNet50.TotalMultiplyAdds, ResNet50.Summary),
        new("mobilenetv2", MobileNetV2.TotalParameters, MobileNetV2.TotalMultiplyAdds, MobileNetV2.Summary),
        new("squeezenet", SqueezeNet.TotalParameters, SqueezeNet.TotalMultiplyAdds, SqueezeNet.Summary),
        new("googlenet", GoogLeNet.TotalParameters, GoogLeNet.TotalMultiplyAdds, GoogLeNet.Summary),
        new("densenet121", DenseNet121.TotalParameters, DenseNet121.TotalMultiplyAdds, DenseNet121.Summary),
        new("convnext", ConvNeXt.TotalParameters, ConvNeXt.TotalMultiplyAdds, ConvNeXt.Summary),
        new("visiontransformer", VisionTransformer.TotalParameters, VisionTransformer.TotalMultiplyAdds, VisionTransformer.Summary),
        new("mlpmixer", MlpMixer.TotalParameters, MlpMixer.TotalMultiplyAdds, MlpMixer.Summary),
        new("unet", UNet.TotalParameters, UNet.TotalMultiplyAdds, UNet.Summary),
        new("unetwithskips", UNetWithSkips.TotalParameters, UNetWithSkips.TotalMultiplyAdds, UNetWithSkips.Summary),
        new("espcn", Espcn.TotalParameters, Espcn.TotalMultiplyAdds, Espcn.Summary),
        new("dcgangenerator", DcganGenerator.TotalParameters, DcganGenerator.TotalMultiplyAdds, DcganGenerator.Summary),
        new("dcgandiscriminator", DcganDiscriminator.TotalParameters, DcganDiscriminator.TotalMultiplyAdds, DcganDiscriminator.Summary),
        new("vae", Vae.TotalParameters, Vae.TotalMultiplyAdds, Vae.Summary),
        new("digitvae", DigitVae.TotalParameters, DigitVae.TotalMultiplyAdds, DigitVae.Summary),
        new("digitgenerator", DigitGenerator.TotalParameters, DigitGenerator.TotalMultiplyAdds, DigitGenerator.Summary),
        new("gpt2", Gpt2.TotalParameters, Gpt2.TotalMultiplyAdds, Gpt2.Summary),
        new("stories260k", Stories260K.TotalParameters, Stories260K.TotalMultiplyAdds, Stories260K.Summary),
        new("stories15m", Stories15M.TotalParameters, Stories15M.TotalMultiplyAdds, Stories15M.Summary),
        new("tinyllama", TinyLlama.TotalParameters, TinyLlama.TotalMultiplyAdds, TinyLlama.Summary),
        new("textcnn", TextCnn.TotalParameters, TextCnn.TotalMultiplyAdds, TextCnn.Summary),
        new("textlstm", TextLstm.TotalParameters, TextLstm.TotalMultiplyAdds, TextLstm.Summary),
        new("textgru", TextGru.TotalParameters, TextGru.TotalMultiplyAdds, TextGru.Summary),
        new("translator", Translator.TotalParameters, Translator.TotalMultiplyAdds, Translator.Summary),
    ];
}
