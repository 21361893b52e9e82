using NetGen;

namespace Lecture.Gradients.Networks;

/// <summary>A line, y = wx + b: two weights, whose loss is a bowl with one minimum.</summary>
[Network]
[Input(1)]
[Linear(1)]
[MSE]
internal sealed partial class Line;
