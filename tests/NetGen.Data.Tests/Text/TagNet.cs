namespace NetGen.Data.Tests.Text;

/// <summary>Takes the tokens of reviews, and has an output for each step.</summary>
[Network, Input<Reviews>]
[Embedding(40, 8), Linear(24)]
public partial class TagNet;
