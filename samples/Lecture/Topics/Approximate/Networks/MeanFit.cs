using NetGen;

namespace Lecture.Approximate.Networks;

/// <summary>Fitted by the mean squared error: its best answer is the mean of the targets at x.</summary>
[Network]
[Input(1)]
[Linear(32), Tanh]
[Linear(32), Tanh]
[Linear(1)]
[MSE]
internal sealed partial class MeanFit;
