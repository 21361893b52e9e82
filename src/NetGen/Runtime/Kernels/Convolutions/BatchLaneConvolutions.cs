using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// Direct convolutions of too few channels to fill a vector. As many samples as a vector has lanes are computed together, one in each lane,
/// or as many parts of a sample, each some columns of the result.
/// </summary>
/// <remarks>
/// Each sum adds its terms in the order of <see cref="Convolutions.Direct"/>, whatever the lanes are. So the bits are the same.
/// </remarks>
[CLSCompliant(false)]
public static class BatchLaneConvolutions
{
    /// <summary>
    /// Computes output = epilogue(image ∗ weight), or epilogue(max-pool(image ∗ weight)), for the samples
    /// [begin, end). Those that do not fill the lanes go one by one, with some columns of the result in each lane: what follows the sums
    /// has to be the same for all pixels then, and a lane for each channel is faster where the channels fill the lanes.
    /// </summary>
    /// <typeparam name="S">The vector width.</typeparam>
    /// <typeparam name="V">A vector of floats: a channel of a pixel, in each lane.</typeparam>
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
    public static void Convolve<S, V, E>(
        scoped in ImageBatch image, scoped in ConvolutionWindow window, ref float weight, int poolHeight, int poolWidth,
        scoped in ImageBatch output, int outputs, ref float argmax,
        int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int whole = end - ((end - begin) % S.Lanes);
        if (begin < whole)
            Lanes<S, V, E>(
                in image, in window, ref weight, poolHeight, poolWidth, in output, outputs, ref argmax,
                LaneCut.Samples(image.Width, output.Width), begin, whole, in epilogue);
        if (whole < end)
            Lanes<S, V, E>(
                in image, in window, ref weight, poolHeight, poolWidth, in output, outputs, ref argmax,
                LaneCut.Columns(in window, poolWidth, output.Width, S.Lanes), whole, end, in epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Lanes<S, V, E>(
        scoped in ImageBatch image, scoped in ConvolutionWindow window, ref float weight, int poolHeight, int poolWidth,
        scoped in ImageBatch output, int outputs, ref float argmax, in LaneCut cut,
        int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes, imageRow = cut.ImageWidth * image.Channels, width = cut.OutputWidth, line = width * output.Channels;
        int imageFloats = image.Height * imageRow;
        bool isByTwo = poolHeight == 2 && poolWidth == 2, isInMemory = !isByTwo && poolHeight * poolWidth > 1;
        bool storesArgmax = !Unsafe.IsNullRef(ref argmax);
        int convolvedFloats = isInMemory ? poolHeight * poolWidth * line * lanes : 0;

        // The lanes' images, a line of the result and of its indices, and what is pooled from memory: [pixel][channel][lane].
        ref float transposed = ref ThreadScratch.Floats(
            ((imageFloats + (2 * line)) * lanes) + convolvedFloats + cut.Room(in image, lanes)
                + (window.Height * window.Width * window.Inputs));
        ref float result = ref Unsafe.Add(ref transposed, imageFloats * lanes);
        ref float index = ref Unsafe.Add(ref result, line * lanes);
        ref float convolved = ref Unsafe.Add(ref index, line * lanes);
        ref float planes = ref Unsafe.Add(ref convolved, convolvedFloats);
        ref int table = ref Unsafe.As<float, int>(ref Unsafe.Add(ref planes, cut.Room(in image, lanes)));
        MemoryMarshal.CreateSpan(ref result, (2 * line * lanes) + convolvedFloats + cut.Room(in image, lanes)).Clear();
        ref float indices = ref storesArgmax ? ref index : ref Unsafe.NullRef<float>();

        var taps = new ConvolutionTaps(
            ref table, window, (nint)imageRow * lanes, image.Channels * lanes, output.Channels);
        taps.FillTerms(lanes);
        var batch = new BatchLaneLines(imageRow * lanes, image.Channels * lanes, output.Channels, outputs);
        for (int sample = begin; sample < end; sample += cut.AreColumns ? 1 : lanes)
        {
            cut.Read<S, V>(in image, sample, ref transposed, ref planes);
            for (int y = 0; y < output.Height; y++)
            {
                ref float source = ref Unsafe.Add(
                    ref transposed, (nint)y * poolHeight * window.StrideHeight * imageRow * lanes);
                nint row = (nint)y * output.Width;
                if (isInMemory)
                {
                    for (int down = 0; down < poolHeight; down++)
                        batch.Convolve<S, V, Unchanged<V>>(
                            ref Unsafe.Add(ref source, (nint)down * window.StrideHeight * imageRow * lanes),
                            in window, ref weight, taps,
                            ref Unsafe.Add(ref convolved, (nint)down * poolWidth * line * lanes), width * poolWidth, row, default);
                    for (int x = 0; x < width; x++)
                        MaxPools.OfWindow<S, V>(
                            ref Unsafe.Add(ref convolved, (nint)x * poolWidth * output.Channels * lanes),
                            (nint)poolWidth * line * lanes, (nint)output.Channels * lanes,
                            poolHeight, poolWidth, output.Channels * lanes, ref Unsafe.Add(ref result, (nint)x * output.Channels * lanes),
                            ref storesArgmax ? ref Unsafe.Add(ref index, (nint)x * output.Channels * lanes) : ref indices);
                }
                else if (isByTwo && E.IsLong)
                {
                    batch.ConvolveAndPoolByTwo<S, V, Unchanged<V>>(
                        ref source, in window, ref weight, taps, ref result, ref indices, width, row, default);
                }
                else if (isByTwo)
                {
                    batch.ConvolveAndPoolByTwo<S, V, E>(
                        ref source, in window, ref weight, taps, ref result, ref indices, width, row, in epilogue);
                }
                else if (E.IsLong)
                {
                    batch.Convolve<S, V, Unchanged<V>>(ref source, in window, ref weight, taps, ref result, width, row, default);
                }
                else
                {
                    batch.Convolve<S, V, E>(ref source, in window, ref weight, taps, ref result, width, row, in epilogue);
                }

                if (isInMemory || E.IsLong)
                    batch.Finish<S, V, E>(ref result, width, row, in epilogue);
                cut.Write(ref result, in output, ref output.First, sample, y, lanes);
                if (storesArgmax)
                    cut.Write(ref index, in output, ref argmax, sample, y, lanes);
            }
        }
    }
}
