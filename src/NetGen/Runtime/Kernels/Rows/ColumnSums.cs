using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Sums over the rows of each sample, as those over the pixels of an image that batch norm and the gradient of a bias begin with.
/// </summary>
/// <remarks>
/// Several vectors of columns have a sum each: one addition does not wait for the other. Long sums are added up from those of blocks: see
/// <see cref="CascadeSum{S, V}"/>.
/// </remarks>
[CLSCompliant(false)]
public static partial class ColumnSums
{
    /// <summary>As many as fill the cache's lines that lie one behind the other.</summary>
    private const int MostVectors = 4;

    /// <summary>sums[sample, column] = Σ over the sample's rows of source[row, column] for the samples [begin, end).</summary>
    /// <typeparam name="S">The vector width; its lanes divide <paramref name="columns"/>.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="TSource">The summands. Each element is loaded once.</typeparam>
    /// <param name="source">The summands, [samples · rows, columns].</param>
    /// <param name="sums">The first float of the result, [samples, columns].</param>
    /// <param name="stride">Floats from one row of the result to the next.</param>
    /// <param name="rows">Rows of a sample.</param>
    /// <param name="columns">Columns, padding included.</param>
    /// <param name="rowsOfBlock">
    /// Rows that are summed before the sum is added to that of the blocks before; all of them where the sum is short.
    /// </param>
    /// <param name="vectors">How many vectors of a row are loaded in one loop, 1 to 4: fewer of summands that take many operations.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    public static void Sum<S, V, TSource>(
        scoped in TSource source, ref float sums, int stride, int rows, int columns, int rowsOfBlock, int vectors, int begin, int end)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
    {
        for (int sample = begin; sample < end; sample++)
        {
            ref float sumsOfSample = ref Unsafe.Add(ref sums, (nint)sample * stride);
            nint first = (nint)sample * rows, last = first + rows;
            for (int column = 0; column < columns;)
            {
                (int together, int next) = Next(column, columns, S.Lanes, vectors);
                switch (together)
                {
                    case 4:
                        Strip4<S, V, TSource>(in source, ref sumsOfSample, column, next, first, last, rowsOfBlock);
                        break;
                    case 3:
                        Strip3<S, V, TSource>(in source, ref sumsOfSample, column, next, first, last, rowsOfBlock);
                        break;
                    case 2:
                        Strip2<S, V, TSource>(in source, ref sumsOfSample, column, next, first, last, rowsOfBlock);
                        break;
                    default:
                        Strip1<S, V, TSource>(in source, ref sumsOfSample, column, next, first, last, rowsOfBlock);
                        break;
                }

                column = next;
            }
        }
    }

    /// <summary>
    /// sums[sample, column] = Σ over the sample's rows of source[row, column], and secondSums[sample, column] = Σ of
    /// epilogue(source[row, column]), for the samples [begin, end): as Σ g and Σ g · x̂ of batch norm's backward pass (Ioffe and Szegedy,
    /// arXiv 1502.03167, section 3).
    /// </summary>
    /// <typeparam name="S">The vector width; its lanes divide <paramref name="columns"/>.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="TSource">The summands of the first sum. Each element is loaded once.</typeparam>
    /// <typeparam name="E">What makes of them the summands of the second sum; it gets rows that are counted over the batch.</typeparam>
    /// <param name="source">The summands of the first sum, [samples · rows, columns].</param>
    /// <param name="sums">The first float of the first result, [samples, columns].</param>
    /// <param name="epilogue">What makes the summands of the second sum.</param>
    /// <param name="secondSums">The first float of the second result, [samples, columns].</param>
    /// <param name="stride">Floats from one row of a result to the next.</param>
    /// <param name="rows">Rows of a sample.</param>
    /// <param name="columns">Columns, padding included.</param>
    /// <param name="rowsOfBlock">
    /// Rows that are summed before the sum is added to that of the blocks before; all of them where the sum is short.
    /// </param>
    /// <param name="vectors">How many vectors of a row are loaded in one loop, 1 to 4: fewer of summands that take many operations.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    public static void Sum<S, V, TSource, E>(
        scoped in TSource source, ref float sums, scoped in E epilogue, ref float secondSums,
        int stride, int rows, int columns, int rowsOfBlock, int vectors, int begin, int end)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        for (int sample = begin; sample < end; sample++)
        {
            ref float sumsOfSample = ref Unsafe.Add(ref sums, (nint)sample * stride);
            ref float secondOfSample = ref Unsafe.Add(ref secondSums, (nint)sample * stride);
            nint first = (nint)sample * rows, last = first + rows;
            for (int column = 0; column < columns;)
            {
                (int together, int next) = Next(column, columns, S.Lanes, vectors);
                switch (together)
                {
                    case 4:
                        PairStrip4<S, V, TSource, E>(
                            in source, ref sumsOfSample, in epilogue, ref secondOfSample, column, next, first, last, rowsOfBlock);
                        break;
                    case 3:
                        PairStrip3<S, V, TSource, E>(
                            in source, ref sumsOfSample, in epilogue, ref secondOfSample, column, next, first, last, rowsOfBlock);
                        break;
                    case 2:
                        PairStrip2<S, V, TSource, E>(
                            in source, ref sumsOfSample, in epilogue, ref secondOfSample, column, next, first, last, rowsOfBlock);
                        break;
                    default:
                        PairStrip1<S, V, TSource, E>(
                            in source, ref sumsOfSample, in epilogue, ref secondOfSample, column, next, first, last, rowsOfBlock);
                        break;
                }

                column = next;
            }
        }
    }

    /// <summary>How many vectors go together from a column on, and the column after the last that they divide.</summary>
    internal static (int Vectors, int Next) Next(int column, int columns, int lanes, int most)
    {
        int left = (columns - column) / lanes;
        int vectors = Math.Min(left, Math.Min(most, MostVectors));
        return (vectors, column + (left / vectors * vectors * lanes));
    }
}
