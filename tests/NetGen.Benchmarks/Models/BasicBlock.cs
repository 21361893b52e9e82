namespace NetGen.Benchmarks.Models;

/// <summary>The basic block of residual networks (He et al., 2015): two convolutions, and what came in added to what they give.</summary>
[Residual<Path, Projection>, ReLU]
public partial class BasicBlock(int width, int stride = 1) : Block
{
    [Conv2d(Width, 3, Stride = Stride, Padding = 1, Bias = false), BatchNorm, ReLU]
    [Conv2d(Width, 3, Padding = 1, Bias = false), BatchNorm]
    partial class Path : Block;

    [Conv2d(Width, 1, Stride = Stride, Bias = false), BatchNorm]
    partial class Projection : Block;
}
