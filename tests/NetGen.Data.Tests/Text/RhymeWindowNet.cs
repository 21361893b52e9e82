namespace NetGen.Data.Tests.Text;

/// <summary>The same without a stream.</summary>
[Network, Input<Rhyme>]
[Embedding(24, 16), GRU(48), Linear(24)]
[CrossEntropy]
public partial class RhymeWindowNet;
