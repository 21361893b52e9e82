using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Gradients of the weight of a direct convolution, written once for all vector widths.</summary>
/// <remarks>
/// Each element is summed over the pixels of the batch by one thread, in their order; of a depthwise convolution those come first whose
/// window lies in the image.
/// </remarks>
[CLSCompliant(false)]
public static partial class ConvolutionWeightGradients
{
    /// <summary>
    /// Computes gradient[i, j, k, column] = Σ over the batch and its pixels of
    /// image[y·stride + i·dilation, x·stride + j·dilation, k] · outputGradient[y, x, column].
    /// </summary>
    /// <remarks>
    /// A work item is a part of a row of the window, of one group. It has some columns and channels together, where they lie in
    /// memory without gaps, or some channels of one column. A row in one part has all its channels and columns, but then nothing
    /// may be missing on the left and the right.
    /// </remarks>
    /// <typeparam name="S">
    /// The vector width. Its lanes divide the channels of <paramref name="outputGradient"/> in memory, or those of a group.
    /// </typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="image">What was convolved.</param>
    /// <param name="outputGradient">The gradient of the result; its padding is read, and belongs to columns that nobody reads.</param>
    /// <param name="outputs">Its channels, without padding.</param>
    /// <param name="gradient">The first float of the weight's gradient, [height, width, inputs of a group, outputs].</param>
    /// <param name="gradientStride">Floats from one of its rows to the next.</param>
    /// <param name="window">The window.</param>
    /// <param name="parts">Work items of a row of the window.</param>
    /// <param name="rowsAtOnce">Rows of the result that stay in L2 for all work items.</param>
    /// <param name="samples">Images in the batch.</param>
    /// <param name="begin">The first work item: groups come first, then rows of the window, then their parts.</param>
    /// <param name="end">The work item after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Direct<S, V>(
        scoped in ImageBatch image, scoped in ImageBatch outputGradient, int outputs, ref float gradient, int gradientStride,
        scoped in ConvolutionWindow window, int parts, int rowsAtOnce, int samples, int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        int inputs = window.Inputs;
        outputs /= window.Groups;
        int windowColumn = window.DilationWidth * image.Channels;
        bool isWhole = image.Left == 0
            && ((outputGradient.Width - 1) * window.StrideWidth) + ((window.Width - 1) * window.DilationWidth) < image.Width;
        bool isAdjacent = window.Width == 1 || (windowColumn == inputs && isWhole);
        int positionsOfRow = window.Width * inputs, positionsOfPart = positionsOfRow / parts;
        int positionsOfRun = isAdjacent || positionsOfPart > inputs ? positionsOfRow : inputs;
        Span<int> offsets = stackalloc int[isAdjacent || positionsOfRun == inputs ? 1 : positionsOfRow];
        for (int position = 0; position < offsets.Length; position++)
            offsets[position] = (position / inputs * windowColumn) + (position % inputs);

        bool hasMargins = !isWhole || image.Top > 0
            || ((outputGradient.Height - 1) * window.StrideHeight) + ((window.Height - 1) * window.DilationHeight) >= image.Height;
        int ahead = (rowsAtOnce + end - begin - 1) / Math.Max(1, end - begin);
        for (int sample = 0; sample < samples; sample++)
            for (int row = 0; row < outputGradient.Height; row += rowsAtOnce)
            {
                int endRow = Math.Min(row + rowsAtOnce, outputGradient.Height);
                int group = begin / (parts * window.Height), ky = begin / parts % window.Height, position = begin % parts * positionsOfPart;
                for (int item = begin, items; item < end; item += items)
                {
                    // Work items that follow each other in memory are one to the tiles.
                    items = Math.Min(end - item, (positionsOfRun - (position % positionsOfRun)) / positionsOfPart);

                    // Many groups are more items than there are rows to prefetch.
                    int prefetched = Math.Min(rowsAtOnce, (item - begin) * ahead);
                    PrefetchRows(
                        in image, in outputGradient, in window, sample, endRow + prefetched,
                        Math.Min(items * ahead, rowsAtOnce - prefetched));
                    int kx = isAdjacent ? 0 : position / inputs;
                    (int firstY, int endY, int firstX, int endX) = (row, endRow, 0, outputGradient.Width);
                    if (hasMargins)
                    {
                        (firstY, endY) = Inside(row, endRow, ky * window.DilationHeight, window.StrideHeight, image.Top, image.Height);
                        (firstX, endX) = Inside(
                            0, outputGradient.Width, kx * window.DilationWidth, window.StrideWidth, image.Left, image.Width);
                    }

                    var region = new WeightGradientRegion(
                        ref Unsafe.Add(
                            ref image.First,
                            Pixel(in image, in window, sample, firstY, firstX, ky)
                            + (group * inputs) + (kx * (windowColumn - inputs)) + position),
                        ref Unsafe.Add(ref Pixel(in outputGradient, sample, firstY, firstX), group * outputs),
                        ref Unsafe.Add(ref gradient, ((((nint)ky * positionsOfRow) + position) * gradientStride) + (group * outputs)),
                        ref offsets[0])
                    {
                        Rows = endY - firstY,
                        Pixels = endX - firstX,
                        ImageRow = (nint)window.StrideHeight * image.Width * image.Channels,
                        ImagePixel = window.StrideWidth * image.Channels,
                        GradientRow = (nint)outputGradient.Width * outputGradient.Channels,
                        GradientPixel = outputGradient.Channels,
                        WeightStride = gradientStride,
                        Adds = sample + row > 0,
                    };
                    if (offsets.Length > 1)
                        Sum<S, V, ListedPositions>(in region, items * positionsOfPart, outputs);
                    else
                        Sum<S, V, AdjacentPositions>(in region, items * positionsOfPart, outputs);

                    position += items * positionsOfPart;
                    if (position < positionsOfRow)
                        continue;
                    position = 0;
                    if (++ky == window.Height)
                        (group, ky) = (group + 1, 0);
                }
            }
    }

    /// <summary>
    /// Computes the same for a depthwise convolution, each of whose channels sees only itself:
    /// gradient[i, j, channel] = Σ image[.., channel] · outputGradient[y, x, channel].
    /// </summary>
    /// <typeparam name="S">The vector width; its lanes divide the channels in memory.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="image">What was convolved.</param>
    /// <param name="outputGradient">The gradient of the result.</param>
    /// <param name="channels">The channels of both, without padding.</param>
    /// <param name="gradient">The first float of the weight's gradient, [height, width, channels].</param>
    /// <param name="gradientStride">Floats from one of its rows to the next.</param>
    /// <param name="window">The window.</param>
    /// <param name="rowsAtOnce">Rows of the result that stay in L2 for all work items.</param>
    /// <param name="samples">Images in the batch.</param>
    /// <param name="begin">The first row of the window: its rows are the work items.</param>
    /// <param name="end">The row after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Depthwise<S, V>(
        scoped in ImageBatch image, scoped in ImageBatch outputGradient, int channels, ref float gradient, int gradientStride,
        scoped in ConvolutionWindow window, int rowsAtOnce, int samples, int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        int ahead = (rowsAtOnce + end - begin - 1) / Math.Max(1, end - begin);
        for (int sample = 0; sample < samples; sample++)
            for (int row = 0; row < outputGradient.Height; row += rowsAtOnce)
            {
                int endRow = Math.Min(row + rowsAtOnce, outputGradient.Height);
                for (int ky = begin; ky < end; ky++)
                {
                    PrefetchRows(in image, in outputGradient, in window, sample, endRow + ((ky - begin) * ahead), ahead);
                    AddWholeColumns<S, V>(
                        in image, in outputGradient, channels, ref gradient, gradientStride, in window, sample, ky, row, endRow,
                        adds: sample + row > 0);
                    AddBorderColumns<S, V>(
                        in image, in outputGradient, channels, ref gradient, gradientStride, in window, sample, ky, row, endRow);
                }
            }
    }

    /// <summary>Computes the gradient of each sample by itself, of the samples [begin, end).</summary>
    /// <param name="gradientSampleStride">Floats from the gradient of one sample to that of the next.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    /// <inheritdoc cref="Direct"/>
    public static void DirectOfSamples<S, V>(
        scoped in ImageBatch image, scoped in ImageBatch outputGradient, int outputs, ref float gradient, int gradientStride,
        int gradientSampleStride, scoped in ConvolutionWindow window, int parts, int rowsAtOnce, int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        for (int sample = begin; sample < end; sample++)
            Direct<S, V>(
                image.From(sample), outputGradient.From(sample), outputs,
                ref Unsafe.Add(ref gradient, (nint)sample * gradientSampleStride), gradientStride, in window, parts, rowsAtOnce, 1,
                0, window.Groups * window.Height * parts);
    }

    /// <summary>Computes the gradient of each sample by itself, of the samples [begin, end).</summary>
    /// <param name="gradientSampleStride">Floats from the gradient of one sample to that of the next.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    /// <inheritdoc cref="Depthwise"/>
    public static void DepthwiseOfSamples<S, V>(
        scoped in ImageBatch image, scoped in ImageBatch outputGradient, int channels, ref float gradient, int gradientStride,
        int gradientSampleStride, scoped in ConvolutionWindow window, int rowsAtOnce, int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        (int wholeY, int endWholeY) = WholeRows(in image, in outputGradient, in window);
        (int wholeX, int endWholeX) = WholeColumns(in image, in outputGradient, in window);
        bool takesWindows = window is { Height: 3, Width: 3 } && wholeY < endWholeY && wholeX < endWholeX;
        for (int sample = begin; sample < end; sample++)
        {
            ref float ofSample = ref Unsafe.Add(ref gradient, (nint)sample * gradientSampleStride);
            if (takesWindows)
                DepthwiseByWindows<S, V>(
                    image.From(sample), outputGradient.From(sample), channels, ref ofSample, gradientStride, in window, rowsAtOnce);
            else
                Depthwise<S, V>(
                    image.From(sample), outputGradient.From(sample), channels, ref ofSample, gradientStride, in window, rowsAtOnce, 1,
                    0, window.Height);
        }
    }

    /// <summary>
    /// The same of one sample and a window of 3×3, where some pixels see all of it: they are loaded once for its nine elements. Then come
    /// the pixels at the border.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void DepthwiseByWindows<S, V>(
        scoped in ImageBatch image, scoped in ImageBatch outputGradient, int channels, ref float gradient, int gradientStride,
        scoped in ConvolutionWindow window, int rowsAtOnce)
        where S : ISimd<V>
        where V : struct
    {
        (int wholeY, int endWholeY) = WholeRows(in image, in outputGradient, in window);
        (int wholeX, int endWholeX) = WholeColumns(in image, in outputGradient, in window);
        int padded = WholeVectors(channels, S.Lanes), wide = S.Registers >= 32 ? padded / (2 * S.Lanes) * (2 * S.Lanes) : 0;
        for (int row = wholeY; row < endWholeY; row += rowsAtOnce)
        {
            int endRow = Math.Min(row + rowsAtOnce, endWholeY);
            WeightGradientRegion region = DepthwiseRegion(
                in image, in outputGradient, ref gradient, gradientStride, in window, 0, 0, 0, row, endRow, wholeX, endWholeX,
                adds: row > wholeY);
            DepthwiseWindow3x3x2<S, V>(in region, 0, wide);
            DepthwiseWindow3x3x1<S, V>(in region, wide, padded);
        }

        for (int ky = 0; ky < window.Height; ky++)
        {
            AddBorderColumns<S, V>(
                in image, in outputGradient, channels, ref gradient, gradientStride, in window, 0, ky, wholeY, endWholeY);
            foreach ((int first, int last) in (ReadOnlySpan<(int, int)>)[(0, wholeY), (endWholeY, outputGradient.Height)])
            {
                AddWholeColumns<S, V>(
                    in image, in outputGradient, channels, ref gradient, gradientStride, in window, 0, ky, first, last, adds: true);
                AddBorderColumns<S, V>(in image, in outputGradient, channels, ref gradient, gradientStride, in window, 0, ky, first, last);
            }
        }
    }

    /// <summary>Rows of the result that see all rows of the window.</summary>
    private static (int First, int End) WholeRows(
        scoped in ImageBatch image, scoped in ImageBatch outputGradient, scoped in ConvolutionWindow window)
    {
        (int first, _) = Inside(0, outputGradient.Height, 0, window.StrideHeight, image.Top, image.Height);
        return (first, Inside(
            first, outputGradient.Height, (window.Height - 1) * window.DilationHeight, window.StrideHeight, image.Top, image.Height).End);
    }

    /// <summary>Columns of the result that see all columns of the window.</summary>
    private static (int First, int End) WholeColumns(
        scoped in ImageBatch image, scoped in ImageBatch outputGradient, scoped in ConvolutionWindow window)
    {
        (int first, _) = Inside(0, outputGradient.Width, 0, window.StrideWidth, image.Left, image.Width);
        return (first, Inside(
            first, outputGradient.Width, (window.Width - 1) * window.DilationWidth, window.StrideWidth, image.Left, image.Width).End);
    }

    /// <summary>Sums a row of the window over the columns that see all of it, of some rows of the result.</summary>
    private static void AddWholeColumns<S, V>(
        scoped in ImageBatch image, scoped in ImageBatch outputGradient, int channels, ref float gradient, int gradientStride,
        scoped in ConvolutionWindow window, int sample, int ky, int row, int endRow, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        (int x, int endX) = WholeColumns(in image, in outputGradient, in window);
        (int y, int endY) = Inside(row, endRow, ky * window.DilationHeight, window.StrideHeight, image.Top, image.Height);
        if (adds && y >= endY)
            return;
        SumDepthwise<S, V>(
            DepthwiseRegion(
                in image, in outputGradient, ref Unsafe.Add(ref gradient, (nint)ky * window.Width * gradientStride), gradientStride,
                in window, sample, ky, 0, y, endY, x, endX, adds),
            window.Width, channels);
    }

    /// <summary>Adds the columns that see a part of it.</summary>
    private static void AddBorderColumns<S, V>(
        scoped in ImageBatch image, scoped in ImageBatch outputGradient, int channels, ref float gradient, int gradientStride,
        scoped in ConvolutionWindow window, int sample, int ky, int row, int endRow)
        where S : ISimd<V>
        where V : struct
    {
        (int wholeX, int endWholeX) = WholeColumns(in image, in outputGradient, in window);
        (int y, int endY) = Inside(row, endRow, ky * window.DilationHeight, window.StrideHeight, image.Top, image.Height);
        if (y >= endY)
            return;
        for (int kx = 0; kx < window.Width; kx++)
        {
            (int x, int endX) = Inside(0, outputGradient.Width, kx * window.DilationWidth, window.StrideWidth, image.Left, image.Width);
            foreach ((int first, int last) in (
                ReadOnlySpan<(int, int)>)[(x, Math.Min(wholeX, endX)), (Math.Max(x, endWholeX), endX)])
                if (first < last)
                    SumDepthwise<S, V>(
                        DepthwiseRegion(
                            in image, in outputGradient,
                            ref Unsafe.Add(ref gradient, (nint)((ky * window.Width) + kx) * gradientStride), gradientStride,
                            in window, sample, ky, kx, y, endY, first, last, adds: true),
                        1, channels);
        }
    }

    /// <summary>Some pixels of the result, with what a row of the window sees for them from one of its columns on.</summary>
    private static WeightGradientRegion DepthwiseRegion(
        scoped in ImageBatch image, scoped in ImageBatch outputGradient, ref float gradient, int gradientStride,
        scoped in ConvolutionWindow window, int sample, int ky, int kx, int y, int endY, int x, int endX, bool adds) =>
        new(
            ref Unsafe.Add(
                ref image.First, Pixel(in image, in window, sample, y, x, ky) + ((nint)kx * window.DilationWidth * image.Channels)),
            ref Pixel(in outputGradient, sample, y, x), ref gradient, ref Unsafe.NullRef<int>())
        {
            Rows = endY - y,
            Pixels = endX - x,
            ImageRow = (nint)window.StrideHeight * image.Width * image.Channels,
            ImagePixel = window.StrideWidth * image.Channels,
            GradientRow = (nint)outputGradient.Width * outputGradient.Channels,
            GradientPixel = outputGradient.Channels,
            WeightStride = gradientStride,
            WindowColumn = window.DilationWidth * image.Channels,
            WindowRow = (nint)window.DilationHeight * image.Width * image.Channels,
            Adds = adds,
        };

    /// <summary>Of some rows, or columns, of the result those for which an element of the window lies in the image.</summary>
    private static (int First, int End) Inside(int first, int end, int element, int stride, int before, int size)
    {
        // The first whose pixel lies at 0 or behind it, and the first whose pixel lies behind the image.
        int inside = Math.Max(first, (before - element + stride - 1) / stride);
        return (inside, Math.Max(inside, Math.Min(end, (before + size - element + stride - 1) / stride)));
    }

    /// <summary>A pixel of the result.</summary>
    private static ref float Pixel(scoped in ImageBatch result, int sample, int y, int x) =>
        ref Unsafe.Add(ref result.First, ((nint)sample * result.SampleStride) + ((((nint)y * result.Width) + x) * result.Channels));

    /// <summary>
    /// Where a row of the window lies in the image for a pixel of the result, at its first column, which may lie outside the image.
    /// </summary>
    private static nint Pixel(scoped in ImageBatch image, scoped in ConvolutionWindow window, int sample, int y, int x, int ky)
    {
        nint imageRow = ((nint)y * window.StrideHeight) + (ky * window.DilationHeight) - image.Top;
        nint imageColumn = ((nint)x * window.StrideWidth) - image.Left;
        return ((nint)sample * image.SampleStride) + (((imageRow * image.Width) + imageColumn) * image.Channels);
    }

    /// <summary>Each work item prefetches some of the rows that come after those at hand.</summary>
    private static void PrefetchRows(
        scoped in ImageBatch image, scoped in ImageBatch outputGradient, scoped in ConvolutionWindow window, int sample, int row, int rows)
    {
        int gradientRow = outputGradient.Width * outputGradient.Channels, imageRow = image.Width * image.Channels;
        Prefetch.Rows(
            ref Unsafe.Add(ref image.First, ((nint)sample * image.SampleStride) + ((nint)row * window.StrideHeight * imageRow)),
            rows, window.StrideHeight * imageRow, Math.Min(window.StrideHeight, window.DilationHeight * window.Height) * imageRow);
        Prefetch.Rows(
            ref Unsafe.Add(ref outputGradient.First, ((nint)sample * outputGradient.SampleStride) + ((nint)row * gradientRow)),
            rows, gradientRow, gradientRow);
    }

    private static int WholeVectors(int columns, int lanes) => (columns + lanes - 1) / lanes * lanes;

    /// <summary>Positions × columns in the tiles that fit the registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Sum<S, V, P>(scoped in WeightGradientRegion region, int positions, int columns)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        columns = WholeVectors(columns, S.Lanes);
        int four = S.Registers >= 32 && positions % 3 == 0 ? columns / (4 * S.Lanes) * (4 * S.Lanes) : 0;
        int two = four + ((columns - four) / (2 * S.Lanes) * (2 * S.Lanes));
        if (four > 0)
        {
            int position = Strip6x4<S, V, P>(in region, 0, positions, 0, four);
            if (position < positions)
                Strip3x4<S, V, P>(in region, position, positions, 0, four);
        }

        if (four < two)
            TwoVectors<S, V, P>(in region, positions, four, two);
        if (two < columns)
            OneVector<S, V, P>(in region, positions, two, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void TwoVectors<S, V, P>(scoped in WeightGradientRegion region, int positions, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        int height = S.Registers >= 32 && positions % 12 == 0 ? 12 : TileHeights.Even(positions, S.Registers >= 32 ? 8 : 6);
        for (int position = 0; position < positions; height = Math.Min(height, positions - position))
        {
            position = height switch
            {
                12 => Strip12x2<S, V, P>(in region, position, positions, firstColumn, endColumn),
                8 => Strip8x2<S, V, P>(in region, position, positions, firstColumn, endColumn),
                7 => Strip7x2<S, V, P>(in region, position, positions, firstColumn, endColumn),
                6 => Strip6x2<S, V, P>(in region, position, positions, firstColumn, endColumn),
                5 => Strip5x2<S, V, P>(in region, position, positions, firstColumn, endColumn),
                4 => Strip4x2<S, V, P>(in region, position, positions, firstColumn, endColumn),
                3 => Strip3x2<S, V, P>(in region, position, positions, firstColumn, endColumn),
                2 => Strip2x2<S, V, P>(in region, position, positions, firstColumn, endColumn),
                _ => Strip1x2<S, V, P>(in region, position, positions, firstColumn, endColumn),
            };
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void OneVector<S, V, P>(scoped in WeightGradientRegion region, int positions, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        int height = TileHeights.Even(positions, 12);
        for (int position = 0; position < positions; height = Math.Min(height, positions - position))
        {
            position = height switch
            {
                12 => Strip12x1<S, V, P>(in region, position, positions, firstColumn, endColumn),
                11 => Strip11x1<S, V, P>(in region, position, positions, firstColumn, endColumn),
                10 => Strip10x1<S, V, P>(in region, position, positions, firstColumn, endColumn),
                9 => Strip9x1<S, V, P>(in region, position, positions, firstColumn, endColumn),
                8 => Strip8x1<S, V, P>(in region, position, positions, firstColumn, endColumn),
                7 => Strip7x1<S, V, P>(in region, position, positions, firstColumn, endColumn),
                6 => Strip6x1<S, V, P>(in region, position, positions, firstColumn, endColumn),
                5 => Strip5x1<S, V, P>(in region, position, positions, firstColumn, endColumn),
                4 => Strip4x1<S, V, P>(in region, position, positions, firstColumn, endColumn),
                3 => Strip3x1<S, V, P>(in region, position, positions, firstColumn, endColumn),
                2 => Strip2x1<S, V, P>(in region, position, positions, firstColumn, endColumn),
                _ => Strip1x1<S, V, P>(in region, position, positions, firstColumn, endColumn),
            };
        }
    }

    /// <summary>Columns of the window × channels, likewise.</summary>
    private static void SumDepthwise<S, V>(scoped in WeightGradientRegion region, int width, int channels)
        where S : ISimd<V>
        where V : struct
    {
        channels = WholeVectors(channels, S.Lanes);
        int height = TileHeights.Even(width, 7), vectors = height > 3 ? 2 : 4;
        int wide = channels / (vectors * S.Lanes) * (vectors * S.Lanes), column = 0;
        while (wide > 0 && column + Math.Min(height, 4) <= width)
        {
            column = Math.Min(height, width - column) switch
            {
                7 => DepthwiseStrip7x2<S, V>(in region, column, width, 0, wide),
                6 => DepthwiseStrip6x2<S, V>(in region, column, width, 0, wide),
                5 => DepthwiseStrip5x2<S, V>(in region, column, width, 0, wide),
                4 => DepthwiseStrip4x2<S, V>(in region, column, width, 0, wide),
                3 => DepthwiseStrip3x4<S, V>(in region, column, width, 0, wide),
                2 => DepthwiseStrip2x4<S, V>(in region, column, width, 0, wide),
                _ => DepthwiseStrip1x4<S, V>(in region, column, width, 0, wide),
            };
        }

        OneVectorOfChannels<S, V>(in region, column, width, 0, wide);
        OneVectorOfChannels<S, V>(in region, 0, width, wide, channels);
    }

    private static void OneVectorOfChannels<S, V>(
        scoped in WeightGradientRegion region, int column, int width, int firstChannel, int endChannel)
        where S : ISimd<V>
        where V : struct
    {
        while (firstChannel < endChannel && column < width)
        {
            column = Math.Min(TileHeights.Even(width, 7), width - column) switch
            {
                7 => DepthwiseStrip7x1<S, V>(in region, column, width, firstChannel, endChannel),
                6 => DepthwiseStrip6x1<S, V>(in region, column, width, firstChannel, endChannel),
                5 => DepthwiseStrip5x1<S, V>(in region, column, width, firstChannel, endChannel),
                4 => DepthwiseStrip4x1<S, V>(in region, column, width, firstChannel, endChannel),
                3 => DepthwiseStrip3x1<S, V>(in region, column, width, firstChannel, endChannel),
                2 => DepthwiseStrip2x1<S, V>(in region, column, width, firstChannel, endChannel),
                _ => DepthwiseStrip1x1<S, V>(in region, column, width, firstChannel, endChannel),
            };
        }
    }
}
