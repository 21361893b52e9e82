// Written by StripWriter of the tests, which compare it.
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

public static partial class ColumnSums
{
    /// <summary>4 vectors at a time, of the columns [column, endColumn), over the rows [begin, end).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip4<S, V, TSource>(
        scoped in TSource source, ref float sums,
        int column, int endColumn, nint begin, nint end, int rowsOfBlock)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
    {
        int lanes = S.Lanes;
        // Copies can stay in registers, while sums are stored.
        TSource terms = source;
        bool isCut = end - begin > rowsOfBlock;
        for (; column < endColumn; column += 4 * lanes)
        {
            V sum0 = default, sum1 = default, sum2 = default, sum3 = default;
            CascadeSum<S, V> blocks0 = default, blocks1 = default, blocks2 = default, blocks3 = default;
            for (nint row = begin; row < end;)
            {
                nint last = Math.Min(end, row + rowsOfBlock);
                for (; row < last; row++)
                {
                    sum0 = S.Add(sum0, terms.Load(row, column));
                    sum1 = S.Add(sum1, terms.Load(row, column + lanes));
                    sum2 = S.Add(sum2, terms.Load(row, column + (2 * lanes)));
                    sum3 = S.Add(sum3, terms.Load(row, column + (3 * lanes)));
                }

                if (isCut)
                {
                    blocks0.Add(sum0);
                    blocks1.Add(sum1);
                    blocks2.Add(sum2);
                    blocks3.Add(sum3);
                    sum0 = sum1 = sum2 = sum3 = default;
                }
            }

            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column)) = isCut ? blocks0.Value : sum0;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + lanes)) = isCut ? blocks1.Value : sum1;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + (2 * lanes))) = isCut ? blocks2.Value : sum2;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + (3 * lanes))) = isCut ? blocks3.Value : sum3;
        }
    }

    /// <summary>3 vectors at a time, of the columns [column, endColumn), over the rows [begin, end).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3<S, V, TSource>(
        scoped in TSource source, ref float sums,
        int column, int endColumn, nint begin, nint end, int rowsOfBlock)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
    {
        int lanes = S.Lanes;
        // Copies can stay in registers, while sums are stored.
        TSource terms = source;
        bool isCut = end - begin > rowsOfBlock;
        for (; column < endColumn; column += 3 * lanes)
        {
            V sum0 = default, sum1 = default, sum2 = default;
            CascadeSum<S, V> blocks0 = default, blocks1 = default, blocks2 = default;
            for (nint row = begin; row < end;)
            {
                nint last = Math.Min(end, row + rowsOfBlock);
                for (; row < last; row++)
                {
                    sum0 = S.Add(sum0, terms.Load(row, column));
                    sum1 = S.Add(sum1, terms.Load(row, column + lanes));
                    sum2 = S.Add(sum2, terms.Load(row, column + (2 * lanes)));
                }

                if (isCut)
                {
                    blocks0.Add(sum0);
                    blocks1.Add(sum1);
                    blocks2.Add(sum2);
                    sum0 = sum1 = sum2 = default;
                }
            }

            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column)) = isCut ? blocks0.Value : sum0;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + lanes)) = isCut ? blocks1.Value : sum1;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + (2 * lanes))) = isCut ? blocks2.Value : sum2;
        }
    }

    /// <summary>2 vectors at a time, of the columns [column, endColumn), over the rows [begin, end).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2<S, V, TSource>(
        scoped in TSource source, ref float sums,
        int column, int endColumn, nint begin, nint end, int rowsOfBlock)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
    {
        int lanes = S.Lanes;
        // Copies can stay in registers, while sums are stored.
        TSource terms = source;
        bool isCut = end - begin > rowsOfBlock;
        for (; column < endColumn; column += 2 * lanes)
        {
            V sum0 = default, sum1 = default;
            CascadeSum<S, V> blocks0 = default, blocks1 = default;
            for (nint row = begin; row < end;)
            {
                nint last = Math.Min(end, row + rowsOfBlock);
                for (; row < last; row++)
                {
                    sum0 = S.Add(sum0, terms.Load(row, column));
                    sum1 = S.Add(sum1, terms.Load(row, column + lanes));
                }

                if (isCut)
                {
                    blocks0.Add(sum0);
                    blocks1.Add(sum1);
                    sum0 = sum1 = default;
                }
            }

            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column)) = isCut ? blocks0.Value : sum0;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + lanes)) = isCut ? blocks1.Value : sum1;
        }
    }

    /// <summary>One vector at a time, of the columns [column, endColumn), over the rows [begin, end).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1<S, V, TSource>(
        scoped in TSource source, ref float sums,
        int column, int endColumn, nint begin, nint end, int rowsOfBlock)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
    {
        // Copies can stay in registers, while sums are stored.
        TSource terms = source;
        bool isCut = end - begin > rowsOfBlock;
        for (; column < endColumn; column += S.Lanes)
        {
            V sum = default;
            CascadeSum<S, V> blocks = default;
            for (nint row = begin; row < end;)
            {
                nint last = Math.Min(end, row + rowsOfBlock);
                for (; row < last; row++)
                {
                    sum = S.Add(sum, terms.Load(row, column));
                }

                if (isCut)
                {
                    blocks.Add(sum);
                    sum = default;
                }
            }

            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column)) = isCut ? blocks.Value : sum;
        }
    }

    /// <summary>4 vectors at a time, of the columns [column, endColumn), over the rows [begin, end).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void PairStrip4<S, V, TSource, E>(
        scoped in TSource source, ref float sums, scoped in E epilogue, ref float secondSums,
        int column, int endColumn, nint begin, nint end, int rowsOfBlock)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TSource : struct, IRowSource<V>, allows ref struct
    {
        int lanes = S.Lanes;
        // Copies can stay in registers, while sums are stored.
        TSource terms = source;
        E factor = epilogue;
        bool isCut = end - begin > rowsOfBlock;
        for (; column < endColumn; column += 4 * lanes)
        {
            V sum0 = default, sum1 = default, sum2 = default, sum3 = default;
            CascadeSum<S, V> blocks0 = default, blocks1 = default, blocks2 = default, blocks3 = default;
            V second0 = default, second1 = default, second2 = default, second3 = default;
            CascadeSum<S, V> secondBlocks0 = default, secondBlocks1 = default, secondBlocks2 = default, secondBlocks3 = default;
            for (nint row = begin; row < end;)
            {
                nint last = Math.Min(end, row + rowsOfBlock);
                for (; row < last; row++)
                {
                    V value0 = terms.Load(row, column);
                    sum0 = S.Add(sum0, value0);
                    second0 = S.Add(second0, factor.Apply(value0, row, column));
                    V value1 = terms.Load(row, column + lanes);
                    sum1 = S.Add(sum1, value1);
                    second1 = S.Add(second1, factor.Apply(value1, row, column + lanes));
                    V value2 = terms.Load(row, column + (2 * lanes));
                    sum2 = S.Add(sum2, value2);
                    second2 = S.Add(second2, factor.Apply(value2, row, column + (2 * lanes)));
                    V value3 = terms.Load(row, column + (3 * lanes));
                    sum3 = S.Add(sum3, value3);
                    second3 = S.Add(second3, factor.Apply(value3, row, column + (3 * lanes)));
                }

                if (isCut)
                {
                    blocks0.Add(sum0);
                    blocks1.Add(sum1);
                    blocks2.Add(sum2);
                    blocks3.Add(sum3);
                    secondBlocks0.Add(second0);
                    secondBlocks1.Add(second1);
                    secondBlocks2.Add(second2);
                    secondBlocks3.Add(second3);
                    sum0 = sum1 = sum2 = sum3 = second0 = second1 = second2 = second3 = default;
                }
            }

            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column)) = isCut ? blocks0.Value : sum0;
            Unsafe.As<float, V>(ref Unsafe.Add(ref secondSums, column)) = isCut ? secondBlocks0.Value : second0;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + lanes)) = isCut ? blocks1.Value : sum1;
            Unsafe.As<float, V>(ref Unsafe.Add(ref secondSums, column + lanes)) = isCut ? secondBlocks1.Value : second1;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + (2 * lanes))) = isCut ? blocks2.Value : sum2;
            Unsafe.As<float, V>(ref Unsafe.Add(ref secondSums, column + (2 * lanes))) = isCut ? secondBlocks2.Value : second2;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + (3 * lanes))) = isCut ? blocks3.Value : sum3;
            Unsafe.As<float, V>(ref Unsafe.Add(ref secondSums, column + (3 * lanes))) = isCut ? secondBlocks3.Value : second3;
        }
    }

    /// <summary>3 vectors at a time, of the columns [column, endColumn), over the rows [begin, end).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void PairStrip3<S, V, TSource, E>(
        scoped in TSource source, ref float sums, scoped in E epilogue, ref float secondSums,
        int column, int endColumn, nint begin, nint end, int rowsOfBlock)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TSource : struct, IRowSource<V>, allows ref struct
    {
        int lanes = S.Lanes;
        // Copies can stay in registers, while sums are stored.
        TSource terms = source;
        E factor = epilogue;
        bool isCut = end - begin > rowsOfBlock;
        for (; column < endColumn; column += 3 * lanes)
        {
            V sum0 = default, sum1 = default, sum2 = default;
            CascadeSum<S, V> blocks0 = default, blocks1 = default, blocks2 = default;
            V second0 = default, second1 = default, second2 = default;
            CascadeSum<S, V> secondBlocks0 = default, secondBlocks1 = default, secondBlocks2 = default;
            for (nint row = begin; row < end;)
            {
                nint last = Math.Min(end, row + rowsOfBlock);
                for (; row < last; row++)
                {
                    V value0 = terms.Load(row, column);
                    sum0 = S.Add(sum0, value0);
                    second0 = S.Add(second0, factor.Apply(value0, row, column));
                    V value1 = terms.Load(row, column + lanes);
                    sum1 = S.Add(sum1, value1);
                    second1 = S.Add(second1, factor.Apply(value1, row, column + lanes));
                    V value2 = terms.Load(row, column + (2 * lanes));
                    sum2 = S.Add(sum2, value2);
                    second2 = S.Add(second2, factor.Apply(value2, row, column + (2 * lanes)));
                }

                if (isCut)
                {
                    blocks0.Add(sum0);
                    blocks1.Add(sum1);
                    blocks2.Add(sum2);
                    secondBlocks0.Add(second0);
                    secondBlocks1.Add(second1);
                    secondBlocks2.Add(second2);
                    sum0 = sum1 = sum2 = second0 = second1 = second2 = default;
                }
            }

            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column)) = isCut ? blocks0.Value : sum0;
            Unsafe.As<float, V>(ref Unsafe.Add(ref secondSums, column)) = isCut ? secondBlocks0.Value : second0;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + lanes)) = isCut ? blocks1.Value : sum1;
            Unsafe.As<float, V>(ref Unsafe.Add(ref secondSums, column + lanes)) = isCut ? secondBlocks1.Value : second1;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + (2 * lanes))) = isCut ? blocks2.Value : sum2;
            Unsafe.As<float, V>(ref Unsafe.Add(ref secondSums, column + (2 * lanes))) = isCut ? secondBlocks2.Value : second2;
        }
    }

    /// <summary>2 vectors at a time, of the columns [column, endColumn), over the rows [begin, end).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void PairStrip2<S, V, TSource, E>(
        scoped in TSource source, ref float sums, scoped in E epilogue, ref float secondSums,
        int column, int endColumn, nint begin, nint end, int rowsOfBlock)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TSource : struct, IRowSource<V>, allows ref struct
    {
        int lanes = S.Lanes;
        // Copies can stay in registers, while sums are stored.
        TSource terms = source;
        E factor = epilogue;
        bool isCut = end - begin > rowsOfBlock;
        for (; column < endColumn; column += 2 * lanes)
        {
            V sum0 = default, sum1 = default;
            CascadeSum<S, V> blocks0 = default, blocks1 = default;
            V second0 = default, second1 = default;
            CascadeSum<S, V> secondBlocks0 = default, secondBlocks1 = default;
            for (nint row = begin; row < end;)
            {
                nint last = Math.Min(end, row + rowsOfBlock);
                for (; row < last; row++)
                {
                    V value0 = terms.Load(row, column);
                    sum0 = S.Add(sum0, value0);
                    second0 = S.Add(second0, factor.Apply(value0, row, column));
                    V value1 = terms.Load(row, column + lanes);
                    sum1 = S.Add(sum1, value1);
                    second1 = S.Add(second1, factor.Apply(value1, row, column + lanes));
                }

                if (isCut)
                {
                    blocks0.Add(sum0);
                    blocks1.Add(sum1);
                    secondBlocks0.Add(second0);
                    secondBlocks1.Add(second1);
                    sum0 = sum1 = second0 = second1 = default;
                }
            }

            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column)) = isCut ? blocks0.Value : sum0;
            Unsafe.As<float, V>(ref Unsafe.Add(ref secondSums, column)) = isCut ? secondBlocks0.Value : second0;
            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column + lanes)) = isCut ? blocks1.Value : sum1;
            Unsafe.As<float, V>(ref Unsafe.Add(ref secondSums, column + lanes)) = isCut ? secondBlocks1.Value : second1;
        }
    }

    /// <summary>One vector at a time, of the columns [column, endColumn), over the rows [begin, end).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void PairStrip1<S, V, TSource, E>(
        scoped in TSource source, ref float sums, scoped in E epilogue, ref float secondSums,
        int column, int endColumn, nint begin, nint end, int rowsOfBlock)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TSource : struct, IRowSource<V>, allows ref struct
    {
        // Copies can stay in registers, while sums are stored.
        TSource terms = source;
        E factor = epilogue;
        bool isCut = end - begin > rowsOfBlock;
        for (; column < endColumn; column += S.Lanes)
        {
            V sum = default;
            CascadeSum<S, V> blocks = default;
            V second = default;
            CascadeSum<S, V> secondBlocks = default;
            for (nint row = begin; row < end;)
            {
                nint last = Math.Min(end, row + rowsOfBlock);
                for (; row < last; row++)
                {
                    V value = terms.Load(row, column);
                    sum = S.Add(sum, value);
                    second = S.Add(second, factor.Apply(value, row, column));
                }

                if (isCut)
                {
                    blocks.Add(sum);
                    secondBlocks.Add(second);
                    sum = second = default;
                }
            }

            Unsafe.As<float, V>(ref Unsafe.Add(ref sums, column)) = isCut ? blocks.Value : sum;
            Unsafe.As<float, V>(ref Unsafe.Add(ref secondSums, column)) = isCut ? secondBlocks.Value : second;
        }
    }
}
