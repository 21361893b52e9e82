namespace NetGen.Benchmarks.Models;

/// <summary>The rows of a digit as the steps of a recurrent layer, whose last state gives the scores.</summary>
[Network]
[Input(28, 28)]
[GRU(128, Last = true), Linear(10)]
[CrossEntropy]
public partial class RowGru;
