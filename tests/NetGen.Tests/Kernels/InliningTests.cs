using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>Every vector operation of a kernel is an instruction, not a call, at the widths that the machine has.</summary>
public class InliningTests
{
    [Fact]
    public void No_kernel_calls_a_vector_operation()
    {
        Assert.SkipUnless(VectorWidth.IsOfMachine(8), "the machine has no vectors of this width");
        using var listener = new InliningListener();
        Run<SimdScalar, float>();
        Run<Simd128, Vector128<float>>();
        Run<Simd256, Vector256<float>>();
        if (VectorWidth.IsOfMachine(16))
            Run<Simd512, Vector512<float>>();
        Convolve<SimdScalar, float>();
        Convolve<Simd128, Vector128<float>>();
        Convolve<Simd256, Vector256<float>>();
        if (VectorWidth.IsOfMachine(16))
            Convolve<Simd512, Vector512<float>>();
        Assert.True(listener.Count > 0, "the JIT told of no call at all: the test hears nothing");
        Assert.DoesNotContain(listener.VectorCalls, call => call.Method.StartsWith("NetGen.", StringComparison.Ordinal));
    }

    /// <summary>The epilogues are this test's own, so that the JIT compiles each kernel now.</summary>
    private static void Run<S, V>()
        where S : ISimd<V>
        where V : struct
    {
        const int Rows = 32, Depth = 10, Columns = 304;
        float[] source = new float[Rows * Depth], weight = new float[Depth * Columns], output = new float[Rows * Columns],
            bias = new float[Columns];
        foreach (int columns in (int[])[Columns, 32, 16])
            foreach (int rows in (int[])[1, 19, Rows])
            {
                Products.Rows<S, V, Then<V, AddBias<S, V>, Short<S, V>>>(
                    ref source[0], Depth, ref weight[0], ref output[0], Columns, Depth, 4, columns, 0, rows,
                    new(new(ref bias[0]), default));
                Products.Rows<S, V, Then<V, AddBias<S, V>, Long<S, V>>>(
                    ref source[0], Depth, ref weight[0], ref output[0], Columns, Depth, 4, columns, 0, rows,
                    new(new(ref bias[0]), default));
                SmallRows<S, V>(source, weight, output, bias, columns, rows);
                Products.Transposed<S, V, Short<S, V>>(
                    ref source[0], Depth, ref weight[0], Depth, ref output[0], Columns, Depth, 4, columns, columns, 0, rows, 0, 1, default);
            }

        WeightGradientsOfConvolutions<S, V>();
        foreach (int channels in (int[])[112, 16])
            for (int width = 1; width < 9; width++)
                TransposedConvolutions.Convolve<S, V, Then<V, AddBias<S, V>, Short<S, V>>>(
                    new(new(ref source[0], 0, 1, width, 1), ref weight[0], new(1, 1, 1, 1, 2)),
                    new(ref output[0], 0, 1, 2 * width, channels),
                    rowsAtOnce: 1, prefetches: true, begin: 0, end: 1, new(new(ref bias[0]), default));
        BatchSums.Sum<S, V, MatrixSource<S, V>, Long<S, V>>(
            new(ref output[0], Columns), ref bias[0], Rows, Columns, Columns, Columns, 0, Columns / 16, default);
        SumColumns<S, V>();
        SparseGradients<S, V>(pool: 2);
        SparseGradients<S, V>(pool: 3);
        Attend<S, V>();
        Recur<S, V, LstmCell<S, V>>();
        Recur<S, V, GruCell<S, V>>();
        Recur<S, V, TanhCell<S, V>>();
        Recur<S, V, ReluCell<S, V>>();
    }

    /// <summary>Heard of unless another test has run the cell before.</summary>
    private static void Recur<S, V, C>()
        where S : ISimd<V>
        where V : struct
        where C : struct, IRecurrentCell<S, V>
    {
        const int Units = 16, Steps = 2, Most = 6 * Units;
        float[] gates = new float[Steps * Most], weight = new float[Units * Most], states = new float[Steps * Units],
            saved = new float[Steps * Most], gradient = new float[Steps * Most], hidden = new float[Steps * Most];
        var size = new RecurrenceSize(Steps, Units, Units, 1);
        StepRows all = new(ref states[0], Units, Steps * Units), kept = new(ref saved[0], Most, Steps * Most);
        Recurrences.Run<S, V, C>(
            new(ref gates[0], Most, Steps * Most), ref weight[0], default, default, default, default, size, all, default, default, all,
            kept, 0, 1);
        RecurrenceGradients.Run<S, V, C>(
            kept, ref weight[0], all, default, all, default, default, size, new(ref gradient[0], Most, Steps * Most),
            new(ref hidden[0], Most, Steps * Most), default, default, 0, 1);
    }

    /// <summary>Heard of unless another test has attended before.</summary>
    private static void Attend<S, V>()
        where S : ISimd<V>
        where V : struct
    {
        const int Steps = 19, Features = 40, Stride = 3 * Features;
        float[] steps = new float[Steps * Stride], output = new float[Steps * Features], sums = new float[Steps],
            gradient = new float[steps.Length];
        AttentionRows queries = new(ref steps[0], Steps, Stride, 0), keys = new(ref steps[0], Steps, Stride, 0, Features);
        AttentionRows values = new(ref steps[0], Steps, Stride, 0, 2 * Features), result = new(ref output[0], Steps, Features, 0);
        var heads = new AttentionHeads(1, 1, Features, isCausal: true, isRotary: true);
        Attentions.Attend<S, V>(queries, keys, values, default, heads, new(1, 1, 0.5), result, new(ref sums[0], Steps, 0), 0, 1);
        AttentionGradients.OfAttention<S, V>(
            queries, keys, values, default, heads, new(1, 1, 0.5), result, result, new(ref sums[0], Steps, 0),
            new(ref gradient[0], Steps, Stride, 0, 0, Features, 2 * Features), 0, 1);
    }

    /// <summary>Sums of as many vectors as there are strips for.</summary>
    private static void SumColumns<S, V>()
        where S : ISimd<V>
        where V : struct
    {
        const int Rows = 130;
        float[] source = new float[Rows * 4 * S.Lanes], sums = new float[4 * S.Lanes], second = new float[4 * S.Lanes];
        for (int vectors = 1; vectors <= 4; vectors++)
        {
            int columns = vectors * S.Lanes;
            ColumnSums.Sum<S, V, StoredSource<S, V, MatrixSource<S, V>>>(
                new(new(ref source[0], columns), ref source[0], columns), ref sums[0], columns, Rows, columns, rowsOfBlock: 64, vectors, 0,
                1);
            ColumnSums.Sum<S, V, MatrixSource<S, V>, Short<S, V>>(
                new(ref source[0], columns), ref sums[0], default, ref second[0], columns, Rows, columns, rowsOfBlock: 64, vectors, 0, 1);
        }
    }

    /// <summary>Behind a max-pool, of windows whose tiles are the largest.</summary>
    private static void SparseGradients<S, V>(int pool)
        where S : ISimd<V>
        where V : struct
    {
        const int Side = 3, Outputs = 16;
        int channels = S.Lanes;
        float[] gradients = [.. Enumerable.Repeat(1f, Side * Side * Outputs)], argmax = new float[gradients.Length];
        foreach (int window in (int[])[1, 2, 3, 4, 5, 6])
        {
            int size = (Side * pool) + window - 1;
            float[] image = new float[(size * size * channels) + 16], weight = new float[window * window * Outputs * channels];
            SparseWeightGradients.OfConvolution<S, V>(
                new(ref image[0], image.Length, size, size, channels), new(window, window, channels),
                new(ref gradients[0], ref argmax[0], gradients.Length, Side, Side, Outputs, pool, pool), ref weight[0], window * channels,
                1, Side, 0, Outputs);
            SparseInputGradients.OfConvolution<S, V, Long<S, V>>(
                new(ref gradients[0], ref argmax[0], gradients.Length, Side, Side, Outputs, pool, pool), Outputs, ref weight[0],
                new(window, window, channels),
                new(ref image[0], image.Length, size, size, channels), Side, 0, 1, default);
        }
    }

    /// <summary>Every tile of direct convolutions.</summary>
    private static void Convolve<S, V>()
        where S : ISimd<V>
        where V : struct
    {
        const int Height = 4, Width = 27, Outputs = 7 * 16;
        float[] image = new float[Height * Width * Outputs * 16], weight = new float[9 * Outputs * 16], output = new float[image.Length],
            argmax = new float[image.Length], bias = new float[Outputs];
        var window = new ConvolutionWindow(3, 3, 1);
        foreach (int outputs in (int[])[Outputs, 32, 16])
            foreach (int width in (int[])[3, 5, 8, 11, 19, Width])
            {
                var epilogue = new Then<V, AddBias<S, V>, Short<S, V>>(new(ref bias[0]), default);
                Convolutions.Direct<S, V, Then<V, AddBias<S, V>, Short<S, V>>>(
                    new(ref image[0], 0, Height, width, 1), in window, ref weight[0], new(ref output[0], 0, Height - 2, width - 2, outputs),
                    outputs, 1, true, 0, 1, in epilogue);
                Convolutions.DirectAndPool<S, V, Then<V, AddBias<S, V>, Short<S, V>>>(
                    new(ref image[0], 0, Height, width, 1), in window, ref weight[0], 2, 2,
                    new(ref output[0], 0, 1, (width - 1) / 2, outputs), outputs,
                    ref argmax[0], 1, true, 0, 1, in epilogue);
                Convolutions.Depthwise<S, V, Then<V, AddBias<S, V>, Short<S, V>>>(
                    new(ref image[0], 0, Height, width, outputs), in window, ref weight[0],
                    new(ref output[0], 0, Height - 2, width - 2, outputs), outputs,
                    1, true, 0, 1, in epilogue);
            }

        for (int outputs = 1; outputs <= 13; outputs++)
            foreach (int pool in (int[])[1, 2])
            {
                var epilogue = new Then<V, AddChannelBias<S, V>, Short<S, V>>(new(ref bias[0]), default);
                BatchLaneConvolutions.Convolve<S, V, Then<V, AddChannelBias<S, V>, Short<S, V>>>(
                    new(ref image[0], 0, Height, 13, 1), in window, ref weight[0], pool, pool,
                    new(ref output[0], 0, 2 / pool, 10 / pool, 16), outputs,
                    ref argmax[0], 0, S.Lanes, in epilogue);
            }
    }

    private static void WeightGradientsOfConvolutions<S, V>()
        where S : ISimd<V>
        where V : struct
    {
        float[] image = new float[16 * 112], gradient = new float[17 * 112];
        for (int inputs = 1; inputs <= 24; inputs++)
            for (int width = 1; width < 3; width++)
                ConvolutionWeightGradients.Direct<S, V>(
                    new(ref image[0], 0, 1, width, 112), new(ref image[0], 0, 1, 1, 112), 112, ref gradient[0], 0,
                    new(1, width, inputs), parts: 1, rowsAtOnce: 1, samples: 1, begin: 0, end: 1);
        for (int width = 1; width < 8; width++)
            ConvolutionWeightGradients.Depthwise<S, V>(
                new(ref image[0], 0, 1, width, 112), new(ref image[0], 0, 1, 1, 112), 112, ref gradient[0], 112,
                new(1, width, 1, groups: 112), rowsAtOnce: 1, samples: 1, begin: 0, end: 1);
        ConvolutionWeightGradients.DepthwiseOfSamples<S, V>(
            new(ref image[0], 0, 3, 3, 112), new(ref image[0], 0, 1, 1, 112), 112, ref gradient[0], 112, 0,
            new(3, 3, 1, groups: 112), rowsAtOnce: 1, begin: 0, end: 1);
    }

    /// <summary>A caller as an emitted one, with an epilogue of the library.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void SmallRows<S, V>(float[] source, float[] weight, float[] output, float[] bias, int columns, int rows)
        where S : ISimd<V>
        where V : struct =>
        Products.SmallRows<S, V, Then<V, AddBias<S, V>, Then<V, AddMatrix<S, V>, Relu<S, V>>>>(
            ref source[0], 10, ref weight[0], ref output[0], columns, 10, columns, 0, rows,
            new(new(ref bias[0]), new(new(ref output[0], columns), default)));

    /// <summary>As much as an epilogue does that is inlined into tiles.</summary>
    private readonly struct Short<S, V> : IEpilogue<V>
        where S : ISimd<V>
        where V : struct
    {
        public static bool IsLong => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply(V value, nint row, nint column) =>
            S.Max(S.MultiplyAdd(S.Multiply(S.Subtract(value, S.One), S.Create(2f)), S.Create(0.5f), S.One), S.Min(value, S.One));

        public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
        {
        }
    }

    private readonly struct Long<S, V> : IEpilogue<V>
        where S : ISimd<V>
        where V : struct
    {
        public static bool IsLong => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply(V value, nint row, nint column) => S.Max(S.MultiplyAdd(value, S.Create(0.5f), S.One), S.Exp(value));

        public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
        {
        }
    }
}
