using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>Sums over the samples beside the obvious loop, at every width, with rows that are padded.</summary>
public class BatchSumsTests
{
    /// <summary>Stands where nothing may be written.</summary>
    private const float Untouched = -7777;

    private const int Samples = 7;

    /// <summary>
    /// Kernels write the padding of what is summed as far as their vectors reach, and not always with zeros; behind that lies what lay
    /// there before. The padding of a sum is zero.
    /// </summary>
    [Theory]
    [InlineData(1, 20)]
    [InlineData(3, 17)]
    [InlineData(2, 3)]
    [InlineData(1, 32)]
    public void Padding_is_neither_read_nor_written_where_it_is_not_part_of_a_vector(int rows, int columns) =>
        EveryWidth.Run(Check<SimdScalar, float>, (rows, columns));

    private static void Check<S, V>((int Rows, int Columns) size)
        where S : ISimd<V>
        where V : struct
    {
        (int rows, int columns) = size;
        int row = AlignedBlock.RoundUp(columns), elements = rows * row;
        int written = (columns + S.Lanes - 1) / S.Lanes * S.Lanes;
        var random = new Random(columns);
        float[] source = [.. Enumerable.Range(0, Samples * elements).Select(i =>
            i % row < written ? random.Next(-8, 9) : float.NaN)];
        float[] sums = [.. Enumerable.Repeat(Untouched, elements)];
        BatchSums.Sum<S, V, MatrixSource<S, V>, Unchanged<V>>(
            new(ref source[0], elements), ref sums[0], Samples, elements, row, columns, 0, elements / BatchSums.ElementsOfItem, default);
        for (int i = 0; i < elements; i++)
        {
            float expected = i % row >= written ? Untouched
                : i % row >= columns ? 0
                : Enumerable.Range(0, Samples).Sum(sample => source[(sample * elements) + i]);
            if (expected != sums[i])
                Assert.Fail($"{typeof(S).Name}: element {i} is {sums[i]}, {expected} was expected");
        }
    }
}
