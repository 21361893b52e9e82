using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>Gradients of pools, by their image.</summary>
[CLSCompliant(false)]
public static class PoolGradients
{
    /// <summary>
    /// In larger windows a gradient is taken to its position; in smaller ones each position asks whether it held the maximum.
    /// </summary>
    private const int MostComparedTaps = 32;

    /// <summary>Each gradient goes to the tap that held the maximum; what no window chose is 0. For the samples [begin, end).</summary>
    /// <typeparam name="S">The vector width; its lanes divide the channels.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="outputGradient">The gradient of the maxima, [samples, rows, columns, channels].</param>
    /// <param name="argmax">What <see cref="Pools.Max"/> stored, laid out as the gradient.</param>
    /// <param name="height">The windows along the height.</param>
    /// <param name="width">The windows along the width.</param>
    /// <param name="image">The gradient of the images, [samples, height, width, channels].</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Max<S, V>(
        ImageBatch outputGradient, ref float argmax, PoolAxis height, PoolAxis width, ImageBatch image, int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        nint pixel = (nint)image.Channels * width.Step, line = (nint)image.Width * image.Channels * height.Step;
        for (int sample = begin; sample < end; sample++)
        {
            ref float result = ref Unsafe.Add(ref image.First, (nint)sample * image.SampleStride);
            MemoryMarshal.CreateSpan(ref result, image.SampleStride).Clear();
            for (int y = 0; y < height.Count; y++)
            {
                (int firstRow, int endRow, int inputY) = height.TapsOf(y);
                for (int x = 0; x < width.Count; x++)
                {
                    (int firstColumn, int endColumn, int inputX) = width.TapsOf(x);
                    nint input = (((nint)inputY * image.Width) + inputX) * image.Channels;
                    nint place = ((nint)sample * outputGradient.SampleStride) + ((((nint)y * width.Count) + x) * outputGradient.Channels);
                    if ((endRow - firstRow) * (endColumn - firstColumn) > MostComparedTaps)
                    {
                        for (int channel = 0; channel < outputGradient.Channels; channel++)
                        {
                            // Channels that are padding may name any tap.
                            (int ky, int kx) = Math.DivRem((int)Unsafe.Add(ref argmax, place + channel), width.Kernel);
                            if (ky < firstRow || ky >= endRow || kx < firstColumn || kx >= endColumn)
                                continue;
                            nint at = input + channel + ((ky - firstRow) * line) + ((kx - firstColumn) * pixel);
                            Unsafe.Add(ref result, at) += Unsafe.Add(ref outputGradient.First, place + channel);
                        }

                        continue;
                    }

                    for (int channel = 0; channel < outputGradient.Channels; channel += S.Lanes)
                    {
                        V gradient = S.Load(ref Unsafe.Add(ref outputGradient.First, place + channel));
                        V tap = S.Load(ref Unsafe.Add(ref argmax, place + channel));
                        nint first = input + channel;
                        for (int ky = firstRow; ky < endRow; ky++, first += line)
                        {
                            nint at = first;
                            for (int kx = firstColumn; kx < endColumn; kx++, at += pixel)
                            {
                                V part = S.SelectEqual(tap, S.Create((float)((ky * width.Kernel) + kx)), gradient, S.Zero);
                                S.Store(S.Add(S.Load(ref Unsafe.Add(ref result, at)), part), ref Unsafe.Add(ref result, at));
                            }
                        }
                    }
                }
            }
        }
    }

    /// <summary>Each gradient, divided as the mean was, goes to all positions of its window. For the samples [begin, end).</summary>
    /// <typeparam name="S">The vector width; its lanes divide the channels.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="outputGradient">The gradient of the means, [samples, rows, columns, channels].</param>
    /// <param name="height">The windows along the height.</param>
    /// <param name="width">The windows along the width.</param>
    /// <param name="divisor">By what the sums were divided.</param>
    /// <param name="image">The gradient of the images, [samples, height, width, channels].</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Average<S, V>(
        ImageBatch outputGradient, PoolAxis height, PoolAxis width, PoolDivisor divisor, ImageBatch image, int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        nint pixel = (nint)image.Channels * width.Step, line = (nint)image.Width * image.Channels * height.Step;
        for (int sample = begin; sample < end; sample++)
        {
            ref float result = ref Unsafe.Add(ref image.First, (nint)sample * image.SampleStride);
            MemoryMarshal.CreateSpan(ref result, image.SampleStride).Clear();
            for (int y = 0; y < height.Count; y++)
            {
                (int firstRow, int endRow, int inputY) = height.TapsOf(y);
                for (int x = 0; x < width.Count; x++)
                {
                    (int firstColumn, int endColumn, int inputX) = width.TapsOf(x);
                    V scale = S.Create(divisor.Reciprocal(height, width, y, x));
                    nint input = (((nint)inputY * image.Width) + inputX) * image.Channels;
                    nint place = ((nint)sample * outputGradient.SampleStride) + ((((nint)y * width.Count) + x) * outputGradient.Channels);
                    for (int channel = 0; channel < outputGradient.Channels; channel += S.Lanes)
                    {
                        V gradient = S.Multiply(S.Load(ref Unsafe.Add(ref outputGradient.First, place + channel)), scale);
                        nint first = input + channel;
                        for (int ky = firstRow; ky < endRow; ky++, first += line)
                        {
                            nint at = first;
                            for (int kx = firstColumn; kx < endColumn; kx++, at += pixel)
                                S.Store(S.Add(S.Load(ref Unsafe.Add(ref result, at)), gradient), ref Unsafe.Add(ref result, at));
                        }
                    }
                }
            }
        }
    }
}
