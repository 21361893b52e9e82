namespace NetGen.Benchmarks.Models;

/// <summary>The block of a transformer that normalises first (Xiong et al., 2020): attention, and two layers for each step.</summary>
[Residual<Attention>, Residual<FeedForward>]
public partial class TransformerBlock(int heads, bool causal = false) : Block
{
    [LayerNorm, SelfAttention(Heads = Heads, Causal = Causal)]
    partial class Attention : Block;

    [LayerNorm, Linear(4 * In), GELU, Linear(In)]
    partial class FeedForward : Block;
}
