using NetGen;

namespace Lecture.Classify.Networks;

/// <summary>Softmax regression: no hidden layer, so borders are lines.</summary>
[Network]
[Input(2)]
[Linear(3)]
[CrossEntropy]
internal sealed partial class SpiralsLine;
