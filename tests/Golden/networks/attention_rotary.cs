using NetGen;

[Network]
[Input(6, 16)]
[SelfAttention(Heads = 2, Rotary = true, Name = "attn")]
public partial class RotaryAttention;
