namespace NetGen.Data.Tests.Csv;

[Network]
[Input<Penguins>]
[Linear(3), LogSoftmax]
[NLL]
public partial class LogNet;
