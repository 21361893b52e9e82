using NetGen;

namespace CharGpt;

/// <summary>A step looks at itself and those before it; then two layers work on each step.</summary>
[Residual<Attention>, Residual<FeedForward>]
public partial class Decoder(int heads) : Block
{
    [LayerNorm, SelfAttention(Heads = Heads, Causal = true)]
    private partial class Attention : Block;

    [LayerNorm, Linear(4 * In), GELU, Linear(In)]
    private partial class FeedForward : Block;
}
