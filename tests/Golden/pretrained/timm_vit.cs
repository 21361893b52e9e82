using NetGen;

[Network]
[Input(3, 16, 16)]
[Conv2d(16, 4, Stride = 4, Name = "patch_embed.proj"), Flatten(Start = 1), Transpose]
[ClassToken(Name = "cls_token"), PositionEmbedding(Name = "pos_embed")]
[TimmBlock(heads: 2, Repeat = 2, Name = "blocks")]
[LayerNorm(Eps = 1e-6, Name = "norm"), Select(0)]
[Linear(10, Name = "head")]
[CrossEntropy]
public partial class TimmViT
{
    public static WeightNames Names => new()
    {
        { "cls_token", "cls_token.weight" },
        { "pos_embed", "pos_embed.weight" },
        { "blocks.*.attn.qkv.*", "blocks.*.attn.in_proj_*" },
        { "blocks.*.attn.proj.*", "blocks.*.attn.out_proj.*" },
    };
}

[Residual<Attention>, Residual<FeedForward>]
public partial class TimmBlock(int heads) : Block
{
    [LayerNorm(Eps = 1e-6, Name = "norm1"), SelfAttention(Heads = Heads, Name = "attn")]
    partial class Attention : Block;

    [LayerNorm(Eps = 1e-6, Name = "norm2"), Linear(4 * In, Name = "mlp.fc1"), GELU, Linear(In, Name = "mlp.fc2")]
    partial class FeedForward : Block;
}
