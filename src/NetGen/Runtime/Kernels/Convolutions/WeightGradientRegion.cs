namespace NetGen.Runtime;

/// <summary>
/// A part of an image, the gradients of the pixels whose windows read it, and the rows of the weight that they belong to.
/// </summary>
/// <param name="image">The number of the image that belongs to the first row of the weight and the first pixel.</param>
/// <param name="outputGradient">The gradient of the first pixel, at the first column.</param>
/// <param name="gradient">The first row of the weight's gradient, at the first column.</param>
/// <param name="offsets">
/// Where the image's numbers lie that belong to the rows of the weight, if they are <see cref="ListedPositions"/>.
/// </param>
internal ref struct WeightGradientRegion(ref float image, ref float outputGradient, ref float gradient, ref int offsets)
{
    public readonly ref float Image = ref image;
    public readonly ref float OutputGradient = ref outputGradient;
    public readonly ref float Gradient = ref gradient;
    public readonly ref int Offsets = ref offsets;

    /// <summary>Rows of pixels.</summary>
    public int Rows;

    /// <summary>Pixels of a row.</summary>
    public int Pixels;

    /// <summary>Floats in the image from what one row of pixels reads to what the next one does.</summary>
    public nint ImageRow;

    /// <summary>The same from one pixel to the next.</summary>
    public nint ImagePixel;

    /// <summary>Floats from one row of pixels to the next.</summary>
    public nint GradientRow;

    /// <summary>Floats from one pixel to the next.</summary>
    public nint GradientPixel;

    /// <summary>Floats from one row of the weight to the next.</summary>
    public nint WeightStride;

    /// <summary>Floats in the image from what one row of the weight belongs to to the next, of a depthwise convolution.</summary>
    public nint WindowColumn;

    /// <summary>The same from one row of the window to the next.</summary>
    public nint WindowRow;

    /// <summary>Whether the sums go on from what the weight's gradient holds.</summary>
    public bool Adds;
}
