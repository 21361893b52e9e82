namespace Gallery.Networks;

/// <summary>
/// Is a review friendly? LSTMs (<see href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter and Schmidhuber 1997</see>) from both
/// ends. 2,757,761 parameters: Keras' example "Bidirectional LSTM on IMDB"; Keras' gates have one bias.
/// </summary>
[Network]
[Input(200)]
[Embedding(20000, 128)]
[LSTM(64, Bidirectional = true, RecurrentBias = false)]
[LSTM(64, Bidirectional = true, RecurrentBias = false, Last = true)]
[Linear(1)]
[BCEWithLogits]
public partial class TextLstm;
