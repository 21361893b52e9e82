using NetGen;

[Network]
[Input(5, 12)]
[SelfAttention(Heads = 3, Bias = false, Name = "attn")]
public partial class AttentionWithoutBias;
