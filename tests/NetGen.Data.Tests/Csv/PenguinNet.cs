namespace NetGen.Data.Tests.Csv;

[Network]
[Input<Penguins>]
[Linear(16), ReLU]
[Linear(3)]
[CrossEntropy]
public partial class PenguinNet;
