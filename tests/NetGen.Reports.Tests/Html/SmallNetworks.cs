namespace NetGen.Reports.Tests.Html;

/// <summary>Images of one channel, in three classes.</summary>
[Network(Activations = true)]
[Input(1, 8, 8)]
[Conv2d(4, 3), ReLU, MaxPool2d(2)]
[Flatten]
[Linear(3)]
[CrossEntropy]
public partial class Shapes;

/// <summary>Points of the plane, in three classes.</summary>
[Network, Input(2), Linear(8), Tanh, Linear(3), CrossEntropy]
public partial class Points;

/// <summary>Two numbers of three others.</summary>
[Network, Input(3), Linear(8), Tanh, Linear(2), MSE]
public partial class Numbers;

/// <summary>One score for two classes.</summary>
[Network, Input(2), Linear(1), BCEWithLogits]
public partial class Sides;

/// <summary>A tag for each word.</summary>
[Network]
[Input(4, PaddingToken = 0)]
[Embedding(9, 4, PaddingIndex = 0)]
[Linear(3)]
[CrossEntropy]
public partial class Tagger;

/// <summary>Images that are to be drawn again.</summary>
[Network, Input(1, 6, 6), Flatten, Linear(4), Tanh, Linear(36), Reshape(1, 6, 6), MSE(Target = Target.Input)]
public partial class Copier;
