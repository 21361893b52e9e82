using NetGen;

namespace Lecture.Gan;

/// <summary>
/// G(z): a picture from 64 numbers of a normal distribution, -1 black to 1 white. It is DCGAN's, of two steps and 28×28 pixels
/// (<see href="https://arxiv.org/abs/1511.06434">Radford et al. 2015</see>).
/// </summary>
[Network]
[Input(64)]
[Linear(3136, Bias = false), Reshape(64, 7, 7), BatchNorm, ReLU]
[ConvTranspose2d(32, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
[ConvTranspose2d(1, 4, Stride = 2, Padding = 1), Tanh]
internal sealed partial class DigitGenerator;
