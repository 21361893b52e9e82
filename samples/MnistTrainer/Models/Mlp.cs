using NetGen;

namespace MnistTrainer.Models;

/// <summary>One hidden layer over the pixels: the smallest network worth training on digits.</summary>
[Network(Activations = true)]
[Input<Mnist>]
[Flatten]
[Linear(128), ReLU]
[Linear(10)]
[CrossEntropy]
public partial class Mlp;
