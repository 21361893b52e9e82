// Written by StripWriter of the tests, which compare it.
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

public static partial class ColumnMoments
{
    /// <summary>4 vectors at a time, of the columns [column, endColumn), over the rows [begin, end).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip4<S, V, TSource, TAgain>(
        scoped in TSource source, scoped in TAgain again, ref float sums, ref float squares,
        int column, int endColumn, nint begin, nint end, int rowsOfBlock)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
        where TAgain : struct, IRowSource<V>, allows ref struct
    {
        int lanes = S.Lanes;
        // Copies can stay in registers, while sums are stored.
        TSource terms = source;
        TAgain termsAgain = again;
        for (; column < endColumn; column += 4 * lanes)
        {
            CascadeSum<S, V> sums0 = default, sums1 = default, sums2 = default, sums3 = default;
            CascadeSum<S, V> squares0 = default, squares1 = default, squares2 = default, squares3 = default;
            for (nint first = begin, last; first < end; first = last)
            {
                last = Math.Min(end, first + rowsOfBlock);
                V sum0 = default, sum1 = default, sum2 = default, sum3 = default;
                for (nint row = first; row < last; row++)
                {
                    sum0 = S.Add(sum0, terms.Load(row, column));
                    sum1 = S.Add(sum1, terms.Load(row, column + lanes));
                    sum2 = S.Add(sum2, terms.Load(row, column + (2 * lanes)));
                    sum3 = S.Add(sum3, terms.Load(row, column + (3 * lanes)));
                }

                V share = S.Create(1f / (last - first));
                V mean0 = S.Multiply(sum0, share);
                V mean1 = S.Multiply(sum1, share);
                V mean2 = S.Multiply(sum2, share);
                V mean3 = S.Multiply(sum3, share);
                V square0 = default, square1 = default, square2 = default, square3 = default;
                for (nint row = first; row < last; row++)
                {
                    V apart0 = S.Subtract(termsAgain.Load(row, column), mean0);
                    square0 = S.MultiplyAdd(apart0, apart0, square0);
                    V apart1 = S.Subtract(termsAgain.Load(row, column + lanes), mean1);
                    square1 = S.MultiplyAdd(apart1, apart1, square1);
                    V apart2 = S.Subtract(termsAgain.Load(row, column + (2 * lanes)), mean2);
                    square2 = S.MultiplyAdd(apart2, apart2, square2);
                    V apart3 = S.Subtract(termsAgain.Load(row, column + (3 * lanes)), mean3);
                    square3 = S.MultiplyAdd(apart3, apart3, square3);
                }

                if (first > begin)
                {
                    // How far the block's mean lies from that of the rows before it.
                    V shareBefore = S.Create(1f / (first - begin));
                    V weight = S.Create((float)(first - begin) * (last - first) / (last - begin));
                    V apart0 = S.Subtract(mean0, S.Multiply(sums0.Value, shareBefore));
                    square0 = S.MultiplyAdd(S.Multiply(apart0, apart0), weight, square0);
                    V apart1 = S.Subtract(mean1, S.Multiply(sums1.Value, shareBefore));
                    square1 = S.MultiplyAdd(S.Multiply(apart1, apart1), weight, square1);
                    V apart2 = S.Subtract(mean2, S.Multiply(sums2.Value, shareBefore));
                    square2 = S.MultiplyAdd(S.Multiply(apart2, apart2), weight, square2);
                    V apart3 = S.Subtract(mean3, S.Multiply(sums3.Value, shareBefore));
                    square3 = S.MultiplyAdd(S.Multiply(apart3, apart3), weight, square3);
                }

                sums0.Add(sum0);
                sums1.Add(sum1);
                sums2.Add(sum2);
                sums3.Add(sum3);
                squares0.Add(square0);
                squares1.Add(square1);
                squares2.Add(square2);
                squares3.Add(square3);
            }

            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column)) = sums0.Value;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + lanes)) = sums1.Value;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + (2 * lanes))) = sums2.Value;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + (3 * lanes))) = sums3.Value;
            Unsafe.As<float, V>(ref Unsafe.Add(ref squares, column)) = squares0.Value;
            Unsafe.As<float, V>(ref Unsafe.Add(ref squares, column + lanes)) = squares1.Value;
            Unsafe.As<float, V>(ref Unsafe.Add(ref squares, column + (2 * lanes))) = squares2.Value;
            Unsafe.As<float, V>(ref Unsafe.Add(ref squares, column + (3 * lanes))) = squares3.Value;
        }
    }

    /// <summary>3 vectors at a time, of the columns [column, endColumn), over the rows [begin, end).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3<S, V, TSource, TAgain>(
        scoped in TSource source, scoped in TAgain again, ref float sums, ref float squares,
        int column, int endColumn, nint begin, nint end, int rowsOfBlock)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
        where TAgain : struct, IRowSource<V>, allows ref struct
    {
        int lanes = S.Lanes;
        // Copies can stay in registers, while sums are stored.
        TSource terms = source;
        TAgain termsAgain = again;
        for (; column < endColumn; column += 3 * lanes)
        {
            CascadeSum<S, V> sums0 = default, sums1 = default, sums2 = default;
            CascadeSum<S, V> squares0 = default, squares1 = default, squares2 = default;
            for (nint first = begin, last; first < end; first = last)
            {
                last = Math.Min(end, first + rowsOfBlock);
                V sum0 = default, sum1 = default, sum2 = default;
                for (nint row = first; row < last; row++)
                {
                    sum0 = S.Add(sum0, terms.Load(row, column));
                    sum1 = S.Add(sum1, terms.Load(row, column + lanes));
                    sum2 = S.Add(sum2, terms.Load(row, column + (2 * lanes)));
                }

                V share = S.Create(1f / (last - first));
                V mean0 = S.Multiply(sum0, share);
                V mean1 = S.Multiply(sum1, share);
                V mean2 = S.Multiply(sum2, share);
                V square0 = default, square1 = default, square2 = default;
                for (nint row = first; row < last; row++)
                {
                    V apart0 = S.Subtract(termsAgain.Load(row, column), mean0);
                    square0 = S.MultiplyAdd(apart0, apart0, square0);
                    V apart1 = S.Subtract(termsAgain.Load(row, column + lanes), mean1);
                    square1 = S.MultiplyAdd(apart1, apart1, square1);
                    V apart2 = S.Subtract(termsAgain.Load(row, column + (2 * lanes)), mean2);
                    square2 = S.MultiplyAdd(apart2, apart2, square2);
                }

                if (first > begin)
                {
                    // How far the block's mean lies from that of the rows before it.
                    V shareBefore = S.Create(1f / (first - begin));
                    V weight = S.Create((float)(first - begin) * (last - first) / (last - begin));
                    V apart0 = S.Subtract(mean0, S.Multiply(sums0.Value, shareBefore));
                    square0 = S.MultiplyAdd(S.Multiply(apart0, apart0), weight, square0);
                    V apart1 = S.Subtract(mean1, S.Multiply(sums1.Value, shareBefore));
                    square1 = S.MultiplyAdd(S.Multiply(apart1, apart1), weight, square1);
                    V apart2 = S.Subtract(mean2, S.Multiply(sums2.Value, shareBefore));
                    square2 = S.MultiplyAdd(S.Multiply(apart2, apart2), weight, square2);
                }

                sums0.Add(sum0);
                sums1.Add(sum1);
                sums2.Add(sum2);
                squares0.Add(square0);
                squares1.Add(square1);
                squares2.Add(square2);
            }

            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column)) = sums0.Value;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + lanes)) = sums1.Value;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + (2 * lanes))) = sums2.Value;
            Unsafe.As<float, V>(ref Unsafe.Add(ref squares, column)) = squares0.Value;
            Unsafe.As<float, V>(ref Unsafe.Add(ref squares, column + lanes)) = squares1.Value;
            Unsafe.As<float, V>(ref Unsafe.Add(ref squares, column + (2 * lanes))) = squares2.Value;
        }
    }

    /// <summary>2 vectors at a time, of the columns [column, endColumn), over the rows [begin, end).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2<S, V, TSource, TAgain>(
        scoped in TSource source, scoped in TAgain again, ref float sums, ref float squares,
        int column, int endColumn, nint begin, nint end, int rowsOfBlock)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
        where TAgain : struct, IRowSource<V>, allows ref struct
    {
        int lanes = S.Lanes;
        // Copies can stay in registers, while sums are stored.
        TSource terms = source;
        TAgain termsAgain = again;
        for (; column < endColumn; column += 2 * lanes)
        {
            CascadeSum<S, V> sums0 = default, sums1 = default;
            CascadeSum<S, V> squares0 = default, squares1 = default;
            for (nint first = begin, last; first < end; first = last)
            {
                last = Math.Min(end, first + rowsOfBlock);
                V sum0 = default, sum1 = default;
                for (nint row = first; row < last; row++)
                {
                    sum0 = S.Add(sum0, terms.Load(row, column));
                    sum1 = S.Add(sum1, terms.Load(row, column + lanes));
                }

                V share = S.Create(1f / (last - first));
                V mean0 = S.Multiply(sum0, share);
                V mean1 = S.Multiply(sum1, share);
                V square0 = default, square1 = default;
                for (nint row = first; row < last; row++)
                {
                    V apart0 = S.Subtract(termsAgain.Load(row, column), mean0);
                    square0 = S.MultiplyAdd(apart0, apart0, square0);
                    V apart1 = S.Subtract(termsAgain.Load(row, column + lanes), mean1);
                    square1 = S.MultiplyAdd(apart1, apart1, square1);
                }

                if (first > begin)
                {
                    // How far the block's mean lies from that of the rows before it.
                    V shareBefore = S.Create(1f / (first - begin));
                    V weight = S.Create((float)(first - begin) * (last - first) / (last - begin));
                    V apart0 = S.Subtract(mean0, S.Multiply(sums0.Value, shareBefore));
                    square0 = S.MultiplyAdd(S.Multiply(apart0, apart0), weight, square0);
                    V apart1 = S.Subtract(mean1, S.Multiply(sums1.Value, shareBefore));
                    square1 = S.MultiplyAdd(S.Multiply(apart1, apart1), weight, square1);
                }

                sums0.Add(sum0);
                sums1.Add(sum1);
                squares0.Add(square0);
                squares1.Add(square1);
            }

            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column)) = sums0.Value;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + lanes)) = sums1.Value;
            Unsafe.As<float, V>(ref Unsafe.Add(ref squares, column)) = squares0.Value;
            Unsafe.As<float, V>(ref Unsafe.Add(ref squares, column + lanes)) = squares1.Value;
        }
    }

    /// <summary>One vector at a time, of the columns [column, endColumn), over the rows [begin, end).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1<S, V, TSource, TAgain>(
        scoped in TSource source, scoped in TAgain again, ref float sums, ref float squares,
        int column, int endColumn, nint begin, nint end, int rowsOfBlock)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
        where TAgain : struct, IRowSource<V>, allows ref struct
    {
        // Copies can stay in registers, while sums are stored.
        TSource terms = source;
        TAgain termsAgain = again;
        for (; column < endColumn; column += S.Lanes)
        {
            CascadeSum<S, V> sumsOfBlocks = default;
            CascadeSum<S, V> squaresOfBlocks = default;
            for (nint first = begin, last; first < end; first = last)
            {
                last = Math.Min(end, first + rowsOfBlock);
                V sum = default;
                for (nint row = first; row < last; row++)
                {
                    sum = S.Add(sum, terms.Load(row, column));
                }

                V share = S.Create(1f / (last - first));
                V mean = S.Multiply(sum, share);
                V square = default;
                for (nint row = first; row < last; row++)
                {
                    V apart = S.Subtract(termsAgain.Load(row, column), mean);
                    square = S.MultiplyAdd(apart, apart, square);
                }

                if (first > begin)
                {
                    // How far the block's mean lies from that of the rows before it.
                    V shareBefore = S.Create(1f / (first - begin));
                    V weight = S.Create((float)(first - begin) * (last - first) / (last - begin));
                    V apart = S.Subtract(mean, S.Multiply(sumsOfBlocks.Value, shareBefore));
                    square = S.MultiplyAdd(S.Multiply(apart, apart), weight, square);
                }

                sumsOfBlocks.Add(sum);
                squaresOfBlocks.Add(square);
            }

            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column)) = sumsOfBlocks.Value;
            Unsafe.As<float, V>(ref Unsafe.Add(ref squares, column)) = squaresOfBlocks.Value;
        }
    }
}
