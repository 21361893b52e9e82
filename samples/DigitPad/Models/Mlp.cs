using NetGen;

namespace DigitPad.Models;

/// <summary>One hidden layer over the pixels: 102 thousand weights, those of the trainer's <c>--model mlp</c>.</summary>
[Network(Activations = true)]
[Input<Mnist>]
[Flatten]
[Linear(128), ReLU]
[Linear(10)]
[CrossEntropy]
public partial class Mlp;
