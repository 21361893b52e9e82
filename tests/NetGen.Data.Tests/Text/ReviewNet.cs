namespace NetGen.Data.Tests.Text;

[Network, Input<Reviews>]
[Embedding(40, 8), Mean(Axis = 0), Linear(2)]
[CrossEntropy]
public partial class ReviewNet;
