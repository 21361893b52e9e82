namespace NetGen.Data.Tests.Csv;

[Network]
[Input<Pairs>]
[Flatten, Linear(1)]
[MSE]
public partial class PairNet;
