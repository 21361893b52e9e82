using NetGen;

namespace Lecture.Approximate.Networks;

/// <summary>A hidden layer of 8 neurons and no activation: a linear function of linear functions is linear.</summary>
// The compiler warns of it: that is what this network is here to show.
#pragma warning disable NG0403
[Network]
[Input(1)]
[Linear(8)]
[Linear(1)]
[MSE]
internal sealed partial class WithoutActivation;
