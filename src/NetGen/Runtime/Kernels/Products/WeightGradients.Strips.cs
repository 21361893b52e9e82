// Written by StripWriter of the tests, which compare it.
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

public static partial class WeightGradients
{
    /// <summary>6 rows of the weight × 4 vectors at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip6x4<S, V>(
        ref float source, nint xStride, ref float outputGradient, nint wStride, ref float gradient, nint yStride, int samples, int row,
        int end, int firstColumn, int endColumn, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        int lanes = S.Lanes;
        ref float results = ref Unsafe.Add(ref gradient, row * yStride);
        for (; row + 6 <= end; row += 6)
        {
            for (int column = firstColumn; column < endColumn; column += 4 * lanes)
            {
                ref float x = ref Unsafe.Add(ref source, row);
                ref float w = ref Unsafe.Add(ref outputGradient, column);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0a, sum0b, sum0c, sum0d, sum1a, sum1b, sum1c, sum1d, sum2a, sum2b, sum2c, sum2d, sum3a, sum3b, sum3c, sum3d, sum4a,
                    sum4b, sum4c, sum4d, sum5a, sum5b, sum5c, sum5d;
                if (!adds)
                {
                    sum0a = default; sum0b = default; sum0c = default; sum0d = default;
                    sum1a = default; sum1b = default; sum1c = default; sum1d = default;
                    sum2a = default; sum2b = default; sum2c = default; sum2d = default;
                    sum3a = default; sum3b = default; sum3c = default; sum3d = default;
                    sum4a = default; sum4b = default; sum4c = default; sum4d = default;
                    sum5a = default; sum5b = default; sum5c = default; sum5d = default;
                }
                else
                {
                    sum0a = Unsafe.As<float, V>(ref y);
                    sum0b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes));
                    sum0c = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes));
                    sum0d = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes));
                    sum1a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride));
                    sum1b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes));
                    sum1c = Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes)));
                    sum1d = Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes)));
                    sum2a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride));
                    sum2b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes));
                    sum2c = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes)));
                    sum2d = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes)));
                    sum3a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride));
                    sum3b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes));
                    sum3c = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (2 * lanes)));
                    sum3d = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (3 * lanes)));
                    sum4a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride));
                    sum4b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes));
                    sum4c = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + (2 * lanes)));
                    sum4d = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + (3 * lanes)));
                    sum5a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride));
                    sum5b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes));
                    sum5c = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + (2 * lanes)));
                    sum5d = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + (3 * lanes)));
                }

                for (int k = 0; k < samples; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    V wc = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * lanes));
                    V wd = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * lanes));
                    V x0 = S.Create(x);
                    sum0a = S.MultiplyAdd(x0, wa, sum0a);
                    sum0b = S.MultiplyAdd(x0, wb, sum0b);
                    sum0c = S.MultiplyAdd(x0, wc, sum0c);
                    sum0d = S.MultiplyAdd(x0, wd, sum0d);
                    V x1 = S.Create(Unsafe.Add(ref x, 1));
                    sum1a = S.MultiplyAdd(x1, wa, sum1a);
                    sum1b = S.MultiplyAdd(x1, wb, sum1b);
                    sum1c = S.MultiplyAdd(x1, wc, sum1c);
                    sum1d = S.MultiplyAdd(x1, wd, sum1d);
                    V x2 = S.Create(Unsafe.Add(ref x, 2));
                    sum2a = S.MultiplyAdd(x2, wa, sum2a);
                    sum2b = S.MultiplyAdd(x2, wb, sum2b);
                    sum2c = S.MultiplyAdd(x2, wc, sum2c);
                    sum2d = S.MultiplyAdd(x2, wd, sum2d);
                    V x3 = S.Create(Unsafe.Add(ref x, 3));
                    sum3a = S.MultiplyAdd(x3, wa, sum3a);
                    sum3b = S.MultiplyAdd(x3, wb, sum3b);
                    sum3c = S.MultiplyAdd(x3, wc, sum3c);
                    sum3d = S.MultiplyAdd(x3, wd, sum3d);
                    V x4 = S.Create(Unsafe.Add(ref x, 4));
                    sum4a = S.MultiplyAdd(x4, wa, sum4a);
                    sum4b = S.MultiplyAdd(x4, wb, sum4b);
                    sum4c = S.MultiplyAdd(x4, wc, sum4c);
                    sum4d = S.MultiplyAdd(x4, wd, sum4d);
                    V x5 = S.Create(Unsafe.Add(ref x, 5));
                    sum5a = S.MultiplyAdd(x5, wa, sum5a);
                    sum5b = S.MultiplyAdd(x5, wb, sum5b);
                    sum5c = S.MultiplyAdd(x5, wc, sum5c);
                    sum5d = S.MultiplyAdd(x5, wd, sum5d);
                    x = ref Unsafe.Add(ref x, xStride);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = sum0c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = sum0d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = sum1b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) = sum1c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) = sum1d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = sum2b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))) = sum2c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))) = sum2d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = sum3b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (2 * lanes))) = sum3c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (3 * lanes))) = sum3d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) = sum4b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + (2 * lanes))) = sum4c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + (3 * lanes))) = sum4d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = sum5a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) = sum5b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + (2 * lanes))) = sum5c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + (3 * lanes))) = sum5d;
            }

            results = ref Unsafe.Add(ref results, 6 * yStride);
        }

        return row;
    }

    /// <summary>4 rows of the weight × 4 vectors at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip4x4<S, V>(
        ref float source, nint xStride, ref float outputGradient, nint wStride, ref float gradient, nint yStride, int samples, int row,
        int end, int firstColumn, int endColumn, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        int lanes = S.Lanes;
        ref float results = ref Unsafe.Add(ref gradient, row * yStride);
        for (; row + 4 <= end; row += 4)
        {
            for (int column = firstColumn; column < endColumn; column += 4 * lanes)
            {
                ref float x = ref Unsafe.Add(ref source, row);
                ref float w = ref Unsafe.Add(ref outputGradient, column);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0a, sum0b, sum0c, sum0d, sum1a, sum1b, sum1c, sum1d, sum2a, sum2b, sum2c, sum2d, sum3a, sum3b, sum3c, sum3d;
                if (!adds)
                {
                    sum0a = default; sum0b = default; sum0c = default; sum0d = default;
                    sum1a = default; sum1b = default; sum1c = default; sum1d = default;
                    sum2a = default; sum2b = default; sum2c = default; sum2d = default;
                    sum3a = default; sum3b = default; sum3c = default; sum3d = default;
                }
                else
                {
                    sum0a = Unsafe.As<float, V>(ref y);
                    sum0b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes));
                    sum0c = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes));
                    sum0d = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes));
                    sum1a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride));
                    sum1b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes));
                    sum1c = Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes)));
                    sum1d = Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes)));
                    sum2a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride));
                    sum2b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes));
                    sum2c = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes)));
                    sum2d = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes)));
                    sum3a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride));
                    sum3b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes));
                    sum3c = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (2 * lanes)));
                    sum3d = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (3 * lanes)));
                }

                for (int k = 0; k < samples; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    V wc = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * lanes));
                    V wd = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * lanes));
                    V x0 = S.Create(x);
                    sum0a = S.MultiplyAdd(x0, wa, sum0a);
                    sum0b = S.MultiplyAdd(x0, wb, sum0b);
                    sum0c = S.MultiplyAdd(x0, wc, sum0c);
                    sum0d = S.MultiplyAdd(x0, wd, sum0d);
                    V x1 = S.Create(Unsafe.Add(ref x, 1));
                    sum1a = S.MultiplyAdd(x1, wa, sum1a);
                    sum1b = S.MultiplyAdd(x1, wb, sum1b);
                    sum1c = S.MultiplyAdd(x1, wc, sum1c);
                    sum1d = S.MultiplyAdd(x1, wd, sum1d);
                    V x2 = S.Create(Unsafe.Add(ref x, 2));
                    sum2a = S.MultiplyAdd(x2, wa, sum2a);
                    sum2b = S.MultiplyAdd(x2, wb, sum2b);
                    sum2c = S.MultiplyAdd(x2, wc, sum2c);
                    sum2d = S.MultiplyAdd(x2, wd, sum2d);
                    V x3 = S.Create(Unsafe.Add(ref x, 3));
                    sum3a = S.MultiplyAdd(x3, wa, sum3a);
                    sum3b = S.MultiplyAdd(x3, wb, sum3b);
                    sum3c = S.MultiplyAdd(x3, wc, sum3c);
                    sum3d = S.MultiplyAdd(x3, wd, sum3d);
                    x = ref Unsafe.Add(ref x, xStride);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = sum0c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = sum0d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = sum1b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) = sum1c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) = sum1d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = sum2b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))) = sum2c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))) = sum2d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = sum3b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (2 * lanes))) = sum3c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (3 * lanes))) = sum3d;
            }

            results = ref Unsafe.Add(ref results, 4 * yStride);
        }

        return row;
    }

    /// <summary>One row of the weight × 4 vectors at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip1x4<S, V>(
        ref float source, nint xStride, ref float outputGradient, nint wStride, ref float gradient, nint yStride, int samples, int row,
        int end, int firstColumn, int endColumn, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        int lanes = S.Lanes;
        ref float results = ref Unsafe.Add(ref gradient, row * yStride);
        for (; row < end; row++)
        {
            for (int column = firstColumn; column < endColumn; column += 4 * lanes)
            {
                ref float x = ref Unsafe.Add(ref source, row);
                ref float w = ref Unsafe.Add(ref outputGradient, column);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0a, sum0b, sum0c, sum0d;
                if (!adds)
                {
                    sum0a = default; sum0b = default; sum0c = default; sum0d = default;
                }
                else
                {
                    sum0a = Unsafe.As<float, V>(ref y);
                    sum0b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes));
                    sum0c = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes));
                    sum0d = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes));
                }

                for (int k = 0; k < samples; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    V wc = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * lanes));
                    V wd = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * lanes));
                    V x0 = S.Create(x);
                    sum0a = S.MultiplyAdd(x0, wa, sum0a);
                    sum0b = S.MultiplyAdd(x0, wb, sum0b);
                    sum0c = S.MultiplyAdd(x0, wc, sum0c);
                    sum0d = S.MultiplyAdd(x0, wd, sum0d);
                    x = ref Unsafe.Add(ref x, xStride);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = sum0c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = sum0d;
            }

            results = ref Unsafe.Add(ref results, yStride);
        }

        return row;
    }

    /// <summary>8 rows of the weight × 2 vectors at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip8x2<S, V>(
        ref float source, nint xStride, ref float outputGradient, nint wStride, ref float gradient, nint yStride, int samples, int row,
        int end, int firstColumn, int endColumn, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        int lanes = S.Lanes;
        ref float results = ref Unsafe.Add(ref gradient, row * yStride);
        for (; row + 8 <= end; row += 8)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float x = ref Unsafe.Add(ref source, row);
                ref float w = ref Unsafe.Add(ref outputGradient, column);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0a, sum0b, sum1a, sum1b, sum2a, sum2b, sum3a, sum3b, sum4a, sum4b, sum5a, sum5b, sum6a, sum6b, sum7a, sum7b;
                if (!adds)
                {
                    sum0a = default; sum0b = default;
                    sum1a = default; sum1b = default;
                    sum2a = default; sum2b = default;
                    sum3a = default; sum3b = default;
                    sum4a = default; sum4b = default;
                    sum5a = default; sum5b = default;
                    sum6a = default; sum6b = default;
                    sum7a = default; sum7b = default;
                }
                else
                {
                    sum0a = Unsafe.As<float, V>(ref y);
                    sum0b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes));
                    sum1a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride));
                    sum1b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes));
                    sum2a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride));
                    sum2b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes));
                    sum3a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride));
                    sum3b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes));
                    sum4a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride));
                    sum4b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes));
                    sum5a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride));
                    sum5b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes));
                    sum6a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride));
                    sum6b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (6 * yStride) + lanes));
                    sum7a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride));
                    sum7b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (7 * yStride) + lanes));
                }

                for (int k = 0; k < samples; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    V x0 = S.Create(x);
                    sum0a = S.MultiplyAdd(x0, wa, sum0a);
                    sum0b = S.MultiplyAdd(x0, wb, sum0b);
                    V x1 = S.Create(Unsafe.Add(ref x, 1));
                    sum1a = S.MultiplyAdd(x1, wa, sum1a);
                    sum1b = S.MultiplyAdd(x1, wb, sum1b);
                    V x2 = S.Create(Unsafe.Add(ref x, 2));
                    sum2a = S.MultiplyAdd(x2, wa, sum2a);
                    sum2b = S.MultiplyAdd(x2, wb, sum2b);
                    V x3 = S.Create(Unsafe.Add(ref x, 3));
                    sum3a = S.MultiplyAdd(x3, wa, sum3a);
                    sum3b = S.MultiplyAdd(x3, wb, sum3b);
                    V x4 = S.Create(Unsafe.Add(ref x, 4));
                    sum4a = S.MultiplyAdd(x4, wa, sum4a);
                    sum4b = S.MultiplyAdd(x4, wb, sum4b);
                    V x5 = S.Create(Unsafe.Add(ref x, 5));
                    sum5a = S.MultiplyAdd(x5, wa, sum5a);
                    sum5b = S.MultiplyAdd(x5, wb, sum5b);
                    V x6 = S.Create(Unsafe.Add(ref x, 6));
                    sum6a = S.MultiplyAdd(x6, wa, sum6a);
                    sum6b = S.MultiplyAdd(x6, wb, sum6b);
                    V x7 = S.Create(Unsafe.Add(ref x, 7));
                    sum7a = S.MultiplyAdd(x7, wa, sum7a);
                    sum7b = S.MultiplyAdd(x7, wb, sum7b);
                    x = ref Unsafe.Add(ref x, xStride);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = sum1b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = sum2b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = sum3b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) = sum4b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = sum5a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) = sum5b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = sum6a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (6 * yStride) + lanes)) = sum6b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = sum7a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (7 * yStride) + lanes)) = sum7b;
            }

            results = ref Unsafe.Add(ref results, 8 * yStride);
        }

        return row;
    }

    /// <summary>6 rows of the weight × 2 vectors at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip6x2<S, V>(
        ref float source, nint xStride, ref float outputGradient, nint wStride, ref float gradient, nint yStride, int samples, int row,
        int end, int firstColumn, int endColumn, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        int lanes = S.Lanes;
        ref float results = ref Unsafe.Add(ref gradient, row * yStride);
        for (; row + 6 <= end; row += 6)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float x = ref Unsafe.Add(ref source, row);
                ref float w = ref Unsafe.Add(ref outputGradient, column);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0a, sum0b, sum1a, sum1b, sum2a, sum2b, sum3a, sum3b, sum4a, sum4b, sum5a, sum5b;
                if (!adds)
                {
                    sum0a = default; sum0b = default;
                    sum1a = default; sum1b = default;
                    sum2a = default; sum2b = default;
                    sum3a = default; sum3b = default;
                    sum4a = default; sum4b = default;
                    sum5a = default; sum5b = default;
                }
                else
                {
                    sum0a = Unsafe.As<float, V>(ref y);
                    sum0b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes));
                    sum1a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride));
                    sum1b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes));
                    sum2a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride));
                    sum2b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes));
                    sum3a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride));
                    sum3b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes));
                    sum4a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride));
                    sum4b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes));
                    sum5a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride));
                    sum5b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes));
                }

                for (int k = 0; k < samples; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    V x0 = S.Create(x);
                    sum0a = S.MultiplyAdd(x0, wa, sum0a);
                    sum0b = S.MultiplyAdd(x0, wb, sum0b);
                    V x1 = S.Create(Unsafe.Add(ref x, 1));
                    sum1a = S.MultiplyAdd(x1, wa, sum1a);
                    sum1b = S.MultiplyAdd(x1, wb, sum1b);
                    V x2 = S.Create(Unsafe.Add(ref x, 2));
                    sum2a = S.MultiplyAdd(x2, wa, sum2a);
                    sum2b = S.MultiplyAdd(x2, wb, sum2b);
                    V x3 = S.Create(Unsafe.Add(ref x, 3));
                    sum3a = S.MultiplyAdd(x3, wa, sum3a);
                    sum3b = S.MultiplyAdd(x3, wb, sum3b);
                    V x4 = S.Create(Unsafe.Add(ref x, 4));
                    sum4a = S.MultiplyAdd(x4, wa, sum4a);
                    sum4b = S.MultiplyAdd(x4, wb, sum4b);
                    V x5 = S.Create(Unsafe.Add(ref x, 5));
                    sum5a = S.MultiplyAdd(x5, wa, sum5a);
                    sum5b = S.MultiplyAdd(x5, wb, sum5b);
                    x = ref Unsafe.Add(ref x, xStride);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = sum1b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = sum2b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = sum3b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) = sum4b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = sum5a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) = sum5b;
            }

            results = ref Unsafe.Add(ref results, 6 * yStride);
        }

        return row;
    }

    /// <summary>4 rows of the weight × 2 vectors at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip4x2<S, V>(
        ref float source, nint xStride, ref float outputGradient, nint wStride, ref float gradient, nint yStride, int samples, int row,
        int end, int firstColumn, int endColumn, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        int lanes = S.Lanes;
        ref float results = ref Unsafe.Add(ref gradient, row * yStride);
        for (; row + 4 <= end; row += 4)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float x = ref Unsafe.Add(ref source, row);
                ref float w = ref Unsafe.Add(ref outputGradient, column);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0a, sum0b, sum1a, sum1b, sum2a, sum2b, sum3a, sum3b;
                if (!adds)
                {
                    sum0a = default; sum0b = default;
                    sum1a = default; sum1b = default;
                    sum2a = default; sum2b = default;
                    sum3a = default; sum3b = default;
                }
                else
                {
                    sum0a = Unsafe.As<float, V>(ref y);
                    sum0b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes));
                    sum1a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride));
                    sum1b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes));
                    sum2a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride));
                    sum2b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes));
                    sum3a = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride));
                    sum3b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes));
                }

                for (int k = 0; k < samples; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    V x0 = S.Create(x);
                    sum0a = S.MultiplyAdd(x0, wa, sum0a);
                    sum0b = S.MultiplyAdd(x0, wb, sum0b);
                    V x1 = S.Create(Unsafe.Add(ref x, 1));
                    sum1a = S.MultiplyAdd(x1, wa, sum1a);
                    sum1b = S.MultiplyAdd(x1, wb, sum1b);
                    V x2 = S.Create(Unsafe.Add(ref x, 2));
                    sum2a = S.MultiplyAdd(x2, wa, sum2a);
                    sum2b = S.MultiplyAdd(x2, wb, sum2b);
                    V x3 = S.Create(Unsafe.Add(ref x, 3));
                    sum3a = S.MultiplyAdd(x3, wa, sum3a);
                    sum3b = S.MultiplyAdd(x3, wb, sum3b);
                    x = ref Unsafe.Add(ref x, xStride);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = sum1b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = sum2b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = sum3b;
            }

            results = ref Unsafe.Add(ref results, 4 * yStride);
        }

        return row;
    }

    /// <summary>One row of the weight × 2 vectors at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip1x2<S, V>(
        ref float source, nint xStride, ref float outputGradient, nint wStride, ref float gradient, nint yStride, int samples, int row,
        int end, int firstColumn, int endColumn, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        int lanes = S.Lanes;
        ref float results = ref Unsafe.Add(ref gradient, row * yStride);
        for (; row < end; row++)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float x = ref Unsafe.Add(ref source, row);
                ref float w = ref Unsafe.Add(ref outputGradient, column);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0a, sum0b;
                if (!adds)
                {
                    sum0a = default; sum0b = default;
                }
                else
                {
                    sum0a = Unsafe.As<float, V>(ref y);
                    sum0b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes));
                }

                for (int k = 0; k < samples; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    V x0 = S.Create(x);
                    sum0a = S.MultiplyAdd(x0, wa, sum0a);
                    sum0b = S.MultiplyAdd(x0, wb, sum0b);
                    x = ref Unsafe.Add(ref x, xStride);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
            }

            results = ref Unsafe.Add(ref results, yStride);
        }

        return row;
    }

    /// <summary>8 rows of the weight × one vector at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip8x1<S, V>(
        ref float source, nint xStride, ref float outputGradient, nint wStride, ref float gradient, nint yStride, int samples, int row,
        int end, int firstColumn, int endColumn, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float results = ref Unsafe.Add(ref gradient, row * yStride);
        for (; row + 8 <= end; row += 8)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float x = ref Unsafe.Add(ref source, row);
                ref float w = ref Unsafe.Add(ref outputGradient, column);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0, sum1, sum2, sum3, sum4, sum5, sum6, sum7;
                if (!adds)
                {
                    sum0 = default;
                    sum1 = default;
                    sum2 = default;
                    sum3 = default;
                    sum4 = default;
                    sum5 = default;
                    sum6 = default;
                    sum7 = default;
                }
                else
                {
                    sum0 = Unsafe.As<float, V>(ref y);
                    sum1 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride));
                    sum2 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride));
                    sum3 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride));
                    sum4 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride));
                    sum5 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride));
                    sum6 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride));
                    sum7 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride));
                }

                for (int k = 0; k < samples; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0 = S.MultiplyAdd(ref x, wa, sum0);
                    sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, 1), wa, sum1);
                    sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2), wa, sum2);
                    sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3), wa, sum3);
                    sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, 4), wa, sum4);
                    sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, 5), wa, sum5);
                    sum6 = S.MultiplyAdd(ref Unsafe.Add(ref x, 6), wa, sum6);
                    sum7 = S.MultiplyAdd(ref Unsafe.Add(ref x, 7), wa, sum7);
                    x = ref Unsafe.Add(ref x, xStride);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = sum0;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = sum5;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = sum6;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = sum7;
            }

            results = ref Unsafe.Add(ref results, 8 * yStride);
        }

        return row;
    }

    /// <summary>4 rows of the weight × one vector at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip4x1<S, V>(
        ref float source, nint xStride, ref float outputGradient, nint wStride, ref float gradient, nint yStride, int samples, int row,
        int end, int firstColumn, int endColumn, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float results = ref Unsafe.Add(ref gradient, row * yStride);
        for (; row + 4 <= end; row += 4)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float x = ref Unsafe.Add(ref source, row);
                ref float w = ref Unsafe.Add(ref outputGradient, column);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0, sum1, sum2, sum3;
                if (!adds)
                {
                    sum0 = default;
                    sum1 = default;
                    sum2 = default;
                    sum3 = default;
                }
                else
                {
                    sum0 = Unsafe.As<float, V>(ref y);
                    sum1 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride));
                    sum2 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride));
                    sum3 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride));
                }

                for (int k = 0; k < samples; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0 = S.MultiplyAdd(ref x, wa, sum0);
                    sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, 1), wa, sum1);
                    sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2), wa, sum2);
                    sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3), wa, sum3);
                    x = ref Unsafe.Add(ref x, xStride);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = sum0;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
            }

            results = ref Unsafe.Add(ref results, 4 * yStride);
        }

        return row;
    }

    /// <summary>One row of the weight × one vector at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip1x1<S, V>(
        ref float source, nint xStride, ref float outputGradient, nint wStride, ref float gradient, nint yStride, int samples, int row,
        int end, int firstColumn, int endColumn, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float results = ref Unsafe.Add(ref gradient, row * yStride);
        for (; row < end; row++)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float x = ref Unsafe.Add(ref source, row);
                ref float w = ref Unsafe.Add(ref outputGradient, column);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0;
                if (!adds)
                {
                    sum0 = default;
                }
                else
                {
                    sum0 = Unsafe.As<float, V>(ref y);
                }

                for (int k = 0; k < samples; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0 = S.MultiplyAdd(ref x, wa, sum0);
                    x = ref Unsafe.Add(ref x, xStride);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = sum0;
            }

            results = ref Unsafe.Add(ref results, yStride);
        }

        return row;
    }
}
