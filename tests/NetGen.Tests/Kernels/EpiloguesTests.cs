using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>
/// Each epilogue beside what it computes, element by element, at every width. Single operations are rounded alike everywhere; where
/// products and sums may be fused, the numbers are small and whole.
/// </summary>
public class EpiloguesTests
{
    private const int Rows = 5, Columns = 48, Stride = 64;

    /// <summary>Stands where nothing may be written.</summary>
    private const float Untouched = -7777;

    private readonly float[] values = Numbers(1, Rows * Stride);
    private readonly float[] matrix = Numbers(2, Rows * Stride);
    private readonly float[] a = Numbers(3, Columns);
    private readonly float[] b = Numbers(4, Columns);
    private readonly float[] c = Numbers(5, Columns);
    private readonly float[] d = Numbers(6, Columns);
    private readonly float[] e = Numbers(7, Columns);

    /// <summary>What an element becomes: value, the matrix's element, column.</summary>
    private delegate float Expected(float value, float x, int column);

    private interface ITest
    {
        void At<S, V>(EpiloguesTests of)
            where S : ISimd<V>
            where V : struct;
    }

    [Fact]
    public void Scale() => AtEveryWidth<ScaleTest>();

    [Fact]
    public void Clamp_and_its_gradient() => AtEveryWidth<ClampTest>();

    [Fact]
    public void Leaky_relu_and_its_gradient() => AtEveryWidth<LeakyReluTest>();

    [Fact]
    public void Numbers_and_matrices() => AtEveryWidth<ArithmeticTest>();

    [Fact]
    public void Norms() => AtEveryWidth<NormTest>();

    [Fact]
    public void Dropout() => AtEveryWidth<DropoutTest>();

    [Fact]
    public void Sums_of_batch_norm() => AtEveryWidth<BatchTest>();

    [Fact]
    public void Another_result_is_stored_elsewhere() => AtEveryWidth<StoreTest>();

    [Fact]
    public void Folded_batch_norm() => AtEveryWidth<FoldTest>();

    private static float[] Numbers(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 8 - 4)];
    }

    private void AtEveryWidth<T>()
        where T : struct, ITest
    {
        EveryWidth.Run(default(T).At<SimdScalar, float>, this);
    }

    /// <summary>Rows 1 to 4 of the values get the epilogue; nothing else is written.</summary>
    private void Check<S, V, E>(scoped in E epilogue, Expected expected, bool isLong = false)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct =>
        Check<S, V, MatrixSource<S, V>, E>(new(ref values[0], Stride), in epilogue, expected, isLong);

    private void Check<S, V, TSource, E>(scoped in TSource source, scoped in E epilogue, Expected expected, bool isLong = false)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        Assert.Equal(isLong, E.IsLong);
        float[] output = [.. Enumerable.Repeat(Untouched, Rows * Stride)];
        RowMaps.Apply<S, V, TSource, E>(in source, ref output[0], Stride, Columns, 1, 4, in epilogue);
        for (int i = 0; i < output.Length; i++)
        {
            (int row, int column) = (i / Stride, i % Stride);
            float wanted = row is >= 1 and < 4 && column < Columns ? expected(values[i], matrix[i], column) : Untouched;
            if (!(wanted.Equals(output[i])))
                Assert.Fail($"{typeof(S).Name}, {typeof(E).Name}: {output[i]} at {row}, {column} in place of {wanted}");
        }

        epilogue.PrefetchBlock(1, 2, 2, 1);
    }

    private readonly struct ScaleTest : ITest
    {
        public void At<S, V>(EpiloguesTests of)
            where S : ISimd<V>
            where V : struct
        {
            of.Check<S, V, Scale<S, V>>(new(ref of.a[0]), (value, x, i) => value * of.a[i]);
            of.Check<S, V, ScaleAndShift<S, V>>(new(ref of.a[0], ref of.b[0]), (value, x, i) => Rounded(value * of.a[i]) + of.b[i]);
            of.Check<S, V, ScaleAndShiftRelu<S, V>>(
                new(ref of.a[0], ref of.b[0]), (value, x, i) => Math.Max(Rounded(value * of.a[i]) + of.b[i], 0));
            of.Check<S, V, AddBiasRelu<S, V>>(new(ref of.a[0]), (value, x, i) => Math.Max(value + of.a[i], 0));
            of.Check<S, V, AddMatrixRelu<S, V>>(new(ref of.matrix[0], Stride), (value, x, i) => Math.Max(value + x, 0));
            of.Check<S, V, Subtract<S, V>>(new(ref of.a[0]), (value, x, i) => value - of.a[i]);
        }
    }

    private readonly struct ClampTest : ITest
    {
        public void At<S, V>(EpiloguesTests of)
            where S : ISimd<V>
            where V : struct
        {
            of.values[Stride] = float.NaN;
            of.values[Stride + 17] = 1;
            of.values[Stride + 18] = -1;
            of.values[Stride + 19] = float.PositiveInfinity;
            of.Check<S, V, Clamp<S, V>>(new(-1f, 1f), (value, x, i) => float.IsNaN(value) ? value : Math.Min(Math.Max(value, -1f), 1f));
            of.matrix[Stride + 17] = 0;
            of.matrix[Stride + 18] = 2;
            of.matrix[Stride + 19] = float.NaN;
            of.Check<S, V, ClampGradient<S, V>>(new(ref of.matrix[0], Stride, 0f, 2f), (value, x, i) => value * (x > 0 && 2 > x ? 1f : 0f));
            of.Check<S, V, ClampGradientOf<S, V, MatrixSource<S, V>>>(
                new(new(ref of.matrix[0], Stride), 0f, 2f), (value, x, i) => value * (x > 0 && 2 > x ? 1f : 0f));
        }
    }

    private readonly struct LeakyReluTest : ITest
    {
        public void At<S, V>(EpiloguesTests of)
            where S : ISimd<V>
            where V : struct
        {
            of.Check<S, V, LeakyRelu<S, V>>(new(0.01f), (value, x, i) => value > 0 ? value : 0.01f * value);
            of.Check<S, V, LeakyReluGradient<S, V>>(new(ref of.matrix[0], Stride, 0.01f), (value, x, i) => value * (x > 0 ? 1f : 0.01f));
            of.Check<S, V, LeakyReluGradientOf<S, V, MatrixSource<S, V>>>(
                new(new(ref of.matrix[0], Stride), 0.01f), (value, x, i) => value * (x > 0 ? 1f : 0.01f));
        }
    }

    private readonly struct ArithmeticTest : ITest
    {
        public void At<S, V>(EpiloguesTests of)
            where S : ISimd<V>
            where V : struct
        {
            of.Check<S, V, MultiplyBy<S, V>>(new(0.3f), (value, x, i) => value * 0.3f);
            of.Check<S, V, DivideBy<S, V>>(new(3f), (value, x, i) => value / 3f);
            of.Check<S, V, ReluGradientOf<S, V, MatrixSource<S, V>>>(
                new(new(ref of.matrix[0], Stride)), (value, x, i) => x > 0 ? value : 0);
            of.Check<S, V, Negate<S, V>>(default, (value, x, i) => -value);
            of.Check<S, V, MultiplyMatrix<S, V>>(new(ref of.matrix[0], Stride), (value, x, i) => value * x);
            of.Check<S, V, AddSource<S, V, MatrixSource<S, V>>>(new(new(ref of.matrix[0], Stride)), (value, x, i) => value + x);
            of.Check<S, V, AddSource<S, V, Mapped<V, MatrixSource<S, V>, Relu<S, V>>>>(
                new(new(new(ref of.matrix[0], Stride), default)), (value, x, i) => value + Math.Max(x, 0));
            of.Check<S, V, Mapped<V, MatrixSource<S, V>, Negate<S, V>>, Then<V, Scale<S, V>, Negate<S, V>>>(
                new(new(ref of.values[0], Stride), default), new(new(ref of.a[0]), default), (value, x, i) => -(-value * of.a[i]));
            Assert.False(Mapped<V, MatrixSource<S, V>, Negate<S, V>>.IsLong);
            Assert.True(Mapped<V, MatrixSource<S, V>, NormalizeGradient<S, V, MatrixSource<S, V>>>.IsLong);
        }
    }

    private readonly struct DropoutTest : ITest
    {
        public void At<S, V>(EpiloguesTests of)
            where S : ISimd<V>
            where V : struct
        {
            uint threshold = DropoutMask.Threshold(0.25), key = DropoutMask.Key(99, 3, 2);
            for (int i = 0; i < Rows * Stride; i++)
                of.matrix[i] = i;
            of.Check<S, V, DropoutOfRows<S, V>>(
                new(99, 3, threshold, 1.5f),
                (value, x, i) => value * (DropoutMask.Keep1(DropoutMask.Key(99, 3, (int)x / Stride), (uint)i, threshold) * 1.5f),
                isLong: true);
            of.Check<S, V, DropoutOfSample<S, V>>(
                new(key, 50, threshold, 1.5f),
                (value, x, i) => value * (DropoutMask.Keep1(key, (uint)(((int)x / Stride * 50) + i), threshold) * 1.5f), isLong: true);
        }
    }

    private readonly struct NormTest : ITest
    {
        public void At<S, V>(EpiloguesTests of)
            where S : ISimd<V>
            where V : struct
        {
            (float[] mean, float[] inverse, float[] weight, float[] bias, float[] product) = (of.a, of.b, of.c, of.d, of.e);
            of.Check<S, V, Normalize<S, V>>(
                new(ref mean[0], ref inverse[0], ref weight[0], ref bias[0]),
                (value, x, i) => Rounded(Rounded(Rounded(value - mean[i]) * inverse[i]) * weight[i]) + bias[i]);
            of.Check<S, V, SquaredDeviation<S, V>>(new(ref mean[0]), (value, x, i) => Rounded(value - mean[i]) * Rounded(value - mean[i]));
            of.Check<S, V, AddSquaredDistance<S, V, MatrixSource<S, V>>>(
                new(new(ref of.matrix[0], Stride), 0.5f, ref mean[0], 2),
                (value, x, i) => value + (2 * Rounded(((0.5f * x) - mean[i]) * ((0.5f * x) - mean[i]))),
                isLong: true);
            of.Check<S, V, TimesNormalized<S, V, MatrixSource<S, V>>>(
                new(new(ref of.matrix[0], Stride), ref mean[0], ref inverse[0]),
                (value, x, i) => value * Rounded(Rounded(x - mean[i]) * inverse[i]));
            of.Check<S, V, NormalizeGradient<S, V, MatrixSource<S, V>>>(
                new(new(ref of.matrix[0], Stride), ref mean[0], ref inverse[0], ref weight[0], ref bias[0], ref product[0]),
                (value, x, i) =>
                    weight[i] * Rounded(
                        inverse[i] * Rounded(Rounded(value - bias[i]) - Rounded(Rounded(Rounded(x - mean[i]) * inverse[i]) * product[i]))),
                isLong: true);
        }
    }

    private readonly struct BatchTest : ITest
    {
        public void At<S, V>(EpiloguesTests of)
            where S : ISimd<V>
            where V : struct
        {
            float[] sums = [.. Enumerable.Range(0, Columns).Select(i => (float)(64 * (i + 1)))],
                running = [.. Enumerable.Range(0, Columns).Select(i => (float)i)];
            float[] results = Of<S, V, SumAndMean<S, V>>(sums, out float[] means, (ref float stored) => new(4f, ref stored));
            Assert.Equal(sums, results);
            Assert.Equal(sums.Select(sum => sum / 4), means);

            results = Of<S, V, BatchMean<S, V>>(
                sums, out float[] updated, (ref float stored) => new(4f, 0.75f, 0.25f, ref running[0], ref stored));
            Assert.Equal(means, results);
            Assert.Equal(running.Select((before, i) => (0.75f * before) + (0.25f * means[i])), updated);

            // 0.75 · 4/3 is 1: the unbiased share.
            results = Of<S, V, BatchInverseDeviation<S, V>>(
                sums, out updated, (ref float stored) => new(4f, 0.5f, 0.25f, 0.75f, ref running[0], ref stored));
            Assert.Equal(means.Select(mean => 1 / MathF.Sqrt(mean + 0.5f)), results);
            float share = 0.75f * (4f / 3f);
            Assert.Equal(running.Select((before, i) => (0.25f * before) + (share * means[i])), updated);
        }

        private delegate E Make<E>(ref float stored)
            where E : struct, allows ref struct;

        private static float[] Of<S, V, E>(float[] sums, out float[] stored, Make<E> make)
            where S : ISimd<V>
            where V : struct
            where E : struct, IEpilogue<V>, allows ref struct
        {
            float[] results = new float[Columns];
            stored = new float[Columns];
            BatchSums.Sum<S, V, MatrixSource<S, V>, E>(
                new(ref sums[0], Columns), ref results[0], samples: 1, Columns, Columns, Columns, 0, Columns / BatchSums.ElementsOfItem,
                make(ref stored[0]));
            return results;
        }
    }

    private readonly struct StoreTest : ITest
    {
        public void At<S, V>(EpiloguesTests of)
            where S : ISimd<V>
            where V : struct
        {
            float[] stored = [.. Enumerable.Repeat(Untouched, Rows * Stride)];
            of.Check<S, V, AlsoStore<S, V, Then<V, AddBias<S, V>, Relu<S, V>>>>(
                new(ref stored[0], Stride, new(new(ref of.a[0]), default)), (value, x, i) => value);
            for (int i = 0; i < stored.Length; i++)
            {
                bool isWritten = i / Stride is >= 1 and < 4 && i % Stride < Columns;
                Assert.Equal(isWritten ? Math.Max(0, of.values[i] + of.a[i % Stride]) : Untouched, stored[i]);
            }
        }
    }

    private readonly struct FoldTest : ITest
    {
        public void At<S, V>(EpiloguesTests of)
            where S : ISimd<V>
            where V : struct
        {
            float[] variance = [.. of.b.Select(Math.Abs)], scale = new float[Columns], shift = new float[Columns];
            BatchNorms.Fold<S, V>(
                ref of.a[0], ref variance[0], ref of.c[0], ref of.d[0], ref scale[0], ref shift[0], Columns, epsilon: 0.125f);
            for (int i = 0; i < Columns; i++)
            {
                float factor = 1 / MathF.Sqrt(variance[i] + 0.125f) * of.c[i];
                Assert.Equal(factor, scale[i]);
                Assert.Equal(of.d[i] - Rounded(of.a[i] * factor), shift[i]);
            }
        }
    }

    /// <summary>A number that no compiler fuses into the next operation.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Rounded(float value) => value;
}
