namespace NetGen.Data.Tests.Csv;

[Network]
[Input(2)]
[Linear(3)]
[CrossEntropy]
public partial class ThreeNet;
