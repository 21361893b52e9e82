using NetGen;

namespace CharGpt;

/// <summary>A GPT of four blocks: after each of 64 characters, what the next one may be.</summary>
[Network(Stream = true)]
[Input<TextWindows>]
[Embedding(Alphabet.Size, 128, Std = 0.02), PositionEmbedding]
[Decoder(heads: 4, Repeat = 4)]
[LayerNorm, Linear(Alphabet.Size, Bias = false)]
[CrossEntropy]
public partial class LanguageModel;
