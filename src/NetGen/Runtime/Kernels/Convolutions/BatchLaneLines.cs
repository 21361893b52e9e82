using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Lines of pixels, [pixel][channel][lane], of a convolution whose lanes are samples or columns (<see cref="LaneCut"/>).</summary>
/// <param name="imageRow">Floats from one row of the image to the next.</param>
/// <param name="pixel">Floats from one pixel of the image to the next.</param>
/// <param name="channels">Channels of the result in memory, padding included.</param>
/// <param name="outputs">Channels that are computed.</param>
internal readonly struct BatchLaneLines(int imageRow, int pixel, int channels, int outputs)
{
    private readonly int imageRow = imageRow;
    private readonly int pixel = pixel;
    private readonly int channels = channels;
    private readonly int outputs = outputs;

    /// <summary>Convolves a line, with what follows in registers.</summary>
    public void Convolve<S, V, E>(
        ref float source, in ConvolutionWindow window, ref float weight, ConvolutionTaps taps,
        ref float result, int pixels, nint row, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        for (int channel = 0, count; channel < outputs; channel += count)
        {
            count = BatchLaneTiles.Channels<S, V>(outputs - channel);
            ConvolutionRegion region = Region<S, V>(ref source, in window, ref weight, taps, ref result, pixels, row, channel);
            BatchLaneTiles.Fill<S, V, E>(in region, count, in epilogue);
        }
    }

    /// <summary>The same with a max-pool of 2×2.</summary>
    public void ConvolveAndPoolByTwo<S, V, E>(
        ref float source, in ConvolutionWindow window, ref float weight, ConvolutionTaps taps,
        ref float result, ref float argmax, int pixels, nint row, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        for (int channel = 0, count; channel < outputs; channel += count)
        {
            count = BatchLaneTiles.Channels<S, V>(outputs - channel);
            ConvolutionRegion region = Region<S, V>(ref source, in window, ref weight, taps, ref result, pixels, row, channel);
            BatchLaneTiles.FillPooled<S, V, E>(
                in region, count,
                ref Unsafe.IsNullRef(ref argmax) ? ref argmax : ref Unsafe.Add(ref argmax, channel * S.Lanes), in epilogue);
        }
    }

    /// <summary>What follows, for a line that lies in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Finish<S, V, E>(ref float result, int pixels, nint row, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        for (int x = 0; x < pixels; x++)
            for (int channel = 0; channel < outputs; channel++)
            {
                ref float value = ref Unsafe.Add(ref result, ((x * channels) + channel) * S.Lanes);
                S.Store(epilogue.Apply(S.Load(ref value), row + x, channel), ref value);
            }
    }

    private ConvolutionRegion Region<S, V>(
        ref float source, in ConvolutionWindow window, ref float weight, ConvolutionTaps taps,
        ref float result, int pixels, nint row, int channel)
        where S : ISimd<V>
        where V : struct =>
        new(
            ref source, ref Unsafe.Add(ref weight, channel),
            ref Unsafe.Add(ref result, channel * S.Lanes), ref taps.Table, taps.Count, taps.Depth)
        {
            WeightStride = channels,
            Column = channel,
            Lines = 1,
            Pixels = pixels,
            SourceStride = window.StrideWidth * pixel,
            SourceRow = window.StrideHeight * imageRow,
            OutputStride = channels * S.Lanes,
            Row = row,
            RowStep = 1,
        };
}
