namespace NetGen.Data.Tests.Csv;

[Network]
[Input<Penguins>]
[Linear(3)]
[MultiMargin]
public partial class MarginNet;
