using NetGen;

namespace Lecture.Approximate.Networks;

/// <summary>A hidden layer of 8 neurons, max(0, x): straight pieces.</summary>
[Network]
[Input(1)]
[Linear(8), ReLU]
[Linear(1)]
[MSE]
internal sealed partial class WithReLU;
