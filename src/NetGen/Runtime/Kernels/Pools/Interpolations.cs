using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>
/// Resizes images and computes the gradients. Each pixel is the nearest one of an image, a mean of the four around its place, or a weighted
/// sum of sixteen.
/// </summary>
[CLSCompliant(false)]
public static class Interpolations
{
    /// <summary>Rows that a row of a cubic is made of.</summary>
    private const int Taps = 4;

    /// <summary>output[sample, y, x] = epilogue(image[sample, nearest y, nearest x]), for the samples [begin, end).</summary>
    /// <typeparam name="S">The vector width; its lanes divide the channels.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="E">What follows; a row is a pixel, counted over the batch.</typeparam>
    /// <param name="image">The images, [samples, height, width, channels].</param>
    /// <param name="height">Where the rows come from.</param>
    /// <param name="width">Where the columns come from.</param>
    /// <param name="output">The result.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    /// <param name="epilogue">What follows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Nearest<S, V, E>(
        ImageBatch image, InterpolationAxis height, InterpolationAxis width, ImageBatch output, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        E finish = epilogue;
        for (int sample = begin; sample < end; sample++)
        {
            for (int y = 0; y < height.Count; y++)
            {
                int inputY = height.Nearest(y);
                for (int x = 0; x < width.Count; x++)
                {
                    ref float pixel = ref image.Pixel(sample, inputY, width.Nearest(x));
                    ref float result = ref output.Pixel(sample, y, x);
                    nint row = (((nint)sample * height.Count) + y) * width.Count + x;
                    for (int channel = 0; channel < output.Channels; channel += S.Lanes)
                        S.Store(
                            finish.Apply(S.Load(ref Unsafe.Add(ref pixel, channel)), row, channel), ref Unsafe.Add(ref result, channel));
                }
            }
        }
    }

    /// <summary>
    /// Computes output[sample, y, x] = epilogue(mean of the four pixels around the place of y, x, by their
    /// distances) for the samples [begin, end).
    /// </summary>
    /// <typeparam name="S">The vector width; its lanes divide the channels.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="E">What follows; a row is a pixel, counted over the batch.</typeparam>
    /// <param name="image">The images, [samples, height, width, channels].</param>
    /// <param name="height">Where the rows come from.</param>
    /// <param name="width">Where the columns come from.</param>
    /// <param name="output">The result.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    /// <param name="epilogue">What follows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Bilinear<S, V, E>(
        ImageBatch image, InterpolationAxis height, InterpolationAxis width, ImageBatch output, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        E finish = epilogue;
        for (int sample = begin; sample < end; sample++)
        {
            for (int y = 0; y < height.Count; y++)
            {
                (int top, int bottom, float bottomShare) = height.Between(y);
                for (int x = 0; x < width.Count; x++)
                {
                    (int left, int right, float rightShare) = width.Between(x);
                    ref float topLeft = ref image.Pixel(sample, top, left), topRight = ref image.Pixel(sample, top, right);
                    ref float bottomLeft = ref image.Pixel(sample, bottom, left), bottomRight = ref image.Pixel(sample, bottom, right);
                    V ofTopLeft = S.Create((1 - bottomShare) * (1 - rightShare)), ofTopRight = S.Create((1 - bottomShare) * rightShare);
                    V ofBottomLeft = S.Create(bottomShare * (1 - rightShare)), ofBottomRight = S.Create(bottomShare * rightShare);
                    ref float result = ref output.Pixel(sample, y, x);
                    nint row = (((nint)sample * height.Count) + y) * width.Count + x;
                    for (int channel = 0; channel < output.Channels; channel += S.Lanes)
                    {
                        V value = S.Multiply(S.Load(ref Unsafe.Add(ref topLeft, channel)), ofTopLeft);
                        value = S.MultiplyAdd(S.Load(ref Unsafe.Add(ref topRight, channel)), ofTopRight, value);
                        value = S.MultiplyAdd(S.Load(ref Unsafe.Add(ref bottomLeft, channel)), ofBottomLeft, value);
                        value = S.MultiplyAdd(S.Load(ref Unsafe.Add(ref bottomRight, channel)), ofBottomRight, value);
                        S.Store(finish.Apply(value, row, channel), ref Unsafe.Add(ref result, channel));
                    }
                }
            }
        }
    }

    /// <summary>
    /// Computes output[sample, y, x] = epilogue(sum of the sixteen pixels around the place of y, x, by the shares of
    /// their rows and columns) for the samples [begin, end).
    /// </summary>
    /// <typeparam name="S">The vector width; its lanes divide the channels.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="E">What follows; a row is a pixel, counted over the batch.</typeparam>
    /// <param name="image">The images, [samples, height, width, channels].</param>
    /// <param name="height">Where the rows come from.</param>
    /// <param name="width">Where the columns come from.</param>
    /// <param name="output">The result.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    /// <param name="epilogue">What follows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Bicubic<S, V, E>(
        ImageBatch image, InterpolationAxis height, InterpolationAxis width, ImageBatch output, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        E finish = epilogue;
        for (int sample = begin; sample < end; sample++)
        {
            for (int y = 0; y < height.Count; y++)
            {
                (Vector128<int> rows, Vector128<float> ofRows) = height.Around(y);
                for (int x = 0; x < width.Count; x++)
                {
                    (Vector128<int> columns, Vector128<float> ofColumns) = width.Around(x);
                    Vector128<int> from = columns * image.Channels;
                    ref float result = ref output.Pixel(sample, y, x);
                    nint row = (((nint)sample * height.Count) + y) * width.Count + x;
                    for (int channel = 0; channel < output.Channels; channel += S.Lanes)
                    {
                        V value = S.Zero;
                        for (int tap = 0; tap < Taps; tap++)
                        {
                            ref float pixels = ref Unsafe.Add(ref image.Pixel(sample, rows[tap], 0), channel);
                            V sum = S.Multiply(S.Load(ref Unsafe.Add(ref pixels, from[0])), S.Create(ofColumns[0]));
                            sum = S.MultiplyAdd(S.Load(ref Unsafe.Add(ref pixels, from[1])), S.Create(ofColumns[1]), sum);
                            sum = S.MultiplyAdd(S.Load(ref Unsafe.Add(ref pixels, from[2])), S.Create(ofColumns[2]), sum);
                            sum = S.MultiplyAdd(S.Load(ref Unsafe.Add(ref pixels, from[3])), S.Create(ofColumns[3]), sum);
                            value = S.MultiplyAdd(sum, S.Create(ofRows[tap]), value);
                        }

                        S.Store(finish.Apply(value, row, channel), ref Unsafe.Add(ref result, channel));
                    }
                }
            }
        }
    }

    /// <summary>The gradient of <see cref="Nearest"/>: each pixel's goes to the one that it came from.</summary>
    /// <typeparam name="S">The vector width; its lanes divide the channels.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="outputGradient">The gradient of the result.</param>
    /// <param name="height">Where the rows came from.</param>
    /// <param name="width">Where the columns came from.</param>
    /// <param name="image">The gradient of the images.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void NearestGradient<S, V>(
        ImageBatch outputGradient, InterpolationAxis height, InterpolationAxis width, ImageBatch image, int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        for (int sample = begin; sample < end; sample++)
        {
            Clear(image, sample);
            for (int y = 0; y < height.Count; y++)
            {
                int inputY = height.Nearest(y);
                for (int x = 0; x < width.Count; x++)
                {
                    ref float pixel = ref image.Pixel(sample, inputY, width.Nearest(x));
                    ref float gradient = ref outputGradient.Pixel(sample, y, x);
                    for (int channel = 0; channel < outputGradient.Channels; channel += S.Lanes)
                    {
                        ref float sum = ref Unsafe.Add(ref pixel, channel);
                        S.Store(S.Add(S.Load(ref sum), S.Load(ref Unsafe.Add(ref gradient, channel))), ref sum);
                    }
                }
            }
        }
    }

    /// <summary>The gradient of <see cref="Bilinear"/>: each pixel's goes to the four that it came from, by their shares.</summary>
    /// <typeparam name="S">The vector width; its lanes divide the channels.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="outputGradient">The gradient of the result.</param>
    /// <param name="height">Where the rows came from.</param>
    /// <param name="width">Where the columns came from.</param>
    /// <param name="image">The gradient of the images.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void BilinearGradient<S, V>(
        ImageBatch outputGradient, InterpolationAxis height, InterpolationAxis width, ImageBatch image, int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        for (int sample = begin; sample < end; sample++)
        {
            Clear(image, sample);
            for (int y = 0; y < height.Count; y++)
            {
                (int top, int bottom, float bottomShare) = height.Between(y);
                for (int x = 0; x < width.Count; x++)
                {
                    (int left, int right, float rightShare) = width.Between(x);
                    ref float gradient = ref outputGradient.Pixel(sample, y, x);
                    int channels = outputGradient.Channels;
                    AddShare<S, V>(ref gradient, (1 - bottomShare) * (1 - rightShare), ref image.Pixel(sample, top, left), channels);
                    AddShare<S, V>(ref gradient, (1 - bottomShare) * rightShare, ref image.Pixel(sample, top, right), channels);
                    AddShare<S, V>(ref gradient, bottomShare * (1 - rightShare), ref image.Pixel(sample, bottom, left), channels);
                    AddShare<S, V>(ref gradient, bottomShare * rightShare, ref image.Pixel(sample, bottom, right), channels);
                }
            }
        }
    }

    /// <summary>The gradient of <see cref="Bicubic"/>: each pixel's goes to the sixteen that it came from, by their shares.</summary>
    /// <typeparam name="S">The vector width; its lanes divide the channels.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="outputGradient">The gradient of the result.</param>
    /// <param name="height">Where the rows came from.</param>
    /// <param name="width">Where the columns came from.</param>
    /// <param name="image">The gradient of the images.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void BicubicGradient<S, V>(
        ImageBatch outputGradient, InterpolationAxis height, InterpolationAxis width, ImageBatch image, int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        for (int sample = begin; sample < end; sample++)
        {
            Clear(image, sample);
            for (int y = 0; y < height.Count; y++)
            {
                (Vector128<int> rows, Vector128<float> ofRows) = height.Around(y);
                for (int x = 0; x < width.Count; x++)
                {
                    (Vector128<int> columns, Vector128<float> ofColumns) = width.Around(x);
                    ref float gradient = ref outputGradient.Pixel(sample, y, x);
                    for (int i = 0; i < Taps * Taps; i++)
                    {
                        (int tapY, int tapX) = (i / Taps, i % Taps);
                        AddShare<S, V>(
                            ref gradient, ofRows[tapY] * ofColumns[tapX], ref image.Pixel(sample, rows[tapY], columns[tapX]),
                            outputGradient.Channels);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddShare<S, V>(ref float gradient, float share, ref float pixel, int channels)
        where S : ISimd<V>
        where V : struct
    {
        V factor = S.Create(share);
        for (int channel = 0; channel < channels; channel += S.Lanes)
        {
            ref float sum = ref Unsafe.Add(ref pixel, channel);
            S.Store(S.MultiplyAdd(S.Load(ref Unsafe.Add(ref gradient, channel)), factor, S.Load(ref sum)), ref sum);
        }
    }

    private static void Clear(ImageBatch image, int sample) =>
        MemoryMarshal.CreateSpan(ref image.Pixel(sample, 0, 0), image.SampleStride).Clear();
}
