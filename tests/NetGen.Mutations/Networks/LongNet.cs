namespace NetGen.Mutations.Networks;

/// <summary>Large beside its data, so that a training that writes a checkpoint after each step spends most of its time in writes.</summary>
[Network]
[Input(16)]
[Linear(256), BatchNorm, ReLU, Dropout(0.3)]
[Linear(256), BatchNorm, ReLU, Dropout(0.1)]
[Linear(4)]
[CrossEntropy]
internal partial class LongNet;
