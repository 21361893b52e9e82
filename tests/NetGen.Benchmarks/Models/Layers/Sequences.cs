namespace NetGen.Benchmarks.Models.Layers;

/// <summary>Layers of tokens and sequences, each alone.</summary>
internal static partial class Sequences
{
    [Network, Input(64), Embedding(65, 128)]
    internal partial class EmbeddingLayer;

    [Network, Input(64, 128), PositionEmbedding]
    internal partial class PositionEmbeddingLayer;

    [Network, Input(64, 128), ClassToken]
    internal partial class ClassTokenLayer;

    [Network, Input(64, 128), SelfAttention(Heads = 4)]
    internal partial class SelfAttentionLayer;

    [Network, Input(64, 128), SelfAttention(Heads = 4, Causal = true)]
    internal partial class SelfAttentionCausalLayer;

    [Network, Input(64, 128), Attention<Identity>(Heads = 4)]
    internal partial class AttentionLayer;

    [Network, Input(28, 28), LSTM(128)]
    internal partial class LSTMLayer;

    [Network, Input(28, 28), GRU(128)]
    internal partial class GRULayer;

    [Network, Input(28, 28), RNN(128)]
    internal partial class RNNLayer;
}
