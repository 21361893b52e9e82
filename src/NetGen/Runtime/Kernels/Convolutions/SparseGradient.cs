namespace NetGen.Runtime;

/// <summary>
/// The gradient of a max-pool's result, [height, width, channels] for each sample, with the argmax indices. Together they give the gradient
/// before the pool, which is 0 except at one position of each of the pool's windows.
/// </summary>
/// <param name="gradient">The first float of the first sample's gradient.</param>
/// <param name="argmax">As many floats: which position of its window each maximum came from, counted row by row.</param>
/// <param name="sampleStride">Floats from one sample to the next.</param>
/// <param name="height">Rows of windows.</param>
/// <param name="width">Windows of a row. They tile what was pooled.</param>
/// <param name="channels">Floats of a window, padding included.</param>
/// <param name="poolHeight">Rows of positions of a window.</param>
/// <param name="poolWidth">Columns of positions of a window.</param>
public readonly ref struct SparseGradient(
    ref float gradient, ref float argmax, int sampleStride, int height, int width, int channels, int poolHeight, int poolWidth)
{
    internal readonly ref float Gradient = ref gradient;
    internal readonly ref float Argmax = ref argmax;
    internal readonly int SampleStride = sampleStride;
    internal readonly int Height = height;
    internal readonly int Width = width;
    internal readonly int Channels = channels;
    internal readonly int PoolHeight = poolHeight;
    internal readonly int PoolWidth = poolWidth;
}
