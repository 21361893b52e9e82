namespace NetGen.Benchmarks.Models;

/// <summary>A language model of 64 characters out of 65: 128 features, four heads, and a label a step.</summary>
[Network]
[Input(64)]
[Embedding(65, 128), PositionEmbedding(Std = 1)]
[TransformerBlock(heads: 4, causal: true, Repeat = 4)]
[LayerNorm, Linear(65, Bias = false)]
[CrossEntropy]
public partial class GptMini;
