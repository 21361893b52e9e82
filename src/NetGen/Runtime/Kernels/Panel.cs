using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.Wasm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>Scratch memory of a kernel, in which a part of a matrix lies as the kernel wants to read it.</summary>
public static class Panel
{
    private const int Square = 4;
    private const int WideSquare = 8;

    /// <summary>Rows that are transposed together: as many as a line of the cache has floats.</summary>
    private const int Band = 2 * WideSquare;

    /// <summary>More rows are not gone through for a few columns: their lines would leave L1 before the next columns are read.</summary>
    private const int MostRowsAlong = 64;

    // Of each half: the first two numbers of both vectors, or the last two.
    private const byte FirstPairs = 0x44;
    private const byte SecondPairs = 0xEE;

    /// <summary>Writes the transpose of a part of a matrix, and zeros behind its rows: panel[j, i] = source[i, j].</summary>
    /// <param name="source">The part's first float.</param>
    /// <param name="sourceStride">Floats from one row of the matrix to the next.</param>
    /// <param name="rows">Rows of the part, at most <paramref name="panelStride"/>.</param>
    /// <param name="columns">Columns of the part.</param>
    /// <param name="panel">Room for columns × <paramref name="panelStride"/> floats.</param>
    /// <param name="panelStride">Floats of a row of the panel; those beyond <paramref name="rows"/> become 0.</param>
    public static void Fill(ref float source, int sourceStride, int rows, int columns, ref float panel, int panelStride)
    {
        Transpose(ref source, sourceStride, rows, columns, ref panel, panelStride);
        for (int j = 0; rows < panelStride && j < columns; j++)
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref panel, ((nint)j * panelStride) + rows), panelStride - rows).Clear();
    }

    /// <summary>Writes the transpose of a part of a matrix: result[j, i] = source[i, j].</summary>
    /// <param name="source">The part's first float.</param>
    /// <param name="sourceStride">Floats from one row of the matrix to the next.</param>
    /// <param name="rows">Rows of the part.</param>
    /// <param name="columns">Columns of the part.</param>
    /// <param name="panel">The result's first float.</param>
    /// <param name="panelStride">Floats from one row of the result to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(ref float source, int sourceStride, int rows, int columns, ref float panel, int panelStride)
    {
        int wideRows = Avx.IsSupported ? rows / WideSquare * WideSquare : 0;
        int wideColumns = Avx.IsSupported ? columns / WideSquare * WideSquare : 0;

        int tallRows = wideRows / Band * Band;
        if (rows <= MostRowsAlong && rows < columns)
            TransposeAlongColumns(ref source, sourceStride, tallRows, wideColumns, ref panel, panelStride);
        else
            TransposeAlongRows(ref source, sourceStride, tallRows, wideColumns, ref panel, panelStride);
        for (int j = 0; tallRows < wideRows && j < wideColumns; j += WideSquare)
        {
            ref float from = ref Unsafe.Add(ref source, ((nint)tallRows * sourceStride) + j);
            TransposeWideSquare(ref from, sourceStride, ref Unsafe.Add(ref panel, ((nint)j * panelStride) + tallRows), panelStride);
        }

        if (wideRows > 0 && wideColumns < columns)
        {
            TransposeSquares(
                ref Unsafe.Add(ref source, wideColumns), sourceStride, wideRows, columns - wideColumns,
                ref Unsafe.Add(ref panel, (nint)wideColumns * panelStride), panelStride);
        }

        if (wideRows < rows)
        {
            TransposeSquares(
                ref Unsafe.Add(ref source, (nint)wideRows * sourceStride), sourceStride, rows - wideRows, columns,
                ref Unsafe.Add(ref panel, wideRows), panelStride);
        }
    }

    /// <summary>
    /// Copies a matrix so that the columns of each tile of a kernel lie one row after another: [tiles, rows, columns of a tile].
    /// </summary>
    /// <param name="source">The matrix's first float.</param>
    /// <param name="sourceStride">Floats from one of its rows to the next.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns, which <paramref name="tile"/> divides.</param>
    /// <param name="tile">Columns of a tile, which the lanes of a vector divide.</param>
    /// <param name="packed">The result's first float.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Pack<S, V>(ref float source, nint sourceStride, int rows, int columns, int tile, ref float packed)
        where S : ISimd<V>
        where V : struct
    {
        for (int row = 0; row < rows; row++)
        {
            ref float to = ref Unsafe.Add(ref packed, (nint)row * tile);
            for (int column = 0; column < columns; column += tile)
            {
                for (int i = 0; i < tile; i += S.Lanes)
                    S.Store(S.Load(ref Unsafe.Add(ref source, column + i)), ref Unsafe.Add(ref to, i));
                to = ref Unsafe.Add(ref to, (nint)rows * tile);
            }

            source = ref Unsafe.Add(ref source, sourceStride);
        }
    }

    /// <summary>All rows of eight columns, then of the next: what is written is one run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransposeAlongColumns(
        ref float source, int sourceStride, int rows, int columns, ref float panel, int panelStride)
    {
        for (int j = 0; j < columns; j += WideSquare)
        {
            ref float from = ref Unsafe.Add(ref source, j);
            ref float to = ref Unsafe.Add(ref panel, (nint)j * panelStride);
            for (int i = 0; i < rows; i += Band)
                TransposeBand(ref Unsafe.Add(ref from, (nint)i * sourceStride), sourceStride, ref Unsafe.Add(ref to, i), panelStride);
        }
    }

    /// <summary>All columns of 16 rows, then of the next: what is read are 16 runs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransposeAlongRows(
        ref float source, int sourceStride, int rows, int columns, ref float panel, int panelStride)
    {
        for (int i = 0; i < rows; i += Band)
        {
            ref float from = ref Unsafe.Add(ref source, (nint)i * sourceStride);
            ref float to = ref Unsafe.Add(ref panel, i);
            for (int j = 0; j < columns; j += WideSquare)
                TransposeBand(ref Unsafe.Add(ref from, j), sourceStride, ref Unsafe.Add(ref to, (nint)j * panelStride), panelStride);
        }
    }

    /// <summary>Eight columns of 16 rows: whole lines of the cache are written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeBand(ref float source, int sourceStride, ref float panel, int panelStride)
    {
        TransposeWideSquare(ref source, sourceStride, ref panel, panelStride);
        TransposeWideSquare(
            ref Unsafe.Add(ref source, (nint)WideSquare * sourceStride), sourceStride, ref Unsafe.Add(ref panel, WideSquare), panelStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransposeSquares(ref float source, int sourceStride, int rows, int columns, ref float panel, int panelStride)
    {
        int wholeRows = rows / Square * Square;
        int wholeColumns = columns / Square * Square;
        for (int i = 0; i < wholeRows; i += Square)
        {
            ref float from = ref Unsafe.Add(ref source, (nint)i * sourceStride);
            for (int j = 0; j < wholeColumns; j += Square)
                TransposeSquare(
                    ref Unsafe.Add(ref from, j), sourceStride, ref Unsafe.Add(ref panel, ((nint)j * panelStride) + i), panelStride);
        }

        Copy(ref source, sourceStride, wholeRows, rows, 0, wholeColumns, ref panel, panelStride);
        if (wholeColumns < columns)
            TransposeRest(
                ref Unsafe.Add(ref source, wholeColumns), sourceStride, rows, columns - wholeColumns,
                ref Unsafe.Add(ref panel, (nint)wholeColumns * panelStride), panelStride);
    }

    /// <summary>Fewer than four columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeRest(ref float source, int sourceStride, int rows, int columns, ref float panel, int panelStride)
    {
        // Four numbers of a row may be read where they end in the same matrix: the next row follows.
        int i = 0;
        for (; sourceStride + columns >= Square && i + Square < rows; i += Square)
        {
            ref float from = ref Unsafe.Add(ref source, (nint)i * sourceStride);
            (Vector128<float> first, Vector128<float> second, Vector128<float> third, _) = Columns(
                Vector128.LoadUnsafe(ref from),
                Vector128.LoadUnsafe(ref Unsafe.Add(ref from, (nint)sourceStride)),
                Vector128.LoadUnsafe(ref Unsafe.Add(ref from, (nint)sourceStride * 2)),
                Vector128.LoadUnsafe(ref Unsafe.Add(ref from, (nint)sourceStride * 3)));
            ref float to = ref Unsafe.Add(ref panel, i);
            first.StoreUnsafe(ref to);
            if (columns > 1)
                second.StoreUnsafe(ref Unsafe.Add(ref to, (nint)panelStride));
            if (columns > 2)
                third.StoreUnsafe(ref Unsafe.Add(ref to, (nint)panelStride * 2));
        }

        Copy(ref source, sourceStride, i, rows, 0, columns, ref panel, panelStride);
    }

    private static void Copy(
        ref float source, int sourceStride, int firstRow, int endRow, int firstColumn, int endColumn, ref float panel, int panelStride)
    {
        for (int i = firstRow; i < endRow; i++)
            for (int j = firstColumn; j < endColumn; j++)
                Unsafe.Add(ref panel, ((nint)j * panelStride) + i) = Unsafe.Add(ref source, ((nint)i * sourceStride) + j);
    }

    // Transposes four columns of eight rows at a time. Rows 0 to 3 lie in the lower halves and 4 to 7 in the upper,
    // so that no number has to change its half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeWideSquare(ref float source, int sourceStride, ref float panel, int panelStride)
    {
        for (int column = 0; column < WideSquare; column += Square)
        {
            ref float from = ref Unsafe.Add(ref source, column);
            Vector256<float> rows04 = Halves(ref from, 0, sourceStride);
            Vector256<float> rows15 = Halves(ref from, 1, sourceStride);
            Vector256<float> rows26 = Halves(ref from, 2, sourceStride);
            Vector256<float> rows37 = Halves(ref from, 3, sourceStride);
            (Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth) =
                Columns(rows04, rows15, rows26, rows37);
            ref float to = ref Unsafe.Add(ref panel, (nint)column * panelStride);
            first.StoreUnsafe(ref to);
            second.StoreUnsafe(ref Unsafe.Add(ref to, (nint)panelStride));
            third.StoreUnsafe(ref Unsafe.Add(ref to, (nint)panelStride * 2));
            fourth.StoreUnsafe(ref Unsafe.Add(ref to, (nint)panelStride * 3));
        }
    }

    /// <summary>Transposes the lower halves as a square of 4×4, and the upper ones as another. AVX must be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector256<float> First, Vector256<float> Second, Vector256<float> Third, Vector256<float> Fourth) Columns(
        Vector256<float> row0, Vector256<float> row1, Vector256<float> row2, Vector256<float> row3)
    {
        Vector256<float> low01 = Avx.UnpackLow(row0, row1);
        Vector256<float> high01 = Avx.UnpackHigh(row0, row1);
        Vector256<float> low23 = Avx.UnpackLow(row2, row3);
        Vector256<float> high23 = Avx.UnpackHigh(row2, row3);
        return (Avx.Shuffle(low01, low23, FirstPairs), Avx.Shuffle(low01, low23, SecondPairs),
            Avx.Shuffle(high01, high23, FirstPairs), Avx.Shuffle(high01, high23, SecondPairs));
    }

    /// <summary>Four numbers of a row and of the fourth row behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Halves(ref float source, int row, int sourceStride) => Vector256.Create(
        Vector128.LoadUnsafe(ref Unsafe.Add(ref source, (nint)row * sourceStride)),
        Vector128.LoadUnsafe(ref Unsafe.Add(ref source, (nint)(row + Square) * sourceStride)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeSquare(ref float source, int sourceStride, ref float panel, int panelStride)
    {
        (Vector128<float> first, Vector128<float> second, Vector128<float> third, Vector128<float> fourth) = Columns(
            Vector128.LoadUnsafe(ref source),
            Vector128.LoadUnsafe(ref Unsafe.Add(ref source, (nint)sourceStride)),
            Vector128.LoadUnsafe(ref Unsafe.Add(ref source, (nint)sourceStride * 2)),
            Vector128.LoadUnsafe(ref Unsafe.Add(ref source, (nint)sourceStride * 3)));
        first.StoreUnsafe(ref panel);
        second.StoreUnsafe(ref Unsafe.Add(ref panel, (nint)panelStride));
        third.StoreUnsafe(ref Unsafe.Add(ref panel, (nint)panelStride * 2));
        fourth.StoreUnsafe(ref Unsafe.Add(ref panel, (nint)panelStride * 3));
    }

    // Two rounds of pairing: rows 0 and 2, 1 and 3 are woven into each other, then the results.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector128<float> First, Vector128<float> Second, Vector128<float> Third, Vector128<float> Fourth) Columns(
        Vector128<float> row0, Vector128<float> row1, Vector128<float> row2, Vector128<float> row3)
    {
        Vector128<float> low02 = WeaveLow(row0, row2);
        Vector128<float> high02 = WeaveHigh(row0, row2);
        Vector128<float> low13 = WeaveLow(row1, row3);
        Vector128<float> high13 = WeaveHigh(row1, row3);
        return (WeaveLow(low02, low13), WeaveHigh(low02, low13), WeaveLow(high02, high13), WeaveHigh(high02, high13));
    }

    /// <summary>a0 b0 a1 b1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> WeaveLow(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : PackedSimd.IsSupported ? WasmVector.Weave(a, b, 0)
        : Vector128.Create(a[0], b[0], a[1], b[1]);

    /// <summary>a2 b2 a3 b3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> WeaveHigh(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : PackedSimd.IsSupported ? WasmVector.Weave(a, b, 2)
        : Vector128.Create(a[2], b[2], a[3], b[3]);
}
