using NetGen;

namespace Lecture.Classify.Networks;

/// <summary>Two classes, one output: the logarithm of the odds that a point is of class 1.</summary>
[Network]
[Input(2)]
[Linear(32), ReLU]
[Linear(32), ReLU]
[Linear(1)]
[BCEWithLogits]
internal sealed partial class MoonsNetwork;
