using NetGen;

namespace Lecture.Classify.Networks;

/// <summary>Three classes, an output for each.</summary>
[Network]
[Input(2)]
[Linear(64), ReLU]
[Linear(64), ReLU]
[Linear(3)]
[CrossEntropy]
internal sealed partial class SpiralsNetwork;
