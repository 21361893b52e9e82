namespace Gallery.Networks;

/// <summary>
/// An encoder and a decoder with attention between: <see href="https://arxiv.org/abs/1508.04025">Luong et al. 2015</see>, with GRUs.
/// 5,028,744 parameters: a sum of our own for 5,000 words of each language and 256 features.
/// </summary>
/// <remarks>
/// Sources are reversed and padded in front, so that the encoder's last step is the last true one. The decoder begins with its state, and
/// reads the target behind a start token; each step is compared with all of the encoder's.
/// </remarks>
#pragma warning disable NG0410 // 'thought' takes a step that is never padding.
[Network]
[Input(20, Name = "source", PaddingToken = 0), Input(20, Name = "target")]
[Embedding(5000, 256), GRU(256, Name = "encoder"), Select(-1, Name = "thought")]
[Concat<Decoder, Context>, Linear(256, Bias = false), Tanh, Linear(5000)]
[CrossEntropy]
public partial class Translator
{
    [From("target"), Embedding(5000, 256), GRU(256, State = "thought", Name = "decoder")]
    private partial class Decoder : Block;

    [From("decoder"), Attention<Source>(Heads = 1)]
    private partial class Context : Block;

    [From("encoder")]
    private partial class Source : Block;
}
