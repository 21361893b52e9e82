using NetGen;

[Network]
[Input(16)]
[Embedding(50, 16, Name = "wte"), PositionEmbedding(Name = "wpe")]
[Gpt2Block(heads: 2, Repeat = 2, Name = "h")]
[LayerNorm(Name = "ln_f")]
[Linear(50, Bias = false, Tied = "wte", Name = "lm_head")]
[CrossEntropy]
public partial class Gpt2
{
    // Conv1D's weights are [in, out], and the table of positions is longer than the input.
    public static WeightNames Names => new(prefix: "transformer.")
    {
        { "wpe.weight", WeightTransform.FirstRows },
        { "h.*.attn.bias", null },
        { "h.*.attn.c_attn.*", "h.*.attn.in_proj_*", WeightTransform.Transpose },
        { "h.*.attn.c_proj.*", "h.*.attn.out_proj.*", WeightTransform.Transpose },
        { "h.*.mlp.**", WeightTransform.Transpose },
    };
}

[Residual<Attention>, Residual<FeedForward>]
public partial class Gpt2Block(int heads) : Block
{
    [LayerNorm(Name = "ln_1"), SelfAttention(Heads = Heads, Causal = true, Name = "attn")]
    partial class Attention : Block;

    [LayerNorm(Name = "ln_2"), Linear(4 * In, Name = "mlp.c_fc"), GELU(Approximate = "tanh"), Linear(In, Name = "mlp.c_proj")]
    partial class FeedForward : Block;
}
