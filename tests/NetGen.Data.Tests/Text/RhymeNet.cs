namespace NetGen.Data.Tests.Text;

[Network(Stream = true), Input<Rhyme>]
[Embedding(24, 16), GRU(48), Linear(24)]
[CrossEntropy]
public partial class RhymeNet;
