namespace NetGen.Runtime;

/// <summary>
/// A transposed convolution. Each source pixel adds its channels times the weight to the pixels of the result that the window covers.
/// </summary>
/// <param name="source">What comes in, [height, width, channels]: of a gradient that of the convolution's result.</param>
/// <param name="weight">The first float of the weight, [rows, columns, inputs, channels of the result in memory].</param>
/// <param name="window">The window; its inputs are the channels of what comes in, without padding.</param>
/// <param name="top">Rows above the result that the windows cover besides; negative where they do not cover its first rows.</param>
/// <param name="left">The same for columns on its left.</param>
public readonly ref struct TransposedTerm(ImageBatch source, ref float weight, ConvolutionWindow window, int top = 0, int left = 0)
{
    internal readonly ImageBatch Source = source;
    internal readonly ref float Weight = ref weight;
    internal readonly ConvolutionWindow Window = window;
    internal readonly int Top = top;
    internal readonly int Left = left;
}
