namespace NetGen.Benchmarks.Models;

/// <summary>784-512-512-10 with ReLU: products large enough for a matrix library to be at its best.</summary>
[Network]
[Input(784)]
[Linear(512), ReLU]
[Linear(512), ReLU]
[Linear(10)]
[CrossEntropy]
public partial class MlpWide;
