using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Strided transposed convolutions, which are also the gradients with respect to strided convolutions'
/// images, written once for all vector widths.
/// </summary>
/// <remarks>
/// A phase is the pixels at one place within a stride. The same elements of the window reach them, so they are a convolution of stride 1 by
/// these elements. No product with a zero is computed. A sum runs over the elements of the window row by row, and at each over the
/// channels. The order does not depend on the tile, the width or the number of threads.
/// </remarks>
[CLSCompliant(false)]
public static class TransposedConvolutions
{
    /// <summary>A region of fewer columns goes down its columns.</summary>
    private const int NarrowRegion = 4;

    /// <summary>
    /// Computes output[y·stride + i·dilation − top, x·stride + j·dilation − left, o] = epilogue(Σ source[y, x, c] · weight[i, j, c, o]).
    /// The sum runs over all terms that reach a pixel.
    /// </summary>
    /// <typeparam name="S">The vector width; its lanes divide the output's channels in memory.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="E">What follows the sums. Its rows are the pixels of the batch.</typeparam>
    /// <param name="term">What is transposed.</param>
    /// <param name="output">Gets the result.</param>
    /// <param name="rowsAtOnce">Rows of strides whose phases follow each other while they are in L2.</param>
    /// <param name="prefetches">Whether the images are too large to be in the cache.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    /// <param name="epilogue">What follows the sums.</param>
    public static void Convolve<S, V, E>(
        scoped in TransposedTerm term, scoped in ImageBatch output,
        int rowsAtOnce, bool prefetches, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct =>
        Samples<S, V, E, AllChannels>(in term, in output, rowsAtOnce, prefetches, begin, end, in epilogue);

    /// <summary>
    /// The same where each channel is convolved by itself: its weight is [rows, columns, 1, channels], and the window has one input.
    /// </summary>
    /// <inheritdoc cref="Convolve"/>
    public static void ConvolveDepthwise<S, V, E>(
        scoped in TransposedTerm term, scoped in ImageBatch output,
        int rowsAtOnce, bool prefetches, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct =>
        Samples<S, V, E, EachChannel>(in term, in output, rowsAtOnce, prefetches, begin, end, in epilogue);

    /// <summary>The sum of two, whose strides are the same: where an image was read by two strided convolutions, its gradient.</summary>
    /// <param name="first">What is transposed, with the fewer elements in its window.</param>
    /// <param name="second">What else.</param>
    /// <inheritdoc cref="Convolve"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void ConvolveTwo<S, V, E>(
        scoped in TransposedTerm first, scoped in TransposedTerm second,
        scoped in ImageBatch output, int rowsAtOnce, bool prefetches, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        (int strideHeight, int strideWidth) = (first.Window.StrideHeight, first.Window.StrideWidth);
        int phases = strideHeight * strideWidth, rows = Strides(output.Height, strideHeight);
        int ahead = prefetches ? rowsAtOnce * strideHeight : 0;
        Span<int> table =
            stackalloc int[2 * Math.Max(first.Window.Height * first.Window.Width, second.Window.Height * second.Window.Width)];
        for (int sample = begin; sample < end; sample++)
            for (int row = 0; row < rows; row += rowsAtOnce)
            {
                int endRow = Math.Min(rows, row + rowsAtOnce);
                for (int phase = 0; phase < phases; phase++)
                {
                    if (prefetches)
                    {
                        PrefetchSource(
                            in first, sample, endRow + (rowsAtOnce * phase / phases), endRow + (rowsAtOnce * (phase + 1) / phases));
                        PrefetchSource(
                            in second, sample, endRow + (rowsAtOnce * phase / phases), endRow + (rowsAtOnce * (phase + 1) / phases));
                    }

                    if (E.IsLong)
                        PhaseOfTwo<S, V, Unchanged<V>>(
                            in first, in second, in output, ref table[0], sample, row, endRow, phase, ahead, default);
                    else
                        PhaseOfTwo<S, V, E>(in first, in second, in output, ref table[0], sample, row, endRow, phase, ahead, in epilogue);
                }

                if (E.IsLong)
                    Finish<S, V, E>(in output, sample, row * strideHeight, Math.Min(output.Height, endRow * strideHeight), in epilogue);
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Samples<S, V, E, TProducts>(
        scoped in TransposedTerm term, scoped in ImageBatch output,
        int rowsAtOnce, bool prefetches, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TProducts : struct, IProducts
    {
        (int strideHeight, int strideWidth) = (term.Window.StrideHeight, term.Window.StrideWidth);
        int phases = strideHeight * strideWidth, rows = Strides(output.Height, strideHeight);
        int ahead = prefetches ? rowsAtOnce * strideHeight : 0;
        Span<int> table = stackalloc int[2 * term.Window.Height * term.Window.Width];
        for (int sample = begin; sample < end; sample++)
            for (int row = 0; row < rows; row += rowsAtOnce)
            {
                int endRow = Math.Min(rows, row + rowsAtOnce);
                for (int phase = 0; phase < phases; phase++)
                {
                    if (prefetches)
                        PrefetchSource(
                            in term, sample, endRow + (rowsAtOnce * phase / phases), endRow + (rowsAtOnce * (phase + 1) / phases));
                    if (prefetches && TProducts.IsDepthwise)
                        PrefetchOutput<V, E>(
                            in output, sample, (endRow * strideHeight) + (rowsAtOnce * strideHeight * phase / phases),
                            (endRow * strideHeight) + (rowsAtOnce * strideHeight * (phase + 1) / phases), in epilogue);

                    if (E.IsLong)
                        Phase<S, V, Unchanged<V>, TProducts>(in term, in output, ref table[0], sample, row, endRow, phase, ahead, default);
                    else
                        Phase<S, V, E, TProducts>(in term, in output, ref table[0], sample, row, endRow, phase, ahead, in epilogue);
                }

                if (E.IsLong)
                    Finish<S, V, E>(in output, sample, row * strideHeight, Math.Min(output.Height, endRow * strideHeight), in epilogue);
            }
    }

    private static int Strides(int size, int stride) => (size + stride - 1) / stride;

    /// <summary>Pixels that both reach go on from the sums of the first, which lie in the output meanwhile.</summary>
    private static void PhaseOfTwo<S, V, E>(
        scoped in TransposedTerm first, scoped in TransposedTerm second, scoped in ImageBatch output, ref int table,
        int sample, int row, int endRow, int phase, int ahead, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (Columns(in second, phase).Count * Rows(in second, phase).Count == 0)
        {
            Phase<S, V, E, AllChannels>(in first, in output, ref table, sample, row, endRow, phase, ahead, in epilogue);
            return;
        }

        if (Columns(in first, phase).Count * Rows(in first, phase).Count == 0)
        {
            Phase<S, V, E, AllChannels>(in second, in output, ref table, sample, row, endRow, phase, ahead, in epilogue);
            return;
        }

        Phase<S, V, Unchanged<V>, AllChannels>(in first, in output, ref table, sample, row, endRow, phase, ahead: 0, default);

        // The epilogue counts pixels of the batch; samples may lie further apart than their pixels.
        ref float sums = ref Unsafe.Add(
            ref output.First, (nint)sample * (output.SampleStride - (output.Height * output.Width * output.Channels)));
        Phase<S, V, Then<V, AddMatrix<S, V>, E>, AllChannels>(
            in second, in output, ref table, sample, row, endRow, phase, ahead, new(new(ref sums, output.Channels), epilogue));
    }

    private static PhaseAxis Rows(scoped in TransposedTerm term, int phase)
    {
        ConvolutionWindow window = term.Window;
        return new(phase / window.StrideWidth, window.Height, window.StrideHeight, window.DilationHeight, term.Top, term.Source.Height);
    }

    private static PhaseAxis Columns(scoped in TransposedTerm term, int phase)
    {
        ConvolutionWindow window = term.Window;
        return new(phase % window.StrideWidth, window.Width, window.StrideWidth, window.DilationWidth, term.Left, term.Source.Width);
    }

    /// <summary>
    /// Computes the pixels of a phase in some rows of strides. Register tiles cover regions that the same elements of the window reach.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Phase<S, V, E, TProducts>(
        scoped in TransposedTerm term, scoped in ImageBatch output, ref int table,
        int sample, int row, int endRow, int phase, int ahead, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TProducts : struct, IProducts
    {
        int strideHeight = term.Window.StrideHeight, strideWidth = term.Window.StrideWidth;
        int phaseRow = phase / strideWidth, phaseColumn = phase % strideWidth;
        int width = Strides(output.Width - phaseColumn, strideWidth);
        endRow = Math.Min(endRow, Strides(output.Height - phaseRow, strideHeight));
        PhaseAxis rows = Rows(in term, phase), columns = Columns(in term, phase);
        int channels = output.Channels;
        nint sourceRow = (nint)term.Source.Width * term.Source.Channels;
        for (int y = row, endY; y < endRow; y = endY)
        {
            endY = rows.EndOfAlike(y, endRow);
            for (int x = 0, endX; x < width; x = endX)
            {
                endX = columns.EndOfAlike(x, width);
                int taps = Fill(in term, in rows, in columns, y, x, sourceRow, channels, ref table, out nint first);
                nint pixel = ((((nint)y * strideHeight) + phaseRow) * output.Width) + (x * strideWidth) + phaseColumn;
                bool isNarrow = endX - x < NarrowRegion && endY - y > endX - x;
                for (int column = 0, vectors; column < channels; column += vectors * S.Lanes)
                {
                    vectors = TProducts.IsDepthwise
                        ? ConvolutionTiles.Vectors<S, V, TProducts>(channels - column)
                        : PhaseTiles.Vectors<S, V>(channels - column);
                    nint nextRow = (nint)strideHeight * output.Width, nextColumn = strideWidth;
                    ref float source = ref Unsafe.Add(
                        ref term.Source.First,
                        ((nint)sample * term.Source.SampleStride) + (y * sourceRow) + ((nint)x * term.Source.Channels) + first);
                    ref float target = ref Unsafe.Add(
                        ref output.First, ((nint)sample * output.SampleStride) + (pixel * channels) + column);
                    if (TProducts.IsDepthwise)
                    {
                        var ofChannels = new ConvolutionRegion(
                            ref Unsafe.Add(ref source, column), ref Unsafe.Add(ref term.Weight, column), ref target, ref table, taps, 1)
                        {
                            WeightStride = channels,
                            Column = column,
                            Lines = isNarrow ? endX - x : endY - y,
                            Pixels = isNarrow ? endY - y : endX - x,
                            SourceStride = isNarrow ? sourceRow : term.Source.Channels,
                            SourceLine = isNarrow ? term.Source.Channels : sourceRow,
                            OutputStride = (isNarrow ? nextRow : nextColumn) * channels,
                            OutputLine = (isNarrow ? nextColumn : nextRow) * channels,
                            Row = ((nint)sample * output.Height * output.Width) + pixel,
                            RowStep = (int)(isNarrow ? nextRow : nextColumn),
                            RowLine = (int)(isNarrow ? nextColumn : nextRow),
                        };
                        ConvolutionTiles.Fill<S, V, E, TProducts>(in ofChannels, vectors, in epilogue);
                        continue;
                    }

                    var region = new PhaseRegion(
                        ref source, ref Unsafe.Add(ref term.Weight, column), ref target, ref table, taps, term.Window.Inputs)
                    {
                        WeightStride = channels,
                        Column = column,
                        Lines = isNarrow ? endX - x : endY - y,
                        Pixels = isNarrow ? endY - y : endX - x,
                        SourceStride = isNarrow ? sourceRow : term.Source.Channels,
                        SourceLine = isNarrow ? term.Source.Channels : sourceRow,
                        OutputStride = (isNarrow ? nextRow : nextColumn) * channels,
                        OutputLine = (isNarrow ? nextColumn : nextRow) * channels,
                        Row = ((nint)sample * output.Height * output.Width) + pixel,
                        RowStep = isNarrow ? nextRow : nextColumn,
                        RowLine = isNarrow ? nextColumn : nextRow,
                        PrefetchDistance = (nint)ahead * output.Width * channels,
                        PrefetchedRows = (nint)ahead * output.Width,
                    };
                    PhaseTiles.Fill<S, V, E>(in region, vectors, in epilogue);
                }
            }
        }
    }

    /// <summary>Lists the elements of the window that reach a pixel, with their places in the source and in the weight.</summary>
    private static int Fill(
        scoped in TransposedTerm term, in PhaseAxis rows, in PhaseAxis columns,
        int y, int x, nint sourceRow, int channels, ref int table, out nint first)
    {
        // Offsets are from the first element's pixel: the one at the same stride may lie beside the source.
        int count = 0;
        first = Offset(in term, in rows, in columns, rows.Begin(y), columns.Begin(x), sourceRow);
        for (int i = rows.Begin(y); i < rows.End(y); i++)
            for (int j = columns.Begin(x); j < columns.End(x); j++, count++)
            {
                int element = ((rows.First + (i * rows.Step)) * term.Window.Width) + columns.First + (j * columns.Step);
                Unsafe.Add(ref table, 2 * count) =
                    (int)(Offset(in term, in rows, in columns, i, j, sourceRow) - first);
                Unsafe.Add(ref table, (2 * count) + 1) = element * term.Window.Inputs * channels;
            }

        return count;
    }

    /// <summary>From the source's pixel at the same stride to the one that an element finds.</summary>
    private static nint Offset(scoped in TransposedTerm term, in PhaseAxis rows, in PhaseAxis columns, int i, int j, nint sourceRow) =>
        ((rows.Offset - (i * rows.OffsetStep)) * sourceRow) + ((nint)(columns.Offset - (j * columns.OffsetStep)) * term.Source.Channels);

    private static void PrefetchSource(scoped in TransposedTerm term, int sample, int row, int endRow)
    {
        int sourceRow = term.Source.Width * term.Source.Channels;
        Prefetch.Rows(
            ref Unsafe.Add(ref term.Source.First, ((nint)sample * term.Source.SampleStride) + ((nint)row * sourceRow)),
            endRow - row, sourceRow, sourceRow);
    }

    /// <summary>
    /// Asks for what will be written, and what its epilogue reads: a depthwise convolution has so few terms that it waits for memory.
    /// </summary>
    private static void PrefetchOutput<V, E>(scoped in ImageBatch output, int sample, int row, int endRow, scoped in E epilogue)
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int outputRow = output.Width * output.Channels;
        Prefetch.Rows(
            ref Unsafe.Add(ref output.First, ((nint)sample * output.SampleStride) + ((nint)row * outputRow)),
            endRow - row, outputRow, outputRow);
        epilogue.PrefetchBlock((((nint)sample * output.Height) + row) * output.Width, endRow - row, output.Width, output.Width);
    }

    /// <summary>What follows, for rows whose sums lie in memory.</summary>
    private static void Finish<S, V, E>(scoped in ImageBatch output, int sample, int row, int endRow, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int pixels = output.Height * output.Width, first = (sample * pixels) + (row * output.Width);
        ref float origin = ref Unsafe.Add(ref output.First, (nint)sample * (output.SampleStride - (pixels * output.Channels)));
        Epilogues.Apply<S, V, E>(
            ref origin, output.Channels, 0, output.Channels, first, first + ((endRow - row) * output.Width), in epilogue);
    }
}
