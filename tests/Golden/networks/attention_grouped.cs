using NetGen;

[Network]
[Input(7, 12)]
[SelfAttention(Heads = 6, KeyValueHeads = 2, Name = "attn")]
public partial class GroupedAttention;
