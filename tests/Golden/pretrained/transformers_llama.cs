using NetGen;

[Network]
[Input(12)]
[Embedding(40, 16, Name = "embed_tokens")]
[LlamaBlock(heads: 4, keyValueHeads: 2, inner: 44, Repeat = 2, Name = "layers")]
[RMSNorm(Eps = 1e-6, Name = "norm")]
[Linear(40, Bias = false, Name = "lm_head")]
[CrossEntropy]
public partial class Llama
{
    // Queries, keys and values are joined in the order of the lines.
    public static WeightNames Names => new(prefix: "model.")
    {
        { "layers.*.self_attn.q_proj.weight", "layers.*.self_attn.in_proj_weight" },
        { "layers.*.self_attn.k_proj.weight", "layers.*.self_attn.in_proj_weight" },
        { "layers.*.self_attn.v_proj.weight", "layers.*.self_attn.in_proj_weight" },
        { "layers.*.self_attn.o_proj.weight", "layers.*.self_attn.out_proj.weight" },
    };
}

[Residual<Attention>, Residual<FeedForward>]
public partial class LlamaBlock(int heads, int keyValueHeads, int inner) : Block
{
    [RMSNorm(Eps = 1e-6, Name = "input_layernorm")]
    [SelfAttention(Heads = Heads, KeyValueHeads = KeyValueHeads, Causal = true, Rotary = true, Bias = false, Name = "self_attn")]
    partial class Attention : Block;

    [RMSNorm(Eps = 1e-6, Name = "post_attention_layernorm")]
    [Multiply<Gate, Up>, Linear(In, Bias = false, Name = "mlp.down_proj")]
    partial class FeedForward : Block;

    [Linear(Inner, Bias = false, Name = "mlp.gate_proj"), SiLU] partial class Gate : Block;

    [Linear(Inner, Bias = false, Name = "mlp.up_proj")] partial class Up : Block;
}
