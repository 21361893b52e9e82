namespace NetGen.Mutations.Networks;

[Network(Stream = true), Input<Verses>]
[Embedding(270, 4), GRU(6), Linear(270)]
[CrossEntropy]
internal partial class VerseNet;
