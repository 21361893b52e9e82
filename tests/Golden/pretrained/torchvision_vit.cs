using NetGen;

[Network]
[Input(3, 16, 16)]
[Conv2d(16, 4, Stride = 4, Name = "conv_proj"), Flatten(Start = 1), Transpose]
[ClassToken(Name = "class"), PositionEmbedding(Name = "position")]
[TorchvisionBlock(heads: 2, Repeat = 2, Name = "encoder")]
[LayerNorm(Eps = 1e-6, Name = "ln"), Select(0)]
[Linear(10, Name = "head")]
[CrossEntropy]
public partial class TorchvisionViT
{
    public static WeightNames Names => new()
    {
        { "class_token", "class.weight" },
        { "encoder.pos_embedding", "position.weight" },
        { "encoder.layers.encoder_layer_*.**", "encoder.*.**" },
        { "encoder.ln.*", "ln.*" },
        { "heads.head.*", "head.*" },
    };
}

[Residual<Attention>, Residual<FeedForward>]
public partial class TorchvisionBlock(int heads) : Block
{
    [LayerNorm(Eps = 1e-6, Name = "ln_1"), SelfAttention(Heads = Heads, Name = "self_attention")]
    partial class Attention : Block;

    [LayerNorm(Eps = 1e-6, Name = "ln_2"), Linear(4 * In, Name = "mlp.0"), GELU, Linear(In, Name = "mlp.3")]
    partial class FeedForward : Block;
}
