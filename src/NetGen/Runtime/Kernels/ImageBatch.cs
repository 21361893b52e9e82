using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>A batch of images, [height, width, channels], with zeros around them that are not in memory.</summary>
/// <param name="first">The first float of the first image.</param>
/// <param name="sampleStride">Floats from one image to the next.</param>
/// <param name="height">Rows of pixels.</param>
/// <param name="width">Columns of pixels.</param>
/// <param name="channels">Floats of a pixel, padding included.</param>
/// <param name="top">Rows of zeros above each image.</param>
/// <param name="left">Columns of zeros on its left.</param>
public readonly ref struct ImageBatch(ref float first, int sampleStride, int height, int width, int channels, int top = 0, int left = 0)
{
    internal readonly ref float First = ref first;
    internal readonly int SampleStride = sampleStride;
    internal readonly int Height = height;
    internal readonly int Width = width;
    internal readonly int Channels = channels;
    internal readonly int Top = top;
    internal readonly int Left = left;

    /// <summary>The first channel of a pixel.</summary>
    internal ref float Pixel(int sample, int y, int x) =>
        ref Unsafe.Add(ref First, ((nint)sample * SampleStride) + ((((nint)y * Width) + x) * Channels));

    /// <summary>The samples from one of them on.</summary>
    internal ImageBatch From(int sample) => new(
        ref Unsafe.Add(ref First, (nint)sample * SampleStride), SampleStride, Height, Width, Channels, Top, Left);
}
