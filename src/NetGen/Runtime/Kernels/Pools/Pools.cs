using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Maxima and means over windows of images.</summary>
[CLSCompliant(false)]
public static class Pools
{
    /// <summary>Windows of more terms are summed in blocks: see <see cref="CascadeSum{S, V}"/>.</summary>
    private const int LongSum = 512;

    private const int TermsOfBlock = 64;

    /// <summary>
    /// Computes output[sample, y, x, c] = epilogue(maximum of the image over the window at y, x) for the samples [begin, end). NaN wins.
    /// </summary>
    /// <typeparam name="S">The vector width; its lanes divide the channels.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="E">What follows the maxima; a row is a pixel, counted over the batch.</typeparam>
    /// <param name="image">The images, [samples, height, width, channels].</param>
    /// <param name="height">The windows along the height.</param>
    /// <param name="width">The windows along the width.</param>
    /// <param name="output">The result.</param>
    /// <param name="argmax">
    /// Gets the tap that held each maximum, ky · kernel width + kx, the first of equal ones. Laid out as the
    /// result. A null reference where no one needs it.
    /// </param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    /// <param name="epilogue">What follows the maxima.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Max<S, V, E>(
        ImageBatch image, PoolAxis height, PoolAxis width, ImageBatch output, ref float argmax, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        E finish = epilogue;
        bool storesArgmax = !Unsafe.IsNullRef(ref argmax);
        nint pixel = (nint)image.Channels * width.Step, line = (nint)image.Width * image.Channels * height.Step;
        for (int sample = begin; sample < end; sample++)
        {
            for (int y = 0; y < height.Count; y++)
            {
                (int firstRow, int endRow, int inputY) = height.TapsOf(y);
                for (int x = 0; x < width.Count; x++)
                {
                    (int firstColumn, int endColumn, int inputX) = width.TapsOf(x);
                    nint input = ((nint)sample * image.SampleStride) + ((((nint)inputY * image.Width) + inputX) * image.Channels);
                    nint row = (((nint)sample * height.Count) + y) * width.Count + x;
                    nint place = ((nint)sample * output.SampleStride) + ((((nint)y * width.Count) + x) * output.Channels);
                    for (int channel = 0; channel < output.Channels; channel += S.Lanes)
                    {
                        V max = S.Create(float.NegativeInfinity), tap = S.Zero;
                        nint first = input + channel;
                        for (int ky = firstRow; ky < endRow; ky++, first += line)
                        {
                            nint at = first;
                            for (int kx = firstColumn; kx < endColumn; kx++, at += pixel)
                            {
                                V value = S.Load(ref Unsafe.Add(ref image.First, at));
                                if (storesArgmax)
                                    tap = S.SelectGreaterOrNaN(value, max, S.Create((float)((ky * width.Kernel) + kx)), tap);
                                max = S.Max(max, value);
                            }
                        }

                        S.Store(finish.Apply(max, row, channel), ref Unsafe.Add(ref output.First, place + channel));
                        if (storesArgmax)
                            S.Store(tap, ref Unsafe.Add(ref argmax, place + channel));
                    }
                }
            }
        }
    }

    /// <summary>
    /// Computes output[sample, y, x, c] = epilogue(sum of the image over the window at y, x, divided) for the samples [begin, end).
    /// </summary>
    /// <typeparam name="S">The vector width; its lanes divide the channels.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="E">What follows the means; a row is a pixel, counted over the batch.</typeparam>
    /// <param name="image">The images, [samples, height, width, channels].</param>
    /// <param name="height">The windows along the height.</param>
    /// <param name="width">The windows along the width.</param>
    /// <param name="divisor">By what the sums are divided.</param>
    /// <param name="output">The result.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    /// <param name="epilogue">What follows the means.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Average<S, V, E>(
        ImageBatch image, PoolAxis height, PoolAxis width, PoolDivisor divisor, ImageBatch output, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        E finish = epilogue;
        bool isLong = (long)height.MostTaps * width.MostTaps > LongSum;
        nint pixel = (nint)image.Channels * width.Step, line = (nint)image.Width * image.Channels * height.Step;
        for (int sample = begin; sample < end; sample++)
        {
            for (int y = 0; y < height.Count; y++)
            {
                (int firstRow, int endRow, int inputY) = height.TapsOf(y);
                for (int x = 0; x < width.Count; x++)
                {
                    (int firstColumn, int endColumn, int inputX) = width.TapsOf(x);
                    V scale = S.Create(divisor.Reciprocal(height, width, y, x));
                    nint input = ((nint)sample * image.SampleStride) + ((((nint)inputY * image.Width) + inputX) * image.Channels);
                    nint row = (((nint)sample * height.Count) + y) * width.Count + x;
                    nint place = ((nint)sample * output.SampleStride) + ((((nint)y * width.Count) + x) * output.Channels);
                    for (int channel = 0; channel < output.Channels; channel += S.Lanes)
                    {
                        V sum = S.Zero;
                        if (isLong)
                        {
                            sum = LongSumOf<S, V>(
                                ref Unsafe.Add(ref image.First, input + channel), line, pixel, endRow - firstRow, endColumn - firstColumn);
                        }
                        else
                        {
                            nint first = input + channel;
                            for (int ky = firstRow; ky < endRow; ky++, first += line)
                            {
                                nint at = first;
                                for (int kx = firstColumn; kx < endColumn; kx++, at += pixel)
                                    sum = S.Add(sum, S.Load(ref Unsafe.Add(ref image.First, at)));
                            }
                        }

                        S.Store(finish.Apply(S.Multiply(sum, scale), row, channel), ref Unsafe.Add(ref output.First, place + channel));
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static V LongSumOf<S, V>(ref float window, nint line, nint pixel, int rows, int columns)
        where S : ISimd<V>
        where V : struct
    {
        CascadeSum<S, V> total = default;
        for (nint ky = 0; ky < rows; ky++)
        {
            for (nint block = 0; block < columns; block += TermsOfBlock)
            {
                V sum = S.Zero;
                for (nint kx = block, last = Math.Min(columns, block + TermsOfBlock); kx < last; kx++)
                    sum = S.Add(sum, S.Load(ref Unsafe.Add(ref window, (ky * line) + (kx * pixel))));
                total.Add(sum);
            }
        }

        return total.Value;
    }
}
