using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Sums over the rows of each sample together with the squared deviations from the sample's mean, as batch norm's mean and variance begin
/// with.
/// </summary>
/// <remarks>
/// A block of rows is summed, and while it is in L1 its squared deviations from its own mean are. Blocks are put together as Chan, Golub
/// and LeVeque do (Updating Formulae and a Pairwise Algorithm for Computing Sample Variances, 1979, equation 2.1): no difference of large
/// sums is taken, and memory is read once. The deviation is off by about the rounding of the mean.
/// </remarks>
[CLSCompliant(false)]
public static partial class ColumnMoments
{
    /// <summary>
    /// sums[sample, column] = Σ over the sample's rows of source[row, column], and squares[sample, column] = Σ of
    /// (source[row, column] − mean[sample, column])², for the samples [begin, end).
    /// </summary>
    /// <typeparam name="S">The vector width; its lanes divide <paramref name="columns"/>.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="TSource">The summands, as they are loaded first.</typeparam>
    /// <typeparam name="TAgain">The same summands, as they are loaded for the second time.</typeparam>
    /// <param name="source">The summands, [samples · rows, columns].</param>
    /// <param name="again">The same; of summands that the first one stores, where they lie then.</param>
    /// <param name="sums">The first float of the sums, [samples, columns].</param>
    /// <param name="squares">The first float of the sums of squares, [samples, columns].</param>
    /// <param name="stride">Floats from one row of a result to the next.</param>
    /// <param name="rows">Rows of a sample.</param>
    /// <param name="columns">Columns, padding included.</param>
    /// <param name="rowsOfBlock">Rows of a block; all of them where they are few.</param>
    /// <param name="vectors">How many vectors of a row are loaded in one loop, 1 to 4: fewer of summands that take many operations.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    public static void Sum<S, V, TSource, TAgain>(
        scoped in TSource source, scoped in TAgain again, ref float sums, ref float squares,
        int stride, int rows, int columns, int rowsOfBlock, int vectors, int begin, int end)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
        where TAgain : struct, IRowSource<V>, allows ref struct
    {
        for (int sample = begin; sample < end; sample++)
        {
            ref float sumsOfSample = ref Unsafe.Add(ref sums, (nint)sample * stride);
            ref float squaresOfSample = ref Unsafe.Add(ref squares, (nint)sample * stride);
            nint first = (nint)sample * rows, last = first + rows;
            for (int column = 0; column < columns;)
            {
                (int together, int next) = ColumnSums.Next(column, columns, S.Lanes, vectors);
                switch (together)
                {
                    case 4:
                        Strip4<S, V, TSource, TAgain>(
                            in source, in again, ref sumsOfSample, ref squaresOfSample, column, next, first, last, rowsOfBlock);
                        break;
                    case 3:
                        Strip3<S, V, TSource, TAgain>(
                            in source, in again, ref sumsOfSample, ref squaresOfSample, column, next, first, last, rowsOfBlock);
                        break;
                    case 2:
                        Strip2<S, V, TSource, TAgain>(
                            in source, in again, ref sumsOfSample, ref squaresOfSample, column, next, first, last, rowsOfBlock);
                        break;
                    default:
                        Strip1<S, V, TSource, TAgain>(
                            in source, in again, ref sumsOfSample, ref squaresOfSample, column, next, first, last, rowsOfBlock);
                        break;
                }

                column = next;
            }
        }
    }
}
