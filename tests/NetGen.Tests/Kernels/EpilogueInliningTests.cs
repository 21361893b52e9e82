using System.Runtime.Intrinsics;
using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>The longest epilogues that are put together for networks: kernels inline all of them, for each vector of a tile.</summary>
public class EpilogueInliningTests
{
    [Fact]
    public void No_kernel_calls_a_part_of_an_epilogue()
    {
        Assert.SkipUnless(VectorWidth.IsOfMachine(8), "the machine has no vectors of this width");
        using var listener = new InliningListener();
        Run<SimdScalar, float>();
        Run<Simd128, Vector128<float>>();
        Run<Simd256, Vector256<float>>();
        if (VectorWidth.IsOfMachine(16))
            Run<Simd512, Vector512<float>>();
        Assert.True(listener.Count > 0, "the JIT told of no call at all: the test hears nothing");
        Assert.DoesNotContain(listener.VectorCalls, call => call.Method.StartsWith("NetGen.", StringComparison.Ordinal));
        Assert.DoesNotContain(listener.Calls, call => call.Call.StartsWith("NetGen.Runtime.", StringComparison.Ordinal)
            && (call.Call.EndsWith(".Apply", StringComparison.Ordinal) || call.Call.EndsWith(".Load", StringComparison.Ordinal))
            && call.Reason == "too many locals");
    }

    private static void Run<S, V>()
        where S : ISimd<V>
        where V : struct
    {
        float[] row = new float[304], matrix = new float[100_000], output = new float[100_000];
        Kernels<S, V, Then<V, AddBias<S, V>, Then<V, ScaleAndShift<S, V>, AddMatrixRelu<S, V>>>>(
            new(new(ref row[0]), new(new(ref row[0], ref row[0]), new(ref matrix[0], 1))));
        Kernels<S, V, Then<V, ScaleAndShift<S, V>, Then<V, AddMatrix<S, V>, Clamp<S, V>>>>(
            new(new(ref row[0], ref row[0]), new(new(ref matrix[0], 1), new(0f, 6f))));
        Kernels<S, V, Then<V, ScaleAndShift<S, V>, AddMatrix<S, V>>>(new(new(ref row[0], ref row[0]), new(ref matrix[0], 1)));
        Kernels<S, V, Then<V, AddMatrix<S, V>, ReluGradient<S, V>>>(new(new(ref matrix[0], 1), new(ref matrix[0], 1)));
        Kernels<S, V, Then<V, AddMatrix<S, V>, ClampGradient<S, V>>>(new(new(ref matrix[0], 1), new(ref matrix[0], 1, 0f, 6f)));
        Kernels<S, V, AlsoStore<S, V, Then<V, AddBias<S, V>, ScaleAndShiftRelu<S, V>>>>(
            new(ref output[0], 1, new(new(ref row[0]), new(ref row[0], ref row[0]))));
        RowMaps.Apply<
            S, V, MatrixSource<S, V>,
            Then<V, Normalize<S, V>, Then<V, AddSource<S, V, Mapped<V, MatrixSource<S, V>, Normalize<S, V>>>, Relu<S, V>>>>(
            new(ref matrix[0], 32), ref output[0], 32, 32, 0, 8,
            new(
                new(ref row[0], ref row[0], ref row[0], ref row[0]),
                new(new(new(new(ref matrix[0], 32), new(ref row[0], ref row[0], ref row[0], ref row[0]))), default)));
        RowMaps.Apply<S, V, MatrixSource<S, V>, NormalizeGradient<S, V, Mapped<V, MatrixSource<S, V>, AddBias<S, V>>>>(
            new(ref matrix[0], 32), ref output[0], 32, 32, 0, 8,
            new(new(new(ref matrix[0], 32), new(ref row[0])), ref row[0], ref row[0], ref row[0], ref row[0], ref row[0]));
        BatchSums.Sum<
            S, V, Mapped<V, MatrixSource<S, V>, TimesNormalized<S, V, Mapped<V, MatrixSource<S, V>, AddBias<S, V>>>>,
            BatchInverseDeviation<S, V>>(
            new(new(ref matrix[0], 32), new(new(new(ref matrix[0], 32), new(ref row[0])), ref row[0], ref row[0])), ref output[0], 9, 32,
            32, 32, 0, 2,
            new(9f, 1f, 0.9f, 0.1f, ref row[0], ref row[0]));
    }

    private static void Kernels<S, V, E>(scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        const int Rows = 32, Depth = 10, Columns = 304, Outputs = 7 * 16, Height = 4;
        float[] image = new float[Height * 27 * Outputs * 16], weight = new float[9 * Outputs * 36], output = new float[image.Length],
            argmax = new float[image.Length];
        foreach (int columns in (int[])[Columns, 32, 16])
            foreach (int rows in (int[])[1, 19, Rows])
            {
                Products.Rows<S, V, E>(ref image[0], Depth, ref weight[0], ref output[0], Columns, Depth, 4, columns, 0, rows, in epilogue);
                Products.SmallRows<S, V, E>(
                    ref image[0], Depth, ref weight[0], ref output[0], Columns, Depth, columns, 0, rows, in epilogue);
                Products.Transposed<S, V, E>(
                    ref image[0], Depth, ref weight[0], Depth, ref output[0], Columns, Depth, 4, columns, columns, 0, rows, 0, 1,
                    in epilogue);
            }

        foreach (int channels in (int[])[112, 16])
            for (int width = 1; width < 9; width++)
                TransposedConvolutions.Convolve<S, V, E>(
                    new(new(ref image[0], 0, 1, width, 1), ref weight[0], new(1, 1, 1, 1, 2)),
                    new(ref output[0], 0, 1, 2 * width, channels),
                    rowsAtOnce: 1, prefetches: true, begin: 0, end: 1, in epilogue);
        var window = new ConvolutionWindow(3, 3, 1);
        foreach (int outputs in (int[])[Outputs, 32, 16])
            foreach (int width in (int[])[3, 5, 8, 11, 19, 27])
            {
                Convolutions.Direct<S, V, E>(
                    new(ref image[0], 0, Height, width, 1), in window, ref weight[0], new(ref output[0], 0, Height - 2, width - 2, outputs),
                    outputs, 1, true, 0, 1, in epilogue);
                Convolutions.DirectAndPool<S, V, E>(
                    new(ref image[0], 0, Height, width, 1), in window, ref weight[0], 2, 2,
                    new(ref output[0], 0, 1, (width - 1) / 2, outputs), outputs,
                    ref argmax[0], 1, true, 0, 1, in epilogue);
                Convolutions.Depthwise<S, V, E>(
                    new(ref image[0], 0, Height, width, outputs), in window, ref weight[0],
                    new(ref output[0], 0, Height - 2, width - 2, outputs), outputs,
                    1, true, 0, 1, in epilogue);
            }

        WinogradConvolutions.Convolve<S, V, Window3x3, E>(
            new(ref image[0], 0, Height, Height, 16, top: 1, left: 1), 16, ref weight[0], new(ref output[0], 0, Height, Height, 16), 16, 1,
            0, 1, in epilogue);
        WinogradConvolutions.ConvolveAndPool<S, V, Window3x3, E>(
            new(ref image[0], 0, Height, Height, 16, top: 1, left: 1), 16, ref weight[0], 2, 2, new(ref output[0], 0, 2, 2, 16),
            ref argmax[0], 16, 1, 0, 1, in epilogue);
    }
}
