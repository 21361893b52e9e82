// Written by StripWriter of the tests, which compare it.
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

public static partial class ConvolutionWeightGradients
{
    /// <summary>
    /// 6 positions of the window × 4 vectors at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip6x4<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        int lanes = S.Lanes;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 6 <= end; position += 6)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            nint offset3 = P.Behind(ref region.Offsets, position, 3);
            nint offset4 = P.Behind(ref region.Offsets, position, 4);
            nint offset5 = P.Behind(ref region.Offsets, position, 5);
            for (int column = firstColumn; column < endColumn; column += 4 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                V sum3a = default, sum3b = default, sum3c = default, sum3d = default;
                V sum4a = default, sum4b = default, sum4c = default, sum4d = default;
                V sum5a = default, sum5b = default, sum5c = default, sum5d = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
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
                        V x1 = S.Create(Unsafe.Add(ref x, offset1));
                        sum1a = S.MultiplyAdd(x1, wa, sum1a);
                        sum1b = S.MultiplyAdd(x1, wb, sum1b);
                        sum1c = S.MultiplyAdd(x1, wc, sum1c);
                        sum1d = S.MultiplyAdd(x1, wd, sum1d);
                        V x2 = S.Create(Unsafe.Add(ref x, offset2));
                        sum2a = S.MultiplyAdd(x2, wa, sum2a);
                        sum2b = S.MultiplyAdd(x2, wb, sum2b);
                        sum2c = S.MultiplyAdd(x2, wc, sum2c);
                        sum2d = S.MultiplyAdd(x2, wd, sum2d);
                        V x3 = S.Create(Unsafe.Add(ref x, offset3));
                        sum3a = S.MultiplyAdd(x3, wa, sum3a);
                        sum3b = S.MultiplyAdd(x3, wb, sum3b);
                        sum3c = S.MultiplyAdd(x3, wc, sum3c);
                        sum3d = S.MultiplyAdd(x3, wd, sum3d);
                        V x4 = S.Create(Unsafe.Add(ref x, offset4));
                        sum4a = S.MultiplyAdd(x4, wa, sum4a);
                        sum4b = S.MultiplyAdd(x4, wb, sum4b);
                        sum4c = S.MultiplyAdd(x4, wc, sum4c);
                        sum4d = S.MultiplyAdd(x4, wd, sum4d);
                        V x5 = S.Create(Unsafe.Add(ref x, offset5));
                        sum5a = S.MultiplyAdd(x5, wa, sum5a);
                        sum5b = S.MultiplyAdd(x5, wb, sum5b);
                        sum5c = S.MultiplyAdd(x5, wc, sum5c);
                        sum5d = S.MultiplyAdd(x5, wd, sum5d);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), sum0c);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)), sum0d);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)), sum1b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))), sum1c);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))), sum1d);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)), sum2b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))), sum2c);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))), sum2d);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)), sum3b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (2 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (2 * lanes))), sum3c);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (3 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (3 * lanes))), sum3d);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)), sum4b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + (2 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + (2 * lanes))), sum4c);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + (3 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + (3 * lanes))), sum4d);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)), sum5b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + (2 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + (2 * lanes))), sum5c);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + (3 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + (3 * lanes))), sum5d);
                }
                else
                {
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
            }
        }

        return position;
    }

    /// <summary>
    /// 3 positions of the window × 4 vectors at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip3x4<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        int lanes = S.Lanes;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 3 <= end; position += 3)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            for (int column = firstColumn; column < endColumn; column += 4 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
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
                        V x1 = S.Create(Unsafe.Add(ref x, offset1));
                        sum1a = S.MultiplyAdd(x1, wa, sum1a);
                        sum1b = S.MultiplyAdd(x1, wb, sum1b);
                        sum1c = S.MultiplyAdd(x1, wc, sum1c);
                        sum1d = S.MultiplyAdd(x1, wd, sum1d);
                        V x2 = S.Create(Unsafe.Add(ref x, offset2));
                        sum2a = S.MultiplyAdd(x2, wa, sum2a);
                        sum2b = S.MultiplyAdd(x2, wb, sum2b);
                        sum2c = S.MultiplyAdd(x2, wc, sum2c);
                        sum2d = S.MultiplyAdd(x2, wd, sum2d);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), sum0c);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)), sum0d);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)), sum1b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))), sum1c);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))), sum1d);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)), sum2b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))), sum2c);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))), sum2d);
                }
                else
                {
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
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 12 positions of the window × 2 vectors at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip12x2<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        int lanes = S.Lanes;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 12 <= end; position += 12)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            nint offset3 = P.Behind(ref region.Offsets, position, 3);
            nint offset4 = P.Behind(ref region.Offsets, position, 4);
            nint offset5 = P.Behind(ref region.Offsets, position, 5);
            nint offset6 = P.Behind(ref region.Offsets, position, 6);
            nint offset7 = P.Behind(ref region.Offsets, position, 7);
            nint offset8 = P.Behind(ref region.Offsets, position, 8);
            nint offset9 = P.Behind(ref region.Offsets, position, 9);
            nint offset10 = P.Behind(ref region.Offsets, position, 10);
            nint offset11 = P.Behind(ref region.Offsets, position, 11);
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                V sum5a = default, sum5b = default;
                V sum6a = default, sum6b = default;
                V sum7a = default, sum7b = default;
                V sum8a = default, sum8b = default;
                V sum9a = default, sum9b = default;
                V sum10a = default, sum10b = default;
                V sum11a = default, sum11b = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        V x0 = S.Create(x);
                        sum0a = S.MultiplyAdd(x0, wa, sum0a);
                        sum0b = S.MultiplyAdd(x0, wb, sum0b);
                        V x1 = S.Create(Unsafe.Add(ref x, offset1));
                        sum1a = S.MultiplyAdd(x1, wa, sum1a);
                        sum1b = S.MultiplyAdd(x1, wb, sum1b);
                        V x2 = S.Create(Unsafe.Add(ref x, offset2));
                        sum2a = S.MultiplyAdd(x2, wa, sum2a);
                        sum2b = S.MultiplyAdd(x2, wb, sum2b);
                        V x3 = S.Create(Unsafe.Add(ref x, offset3));
                        sum3a = S.MultiplyAdd(x3, wa, sum3a);
                        sum3b = S.MultiplyAdd(x3, wb, sum3b);
                        V x4 = S.Create(Unsafe.Add(ref x, offset4));
                        sum4a = S.MultiplyAdd(x4, wa, sum4a);
                        sum4b = S.MultiplyAdd(x4, wb, sum4b);
                        V x5 = S.Create(Unsafe.Add(ref x, offset5));
                        sum5a = S.MultiplyAdd(x5, wa, sum5a);
                        sum5b = S.MultiplyAdd(x5, wb, sum5b);
                        V x6 = S.Create(Unsafe.Add(ref x, offset6));
                        sum6a = S.MultiplyAdd(x6, wa, sum6a);
                        sum6b = S.MultiplyAdd(x6, wb, sum6b);
                        V x7 = S.Create(Unsafe.Add(ref x, offset7));
                        sum7a = S.MultiplyAdd(x7, wa, sum7a);
                        sum7b = S.MultiplyAdd(x7, wb, sum7b);
                        V x8 = S.Create(Unsafe.Add(ref x, offset8));
                        sum8a = S.MultiplyAdd(x8, wa, sum8a);
                        sum8b = S.MultiplyAdd(x8, wb, sum8b);
                        V x9 = S.Create(Unsafe.Add(ref x, offset9));
                        sum9a = S.MultiplyAdd(x9, wa, sum9a);
                        sum9b = S.MultiplyAdd(x9, wb, sum9b);
                        V x10 = S.Create(Unsafe.Add(ref x, offset10));
                        sum10a = S.MultiplyAdd(x10, wa, sum10a);
                        sum10b = S.MultiplyAdd(x10, wb, sum10b);
                        V x11 = S.Create(Unsafe.Add(ref x, offset11));
                        sum11a = S.MultiplyAdd(x11, wa, sum11a);
                        sum11b = S.MultiplyAdd(x11, wb, sum11b);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)), sum1b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)), sum2b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)), sum3b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)), sum4b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)), sum5b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)), sum6a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (6 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (6 * yStride) + lanes)), sum6b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)), sum7a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (7 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (7 * yStride) + lanes)), sum7b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)), sum8a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (8 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (8 * yStride) + lanes)), sum8b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)), sum9a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (9 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (9 * yStride) + lanes)), sum9b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * yStride)), sum10a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (10 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (10 * yStride) + lanes)), sum10b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * yStride)), sum11a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (11 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (11 * yStride) + lanes)), sum11b);
                }
                else
                {
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
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) = sum8a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (8 * yStride) + lanes)) = sum8b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)) = sum9a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (9 * yStride) + lanes)) = sum9b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * yStride)) = sum10a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (10 * yStride) + lanes)) = sum10b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * yStride)) = sum11a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (11 * yStride) + lanes)) = sum11b;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 8 positions of the window × 2 vectors at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip8x2<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        int lanes = S.Lanes;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 8 <= end; position += 8)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            nint offset3 = P.Behind(ref region.Offsets, position, 3);
            nint offset4 = P.Behind(ref region.Offsets, position, 4);
            nint offset5 = P.Behind(ref region.Offsets, position, 5);
            nint offset6 = P.Behind(ref region.Offsets, position, 6);
            nint offset7 = P.Behind(ref region.Offsets, position, 7);
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                V sum5a = default, sum5b = default;
                V sum6a = default, sum6b = default;
                V sum7a = default, sum7b = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        V x0 = S.Create(x);
                        sum0a = S.MultiplyAdd(x0, wa, sum0a);
                        sum0b = S.MultiplyAdd(x0, wb, sum0b);
                        V x1 = S.Create(Unsafe.Add(ref x, offset1));
                        sum1a = S.MultiplyAdd(x1, wa, sum1a);
                        sum1b = S.MultiplyAdd(x1, wb, sum1b);
                        V x2 = S.Create(Unsafe.Add(ref x, offset2));
                        sum2a = S.MultiplyAdd(x2, wa, sum2a);
                        sum2b = S.MultiplyAdd(x2, wb, sum2b);
                        V x3 = S.Create(Unsafe.Add(ref x, offset3));
                        sum3a = S.MultiplyAdd(x3, wa, sum3a);
                        sum3b = S.MultiplyAdd(x3, wb, sum3b);
                        V x4 = S.Create(Unsafe.Add(ref x, offset4));
                        sum4a = S.MultiplyAdd(x4, wa, sum4a);
                        sum4b = S.MultiplyAdd(x4, wb, sum4b);
                        V x5 = S.Create(Unsafe.Add(ref x, offset5));
                        sum5a = S.MultiplyAdd(x5, wa, sum5a);
                        sum5b = S.MultiplyAdd(x5, wb, sum5b);
                        V x6 = S.Create(Unsafe.Add(ref x, offset6));
                        sum6a = S.MultiplyAdd(x6, wa, sum6a);
                        sum6b = S.MultiplyAdd(x6, wb, sum6b);
                        V x7 = S.Create(Unsafe.Add(ref x, offset7));
                        sum7a = S.MultiplyAdd(x7, wa, sum7a);
                        sum7b = S.MultiplyAdd(x7, wb, sum7b);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)), sum1b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)), sum2b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)), sum3b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)), sum4b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)), sum5b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)), sum6a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (6 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (6 * yStride) + lanes)), sum6b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)), sum7a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (7 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (7 * yStride) + lanes)), sum7b);
                }
                else
                {
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
            }
        }

        return position;
    }

    /// <summary>
    /// 7 positions of the window × 2 vectors at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip7x2<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        int lanes = S.Lanes;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 7 <= end; position += 7)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            nint offset3 = P.Behind(ref region.Offsets, position, 3);
            nint offset4 = P.Behind(ref region.Offsets, position, 4);
            nint offset5 = P.Behind(ref region.Offsets, position, 5);
            nint offset6 = P.Behind(ref region.Offsets, position, 6);
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                V sum5a = default, sum5b = default;
                V sum6a = default, sum6b = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        V x0 = S.Create(x);
                        sum0a = S.MultiplyAdd(x0, wa, sum0a);
                        sum0b = S.MultiplyAdd(x0, wb, sum0b);
                        V x1 = S.Create(Unsafe.Add(ref x, offset1));
                        sum1a = S.MultiplyAdd(x1, wa, sum1a);
                        sum1b = S.MultiplyAdd(x1, wb, sum1b);
                        V x2 = S.Create(Unsafe.Add(ref x, offset2));
                        sum2a = S.MultiplyAdd(x2, wa, sum2a);
                        sum2b = S.MultiplyAdd(x2, wb, sum2b);
                        V x3 = S.Create(Unsafe.Add(ref x, offset3));
                        sum3a = S.MultiplyAdd(x3, wa, sum3a);
                        sum3b = S.MultiplyAdd(x3, wb, sum3b);
                        V x4 = S.Create(Unsafe.Add(ref x, offset4));
                        sum4a = S.MultiplyAdd(x4, wa, sum4a);
                        sum4b = S.MultiplyAdd(x4, wb, sum4b);
                        V x5 = S.Create(Unsafe.Add(ref x, offset5));
                        sum5a = S.MultiplyAdd(x5, wa, sum5a);
                        sum5b = S.MultiplyAdd(x5, wb, sum5b);
                        V x6 = S.Create(Unsafe.Add(ref x, offset6));
                        sum6a = S.MultiplyAdd(x6, wa, sum6a);
                        sum6b = S.MultiplyAdd(x6, wb, sum6b);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)), sum1b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)), sum2b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)), sum3b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)), sum4b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)), sum5b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)), sum6a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (6 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (6 * yStride) + lanes)), sum6b);
                }
                else
                {
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
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 6 positions of the window × 2 vectors at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip6x2<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        int lanes = S.Lanes;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 6 <= end; position += 6)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            nint offset3 = P.Behind(ref region.Offsets, position, 3);
            nint offset4 = P.Behind(ref region.Offsets, position, 4);
            nint offset5 = P.Behind(ref region.Offsets, position, 5);
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                V sum5a = default, sum5b = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        V x0 = S.Create(x);
                        sum0a = S.MultiplyAdd(x0, wa, sum0a);
                        sum0b = S.MultiplyAdd(x0, wb, sum0b);
                        V x1 = S.Create(Unsafe.Add(ref x, offset1));
                        sum1a = S.MultiplyAdd(x1, wa, sum1a);
                        sum1b = S.MultiplyAdd(x1, wb, sum1b);
                        V x2 = S.Create(Unsafe.Add(ref x, offset2));
                        sum2a = S.MultiplyAdd(x2, wa, sum2a);
                        sum2b = S.MultiplyAdd(x2, wb, sum2b);
                        V x3 = S.Create(Unsafe.Add(ref x, offset3));
                        sum3a = S.MultiplyAdd(x3, wa, sum3a);
                        sum3b = S.MultiplyAdd(x3, wb, sum3b);
                        V x4 = S.Create(Unsafe.Add(ref x, offset4));
                        sum4a = S.MultiplyAdd(x4, wa, sum4a);
                        sum4b = S.MultiplyAdd(x4, wb, sum4b);
                        V x5 = S.Create(Unsafe.Add(ref x, offset5));
                        sum5a = S.MultiplyAdd(x5, wa, sum5a);
                        sum5b = S.MultiplyAdd(x5, wb, sum5b);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)), sum1b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)), sum2b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)), sum3b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)), sum4b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)), sum5b);
                }
                else
                {
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
            }
        }

        return position;
    }

    /// <summary>
    /// 5 positions of the window × 2 vectors at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip5x2<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        int lanes = S.Lanes;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 5 <= end; position += 5)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            nint offset3 = P.Behind(ref region.Offsets, position, 3);
            nint offset4 = P.Behind(ref region.Offsets, position, 4);
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        V x0 = S.Create(x);
                        sum0a = S.MultiplyAdd(x0, wa, sum0a);
                        sum0b = S.MultiplyAdd(x0, wb, sum0b);
                        V x1 = S.Create(Unsafe.Add(ref x, offset1));
                        sum1a = S.MultiplyAdd(x1, wa, sum1a);
                        sum1b = S.MultiplyAdd(x1, wb, sum1b);
                        V x2 = S.Create(Unsafe.Add(ref x, offset2));
                        sum2a = S.MultiplyAdd(x2, wa, sum2a);
                        sum2b = S.MultiplyAdd(x2, wb, sum2b);
                        V x3 = S.Create(Unsafe.Add(ref x, offset3));
                        sum3a = S.MultiplyAdd(x3, wa, sum3a);
                        sum3b = S.MultiplyAdd(x3, wb, sum3b);
                        V x4 = S.Create(Unsafe.Add(ref x, offset4));
                        sum4a = S.MultiplyAdd(x4, wa, sum4a);
                        sum4b = S.MultiplyAdd(x4, wb, sum4b);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)), sum1b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)), sum2b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)), sum3b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)), sum4b);
                }
                else
                {
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
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 4 positions of the window × 2 vectors at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip4x2<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        int lanes = S.Lanes;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 4 <= end; position += 4)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            nint offset3 = P.Behind(ref region.Offsets, position, 3);
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        V x0 = S.Create(x);
                        sum0a = S.MultiplyAdd(x0, wa, sum0a);
                        sum0b = S.MultiplyAdd(x0, wb, sum0b);
                        V x1 = S.Create(Unsafe.Add(ref x, offset1));
                        sum1a = S.MultiplyAdd(x1, wa, sum1a);
                        sum1b = S.MultiplyAdd(x1, wb, sum1b);
                        V x2 = S.Create(Unsafe.Add(ref x, offset2));
                        sum2a = S.MultiplyAdd(x2, wa, sum2a);
                        sum2b = S.MultiplyAdd(x2, wb, sum2b);
                        V x3 = S.Create(Unsafe.Add(ref x, offset3));
                        sum3a = S.MultiplyAdd(x3, wa, sum3a);
                        sum3b = S.MultiplyAdd(x3, wb, sum3b);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)), sum1b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)), sum2b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)), sum3b);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = sum1b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = sum2b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = sum3b;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 3 positions of the window × 2 vectors at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip3x2<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        int lanes = S.Lanes;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 3 <= end; position += 3)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        V x0 = S.Create(x);
                        sum0a = S.MultiplyAdd(x0, wa, sum0a);
                        sum0b = S.MultiplyAdd(x0, wb, sum0b);
                        V x1 = S.Create(Unsafe.Add(ref x, offset1));
                        sum1a = S.MultiplyAdd(x1, wa, sum1a);
                        sum1b = S.MultiplyAdd(x1, wb, sum1b);
                        V x2 = S.Create(Unsafe.Add(ref x, offset2));
                        sum2a = S.MultiplyAdd(x2, wa, sum2a);
                        sum2b = S.MultiplyAdd(x2, wb, sum2b);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)), sum1b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)), sum2b);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = sum1b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = sum2b;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 2 positions of the window × 2 vectors at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip2x2<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        int lanes = S.Lanes;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 2 <= end; position += 2)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        V x0 = S.Create(x);
                        sum0a = S.MultiplyAdd(x0, wa, sum0a);
                        sum0b = S.MultiplyAdd(x0, wb, sum0b);
                        V x1 = S.Create(Unsafe.Add(ref x, offset1));
                        sum1a = S.MultiplyAdd(x1, wa, sum1a);
                        sum1b = S.MultiplyAdd(x1, wb, sum1b);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)), sum1b);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = sum1b;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// One position of the window × 2 vectors at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip1x2<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        int lanes = S.Lanes;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position < end; position++)
        {
            nint first = P.First(ref region.Offsets, position);
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        V x0 = S.Create(x);
                        sum0a = S.MultiplyAdd(x0, wa, sum0a);
                        sum0b = S.MultiplyAdd(x0, wb, sum0b);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 12 positions of the window × one vector at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip12x1<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 12 <= end; position += 12)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            nint offset3 = P.Behind(ref region.Offsets, position, 3);
            nint offset4 = P.Behind(ref region.Offsets, position, 4);
            nint offset5 = P.Behind(ref region.Offsets, position, 5);
            nint offset6 = P.Behind(ref region.Offsets, position, 6);
            nint offset7 = P.Behind(ref region.Offsets, position, 7);
            nint offset8 = P.Behind(ref region.Offsets, position, 8);
            nint offset9 = P.Behind(ref region.Offsets, position, 9);
            nint offset10 = P.Behind(ref region.Offsets, position, 10);
            nint offset11 = P.Behind(ref region.Offsets, position, 11);
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                V sum6 = default;
                V sum7 = default;
                V sum8 = default;
                V sum9 = default;
                V sum10 = default;
                V sum11 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset1), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset2), wa, sum2);
                        sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset3), wa, sum3);
                        sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset4), wa, sum4);
                        sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset5), wa, sum5);
                        sum6 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset6), wa, sum6);
                        sum7 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset7), wa, sum7);
                        sum8 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset8), wa, sum8);
                        sum9 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset9), wa, sum9);
                        sum10 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset10), wa, sum10);
                        sum11 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset11), wa, sum11);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)), sum6);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)), sum7);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)), sum8);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)), sum9);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * yStride)), sum10);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * yStride)), sum11);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = sum5;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = sum6;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = sum7;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) = sum8;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)) = sum9;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * yStride)) = sum10;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * yStride)) = sum11;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 11 positions of the window × one vector at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip11x1<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 11 <= end; position += 11)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            nint offset3 = P.Behind(ref region.Offsets, position, 3);
            nint offset4 = P.Behind(ref region.Offsets, position, 4);
            nint offset5 = P.Behind(ref region.Offsets, position, 5);
            nint offset6 = P.Behind(ref region.Offsets, position, 6);
            nint offset7 = P.Behind(ref region.Offsets, position, 7);
            nint offset8 = P.Behind(ref region.Offsets, position, 8);
            nint offset9 = P.Behind(ref region.Offsets, position, 9);
            nint offset10 = P.Behind(ref region.Offsets, position, 10);
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                V sum6 = default;
                V sum7 = default;
                V sum8 = default;
                V sum9 = default;
                V sum10 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset1), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset2), wa, sum2);
                        sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset3), wa, sum3);
                        sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset4), wa, sum4);
                        sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset5), wa, sum5);
                        sum6 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset6), wa, sum6);
                        sum7 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset7), wa, sum7);
                        sum8 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset8), wa, sum8);
                        sum9 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset9), wa, sum9);
                        sum10 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset10), wa, sum10);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)), sum6);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)), sum7);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)), sum8);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)), sum9);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * yStride)), sum10);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = sum5;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = sum6;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = sum7;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) = sum8;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)) = sum9;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * yStride)) = sum10;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 10 positions of the window × one vector at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip10x1<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 10 <= end; position += 10)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            nint offset3 = P.Behind(ref region.Offsets, position, 3);
            nint offset4 = P.Behind(ref region.Offsets, position, 4);
            nint offset5 = P.Behind(ref region.Offsets, position, 5);
            nint offset6 = P.Behind(ref region.Offsets, position, 6);
            nint offset7 = P.Behind(ref region.Offsets, position, 7);
            nint offset8 = P.Behind(ref region.Offsets, position, 8);
            nint offset9 = P.Behind(ref region.Offsets, position, 9);
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                V sum6 = default;
                V sum7 = default;
                V sum8 = default;
                V sum9 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset1), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset2), wa, sum2);
                        sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset3), wa, sum3);
                        sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset4), wa, sum4);
                        sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset5), wa, sum5);
                        sum6 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset6), wa, sum6);
                        sum7 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset7), wa, sum7);
                        sum8 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset8), wa, sum8);
                        sum9 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset9), wa, sum9);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)), sum6);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)), sum7);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)), sum8);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)), sum9);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = sum5;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = sum6;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = sum7;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) = sum8;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)) = sum9;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 9 positions of the window × one vector at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip9x1<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 9 <= end; position += 9)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            nint offset3 = P.Behind(ref region.Offsets, position, 3);
            nint offset4 = P.Behind(ref region.Offsets, position, 4);
            nint offset5 = P.Behind(ref region.Offsets, position, 5);
            nint offset6 = P.Behind(ref region.Offsets, position, 6);
            nint offset7 = P.Behind(ref region.Offsets, position, 7);
            nint offset8 = P.Behind(ref region.Offsets, position, 8);
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                V sum6 = default;
                V sum7 = default;
                V sum8 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset1), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset2), wa, sum2);
                        sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset3), wa, sum3);
                        sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset4), wa, sum4);
                        sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset5), wa, sum5);
                        sum6 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset6), wa, sum6);
                        sum7 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset7), wa, sum7);
                        sum8 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset8), wa, sum8);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)), sum6);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)), sum7);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)), sum8);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = sum5;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = sum6;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = sum7;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) = sum8;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 8 positions of the window × one vector at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip8x1<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 8 <= end; position += 8)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            nint offset3 = P.Behind(ref region.Offsets, position, 3);
            nint offset4 = P.Behind(ref region.Offsets, position, 4);
            nint offset5 = P.Behind(ref region.Offsets, position, 5);
            nint offset6 = P.Behind(ref region.Offsets, position, 6);
            nint offset7 = P.Behind(ref region.Offsets, position, 7);
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                V sum6 = default;
                V sum7 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset1), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset2), wa, sum2);
                        sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset3), wa, sum3);
                        sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset4), wa, sum4);
                        sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset5), wa, sum5);
                        sum6 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset6), wa, sum6);
                        sum7 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset7), wa, sum7);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)), sum6);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)), sum7);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = sum5;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = sum6;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = sum7;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 7 positions of the window × one vector at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip7x1<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 7 <= end; position += 7)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            nint offset3 = P.Behind(ref region.Offsets, position, 3);
            nint offset4 = P.Behind(ref region.Offsets, position, 4);
            nint offset5 = P.Behind(ref region.Offsets, position, 5);
            nint offset6 = P.Behind(ref region.Offsets, position, 6);
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                V sum6 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset1), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset2), wa, sum2);
                        sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset3), wa, sum3);
                        sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset4), wa, sum4);
                        sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset5), wa, sum5);
                        sum6 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset6), wa, sum6);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)), sum6);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = sum5;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = sum6;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 6 positions of the window × one vector at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip6x1<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 6 <= end; position += 6)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            nint offset3 = P.Behind(ref region.Offsets, position, 3);
            nint offset4 = P.Behind(ref region.Offsets, position, 4);
            nint offset5 = P.Behind(ref region.Offsets, position, 5);
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset1), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset2), wa, sum2);
                        sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset3), wa, sum3);
                        sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset4), wa, sum4);
                        sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset5), wa, sum5);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = sum5;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 5 positions of the window × one vector at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip5x1<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 5 <= end; position += 5)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            nint offset3 = P.Behind(ref region.Offsets, position, 3);
            nint offset4 = P.Behind(ref region.Offsets, position, 4);
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset1), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset2), wa, sum2);
                        sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset3), wa, sum3);
                        sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset4), wa, sum4);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 4 positions of the window × one vector at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip4x1<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 4 <= end; position += 4)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            nint offset3 = P.Behind(ref region.Offsets, position, 3);
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset1), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset2), wa, sum2);
                        sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset3), wa, sum3);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 3 positions of the window × one vector at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip3x1<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 3 <= end; position += 3)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            nint offset2 = P.Behind(ref region.Offsets, position, 2);
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset1), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset2), wa, sum2);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 2 positions of the window × one vector at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip2x1<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 2 <= end; position += 2)
        {
            nint first = P.First(ref region.Offsets, position);
            nint offset1 = P.Behind(ref region.Offsets, position, 1);
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                V sum1 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, offset1), wa, sum1);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// One position of the window × one vector at a time, while so many positions are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip1x1<S, V, P>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where P : struct, IWindowPositions
    {
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position < end; position++)
        {
            nint first = P.First(ref region.Offsets, position);
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, first);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 3 columns of the window × 4 vectors of channels at a time, while so many columns are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int DepthwiseStrip3x4<S, V>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
    {
        int lanes = S.Lanes;
        nint offset1 = region.WindowColumn;
        nint offset2 = 2 * offset1;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 3 <= end; position += 3)
        {
            for (int column = firstColumn; column < endColumn; column += 4 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, (position * offset1) + column);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0a = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0a);
                        sum1a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1)), wa, sum1a);
                        sum2a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset2)), wa, sum2a);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        sum0b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), wb, sum0b);
                        sum1b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1 + lanes)), wb, sum1b);
                        sum2b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset2 + lanes)), wb, sum2b);
                        V wc = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * lanes));
                        sum0c = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), wc, sum0c);
                        sum1c = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1 + (2 * lanes))), wc, sum1c);
                        sum2c = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset2 + (2 * lanes))), wc, sum2c);
                        V wd = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * lanes));
                        sum0d = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), wd, sum0d);
                        sum1d = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1 + (3 * lanes))), wd, sum1d);
                        sum2d = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset2 + (3 * lanes))), wd, sum2d);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), sum0c);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)), sum0d);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)), sum1b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))), sum1c);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))), sum1d);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)), sum2b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))), sum2c);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))), sum2d);
                }
                else
                {
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
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 2 columns of the window × 4 vectors of channels at a time, while so many columns are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int DepthwiseStrip2x4<S, V>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
    {
        int lanes = S.Lanes;
        nint offset1 = region.WindowColumn;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 2 <= end; position += 2)
        {
            for (int column = firstColumn; column < endColumn; column += 4 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, (position * offset1) + column);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0a = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0a);
                        sum1a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1)), wa, sum1a);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        sum0b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), wb, sum0b);
                        sum1b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1 + lanes)), wb, sum1b);
                        V wc = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * lanes));
                        sum0c = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), wc, sum0c);
                        sum1c = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1 + (2 * lanes))), wc, sum1c);
                        V wd = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * lanes));
                        sum0d = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), wd, sum0d);
                        sum1d = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1 + (3 * lanes))), wd, sum1d);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), sum0c);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)), sum0d);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)), sum1b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))), sum1c);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))), sum1d);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = sum0c;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = sum0d;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = sum1b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) = sum1c;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) = sum1d;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// One column of the window × 4 vectors of channels at a time, while so many columns are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int DepthwiseStrip1x4<S, V>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
    {
        int lanes = S.Lanes;
        nint offset1 = region.WindowColumn;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position < end; position++)
        {
            for (int column = firstColumn; column < endColumn; column += 4 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, (position * offset1) + column);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0a = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0a);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        sum0b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), wb, sum0b);
                        V wc = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * lanes));
                        sum0c = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), wc, sum0c);
                        V wd = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * lanes));
                        sum0d = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), wd, sum0d);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), sum0c);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)), sum0d);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = sum0c;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = sum0d;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 7 columns of the window × 2 vectors of channels at a time, while so many columns are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int DepthwiseStrip7x2<S, V>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
    {
        int lanes = S.Lanes;
        nint offset1 = region.WindowColumn;
        nint offset2 = 2 * offset1;
        nint offset3 = 3 * offset1;
        nint offset4 = 4 * offset1;
        nint offset5 = 5 * offset1;
        nint offset6 = 6 * offset1;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 7 <= end; position += 7)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, (position * offset1) + column);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                V sum5a = default, sum5b = default;
                V sum6a = default, sum6b = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0a = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0a);
                        sum1a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1)), wa, sum1a);
                        sum2a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset2)), wa, sum2a);
                        sum3a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset3)), wa, sum3a);
                        sum4a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset4)), wa, sum4a);
                        sum5a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset5)), wa, sum5a);
                        sum6a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset6)), wa, sum6a);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        sum0b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), wb, sum0b);
                        sum1b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1 + lanes)), wb, sum1b);
                        sum2b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset2 + lanes)), wb, sum2b);
                        sum3b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset3 + lanes)), wb, sum3b);
                        sum4b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset4 + lanes)), wb, sum4b);
                        sum5b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset5 + lanes)), wb, sum5b);
                        sum6b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset6 + lanes)), wb, sum6b);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)), sum1b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)), sum2b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)), sum3b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)), sum4b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)), sum5b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)), sum6a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (6 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (6 * yStride) + lanes)), sum6b);
                }
                else
                {
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
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 6 columns of the window × 2 vectors of channels at a time, while so many columns are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int DepthwiseStrip6x2<S, V>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
    {
        int lanes = S.Lanes;
        nint offset1 = region.WindowColumn;
        nint offset2 = 2 * offset1;
        nint offset3 = 3 * offset1;
        nint offset4 = 4 * offset1;
        nint offset5 = 5 * offset1;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 6 <= end; position += 6)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, (position * offset1) + column);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                V sum5a = default, sum5b = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0a = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0a);
                        sum1a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1)), wa, sum1a);
                        sum2a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset2)), wa, sum2a);
                        sum3a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset3)), wa, sum3a);
                        sum4a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset4)), wa, sum4a);
                        sum5a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset5)), wa, sum5a);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        sum0b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), wb, sum0b);
                        sum1b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1 + lanes)), wb, sum1b);
                        sum2b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset2 + lanes)), wb, sum2b);
                        sum3b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset3 + lanes)), wb, sum3b);
                        sum4b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset4 + lanes)), wb, sum4b);
                        sum5b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset5 + lanes)), wb, sum5b);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)), sum1b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)), sum2b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)), sum3b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)), sum4b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)), sum5b);
                }
                else
                {
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
            }
        }

        return position;
    }

    /// <summary>
    /// 5 columns of the window × 2 vectors of channels at a time, while so many columns are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int DepthwiseStrip5x2<S, V>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
    {
        int lanes = S.Lanes;
        nint offset1 = region.WindowColumn;
        nint offset2 = 2 * offset1;
        nint offset3 = 3 * offset1;
        nint offset4 = 4 * offset1;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 5 <= end; position += 5)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, (position * offset1) + column);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0a = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0a);
                        sum1a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1)), wa, sum1a);
                        sum2a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset2)), wa, sum2a);
                        sum3a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset3)), wa, sum3a);
                        sum4a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset4)), wa, sum4a);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        sum0b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), wb, sum0b);
                        sum1b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1 + lanes)), wb, sum1b);
                        sum2b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset2 + lanes)), wb, sum2b);
                        sum3b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset3 + lanes)), wb, sum3b);
                        sum4b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset4 + lanes)), wb, sum4b);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)), sum1b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)), sum2b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)), sum3b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)), sum4b);
                }
                else
                {
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
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 4 columns of the window × 2 vectors of channels at a time, while so many columns are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int DepthwiseStrip4x2<S, V>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
    {
        int lanes = S.Lanes;
        nint offset1 = region.WindowColumn;
        nint offset2 = 2 * offset1;
        nint offset3 = 3 * offset1;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 4 <= end; position += 4)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, (position * offset1) + column);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0a = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0a);
                        sum1a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1)), wa, sum1a);
                        sum2a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset2)), wa, sum2a);
                        sum3a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset3)), wa, sum3a);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        sum0b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), wb, sum0b);
                        sum1b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1 + lanes)), wb, sum1b);
                        sum2b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset2 + lanes)), wb, sum2b);
                        sum3b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset3 + lanes)), wb, sum3b);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)), sum1b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)), sum2b);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3a);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)), sum3b);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = sum1b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = sum2b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = sum3b;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 7 columns of the window × one vector of channels at a time, while so many columns are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int DepthwiseStrip7x1<S, V>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
    {
        nint offset1 = region.WindowColumn;
        nint offset2 = 2 * offset1;
        nint offset3 = 3 * offset1;
        nint offset4 = 4 * offset1;
        nint offset5 = 5 * offset1;
        nint offset6 = 6 * offset1;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 7 <= end; position += 7)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, (position * offset1) + column);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                V sum6 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0);
                        sum1 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1)), wa, sum1);
                        sum2 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset2)), wa, sum2);
                        sum3 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset3)), wa, sum3);
                        sum4 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset4)), wa, sum4);
                        sum5 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset5)), wa, sum5);
                        sum6 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset6)), wa, sum6);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)), sum6);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = sum5;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = sum6;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 6 columns of the window × one vector of channels at a time, while so many columns are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int DepthwiseStrip6x1<S, V>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
    {
        nint offset1 = region.WindowColumn;
        nint offset2 = 2 * offset1;
        nint offset3 = 3 * offset1;
        nint offset4 = 4 * offset1;
        nint offset5 = 5 * offset1;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 6 <= end; position += 6)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, (position * offset1) + column);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0);
                        sum1 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1)), wa, sum1);
                        sum2 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset2)), wa, sum2);
                        sum3 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset3)), wa, sum3);
                        sum4 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset4)), wa, sum4);
                        sum5 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset5)), wa, sum5);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = sum5;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 5 columns of the window × one vector of channels at a time, while so many columns are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int DepthwiseStrip5x1<S, V>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
    {
        nint offset1 = region.WindowColumn;
        nint offset2 = 2 * offset1;
        nint offset3 = 3 * offset1;
        nint offset4 = 4 * offset1;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 5 <= end; position += 5)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, (position * offset1) + column);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0);
                        sum1 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1)), wa, sum1);
                        sum2 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset2)), wa, sum2);
                        sum3 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset3)), wa, sum3);
                        sum4 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset4)), wa, sum4);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 4 columns of the window × one vector of channels at a time, while so many columns are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int DepthwiseStrip4x1<S, V>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
    {
        nint offset1 = region.WindowColumn;
        nint offset2 = 2 * offset1;
        nint offset3 = 3 * offset1;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 4 <= end; position += 4)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, (position * offset1) + column);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0);
                        sum1 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1)), wa, sum1);
                        sum2 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset2)), wa, sum2);
                        sum3 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset3)), wa, sum3);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 3 columns of the window × one vector of channels at a time, while so many columns are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int DepthwiseStrip3x1<S, V>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
    {
        nint offset1 = region.WindowColumn;
        nint offset2 = 2 * offset1;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 3 <= end; position += 3)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, (position * offset1) + column);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0);
                        sum1 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1)), wa, sum1);
                        sum2 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset2)), wa, sum2);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                        S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// 2 columns of the window × one vector of channels at a time, while so many columns are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int DepthwiseStrip2x1<S, V>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
    {
        nint offset1 = region.WindowColumn;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position + 2 <= end; position += 2)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, (position * offset1) + column);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                V sum1 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0);
                        sum1 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, offset1)), wa, sum1);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                }
            }
        }

        return position;
    }

    /// <summary>
    /// One column of the window × one vector of channels at a time, while so many columns are left. Returns the first that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int DepthwiseStrip1x1<S, V>(scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
    {
        nint offset1 = region.WindowColumn;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (; position < end; position++)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float xRow = ref Unsafe.Add(ref region.Image, (position * offset1) + column);
                ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
                ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);
                V sum0 = default;
                for (int row = region.Rows; row > 0; row--)
                {
                    ref float x = ref xRow;
                    ref float w = ref wRow;
                    for (int pixel = pixels; pixel > 0; pixel--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0);
                        x = ref Unsafe.Add(ref x, xPixel);
                        w = ref Unsafe.Add(ref w, wPixel);
                    }

                    xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                    wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
                }

                if (region.Adds)
                {
                    Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                }
            }
        }

        return position;
    }

    /// <summary>The 3×3 elements of the window × 2 vectors of channels at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void DepthwiseWindow3x3x2<S, V>(scoped in WeightGradientRegion region, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
    {
        int lanes = S.Lanes;
        nint offset1 = region.WindowColumn, windowRow = region.WindowRow;
        nint offset2 = 2 * offset1;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (int column = firstColumn; column < endColumn; column += 2 * lanes)
        {
            ref float xRow = ref Unsafe.Add(ref region.Image, column);
            ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
            ref float y = ref Unsafe.Add(ref region.Gradient, column);
            V sum0a = default, sum0b = default;
            V sum1a = default, sum1b = default;
            V sum2a = default, sum2b = default;
            V sum3a = default, sum3b = default;
            V sum4a = default, sum4b = default;
            V sum5a = default, sum5b = default;
            V sum6a = default, sum6b = default;
            V sum7a = default, sum7b = default;
            V sum8a = default, sum8b = default;
            for (int row = region.Rows; row > 0; row--)
            {
                ref float x0 = ref xRow;
                ref float x1 = ref Unsafe.Add(ref x0, windowRow);
                ref float x2 = ref Unsafe.Add(ref x1, windowRow);
                ref float w = ref wRow;
                for (int pixel = pixels; pixel > 0; pixel--)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0a = S.MultiplyAdd(Unsafe.As<float, V>(ref x0), wa, sum0a);
                    sum1a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x0, offset1)), wa, sum1a);
                    sum2a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x0, offset2)), wa, sum2a);
                    sum3a = S.MultiplyAdd(Unsafe.As<float, V>(ref x1), wa, sum3a);
                    sum4a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x1, offset1)), wa, sum4a);
                    sum5a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x1, offset2)), wa, sum5a);
                    sum6a = S.MultiplyAdd(Unsafe.As<float, V>(ref x2), wa, sum6a);
                    sum7a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x2, offset1)), wa, sum7a);
                    sum8a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x2, offset2)), wa, sum8a);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    sum0b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x0, lanes)), wb, sum0b);
                    sum1b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x0, offset1 + lanes)), wb, sum1b);
                    sum2b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x0, offset2 + lanes)), wb, sum2b);
                    sum3b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x1, lanes)), wb, sum3b);
                    sum4b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x1, offset1 + lanes)), wb, sum4b);
                    sum5b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x1, offset2 + lanes)), wb, sum5b);
                    sum6b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x2, lanes)), wb, sum6b);
                    sum7b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x2, offset1 + lanes)), wb, sum7b);
                    sum8b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x2, offset2 + lanes)), wb, sum8b);
                    x0 = ref Unsafe.Add(ref x0, xPixel);
                    x1 = ref Unsafe.Add(ref x1, xPixel);
                    x2 = ref Unsafe.Add(ref x2, xPixel);
                    w = ref Unsafe.Add(ref w, wPixel);
                }

                xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
            }

            if (region.Adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)), sum3b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)), sum4b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)), sum5b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)), sum6a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (6 * yStride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (6 * yStride) + lanes)), sum6b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)), sum7a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (7 * yStride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (7 * yStride) + lanes)), sum7b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)), sum8a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (8 * yStride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (8 * yStride) + lanes)), sum8b);
            }
            else
            {
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
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) = sum8a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (8 * yStride) + lanes)) = sum8b;
            }
        }
    }

    /// <summary>The 3×3 elements of the window × one vector of channels at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void DepthwiseWindow3x3x1<S, V>(scoped in WeightGradientRegion region, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
    {
        nint offset1 = region.WindowColumn, windowRow = region.WindowRow;
        nint offset2 = 2 * offset1;
        nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;
        int pixels = region.Pixels;
        for (int column = firstColumn; column < endColumn; column += S.Lanes)
        {
            ref float xRow = ref Unsafe.Add(ref region.Image, column);
            ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);
            ref float y = ref Unsafe.Add(ref region.Gradient, column);
            V sum0 = default;
            V sum1 = default;
            V sum2 = default;
            V sum3 = default;
            V sum4 = default;
            V sum5 = default;
            V sum6 = default;
            V sum7 = default;
            V sum8 = default;
            for (int row = region.Rows; row > 0; row--)
            {
                ref float x0 = ref xRow;
                ref float x1 = ref Unsafe.Add(ref x0, windowRow);
                ref float x2 = ref Unsafe.Add(ref x1, windowRow);
                ref float w = ref wRow;
                for (int pixel = pixels; pixel > 0; pixel--)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0 = S.MultiplyAdd(Unsafe.As<float, V>(ref x0), wa, sum0);
                    sum1 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x0, offset1)), wa, sum1);
                    sum2 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x0, offset2)), wa, sum2);
                    sum3 = S.MultiplyAdd(Unsafe.As<float, V>(ref x1), wa, sum3);
                    sum4 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x1, offset1)), wa, sum4);
                    sum5 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x1, offset2)), wa, sum5);
                    sum6 = S.MultiplyAdd(Unsafe.As<float, V>(ref x2), wa, sum6);
                    sum7 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x2, offset1)), wa, sum7);
                    sum8 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x2, offset2)), wa, sum8);
                    x0 = ref Unsafe.Add(ref x0, xPixel);
                    x1 = ref Unsafe.Add(ref x1, xPixel);
                    x2 = ref Unsafe.Add(ref x2, xPixel);
                    w = ref Unsafe.Add(ref w, wPixel);
                }

                xRow = ref Unsafe.Add(ref xRow, region.ImageRow);
                wRow = ref Unsafe.Add(ref wRow, region.GradientRow);
            }

            if (region.Adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)), sum1);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)), sum2);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)), sum3);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)), sum4);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)), sum5);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)), sum6);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)), sum7);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)), sum8);
            }
            else
            {
                Unsafe.As<float, V>(ref y) = sum0;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = sum5;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = sum6;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = sum7;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) = sum8;
            }
        }
    }
}
