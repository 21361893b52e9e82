using NetGen;

namespace Lecture.Classify.Networks;

/// <summary>Logistic regression: no hidden layer, so the border is a line.</summary>
[Network]
[Input(2)]
[Linear(1)]
[BCEWithLogits]
internal sealed partial class MoonsLine;
