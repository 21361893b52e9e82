using NetGen;

namespace Lecture.Filters;

/// <summary>Five filters over a picture, each a kernel of 3×3 weights: h[y, x] = Σ w[i, j] · p[y + i − 1, x + j − 1].</summary>
[Network]
[Input(1, PictureOfShapes.Size, PictureOfShapes.Size)]
[Conv2d(5, 3, Padding = 1, PaddingMode = "replicate", Bias = false, Name = "filters", Frozen = true)]
internal sealed partial class FilterNetwork;
