using NetGen;

namespace Lecture.Autoencode;

/// <summary>From a picture to a code of few numbers.</summary>
/// <param name="code">How many numbers.</param>
[Flatten, Linear(256), ReLU, Linear(128), ReLU, Linear(Code)]
internal sealed partial class Encoder(int code) : Block;
