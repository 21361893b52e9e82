namespace NetGen.Data.Tests.Csv;

[Network]
[Input<WaveSignals>]
[Conv1d(8, 3), Tanh, Flatten]
[Linear(2)]
[MSE]
public partial class WaveSignalNet;
