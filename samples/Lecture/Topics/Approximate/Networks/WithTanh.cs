using NetGen;

namespace Lecture.Approximate.Networks;

/// <summary>A hidden layer of 8 neurons, tanh: smooth.</summary>
[Network]
[Input(1)]
[Linear(8), Tanh]
[Linear(1)]
[MSE]
internal sealed partial class WithTanh;
