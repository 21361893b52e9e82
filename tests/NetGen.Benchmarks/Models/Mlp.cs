namespace NetGen.Benchmarks.Models;

/// <summary>784-128-10 with ReLU.</summary>
[Network]
[Input(784)]
[Linear(128), ReLU]
[Linear(10)]
[CrossEntropy]
public partial class Mlp;
