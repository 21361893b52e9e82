namespace NetGen.Data.Tests.Csv;

[Network]
[Input<Waves>]
[Flatten, Linear(32), Tanh]
[Linear(2)]
[MSE]
public partial class WaveNet;
