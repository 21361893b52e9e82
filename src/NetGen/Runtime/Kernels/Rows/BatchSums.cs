using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Sums over the samples of a batch, as the gradient of a bias.</summary>
[CLSCompliant(false)]
public static class BatchSums
{
    /// <summary>Elements of a work item: each is summed by one thread, in the order of the samples.</summary>
    public const int ElementsOfItem = AlignedBlock.FloatsPerLine;

    /// <summary>Samples of a block of a long sum: see <see cref="CascadeSum{S, V}"/>.</summary>
    private const int SamplesOfBlock = 256;

    /// <summary>
    /// Computes sums[i] = epilogue(Σ over samples of source[sample, i]) for the columns of the work
    /// items [begin, end), of rows without padding.
    /// </summary>
    /// <typeparam name="S">The vector width; its lanes divide the columns.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="TSource">The summands.</typeparam>
    /// <typeparam name="E">What follows the sums; it gets them as columns of row 0.</typeparam>
    /// <param name="source">The summands, [samples, columns].</param>
    /// <param name="sums">The first float of the result, [columns].</param>
    /// <param name="samples">How many samples are summed.</param>
    /// <param name="columns">Floats of the result.</param>
    /// <param name="begin">The first work item: <see cref="ElementsOfItem"/> floats of the result.</param>
    /// <param name="end">The work item after the last.</param>
    /// <param name="epilogue">What follows the sums.</param>
    public static void Sum<S, V, TSource, E>(
        scoped in TSource source, ref float sums, int samples, int columns, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
        where E : struct, IEpilogue<V>, allows ref struct =>
        Sum<S, V, TSource, E>(in source, ref sums, samples, columns, columns, columns, begin, end, in epilogue);

    /// <summary>sums[i] = epilogue(Σ over samples of source[sample, i]) for the elements of the work items [begin, end).</summary>
    /// <remarks>
    /// Four samples at a time have a sum each, so that one addition does not wait for the other. If there
    /// are many samples, blocks are summed first.
    /// </remarks>
    /// <typeparam name="S">The vector width; its lanes divide <paramref name="elements"/>.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="TSource">The summands.</typeparam>
    /// <typeparam name="E">What follows the sums; it gets their elements as columns of row 0.</typeparam>
    /// <param name="source">The summands, [samples, elements].</param>
    /// <param name="sums">The first float of the result, [elements].</param>
    /// <param name="samples">How many samples are summed.</param>
    /// <param name="elements">Floats of the result, padding included.</param>
    /// <param name="row">Floats of one of its rows, padding included.</param>
    /// <param name="columns">
    /// Floats of one of its rows, without padding. The padding of the result gets zeros where it is part of a vector with columns, and is
    /// not written elsewhere.
    /// </param>
    /// <param name="begin">The first work item: <see cref="ElementsOfItem"/> floats of the result.</param>
    /// <param name="end">The work item after the last.</param>
    /// <param name="epilogue">What follows the sums.</param>
    public static void Sum<S, V, TSource, E>(
        scoped in TSource source, ref float sums, int samples, int elements, int row, int columns, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (TSource.IsLong)
            SumLong<S, V, TSource, E>(in source, ref sums, samples, elements, row, columns, begin, end, in epilogue);
        else
            SumShort<S, V, TSource, E>(in source, ref sums, samples, elements, row, columns, begin, end, in epilogue);
    }

    /// <summary>Terms that take long are computed in one place: nothing waits for their additions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void SumLong<S, V, TSource, E>(
        scoped in TSource source, ref float sums, int samples, int elements, int row, int columns, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        TSource terms = source;
        int last = Math.Min(end * ElementsOfItem, elements);
        for (int i = begin * ElementsOfItem; i < last; i += S.Lanes)
        {
            if (i % row >= columns)
                continue;
            CascadeSum<S, V> total = default;
            for (int sample = 0; sample < samples;)
            {
                V sum = S.Zero;
                for (int next = Math.Min(samples, sample + SamplesOfBlock); sample < next; sample++)
                    sum = S.Add(sum, terms.Load(sample, i));
                total.Add(sum);
            }

            Store<S, V, E>(total.Value, ref sums, i, columns - (i % row), in epilogue);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void SumShort<S, V, TSource, E>(
        scoped in TSource source, ref float sums, int samples, int elements, int row, int columns, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        // A copy can stay in registers, while sums are stored.
        TSource terms = source;
        int last = Math.Min(end * ElementsOfItem, elements);
        for (int i = begin * ElementsOfItem; i < last; i += S.Lanes)
        {
            if (i % row >= columns)
                continue;
            CascadeSum<S, V> total = default;

            // Two neighbours at once, which often lie in one pair of cache lines: rows of a batch are far apart.
            int beside = i + S.Lanes;
            if (beside < last && beside % row < columns)
            {
                CascadeSum<S, V> totalBeside = default;
                for (int sample = 0; sample < samples;)
                {
                    V sum0 = S.Zero, sum1 = S.Zero, sum2 = S.Zero, sum3 = S.Zero;
                    V beside0 = S.Zero, beside1 = S.Zero, beside2 = S.Zero, beside3 = S.Zero;
                    int next = Math.Min(samples, sample + SamplesOfBlock);
                    for (; sample + 4 <= next; sample += 4)
                    {
                        sum0 = S.Add(sum0, terms.Load(sample, i));
                        beside0 = S.Add(beside0, terms.Load(sample, beside));
                        sum1 = S.Add(sum1, terms.Load(sample + 1, i));
                        beside1 = S.Add(beside1, terms.Load(sample + 1, beside));
                        sum2 = S.Add(sum2, terms.Load(sample + 2, i));
                        beside2 = S.Add(beside2, terms.Load(sample + 2, beside));
                        sum3 = S.Add(sum3, terms.Load(sample + 3, i));
                        beside3 = S.Add(beside3, terms.Load(sample + 3, beside));
                    }

                    for (; sample < next; sample++)
                    {
                        sum0 = S.Add(sum0, terms.Load(sample, i));
                        beside0 = S.Add(beside0, terms.Load(sample, beside));
                    }

                    total.Add(S.Add(S.Add(S.Add(sum0, sum1), sum2), sum3));
                    totalBeside.Add(S.Add(S.Add(S.Add(beside0, beside1), beside2), beside3));
                }

                Store<S, V, E>(total.Value, ref sums, i, columns - (i % row), in epilogue);
                Store<S, V, E>(totalBeside.Value, ref sums, beside, columns - (beside % row), in epilogue);
                i = beside;
                continue;
            }

            for (int sample = 0; sample < samples;)
            {
                V sum0 = S.Zero, sum1 = S.Zero, sum2 = S.Zero, sum3 = S.Zero;
                int next = Math.Min(samples, sample + SamplesOfBlock);
                for (; sample + 4 <= next; sample += 4)
                {
                    sum0 = S.Add(sum0, terms.Load(sample, i));
                    sum1 = S.Add(sum1, terms.Load(sample + 1, i));
                    sum2 = S.Add(sum2, terms.Load(sample + 2, i));
                    sum3 = S.Add(sum3, terms.Load(sample + 3, i));
                }

                for (; sample < next; sample++)
                    sum0 = S.Add(sum0, terms.Load(sample, i));
                total.Add(S.Add(S.Add(S.Add(sum0, sum1), sum2), sum3));
            }

            Store<S, V, E>(total.Value, ref sums, i, columns - (i % row), in epilogue);
        }
    }

    /// <summary>
    /// Stores zeros behind the end of a row: summands may have others there, as where a number of the sample is one for all columns.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<S, V, E>(V sum, ref float sums, int place, int left, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        V value = epilogue.Apply(sum, 0, place);
        S.Store(left < S.Lanes ? S.SelectFirst(left, value, S.Zero) : value, ref Unsafe.Add(ref sums, place));
    }
}
