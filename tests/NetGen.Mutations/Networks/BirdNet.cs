namespace NetGen.Mutations.Networks;

[Network]
[Input<Birds>]
[Linear(6), BatchNorm, ReLU, Dropout(0.25)]
[Linear(3)]
[CrossEntropy]
internal partial class BirdNet;
