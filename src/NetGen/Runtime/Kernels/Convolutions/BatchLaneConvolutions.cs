using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// Direct convolutions of too few channels to fill a vector. As many samples as a vector has lanes are computed together, one in each lane.
/// </summary>
/// <remarks>
/// Each sum adds its terms in the order of <see cref="Convolutions.Direct"/>, which computes the samples that
/// are left over. So the bits are the same.
/// </remarks>
[CLSCompliant(false)]
public static class BatchLaneConvolutions
{
    /// <summary>
    /// Computes output = epilogue(image ∗ weight), or epilogue(max-pool(image ∗ weight)), for the samples
    /// [begin, end). The lanes divide their number.
    /// </summary>
    /// <typeparam name="S">The vector width.</typeparam>
    /// <typeparam name="V">A vector of floats: a channel of a pixel, in each sample.</typeparam>
    /// <typeparam name="E">
    /// What follows the sums. Its rows are the pixels of a sample, and its columns their channels, one at a time.
    /// </typeparam>
    /// <param name="image">What is convolved. The zeros around it, if any, are in memory.</param>
    /// <param name="window">The window, without groups.</param>
    /// <param name="weight">The first float of the weight, [rows, columns, input channels, channels of the output].</param>
    /// <param name="poolHeight">Rows of the max-pool's window, which is also its stride; 1 where there is none.</param>
    /// <param name="poolWidth">Its columns.</param>
    /// <param name="output">Gets the result.</param>
    /// <param name="outputs">Its channels without padding.</param>
    /// <param name="argmax">
    /// Gets, for each element of the result, the position of the maximum in its window, counted row by
    /// row. A null reference where no one needs it.
    /// </param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    /// <param name="epilogue">What follows the sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Convolve<S, V, E>(
        scoped in ImageBatch image, scoped in ConvolutionWindow window, ref float weight, int poolHeight, int poolWidth,
        scoped in ImageBatch output, int outputs, ref float argmax,
        int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes, imageFloats = image.Height * image.Width * image.Channels, line = output.Width * output.Channels;
        bool isByTwo = poolHeight == 2 && poolWidth == 2, isInMemory = !isByTwo && poolHeight * poolWidth > 1;
        bool storesArgmax = !Unsafe.IsNullRef(ref argmax);
        int convolvedFloats = isInMemory ? poolHeight * poolWidth * line * lanes : 0;

        // The samples' images, a line of the result and of its indices, and what is pooled from memory: [pixel][channel][sample].
        ref float transposed = ref ThreadScratch.Floats(
            ((imageFloats + (2 * line)) * lanes) + convolvedFloats + (window.Height * window.Width * window.Inputs));
        ref float result = ref Unsafe.Add(ref transposed, imageFloats * lanes);
        ref float index = ref Unsafe.Add(ref result, line * lanes);
        ref float convolved = ref Unsafe.Add(ref index, line * lanes);
        ref int table = ref Unsafe.As<float, int>(ref Unsafe.Add(ref convolved, convolvedFloats));
        MemoryMarshal.CreateSpan(ref result, (2 * line * lanes) + convolvedFloats).Clear();
        ref float indices = ref storesArgmax ? ref index : ref Unsafe.NullRef<float>();

        var taps = new ConvolutionTaps(
            ref table, window, (nint)image.Width * image.Channels * lanes, image.Channels * lanes, output.Channels);
        taps.FillTerms(lanes);
        var batch = new BatchLaneLines(image.Width * image.Channels * lanes, image.Channels * lanes, output.Channels, outputs);
        for (int sample = begin; sample < end; sample += lanes)
        {
            Panel.Transpose(
                ref Unsafe.Add(ref image.First, (nint)sample * image.SampleStride),
                image.SampleStride, lanes, imageFloats, ref transposed, lanes);
            for (int y = 0; y < output.Height; y++)
            {
                ref float source = ref Unsafe.Add(
                    ref transposed, (nint)y * poolHeight * window.StrideHeight * image.Width * image.Channels * lanes);
                nint row = (nint)y * output.Width;
                if (isInMemory)
                {
                    for (int down = 0; down < poolHeight; down++)
                        batch.Convolve<S, V, Unchanged<V>>(
                            ref Unsafe.Add(ref source, (nint)down * window.StrideHeight * image.Width * image.Channels * lanes),
                            in window, ref weight, taps,
                            ref Unsafe.Add(ref convolved, (nint)down * poolWidth * line * lanes), output.Width * poolWidth, row, default);
                    for (int x = 0; x < output.Width; x++)
                        MaxPools.OfWindow<S, V>(
                            ref Unsafe.Add(ref convolved, (nint)x * poolWidth * output.Channels * lanes),
                            (nint)poolWidth * line * lanes, (nint)output.Channels * lanes,
                            poolHeight, poolWidth, output.Channels * lanes, ref Unsafe.Add(ref result, (nint)x * output.Channels * lanes),
                            ref storesArgmax ? ref Unsafe.Add(ref index, (nint)x * output.Channels * lanes) : ref indices);
                }
                else if (isByTwo && E.IsLong)
                {
                    batch.ConvolveAndPoolByTwo<S, V, Unchanged<V>>(
                        ref source, in window, ref weight, taps, ref result, ref indices, output.Width, row, default);
                }
                else if (isByTwo)
                {
                    batch.ConvolveAndPoolByTwo<S, V, E>(
                        ref source, in window, ref weight, taps, ref result, ref indices, output.Width, row, in epilogue);
                }
                else if (E.IsLong)
                {
                    batch.Convolve<S, V, Unchanged<V>>(ref source, in window, ref weight, taps, ref result, output.Width, row, default);
                }
                else
                {
                    batch.Convolve<S, V, E>(ref source, in window, ref weight, taps, ref result, output.Width, row, in epilogue);
                }

                if (isInMemory || E.IsLong)
                    batch.Finish<S, V, E>(ref result, output.Width, row, in epilogue);
                nint place = ((nint)sample * output.SampleStride) + (y * line);
                Panel.Transpose(ref result, lanes, line, lanes, ref Unsafe.Add(ref output.First, place), output.SampleStride);
                if (storesArgmax)
                    Panel.Transpose(ref index, lanes, line, lanes, ref Unsafe.Add(ref argmax, place), output.SampleStride);
            }
        }
    }
}
