namespace NetGen.Runtime;

/// <summary>The window of a convolution, and how it moves over the image.</summary>
/// <param name="height">Rows.</param>
/// <param name="width">Columns.</param>
/// <param name="inputs">Channels of the image that an output channel sees: all of them, or those of its group.</param>
/// <param name="strideHeight">Rows of the image from one output row to the next.</param>
/// <param name="strideWidth">Columns of the image from one output column to the next.</param>
/// <param name="dilationHeight">Rows of the image from one row of the window to the next.</param>
/// <param name="dilationWidth">Columns of the image from one column of the window to the next.</param>
/// <param name="groups">Groups of channels that see nothing of each other.</param>
public readonly struct ConvolutionWindow(
    int height, int width, int inputs, int strideHeight = 1, int strideWidth = 1,
    int dilationHeight = 1, int dilationWidth = 1, int groups = 1)
{
    internal readonly int Height = height;
    internal readonly int Width = width;
    internal readonly int Inputs = inputs;
    internal readonly int StrideHeight = strideHeight;
    internal readonly int StrideWidth = strideWidth;
    internal readonly int DilationHeight = dilationHeight;
    internal readonly int DilationWidth = dilationWidth;
    internal readonly int Groups = groups;
}
