namespace Gallery.Networks;

/// <summary>
/// A small decoder as Llama has it: <see href="https://arxiv.org/abs/2302.13971">Touvron et al. 2023</see>.
/// 15,191,712 parameters: <c>stories15M</c> of Karpathy's llama2.c, trained on short stories.
/// </summary>
[Network]
[Input(256)]
[Embedding(32000, 288, Std = 0.02, Name = "tok_embeddings")]
[LlamaDecoder(heads: 6, keyValueHeads: 6, hidden: 768, Repeat = 6)]
[RMSNorm(Eps = 1e-5), Linear(32000, Bias = false, Tied = "tok_embeddings")]
[CrossEntropy]
public partial class Stories15M;

/// <summary>
/// The smallest of them, whose eight heads share four of keys and values: <see href="https://arxiv.org/abs/2305.13245">Ainslie et al.
/// 2023</see>. 260,032 parameters: <c>stories260K</c> of Karpathy's llama2.c, with a vocabulary of 512.
/// </summary>
[Network]
[Input(512)]
[Embedding(512, 64, Std = 0.02, Name = "tok_embeddings")]
[LlamaDecoder(heads: 8, keyValueHeads: 4, hidden: 172, Repeat = 5)]
[RMSNorm(Eps = 1e-5), Linear(512, Bias = false, Tied = "tok_embeddings")]
[CrossEntropy]
public partial class Stories260K;

/// <summary>
/// Llama's decoder with 22 layers of 2,048 features: <see href="https://arxiv.org/abs/2401.02385">Zhang et al. 2024</see>.
/// 1,100,048,384 parameters: TinyLlama's model card says 1.1 billion.
/// </summary>
[Network]
[Input(2048)]
[Embedding(32000, 2048, Std = 0.02)]
[LlamaDecoder(heads: 32, keyValueHeads: 4, hidden: 5632, Repeat = 22)]
[RMSNorm(Eps = 1e-5), Linear(32000, Bias = false)]
[CrossEntropy]
public partial class TinyLlama;

/// <summary>RMS norms, rotary positions, and a gate in front of what is added to each step.</summary>
[Residual<Attention>, Residual<FeedForward>]
public partial class LlamaDecoder(int heads, int keyValueHeads, int hidden) : Block
{
    [RMSNorm(Eps = 1e-5), SelfAttention(Heads = Heads, KeyValueHeads = KeyValueHeads, Causal = true, Rotary = true, Bias = false)]
    private partial class Attention : Block;

    [RMSNorm(Eps = 1e-5), Multiply<Gate, Up>, Linear(In, Bias = false)]
    private partial class FeedForward : Block;

    [Linear(Hidden, Bias = false), SiLU]
    private partial class Gate : Block;

    [Linear(Hidden, Bias = false)]
    private partial class Up : Block;
}
