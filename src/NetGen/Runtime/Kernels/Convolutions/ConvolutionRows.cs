using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Some rows of one sample's result. Cuts them into regions of pixels that see the same part of the
/// window, and the regions into register tiles.
/// </summary>
/// <param name="sample">The sample.</param>
/// <param name="first">The first row of the result.</param>
/// <param name="end">The row after the last.</param>
/// <param name="prefetches">Whether the images are too large to be in the cache.</param>
internal readonly struct ConvolutionRows(int sample, int first, int end, bool prefetches)
{
    /// <summary>A region of fewer columns goes down its columns.</summary>
    private const int NarrowRegion = 4;

    private readonly int sample = sample;
    private readonly int first = first;
    private readonly int end = end;
    private readonly bool prefetches = prefetches;

    /// <summary>Convolves, with what follows in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Convolve<S, V, E, TProducts>(
        scoped in ImageBatch image, in ConvolutionWindow window, scoped in ConvolutionWeight weight,
        scoped in ImageBatch output, int outputs, ref int table, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TProducts : struct, IProducts
    {
        var taps = new ConvolutionTaps(ref table, window, (nint)image.Width * image.Channels, image.Channels, weight.RowStride);
        var rows = new WindowAxis(window.Height, window.StrideHeight, window.DilationHeight, image.Height, image.Top, output.Height);
        var columns = new WindowAxis(window.Width, window.StrideWidth, window.DilationWidth, image.Width, image.Left, output.Width);
        int groups = TProducts.IsDepthwise ? 1 : window.Groups, outputsOfGroup = groups == 1 ? output.Channels : outputs / groups;
        for (int group = 0; group < groups; group++)
            for (int channel = 0, vectors; channel < outputsOfGroup; channel += vectors * S.Lanes)
            {
                vectors = ConvolutionTiles.Vectors<S, V, TProducts>(outputsOfGroup - channel);
                int column = (group * outputsOfGroup) + channel, input = TProducts.IsDepthwise ? channel : group * window.Inputs;

                // Pixels inside come first: they bring the image, which those at the sides read here and there, to the cache.
                foreach (bool isInside in (ReadOnlySpan<bool>)[true, false])
                    for (int y = first, endY; y < end; y = endY)
                    {
                        endY = rows.EndOfAlike(y, end);
                        for (int x = 0, endX; x < output.Width; x = endX)
                        {
                            endX = columns.EndOfAlike(x, output.Width);
                            if ((rows.IsWhole(y) && columns.IsWhole(x)) != isInside)
                                continue;
                            taps.Fill(rows.Begin(y), rows.End(y), columns.Begin(x), columns.End(x));
                            ConvolutionRegion region = Region(
                                in image, in window, in weight, in output, taps, input, column,
                                prefetches && column == 0 && isInside, x, endX, y, endY);
                            ConvolutionTiles.Fill<S, V, E, TProducts>(in region, vectors, in epilogue);
                        }
                    }
            }

        for (int column = groups * outputsOfGroup; column < output.Channels; column += S.Lanes)
            FillPadding<S, V, E>(in output, column, in epilogue);
    }

    /// <summary>Convolves, and takes the maximum over windows of 2×2 pixels, with what follows in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void ConvolveAndPoolByTwo<S, V, E>(
        scoped in ImageBatch image, in ConvolutionWindow window, scoped in ConvolutionWeight weight,
        scoped in ImageBatch output, ref float argmax, ref int table, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        var taps = new ConvolutionTaps(ref table, window, (nint)image.Width * image.Channels, image.Channels, weight.RowStride);
        taps.Fill(0, window.Height, 0, window.Width);
        nint imageRow = (nint)image.Width * image.Channels, outputRow = (nint)output.Width * output.Channels;
        nint step = 2 * window.StrideHeight * imageRow;
        nint reach = (((window.Height - 1) * window.DilationHeight) + 1 + window.StrideHeight) * imageRow;
        for (int column = 0, vectors; column < output.Channels; column += vectors * S.Lanes)
        {
            vectors = ConvolutionTiles.Vectors<S, V, AllChannels>(output.Channels - column);
            nint place = ((nint)sample * output.SampleStride) + (first * outputRow) + column;
            var region = new ConvolutionRegion(
                ref Unsafe.Add(ref image.First, ((nint)sample * image.SampleStride) + (first * step)),
                ref weight.Of(column),
                ref Unsafe.Add(ref output.First, place),
                ref taps.Table, taps.Count, taps.Depth)
            {
                WeightStride = weight.RowStride,
                Column = column,
                Lines = end - first,
                Pixels = output.Width,
                SourceStride = (nint)window.StrideWidth * image.Channels,
                SourceRow = window.StrideHeight * imageRow,
                SourceLine = step,
                OutputStride = output.Channels,
                OutputLine = outputRow,
                Row = (((nint)sample * output.Height) + first) * output.Width,
                RowStep = 1,
                RowLine = output.Width,
                PrefetchDistance = Math.Max(reach, step),
                PrefetchLength = prefetches && column == 0 ? (int)Math.Min(reach, step) : 0,
            };
            ConvolutionTiles.FillPooled<S, V, E>(
                in region, vectors, ref Unsafe.IsNullRef(ref argmax) ? ref argmax : ref Unsafe.Add(ref argmax, place), in epilogue);
        }
    }

    /// <summary>Convolves, and takes the maximum over any windows: the pixels of a row of them lie in memory before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void ConvolveAndPool<S, V, TProducts>(
        scoped in ImageBatch image, in ConvolutionWindow window, scoped in ConvolutionWeight weight,
        int poolHeight, int poolWidth, scoped in ImageBatch output, int outputs,
        ref float argmax, ref int table, ref float convolved)
        where S : ISimd<V>
        where V : struct
        where TProducts : struct, IProducts
    {
        int channels = output.Channels;
        nint imageRow = (nint)image.Width * image.Channels, line = (nint)output.Width * poolWidth * channels;
        var pixels = new ImageBatch(ref convolved, 0, poolHeight, output.Width * poolWidth, channels);
        var rows = new ConvolutionRows(0, 0, poolHeight, prefetches);
        for (int y = first; y < end; y++)
        {
            var part = new ImageBatch(
                ref Unsafe.Add(
                    ref image.First, ((nint)sample * image.SampleStride) + ((nint)y * poolHeight * window.StrideHeight * imageRow)),
                0, image.Height - (y * poolHeight * window.StrideHeight), image.Width, image.Channels);
            rows.Convolve<S, V, Unchanged<V>, TProducts>(in part, in window, in weight, in pixels, outputs, ref table, default);
            nint place = ((nint)sample * output.SampleStride) + ((nint)y * output.Width * channels);
            for (int x = 0; x < output.Width; x++, place += channels)
                MaxPools.OfWindow<S, V>(
                    ref Unsafe.Add(ref convolved, (nint)x * poolWidth * channels), line, channels, poolHeight, poolWidth, channels,
                    ref Unsafe.Add(ref output.First, place),
                    ref Unsafe.IsNullRef(ref argmax) ? ref argmax : ref Unsafe.Add(ref argmax, place));
        }
    }

    /// <summary>What follows, for the rows that lie in memory.</summary>
    public void Finish<S, V, E>(scoped in ImageBatch output, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int pixel = (sample * output.Height * output.Width) + (first * output.Width);

        // The epilogue counts pixels of the batch; samples may lie further apart than their pixels.
        ref float origin = ref Unsafe.Add(
            ref output.First, ((nint)sample * output.SampleStride) + (((nint)first * output.Width) - pixel) * output.Channels);
        Epilogues.Apply<S, V, E>(
            ref origin, output.Channels, 0, output.Channels, pixel, pixel + ((end - first) * output.Width), in epilogue);
    }

    private ConvolutionRegion Region(
        scoped in ImageBatch image, in ConvolutionWindow window, scoped in ConvolutionWeight weight, scoped in ImageBatch output,
        ConvolutionTaps taps, int input, int column, bool isPrefetched, int x, int endX, int y, int endY)
    {
        nint imageRow = (nint)image.Width * image.Channels, outputRow = (nint)output.Width * output.Channels;
        nint sourceStep = (nint)window.StrideWidth * image.Channels, sourceRow = window.StrideHeight * imageRow;
        nint reach = (((window.Height - 1) * window.DilationHeight) + 1) * imageRow;
        bool isNarrow = endX - x < NarrowRegion && endY - y > endX - x;
        ref float source = ref Unsafe.Add(
            ref image.First,
            ((nint)sample * image.SampleStride) + (((y * window.StrideHeight) - image.Top) * imageRow)
                + ((nint)((x * window.StrideWidth) - image.Left) * image.Channels) + input + taps.First);
        ref float target = ref Unsafe.Add(
            ref output.First, ((nint)sample * output.SampleStride) + (y * outputRow) + ((nint)x * output.Channels) + column);
        return new(ref source, ref weight.Of(column), ref target, ref taps.Table, taps.Count, taps.Depth)
        {
            WeightStride = weight.RowStride,
            Column = column,
            Lines = isNarrow ? endX - x : endY - y,
            Pixels = isNarrow ? endY - y : endX - x,
            SourceStride = isNarrow ? sourceRow : sourceStep,
            SourceLine = isNarrow ? sourceStep : sourceRow,
            OutputStride = isNarrow ? outputRow : output.Channels,
            OutputLine = isNarrow ? output.Channels : outputRow,
            Row = ((((nint)sample * output.Height) + y) * output.Width) + x,
            RowStep = isNarrow ? output.Width : 1,
            RowLine = isNarrow ? 1 : output.Width,
            PrefetchDistance = Math.Max(reach, sourceRow),
            PrefetchLength = isPrefetched && !isNarrow ? (int)Math.Min(reach, sourceRow) : 0,
        };
    }

    /// <summary>Channels that only fill up the last vector, behind those of groups.</summary>
    private void FillPadding<S, V, E>(scoped in ImageBatch output, int column, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint row = (((nint)sample * output.Height) + first) * output.Width;
        ref float target = ref Unsafe.Add(
            ref output.First, ((nint)sample * output.SampleStride) + ((nint)first * output.Width * output.Channels) + column);
        for (int pixels = (end - first) * output.Width; pixels > 0; pixels--)
        {
            S.Store(epilogue.Apply(S.Zero, row++, column), ref target);
            target = ref Unsafe.Add(ref target, output.Channels);
        }
    }
}
