namespace NetGen.Mutations.Networks;

[Network, Input<Opinions>]
[Embedding(24, 4), Mean(Axis = 0), Linear(2)]
[CrossEntropy]
internal partial class OpinionNet;
