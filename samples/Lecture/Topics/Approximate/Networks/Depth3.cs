using NetGen;

namespace Lecture.Approximate.Networks;

/// <summary>Three hidden layers of 4 neurons.</summary>
[Network]
[Input(1)]
[Linear(4), Tanh]
[Linear(4), Tanh]
[Linear(4), Tanh]
[Linear(1)]
[MSE]
internal sealed partial class Depth3;
