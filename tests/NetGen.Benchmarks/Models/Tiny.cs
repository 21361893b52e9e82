namespace NetGen.Benchmarks.Models;

/// <summary>8-32-32-10 with ReLU: so small that a framework spends its time on itself.</summary>
[Network]
[Input(8)]
[Linear(32), ReLU]
[Linear(32), ReLU]
[Linear(10)]
[CrossEntropy]
public partial class Tiny;
