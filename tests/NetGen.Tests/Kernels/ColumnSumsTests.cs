using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>
/// Sums over the rows of samples beside the obvious loop, at every width, with rows around the blocks and columns around the vectors.
/// </summary>
public class ColumnSumsTests
{
    /// <summary>Stands where nothing may be written.</summary>
    private const float Untouched = -7777;

    private const int Samples = 4;

    private static readonly (int Rows, int RowsOfBlock)[] RowCounts =
        [(0, 1), (1, 1), (5, 5), (63, 64), (64, 64), (65, 64), (128, 64), (200, 64), (7, 1), (200, 3)];

    public static TheoryData<int> Columns => [16, 32, 48, 64, 80, 96, 112, 128];

    [Theory]
    [MemberData(nameof(Columns))]
    public void Sums_at_every_width(int columns)
    {
        EveryWidth.Run(Check<SimdScalar, float>, columns);
    }

    [Fact]
    public void Sums_of_few_columns()
    {
        EveryWidth.Run(UpToEight<SimdScalar, float>);

        static void UpToEight<S, V>()
            where S : ISimd<V>
            where V : struct
        {
            for (int columns = S.Lanes; columns <= 8; columns += S.Lanes)
                Check<S, V>(columns);
        }
    }

    /// <summary>64 blocks make a larger one.</summary>
    [Fact]
    public void Sums_of_larger_blocks()
    {
        Check<Simd512, Vector512<float>>(16, [(64 * 64, 64), (9000, 64)]);
        Check<Simd256, Vector256<float>>(16, [(64 * 64, 64), (9000, 64)]);
        Check<SimdScalar, float>(16, [(9000, 64)]);
    }

    private static void Check<S, V>(int columns, (int Rows, int RowsOfBlock)[]? rowCounts = null)
        where S : ISimd<V>
        where V : struct
    {
        foreach ((int rows, int rowsOfBlock) in rowCounts ?? RowCounts)
        {
            var problem = new Problem(rows, columns, rowsOfBlock);
            for (int vectors = 1; vectors <= 4; vectors++)
            {
                float[] sums = problem.NewSums(), second = problem.NewSums(), stored = new float[problem.Source.Length];
                ColumnSums.Sum<S, V, MatrixSource<S, V>>(
                    new(ref problem.Source[0], problem.SourceStride), ref sums[0],
                    problem.Stride, rows, columns, rowsOfBlock, vectors, 1, Samples);
                problem.AssertSums(sums, Problem.Same, typeof(S).Name);

                sums = problem.NewSums();
                ColumnSums.Sum<S, V, MatrixSource<S, V>, TimesRow<S, V>>(
                    new(ref problem.Source[0], problem.SourceStride), ref sums[0], new(ref problem.Factor[0]), ref second[0],
                    problem.Stride, rows, columns, rowsOfBlock, vectors, 1, Samples);
                problem.AssertSums(sums, Problem.Same, typeof(S).Name);
                problem.AssertSums(second, problem.TimesRow, typeof(S).Name);

                sums = problem.NewSums();
                ColumnSums.Sum<S, V, StoredSource<S, V, MatrixSource<S, V>>>(
                    new(new(ref problem.Source[0], problem.SourceStride), ref stored[0], problem.SourceStride), ref sums[0],
                    problem.Stride, rows, columns, rowsOfBlock, vectors, 1, Samples);
                problem.AssertSums(sums, Problem.Same, typeof(S).Name);
                problem.AssertStored(stored);
            }
        }
    }

    /// <summary>The summands, and the sums in the order of the rows: their bits are those of the kernel.</summary>
    private sealed class Problem
    {
        private readonly int rows;
        private readonly int columns;
        private readonly int rowsOfBlock;
        private readonly Dictionary<(MethodInfo Term, int Place), float> expectedSums = [];

        public Problem(int rows, int columns, int rowsOfBlock)
        {
            (this.rows, this.columns, this.rowsOfBlock) = (rows, columns, rowsOfBlock);
            var random = new Random(7);
            Source = [.. Enumerable.Range(0, Math.Max(1, Samples * rows * SourceStride)).Select(_ => random.NextSingle() - 0.3f)];
            Factor = [.. Enumerable.Range(0, columns).Select(_ => random.NextSingle())];
        }

        public float[] Source { get; }

        public float[] Factor { get; }

        public int SourceStride => columns + 3;

        public int Stride => columns + 5;

        public static float Same(float value, int row, int column) => value;

        public float TimesRow(float value, int row, int column) => value * (row + Factor[column]);

        public float[] NewSums() => [.. Enumerable.Repeat(Untouched, Samples * Stride)];

        public void AssertSums(float[] sums, Func<float, int, int, float> term, string what)
        {
            for (int i = 0; i < sums.Length; i++)
            {
                (int sample, int column) = (i / Stride, i % Stride);
                float expected = sample == 0 || column >= columns ? Untouched : Expected(i, term);
                if (BitConverter.SingleToInt32Bits(expected) != BitConverter.SingleToInt32Bits(sums[i]))
                    Assert.Fail(
                        $"{what}, {rows} rows in blocks of {rowsOfBlock}, {columns} columns: "
                        + $"[{sample}, {column}] is {sums[i]}, not {expected}");
            }
        }

        public void AssertStored(float[] stored)
        {
            for (int i = 0; i < stored.Length; i++)
            {
                (int row, int column) = (i / SourceStride, i % SourceStride);
                Assert.Equal(row >= rows && row < Samples * rows && column < columns ? Source[i] : 0, stored[i]);
            }
        }

        /// <summary>A sum, once for all kernels and widths that make it.</summary>
        private float Expected(int place, Func<float, int, int, float> term)
        {
            if (!expectedSums.TryGetValue((term.Method, place), out float sum))
                expectedSums[(term.Method, place)] = sum = Sum(place / Stride, place % Stride, term);
            return sum;
        }

        private float Sum(int sample, int column, Func<float, int, int, float> term)
        {
            CascadeSum<SimdScalar, float> blocks = default;
            for (int first = 0; first < rows; first += rowsOfBlock)
            {
                float sum = 0;
                for (int row = (sample * rows) + first; row < (sample * rows) + Math.Min(rows, first + rowsOfBlock); row++)
                    sum += term(Source[(row * SourceStride) + column], row, column);
                blocks.Add(sum);
            }

            return blocks.Value;
        }
    }

    /// <summary>value · (row + factor[column]).</summary>
    private readonly ref struct TimesRow<S, V>(ref float factor) : IEpilogue<V>
        where S : ISimd<V>
        where V : struct
    {
        private readonly ref float factor = ref factor;

        public static bool IsLong => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply(V value, nint row, nint column) =>
            S.Multiply(value, S.Add(S.Create(row), S.Load(ref Unsafe.Add(ref factor, column))));

        public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
        {
        }
    }
}
