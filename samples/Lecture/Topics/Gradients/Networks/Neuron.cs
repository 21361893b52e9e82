using NetGen;

namespace Lecture.Gradients.Networks;

/// <summary>A neuron, y = v · tanh(wx): two weights, whose loss has two minima and a saddle between them.</summary>
[Network]
[Input(1)]
[Linear(1, Bias = false), Tanh]
[Linear(1, Bias = false)]
[MSE]
internal sealed partial class Neuron;
