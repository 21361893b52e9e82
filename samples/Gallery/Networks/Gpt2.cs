namespace Gallery.Networks;

/// <summary>
/// GPT-2: <see href="https://cdn.openai.com/better-language-models/language_models_are_unsupervised_multitask_learners.pdf">Radford et al.
/// 2019</see>. 124,439,808 parameters: <c>gpt2</c> of Hugging Face's transformers; the paper's table 2 says 117 million.
/// </summary>
[Network]
[Input(1024)]
[Embedding(50257, 768, Std = 0.02, Name = "wte"), PositionEmbedding(Name = "wpe")]
[Gpt2Decoder(heads: 12, Repeat = 12, Name = "h")]
[LayerNorm(Name = "ln_f"), Linear(50257, Bias = false, Tied = "wte", Name = "lm_head")]
[CrossEntropy]
public partial class Gpt2;

/// <summary>Each step looks at itself and those before it; then two layers work on each step.</summary>
[Residual<Attention>, Residual<FeedForward>]
public partial class Gpt2Decoder(int heads) : Block
{
    [LayerNorm(Name = "ln_1"), SelfAttention(Heads = Heads, Causal = true, Name = "attn")]
    private partial class Attention : Block;

    [LayerNorm(Name = "ln_2"), Linear(4 * In, Name = "mlp.c_fc"), GELU(Approximate = "tanh"), Linear(In, Name = "mlp.c_proj")]
    private partial class FeedForward : Block;
}
