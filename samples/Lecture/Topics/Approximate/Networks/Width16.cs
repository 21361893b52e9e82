using NetGen;

namespace Lecture.Approximate.Networks;

/// <summary>One hidden layer of 16 neurons.</summary>
[Network]
[Input(1)]
[Linear(16), Tanh]
[Linear(1)]
[MSE]
internal sealed partial class Width16;
