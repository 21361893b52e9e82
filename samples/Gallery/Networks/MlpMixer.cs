namespace Gallery.Networks;

/// <summary>
/// Mixer-S/16: <see href="https://arxiv.org/abs/2105.01601">Tolstikhin et al. 2021</see>, table 1: no convolution, no attention.
/// 18,528,264 parameters: timm's <c>mixer_s16_224</c>; the paper says 18 million.
/// </summary>
[Network]
[Input(3, 224, 224)]
[Conv2d(512, 16, Stride = 16), Flatten(Start = 1), Transpose]
[MixerLayer(tokens: 256, channels: 2048, Repeat = 8)]
[LayerNorm(Eps = 1e-6), Mean(Axis = 0), Linear(1000)]
[CrossEntropy]
public partial class MlpMixer;

/// <summary>Two layers work on each feature over all patches, then two on each patch over all features.</summary>
[Residual<MixTokens>, Residual<MixChannels>]
public partial class MixerLayer(int tokens, int channels) : Block
{
    [LayerNorm(Eps = 1e-6), Transpose(Axes = Axes.StepsFeatures)]
    [Linear(Tokens), GELU, Linear(In0)]
    [Transpose(Axes = Axes.StepsFeatures)]
    private partial class MixTokens : Block;

    [LayerNorm(Eps = 1e-6), Linear(Channels), GELU, Linear(In)]
    private partial class MixChannels : Block;
}
