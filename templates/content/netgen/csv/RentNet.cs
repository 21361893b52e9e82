using NetGen;

// The attributes are the layers, read from top to bottom. Shapes are checked while you type: write Linear(2) at the end
// to see an error.
[Network]
[Input<Flats>]                       // 7 features, one target
[Linear(32), ReLU]
[Linear(1)]
[MSE]
public partial class RentNet;
