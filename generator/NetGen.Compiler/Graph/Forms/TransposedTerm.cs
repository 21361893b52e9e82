namespace NetGen.Compiler.Graph;

/// <summary>One term of a sum of transposed convolutions.</summary>
/// <param name="X">What the convolution gives, [height', width', output channels].</param>
/// <param name="Weight">The convolution's, [kernel height, kernel width, image channels of a group, output channels].</param>
/// <param name="Geometry">The convolution's.</param>
/// <param name="Top">
/// The first row of the image, counted from the first that a window covers: the padding above, or negative, rows of zeros.
/// </param>
/// <param name="Left">The same for columns.</param>
internal sealed record TransposedTerm(Tensor X, Tensor Weight, ConvolutionGeometry Geometry, int Top, int Left);
