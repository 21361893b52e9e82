using NetGen;

[Network]
[Input(9, 16)]
[SelfAttention(Heads = 4, KeyValueHeads = 1, Causal = true, Rotary = true, Bias = false, Name = "attn")]
public partial class LlamaAttention;
