namespace Gallery.Networks;

/// <summary>
/// ViT-B/16: <see href="https://arxiv.org/abs/2010.11929">Dosovitskiy et al. 2020</see>, table 1: an image is 196 words.
/// 86,567,656 parameters: torchvision's <c>vit_b_16</c>; the paper says 86 million.
/// </summary>
[Network]
[Input(3, 224, 224)]
[Conv2d(768, 16, Stride = 16), Flatten(Start = 1), Transpose]
[ClassToken, PositionEmbedding]
[VisionEncoder(heads: 12, Repeat = 12)]
[LayerNorm(Eps = 1e-6), Select(0), Linear(1000)]
[CrossEntropy]
public partial class VisionTransformer;

/// <summary>Each step looks at all others; then two layers work on each step.</summary>
[Residual<Attention>, Residual<FeedForward>]
public partial class VisionEncoder(int heads) : Block
{
    [LayerNorm(Eps = 1e-6), SelfAttention(Heads = Heads)]
    private partial class Attention : Block;

    [LayerNorm(Eps = 1e-6), Linear(4 * In), GELU, Linear(In)]
    private partial class FeedForward : Block;
}
