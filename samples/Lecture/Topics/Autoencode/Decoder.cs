using NetGen;

namespace Lecture.Autoencode;

/// <summary>From a code to a picture.</summary>
[Linear(128), ReLU, Linear(256), ReLU, Linear(784), Sigmoid, Reshape(1, 28, 28)]
internal sealed partial class Decoder : Block;
