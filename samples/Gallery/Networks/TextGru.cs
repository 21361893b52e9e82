namespace Gallery.Networks;

/// <summary>
/// A GRU (<see href="https://arxiv.org/abs/1406.1078">Cho et al. 2014</see>) and a plain recurrent layer over texts with padding.
/// 361,866 parameters: the model of the section on outputs and states of Keras' guide "Working with RNNs".
/// </summary>
[Network]
[Input(80, PaddingToken = 0)]
[Embedding(1000, 64)]
[GRU(256)]
[RNN(128, RecurrentBias = false, Last = true)]
[Linear(10)]
[CrossEntropy]
public partial class TextGru;
