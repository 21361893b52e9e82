using NetGen;

namespace Lecture.Mask;

/// <summary>Each patch looks at all others; then two layers work on each patch.</summary>
[Residual<Attention>, Residual<FeedForward>]
internal sealed partial class Encoder(int heads) : Block
{
    [LayerNorm, SelfAttention(Heads = Heads)]
    private partial class Attention : Block;

    [LayerNorm, Linear(4 * In), GELU, Linear(In)]
    private partial class FeedForward : Block;
}
