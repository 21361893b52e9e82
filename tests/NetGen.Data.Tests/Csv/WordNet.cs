namespace NetGen.Data.Tests.Csv;

[Network]
[Input<Words>]
[Embedding(3, 4), Flatten, Linear(1)]
[BCEWithLogits]
public partial class WordNet;
