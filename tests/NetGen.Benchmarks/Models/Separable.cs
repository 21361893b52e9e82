namespace NetGen.Benchmarks.Models;

/// <summary>
/// A depthwise-separable convolution (Howard et al., 2017): a 3×3 window of each channel, then a product of all channels.
/// </summary>
[Conv2d(In, 3, Stride = Stride, Padding = 1, Groups = In, Bias = false), BatchNorm, ReLU]
[Conv2d(Width, 1, Bias = false), BatchNorm, ReLU]
public partial class Separable(int width, int stride = 1) : Block;
