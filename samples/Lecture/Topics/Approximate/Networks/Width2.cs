using NetGen;

namespace Lecture.Approximate.Networks;

/// <summary>One hidden layer of 2 neurons.</summary>
[Network]
[Input(1)]
[Linear(2), Tanh]
[Linear(1)]
[MSE]
internal sealed partial class Width2;
