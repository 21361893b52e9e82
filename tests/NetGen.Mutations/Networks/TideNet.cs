namespace NetGen.Mutations.Networks;

[Network]
[Input<Tides>]
[Flatten]
[Linear(4)]
[MSE]
internal partial class TideNet;
