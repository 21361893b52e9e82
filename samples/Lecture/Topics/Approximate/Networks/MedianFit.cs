using NetGen;

namespace Lecture.Approximate.Networks;

/// <summary>Fitted by the mean absolute error: its best answer is the median of the targets at x.</summary>
[Network]
[Input(1)]
[Linear(32), Tanh]
[Linear(32), Tanh]
[Linear(1)]
[L1]
internal sealed partial class MedianFit;
