using System.Runtime.Intrinsics;
using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>Sums and squared deviations beside those of two walks in double precision, at every width.</summary>
public class ColumnMomentsTests
{
    /// <summary>Stands where nothing may be written.</summary>
    private const float Untouched = -7777;

    private const int Samples = 3;

    public static TheoryData<int, int> Rows => new()
    {
        { 1, 1 }, { 2, 64 }, { 5, 5 }, { 63, 64 }, { 64, 64 }, { 65, 64 }, { 200, 64 }, { 7, 1 }, { 200, 3 }, { 64 * 70, 64 },
    };

    [Theory, MemberData(nameof(Rows))]
    public void Moments_at_every_width(int rows, int rowsOfBlock)
    {
        foreach (int columns in (int[])[16, 48, 80, 112])
            AtEveryWidth(columns, mean: 0.2f);

        // Numbers far from zero, whose squares differ in their last digits.
        AtEveryWidth(16, mean: 3000);

        void AtEveryWidth(int columns, float mean)
        {
            Check<Simd512, Vector512<float>>(columns, mean);
            Check<Simd256, Vector256<float>>(columns, mean);
            Check<Simd128, Vector128<float>>(columns, mean);
            Check<SimdScalar, float>(columns, mean);
        }

        void Check<S, V>(int columns, float mean)
            where S : ISimd<V>
            where V : struct
        {
            int sourceStride = columns + 3, stride = columns + 5;
            var random = new Random(7);
            float[] source = [.. Enumerable.Range(0, Samples * rows * sourceStride).Select(_ => random.NextSingle() + mean)];
            for (int vectors = 1; vectors <= 4; vectors++)
            {
                float[] sums = [.. Enumerable.Repeat(Untouched, Samples * stride)], squares = [.. sums];
                ColumnMoments.Sum<S, V, MatrixSource<S, V>, MatrixSource<S, V>>(
                    new(ref source[0], sourceStride), new(ref source[0], sourceStride), ref sums[0], ref squares[0],
                    stride, rows, columns, rowsOfBlock, vectors, 1, Samples);
                AssertMoments(sums, squares, $"{typeof(S).Name}, {columns} columns, {vectors} vectors");
            }

            // What the first walk stores over the summands is what the second one loads.
            float[] stored = [.. source], sumsOfStored = new float[Samples * stride], squaresOfStored = new float[Samples * stride];
            ColumnMoments.Sum<S, V, StoredSource<S, V, Mapped<V, MatrixSource<S, V>, MultiplyBy<S, V>>>, MatrixSource<S, V>>(
                new(new(new(ref stored[0], sourceStride), new(2)), ref stored[0], sourceStride), new(ref stored[0], sourceStride),
                ref sumsOfStored[0], ref squaresOfStored[0], stride, rows, columns, rowsOfBlock, vectors: 4, 0, Samples);
            float[] plainSums = new float[Samples * stride], plainSquares = new float[Samples * stride];
            ColumnMoments.Sum<S, V, MatrixSource<S, V>, MatrixSource<S, V>>(
                new(ref source[0], sourceStride), new(ref source[0], sourceStride), ref plainSums[0], ref plainSquares[0],
                stride, rows, columns, rowsOfBlock, vectors: 4, 0, Samples);
            Assert.Equal(plainSums.Select(sum => 2 * sum), sumsOfStored);
            Assert.Equal(plainSquares.Select(square => 4 * square), squaresOfStored);

            void AssertMoments(float[] sums, float[] squares, string what)
            {
                for (int i = 0; i < sums.Length; i++)
                {
                    (int sample, int column) = (i / stride, i % stride);
                    if (sample == 0 || column >= columns)
                    {
                        Assert.Equal((Untouched, Untouched), (sums[i], squares[i]));
                        continue;
                    }

                    double[] terms =
                        [.. Enumerable.Range(0, rows).Select(row => (double)source[(((sample * rows) + row) * sourceStride) + column])];
                    double average = terms.Average(), expected = terms.Sum(term => (term - average) * (term - average));

                    // The means of blocks are off by roundings, and so are the distances between them.
                    double tolerance = (2e-6 * expected) + (Math.Abs(average) * 4e-7 * Math.Sqrt(expected * rows)) + 1e-7;
                    Assert.True(Math.Abs(sums[i] - terms.Sum()) <= 1e-6 * terms.Sum(), $"{what}: {sums[i]}, not {terms.Sum()}");
                    Assert.True(Math.Abs(squares[i] - expected) <= tolerance, $"{what}: {squares[i]}, not {expected}");
                }
            }
        }
    }
}
