// Written by StripWriter of the tests, which compare it.
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

public static partial class SparseWeightGradients
{
    /// <summary>The strip of a tile that there is.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Strip<S, V>(int rows, int vectors, ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        switch ((rows, vectors))
        {
            case (1, 1):
                Strip1x1<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (2, 1):
                Strip2x1<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (3, 1):
                Strip3x1<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (5, 1):
                Strip5x1<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (1, 2):
                Strip1x2<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (2, 2):
                Strip2x2<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (3, 2):
                Strip3x2<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (5, 2):
                Strip5x2<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (1, 3):
                Strip1x3<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (2, 3):
                Strip2x3<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (3, 3):
                Strip3x3<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (5, 3):
                Strip5x3<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (1, 4):
                Strip1x4<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (2, 4):
                Strip2x4<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (3, 4):
                Strip3x4<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (5, 4):
                Strip5x4<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (1, 5):
                Strip1x5<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (2, 5):
                Strip2x5<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (3, 5):
                Strip3x5<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (5, 5):
                Strip5x5<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (1, 6):
                Strip1x6<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (2, 6):
                Strip2x6<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (3, 6):
                Strip3x6<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            case (1, 12):
                Strip1x12<S, V>(ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>One row of the window × one vector, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x1<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0;
            if (!adds)
            {
                sum0 = S.Zero;
            }
            else
            {
                sum0 = S.Load(ref y);
            }

            V other0 = S.Zero;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0 = S.MultiplyAdd(xValue, S.Load(ref x), sum0);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0 = S.MultiplyAdd(otherValue, S.Load(ref other), other0);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0 = S.MultiplyAdd(xValue, S.Load(ref x), sum0);
            }

            S.Store(S.Add(sum0, other0), ref y);
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>2 rows of the window × one vector, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x1<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0, sum1;
            if (!adds)
            {
                sum0 = S.Zero;
                sum1 = S.Zero;
            }
            else
            {
                sum0 = S.Load(ref y);
                sum1 = S.Load(ref Unsafe.Add(ref y, stride));
            }

            V other0 = S.Zero, other1 = S.Zero;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0 = S.MultiplyAdd(xValue, S.Load(ref x), sum0);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1 = S.MultiplyAdd(xValue, S.Load(ref x), sum1);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0 = S.MultiplyAdd(otherValue, S.Load(ref other), other0);
                other = ref Unsafe.Add(ref other, imageRow);
                other1 = S.MultiplyAdd(otherValue, S.Load(ref other), other1);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0 = S.MultiplyAdd(xValue, S.Load(ref x), sum0);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1 = S.MultiplyAdd(xValue, S.Load(ref x), sum1);
            }

            S.Store(S.Add(sum0, other0), ref y);
            S.Store(S.Add(sum1, other1), ref Unsafe.Add(ref y, stride));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>3 rows of the window × one vector, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x1<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0, sum1, sum2;
            if (!adds)
            {
                sum0 = S.Zero;
                sum1 = S.Zero;
                sum2 = S.Zero;
            }
            else
            {
                sum0 = S.Load(ref y);
                sum1 = S.Load(ref Unsafe.Add(ref y, stride));
                sum2 = S.Load(ref Unsafe.Add(ref y, 2 * stride));
            }

            V other0 = S.Zero, other1 = S.Zero, other2 = S.Zero;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0 = S.MultiplyAdd(xValue, S.Load(ref x), sum0);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1 = S.MultiplyAdd(xValue, S.Load(ref x), sum1);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2 = S.MultiplyAdd(xValue, S.Load(ref x), sum2);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0 = S.MultiplyAdd(otherValue, S.Load(ref other), other0);
                other = ref Unsafe.Add(ref other, imageRow);
                other1 = S.MultiplyAdd(otherValue, S.Load(ref other), other1);
                other = ref Unsafe.Add(ref other, imageRow);
                other2 = S.MultiplyAdd(otherValue, S.Load(ref other), other2);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0 = S.MultiplyAdd(xValue, S.Load(ref x), sum0);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1 = S.MultiplyAdd(xValue, S.Load(ref x), sum1);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2 = S.MultiplyAdd(xValue, S.Load(ref x), sum2);
            }

            S.Store(S.Add(sum0, other0), ref y);
            S.Store(S.Add(sum1, other1), ref Unsafe.Add(ref y, stride));
            S.Store(S.Add(sum2, other2), ref Unsafe.Add(ref y, 2 * stride));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>5 rows of the window × one vector, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip5x1<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0, sum1, sum2, sum3, sum4;
            if (!adds)
            {
                sum0 = S.Zero;
                sum1 = S.Zero;
                sum2 = S.Zero;
                sum3 = S.Zero;
                sum4 = S.Zero;
            }
            else
            {
                sum0 = S.Load(ref y);
                sum1 = S.Load(ref Unsafe.Add(ref y, stride));
                sum2 = S.Load(ref Unsafe.Add(ref y, 2 * stride));
                sum3 = S.Load(ref Unsafe.Add(ref y, 3 * stride));
                sum4 = S.Load(ref Unsafe.Add(ref y, 4 * stride));
            }

            V other0 = S.Zero, other1 = S.Zero, other2 = S.Zero, other3 = S.Zero, other4 = S.Zero;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0 = S.MultiplyAdd(xValue, S.Load(ref x), sum0);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1 = S.MultiplyAdd(xValue, S.Load(ref x), sum1);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2 = S.MultiplyAdd(xValue, S.Load(ref x), sum2);
                x = ref Unsafe.Add(ref x, imageRow);
                sum3 = S.MultiplyAdd(xValue, S.Load(ref x), sum3);
                x = ref Unsafe.Add(ref x, imageRow);
                sum4 = S.MultiplyAdd(xValue, S.Load(ref x), sum4);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0 = S.MultiplyAdd(otherValue, S.Load(ref other), other0);
                other = ref Unsafe.Add(ref other, imageRow);
                other1 = S.MultiplyAdd(otherValue, S.Load(ref other), other1);
                other = ref Unsafe.Add(ref other, imageRow);
                other2 = S.MultiplyAdd(otherValue, S.Load(ref other), other2);
                other = ref Unsafe.Add(ref other, imageRow);
                other3 = S.MultiplyAdd(otherValue, S.Load(ref other), other3);
                other = ref Unsafe.Add(ref other, imageRow);
                other4 = S.MultiplyAdd(otherValue, S.Load(ref other), other4);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0 = S.MultiplyAdd(xValue, S.Load(ref x), sum0);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1 = S.MultiplyAdd(xValue, S.Load(ref x), sum1);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2 = S.MultiplyAdd(xValue, S.Load(ref x), sum2);
                x = ref Unsafe.Add(ref x, imageRow);
                sum3 = S.MultiplyAdd(xValue, S.Load(ref x), sum3);
                x = ref Unsafe.Add(ref x, imageRow);
                sum4 = S.MultiplyAdd(xValue, S.Load(ref x), sum4);
            }

            S.Store(S.Add(sum0, other0), ref y);
            S.Store(S.Add(sum1, other1), ref Unsafe.Add(ref y, stride));
            S.Store(S.Add(sum2, other2), ref Unsafe.Add(ref y, 2 * stride));
            S.Store(S.Add(sum3, other3), ref Unsafe.Add(ref y, 3 * stride));
            S.Store(S.Add(sum4, other4), ref Unsafe.Add(ref y, 4 * stride));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>One row of the window × 2 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x2<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
            }

            V other0a = S.Zero, other0b = S.Zero;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0a = S.MultiplyAdd(otherValue, S.Load(ref other), other0a);
                other0b = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, S.Lanes)), other0b);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
            }

            S.Store(S.Add(sum0a, other0a), ref y);
            S.Store(S.Add(sum0b, other0b), ref Unsafe.Add(ref y, S.Lanes));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>2 rows of the window × 2 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x2<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum1a, sum1b;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero;
                sum1a = S.Zero; sum1b = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum1a = S.Load(ref Unsafe.Add(ref y, stride));
                sum1b = S.Load(ref Unsafe.Add(ref y, stride + S.Lanes));
            }

            V other0a = S.Zero, other0b = S.Zero, other1a = S.Zero, other1b = S.Zero;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, S.Load(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum1b);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0a = S.MultiplyAdd(otherValue, S.Load(ref other), other0a);
                other0b = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, S.Lanes)), other0b);
                other = ref Unsafe.Add(ref other, imageRow);
                other1a = S.MultiplyAdd(otherValue, S.Load(ref other), other1a);
                other1b = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, S.Lanes)), other1b);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, S.Load(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum1b);
            }

            S.Store(S.Add(sum0a, other0a), ref y);
            S.Store(S.Add(sum0b, other0b), ref Unsafe.Add(ref y, S.Lanes));
            S.Store(S.Add(sum1a, other1a), ref Unsafe.Add(ref y, stride));
            S.Store(S.Add(sum1b, other1b), ref Unsafe.Add(ref y, stride + S.Lanes));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>3 rows of the window × 2 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x2<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum1a, sum1b, sum2a, sum2b;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero;
                sum1a = S.Zero; sum1b = S.Zero;
                sum2a = S.Zero; sum2b = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum1a = S.Load(ref Unsafe.Add(ref y, stride));
                sum1b = S.Load(ref Unsafe.Add(ref y, stride + S.Lanes));
                sum2a = S.Load(ref Unsafe.Add(ref y, 2 * stride));
                sum2b = S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
            }

            V other0a = S.Zero, other0b = S.Zero, other1a = S.Zero, other1b = S.Zero, other2a = S.Zero, other2b = S.Zero;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, S.Load(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum1b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, S.Load(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum2b);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0a = S.MultiplyAdd(otherValue, S.Load(ref other), other0a);
                other0b = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, S.Lanes)), other0b);
                other = ref Unsafe.Add(ref other, imageRow);
                other1a = S.MultiplyAdd(otherValue, S.Load(ref other), other1a);
                other1b = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, S.Lanes)), other1b);
                other = ref Unsafe.Add(ref other, imageRow);
                other2a = S.MultiplyAdd(otherValue, S.Load(ref other), other2a);
                other2b = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, S.Lanes)), other2b);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, S.Load(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum1b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, S.Load(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum2b);
            }

            S.Store(S.Add(sum0a, other0a), ref y);
            S.Store(S.Add(sum0b, other0b), ref Unsafe.Add(ref y, S.Lanes));
            S.Store(S.Add(sum1a, other1a), ref Unsafe.Add(ref y, stride));
            S.Store(S.Add(sum1b, other1b), ref Unsafe.Add(ref y, stride + S.Lanes));
            S.Store(S.Add(sum2a, other2a), ref Unsafe.Add(ref y, 2 * stride));
            S.Store(S.Add(sum2b, other2b), ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>5 rows of the window × 2 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip5x2<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum1a, sum1b, sum2a, sum2b, sum3a, sum3b, sum4a, sum4b;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero;
                sum1a = S.Zero; sum1b = S.Zero;
                sum2a = S.Zero; sum2b = S.Zero;
                sum3a = S.Zero; sum3b = S.Zero;
                sum4a = S.Zero; sum4b = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum1a = S.Load(ref Unsafe.Add(ref y, stride));
                sum1b = S.Load(ref Unsafe.Add(ref y, stride + S.Lanes));
                sum2a = S.Load(ref Unsafe.Add(ref y, 2 * stride));
                sum2b = S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
                sum3a = S.Load(ref Unsafe.Add(ref y, 3 * stride));
                sum3b = S.Load(ref Unsafe.Add(ref y, (3 * stride) + S.Lanes));
                sum4a = S.Load(ref Unsafe.Add(ref y, 4 * stride));
                sum4b = S.Load(ref Unsafe.Add(ref y, (4 * stride) + S.Lanes));
            }

            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, S.Load(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum1b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, S.Load(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum2b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum3a = S.MultiplyAdd(xValue, S.Load(ref x), sum3a);
                sum3b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum3b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum4a = S.MultiplyAdd(xValue, S.Load(ref x), sum4a);
                sum4b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum4b);
            }

            S.Store(sum0a, ref y);
            S.Store(sum0b, ref Unsafe.Add(ref y, S.Lanes));
            S.Store(sum1a, ref Unsafe.Add(ref y, stride));
            S.Store(sum1b, ref Unsafe.Add(ref y, stride + S.Lanes));
            S.Store(sum2a, ref Unsafe.Add(ref y, 2 * stride));
            S.Store(sum2b, ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
            S.Store(sum3a, ref Unsafe.Add(ref y, 3 * stride));
            S.Store(sum3b, ref Unsafe.Add(ref y, (3 * stride) + S.Lanes));
            S.Store(sum4a, ref Unsafe.Add(ref y, 4 * stride));
            S.Store(sum4b, ref Unsafe.Add(ref y, (4 * stride) + S.Lanes));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>One row of the window × 3 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x3<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum0c;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero; sum0c = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum0c = S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes));
            }

            V other0a = S.Zero, other0b = S.Zero, other0c = S.Zero;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0a = S.MultiplyAdd(otherValue, S.Load(ref other), other0a);
                other0b = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, S.Lanes)), other0b);
                other0c = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, 2 * S.Lanes)), other0c);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
            }

            S.Store(S.Add(sum0a, other0a), ref y);
            S.Store(S.Add(sum0b, other0b), ref Unsafe.Add(ref y, S.Lanes));
            S.Store(S.Add(sum0c, other0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>2 rows of the window × 3 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x3<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum0c, sum1a, sum1b, sum1c;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero; sum0c = S.Zero;
                sum1a = S.Zero; sum1b = S.Zero; sum1c = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum0c = S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes));
                sum1a = S.Load(ref Unsafe.Add(ref y, stride));
                sum1b = S.Load(ref Unsafe.Add(ref y, stride + S.Lanes));
                sum1c = S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
            }

            V other0a = S.Zero, other0b = S.Zero, other0c = S.Zero, other1a = S.Zero, other1b = S.Zero, other1c = S.Zero;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, S.Load(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum1c);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0a = S.MultiplyAdd(otherValue, S.Load(ref other), other0a);
                other0b = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, S.Lanes)), other0b);
                other0c = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, 2 * S.Lanes)), other0c);
                other = ref Unsafe.Add(ref other, imageRow);
                other1a = S.MultiplyAdd(otherValue, S.Load(ref other), other1a);
                other1b = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, S.Lanes)), other1b);
                other1c = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, 2 * S.Lanes)), other1c);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, S.Load(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum1c);
            }

            S.Store(S.Add(sum0a, other0a), ref y);
            S.Store(S.Add(sum0b, other0b), ref Unsafe.Add(ref y, S.Lanes));
            S.Store(S.Add(sum0c, other0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
            S.Store(S.Add(sum1a, other1a), ref Unsafe.Add(ref y, stride));
            S.Store(S.Add(sum1b, other1b), ref Unsafe.Add(ref y, stride + S.Lanes));
            S.Store(S.Add(sum1c, other1c), ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>3 rows of the window × 3 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x3<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum0c, sum1a, sum1b, sum1c, sum2a, sum2b, sum2c;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero; sum0c = S.Zero;
                sum1a = S.Zero; sum1b = S.Zero; sum1c = S.Zero;
                sum2a = S.Zero; sum2b = S.Zero; sum2c = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum0c = S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes));
                sum1a = S.Load(ref Unsafe.Add(ref y, stride));
                sum1b = S.Load(ref Unsafe.Add(ref y, stride + S.Lanes));
                sum1c = S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                sum2a = S.Load(ref Unsafe.Add(ref y, 2 * stride));
                sum2b = S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
                sum2c = S.Load(ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
            }

            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, S.Load(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum1c);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, S.Load(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum2b);
                sum2c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum2c);
            }

            S.Store(sum0a, ref y);
            S.Store(sum0b, ref Unsafe.Add(ref y, S.Lanes));
            S.Store(sum0c, ref Unsafe.Add(ref y, 2 * S.Lanes));
            S.Store(sum1a, ref Unsafe.Add(ref y, stride));
            S.Store(sum1b, ref Unsafe.Add(ref y, stride + S.Lanes));
            S.Store(sum1c, ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
            S.Store(sum2a, ref Unsafe.Add(ref y, 2 * stride));
            S.Store(sum2b, ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
            S.Store(sum2c, ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>5 rows of the window × 3 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip5x3<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum0c, sum1a, sum1b, sum1c, sum2a, sum2b, sum2c, sum3a, sum3b, sum3c, sum4a, sum4b, sum4c;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero; sum0c = S.Zero;
                sum1a = S.Zero; sum1b = S.Zero; sum1c = S.Zero;
                sum2a = S.Zero; sum2b = S.Zero; sum2c = S.Zero;
                sum3a = S.Zero; sum3b = S.Zero; sum3c = S.Zero;
                sum4a = S.Zero; sum4b = S.Zero; sum4c = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum0c = S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes));
                sum1a = S.Load(ref Unsafe.Add(ref y, stride));
                sum1b = S.Load(ref Unsafe.Add(ref y, stride + S.Lanes));
                sum1c = S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                sum2a = S.Load(ref Unsafe.Add(ref y, 2 * stride));
                sum2b = S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
                sum2c = S.Load(ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
                sum3a = S.Load(ref Unsafe.Add(ref y, 3 * stride));
                sum3b = S.Load(ref Unsafe.Add(ref y, (3 * stride) + S.Lanes));
                sum3c = S.Load(ref Unsafe.Add(ref y, (3 * stride) + (2 * S.Lanes)));
                sum4a = S.Load(ref Unsafe.Add(ref y, 4 * stride));
                sum4b = S.Load(ref Unsafe.Add(ref y, (4 * stride) + S.Lanes));
                sum4c = S.Load(ref Unsafe.Add(ref y, (4 * stride) + (2 * S.Lanes)));
            }

            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, S.Load(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum1c);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, S.Load(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum2b);
                sum2c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum2c);
                x = ref Unsafe.Add(ref x, imageRow);
                sum3a = S.MultiplyAdd(xValue, S.Load(ref x), sum3a);
                sum3b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum3b);
                sum3c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum3c);
                x = ref Unsafe.Add(ref x, imageRow);
                sum4a = S.MultiplyAdd(xValue, S.Load(ref x), sum4a);
                sum4b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum4b);
                sum4c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum4c);
            }

            S.Store(sum0a, ref y);
            S.Store(sum0b, ref Unsafe.Add(ref y, S.Lanes));
            S.Store(sum0c, ref Unsafe.Add(ref y, 2 * S.Lanes));
            S.Store(sum1a, ref Unsafe.Add(ref y, stride));
            S.Store(sum1b, ref Unsafe.Add(ref y, stride + S.Lanes));
            S.Store(sum1c, ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
            S.Store(sum2a, ref Unsafe.Add(ref y, 2 * stride));
            S.Store(sum2b, ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
            S.Store(sum2c, ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
            S.Store(sum3a, ref Unsafe.Add(ref y, 3 * stride));
            S.Store(sum3b, ref Unsafe.Add(ref y, (3 * stride) + S.Lanes));
            S.Store(sum3c, ref Unsafe.Add(ref y, (3 * stride) + (2 * S.Lanes)));
            S.Store(sum4a, ref Unsafe.Add(ref y, 4 * stride));
            S.Store(sum4b, ref Unsafe.Add(ref y, (4 * stride) + S.Lanes));
            S.Store(sum4c, ref Unsafe.Add(ref y, (4 * stride) + (2 * S.Lanes)));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>One row of the window × 4 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x4<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum0c, sum0d;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero; sum0c = S.Zero; sum0d = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum0c = S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes));
                sum0d = S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes));
            }

            V other0a = S.Zero, other0b = S.Zero, other0c = S.Zero, other0d = S.Zero;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum0d);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0a = S.MultiplyAdd(otherValue, S.Load(ref other), other0a);
                other0b = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, S.Lanes)), other0b);
                other0c = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, 2 * S.Lanes)), other0c);
                other0d = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, 3 * S.Lanes)), other0d);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum0d);
            }

            S.Store(S.Add(sum0a, other0a), ref y);
            S.Store(S.Add(sum0b, other0b), ref Unsafe.Add(ref y, S.Lanes));
            S.Store(S.Add(sum0c, other0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
            S.Store(S.Add(sum0d, other0d), ref Unsafe.Add(ref y, 3 * S.Lanes));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>2 rows of the window × 4 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x4<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum0c, sum0d, sum1a, sum1b, sum1c, sum1d;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero; sum0c = S.Zero; sum0d = S.Zero;
                sum1a = S.Zero; sum1b = S.Zero; sum1c = S.Zero; sum1d = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum0c = S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes));
                sum0d = S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes));
                sum1a = S.Load(ref Unsafe.Add(ref y, stride));
                sum1b = S.Load(ref Unsafe.Add(ref y, stride + S.Lanes));
                sum1c = S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                sum1d = S.Load(ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
            }

            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum0d);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, S.Load(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum1c);
                sum1d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum1d);
            }

            S.Store(sum0a, ref y);
            S.Store(sum0b, ref Unsafe.Add(ref y, S.Lanes));
            S.Store(sum0c, ref Unsafe.Add(ref y, 2 * S.Lanes));
            S.Store(sum0d, ref Unsafe.Add(ref y, 3 * S.Lanes));
            S.Store(sum1a, ref Unsafe.Add(ref y, stride));
            S.Store(sum1b, ref Unsafe.Add(ref y, stride + S.Lanes));
            S.Store(sum1c, ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
            S.Store(sum1d, ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>3 rows of the window × 4 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x4<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum0c, sum0d, sum1a, sum1b, sum1c, sum1d, sum2a, sum2b, sum2c, sum2d;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero; sum0c = S.Zero; sum0d = S.Zero;
                sum1a = S.Zero; sum1b = S.Zero; sum1c = S.Zero; sum1d = S.Zero;
                sum2a = S.Zero; sum2b = S.Zero; sum2c = S.Zero; sum2d = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum0c = S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes));
                sum0d = S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes));
                sum1a = S.Load(ref Unsafe.Add(ref y, stride));
                sum1b = S.Load(ref Unsafe.Add(ref y, stride + S.Lanes));
                sum1c = S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                sum1d = S.Load(ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
                sum2a = S.Load(ref Unsafe.Add(ref y, 2 * stride));
                sum2b = S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
                sum2c = S.Load(ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
                sum2d = S.Load(ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes)));
            }

            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum0d);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, S.Load(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum1c);
                sum1d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum1d);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, S.Load(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum2b);
                sum2c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum2c);
                sum2d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum2d);
            }

            S.Store(sum0a, ref y);
            S.Store(sum0b, ref Unsafe.Add(ref y, S.Lanes));
            S.Store(sum0c, ref Unsafe.Add(ref y, 2 * S.Lanes));
            S.Store(sum0d, ref Unsafe.Add(ref y, 3 * S.Lanes));
            S.Store(sum1a, ref Unsafe.Add(ref y, stride));
            S.Store(sum1b, ref Unsafe.Add(ref y, stride + S.Lanes));
            S.Store(sum1c, ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
            S.Store(sum1d, ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
            S.Store(sum2a, ref Unsafe.Add(ref y, 2 * stride));
            S.Store(sum2b, ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
            S.Store(sum2c, ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
            S.Store(sum2d, ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes)));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>5 rows of the window × 4 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip5x4<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum0c, sum0d, sum1a, sum1b, sum1c, sum1d, sum2a, sum2b, sum2c, sum2d, sum3a, sum3b, sum3c, sum3d, sum4a, sum4b, sum4c, sum4d;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero; sum0c = S.Zero; sum0d = S.Zero;
                sum1a = S.Zero; sum1b = S.Zero; sum1c = S.Zero; sum1d = S.Zero;
                sum2a = S.Zero; sum2b = S.Zero; sum2c = S.Zero; sum2d = S.Zero;
                sum3a = S.Zero; sum3b = S.Zero; sum3c = S.Zero; sum3d = S.Zero;
                sum4a = S.Zero; sum4b = S.Zero; sum4c = S.Zero; sum4d = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum0c = S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes));
                sum0d = S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes));
                sum1a = S.Load(ref Unsafe.Add(ref y, stride));
                sum1b = S.Load(ref Unsafe.Add(ref y, stride + S.Lanes));
                sum1c = S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                sum1d = S.Load(ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
                sum2a = S.Load(ref Unsafe.Add(ref y, 2 * stride));
                sum2b = S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
                sum2c = S.Load(ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
                sum2d = S.Load(ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes)));
                sum3a = S.Load(ref Unsafe.Add(ref y, 3 * stride));
                sum3b = S.Load(ref Unsafe.Add(ref y, (3 * stride) + S.Lanes));
                sum3c = S.Load(ref Unsafe.Add(ref y, (3 * stride) + (2 * S.Lanes)));
                sum3d = S.Load(ref Unsafe.Add(ref y, (3 * stride) + (3 * S.Lanes)));
                sum4a = S.Load(ref Unsafe.Add(ref y, 4 * stride));
                sum4b = S.Load(ref Unsafe.Add(ref y, (4 * stride) + S.Lanes));
                sum4c = S.Load(ref Unsafe.Add(ref y, (4 * stride) + (2 * S.Lanes)));
                sum4d = S.Load(ref Unsafe.Add(ref y, (4 * stride) + (3 * S.Lanes)));
            }

            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum0d);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, S.Load(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum1c);
                sum1d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum1d);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, S.Load(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum2b);
                sum2c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum2c);
                sum2d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum2d);
                x = ref Unsafe.Add(ref x, imageRow);
                sum3a = S.MultiplyAdd(xValue, S.Load(ref x), sum3a);
                sum3b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum3b);
                sum3c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum3c);
                sum3d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum3d);
                x = ref Unsafe.Add(ref x, imageRow);
                sum4a = S.MultiplyAdd(xValue, S.Load(ref x), sum4a);
                sum4b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum4b);
                sum4c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum4c);
                sum4d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum4d);
            }

            S.Store(sum0a, ref y);
            S.Store(sum0b, ref Unsafe.Add(ref y, S.Lanes));
            S.Store(sum0c, ref Unsafe.Add(ref y, 2 * S.Lanes));
            S.Store(sum0d, ref Unsafe.Add(ref y, 3 * S.Lanes));
            S.Store(sum1a, ref Unsafe.Add(ref y, stride));
            S.Store(sum1b, ref Unsafe.Add(ref y, stride + S.Lanes));
            S.Store(sum1c, ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
            S.Store(sum1d, ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
            S.Store(sum2a, ref Unsafe.Add(ref y, 2 * stride));
            S.Store(sum2b, ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
            S.Store(sum2c, ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
            S.Store(sum2d, ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes)));
            S.Store(sum3a, ref Unsafe.Add(ref y, 3 * stride));
            S.Store(sum3b, ref Unsafe.Add(ref y, (3 * stride) + S.Lanes));
            S.Store(sum3c, ref Unsafe.Add(ref y, (3 * stride) + (2 * S.Lanes)));
            S.Store(sum3d, ref Unsafe.Add(ref y, (3 * stride) + (3 * S.Lanes)));
            S.Store(sum4a, ref Unsafe.Add(ref y, 4 * stride));
            S.Store(sum4b, ref Unsafe.Add(ref y, (4 * stride) + S.Lanes));
            S.Store(sum4c, ref Unsafe.Add(ref y, (4 * stride) + (2 * S.Lanes)));
            S.Store(sum4d, ref Unsafe.Add(ref y, (4 * stride) + (3 * S.Lanes)));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>One row of the window × 5 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x5<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum0c, sum0d, sum0e;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero; sum0c = S.Zero; sum0d = S.Zero; sum0e = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum0c = S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes));
                sum0d = S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes));
                sum0e = S.Load(ref Unsafe.Add(ref y, 4 * S.Lanes));
            }

            V other0a = S.Zero, other0b = S.Zero, other0c = S.Zero, other0d = S.Zero, other0e = S.Zero;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum0e);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0a = S.MultiplyAdd(otherValue, S.Load(ref other), other0a);
                other0b = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, S.Lanes)), other0b);
                other0c = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, 2 * S.Lanes)), other0c);
                other0d = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, 3 * S.Lanes)), other0d);
                other0e = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, 4 * S.Lanes)), other0e);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum0e);
            }

            S.Store(S.Add(sum0a, other0a), ref y);
            S.Store(S.Add(sum0b, other0b), ref Unsafe.Add(ref y, S.Lanes));
            S.Store(S.Add(sum0c, other0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
            S.Store(S.Add(sum0d, other0d), ref Unsafe.Add(ref y, 3 * S.Lanes));
            S.Store(S.Add(sum0e, other0e), ref Unsafe.Add(ref y, 4 * S.Lanes));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>2 rows of the window × 5 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x5<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum0c, sum0d, sum0e, sum1a, sum1b, sum1c, sum1d, sum1e;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero; sum0c = S.Zero; sum0d = S.Zero; sum0e = S.Zero;
                sum1a = S.Zero; sum1b = S.Zero; sum1c = S.Zero; sum1d = S.Zero; sum1e = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum0c = S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes));
                sum0d = S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes));
                sum0e = S.Load(ref Unsafe.Add(ref y, 4 * S.Lanes));
                sum1a = S.Load(ref Unsafe.Add(ref y, stride));
                sum1b = S.Load(ref Unsafe.Add(ref y, stride + S.Lanes));
                sum1c = S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                sum1d = S.Load(ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
                sum1e = S.Load(ref Unsafe.Add(ref y, stride + (4 * S.Lanes)));
            }

            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum0e);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, S.Load(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum1c);
                sum1d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum1d);
                sum1e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum1e);
            }

            S.Store(sum0a, ref y);
            S.Store(sum0b, ref Unsafe.Add(ref y, S.Lanes));
            S.Store(sum0c, ref Unsafe.Add(ref y, 2 * S.Lanes));
            S.Store(sum0d, ref Unsafe.Add(ref y, 3 * S.Lanes));
            S.Store(sum0e, ref Unsafe.Add(ref y, 4 * S.Lanes));
            S.Store(sum1a, ref Unsafe.Add(ref y, stride));
            S.Store(sum1b, ref Unsafe.Add(ref y, stride + S.Lanes));
            S.Store(sum1c, ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
            S.Store(sum1d, ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
            S.Store(sum1e, ref Unsafe.Add(ref y, stride + (4 * S.Lanes)));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>3 rows of the window × 5 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x5<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum0c, sum0d, sum0e, sum1a, sum1b, sum1c, sum1d, sum1e, sum2a, sum2b, sum2c, sum2d, sum2e;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero; sum0c = S.Zero; sum0d = S.Zero; sum0e = S.Zero;
                sum1a = S.Zero; sum1b = S.Zero; sum1c = S.Zero; sum1d = S.Zero; sum1e = S.Zero;
                sum2a = S.Zero; sum2b = S.Zero; sum2c = S.Zero; sum2d = S.Zero; sum2e = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum0c = S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes));
                sum0d = S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes));
                sum0e = S.Load(ref Unsafe.Add(ref y, 4 * S.Lanes));
                sum1a = S.Load(ref Unsafe.Add(ref y, stride));
                sum1b = S.Load(ref Unsafe.Add(ref y, stride + S.Lanes));
                sum1c = S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                sum1d = S.Load(ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
                sum1e = S.Load(ref Unsafe.Add(ref y, stride + (4 * S.Lanes)));
                sum2a = S.Load(ref Unsafe.Add(ref y, 2 * stride));
                sum2b = S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
                sum2c = S.Load(ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
                sum2d = S.Load(ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes)));
                sum2e = S.Load(ref Unsafe.Add(ref y, (2 * stride) + (4 * S.Lanes)));
            }

            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum0e);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, S.Load(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum1c);
                sum1d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum1d);
                sum1e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum1e);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, S.Load(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum2b);
                sum2c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum2c);
                sum2d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum2d);
                sum2e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum2e);
            }

            S.Store(sum0a, ref y);
            S.Store(sum0b, ref Unsafe.Add(ref y, S.Lanes));
            S.Store(sum0c, ref Unsafe.Add(ref y, 2 * S.Lanes));
            S.Store(sum0d, ref Unsafe.Add(ref y, 3 * S.Lanes));
            S.Store(sum0e, ref Unsafe.Add(ref y, 4 * S.Lanes));
            S.Store(sum1a, ref Unsafe.Add(ref y, stride));
            S.Store(sum1b, ref Unsafe.Add(ref y, stride + S.Lanes));
            S.Store(sum1c, ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
            S.Store(sum1d, ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
            S.Store(sum1e, ref Unsafe.Add(ref y, stride + (4 * S.Lanes)));
            S.Store(sum2a, ref Unsafe.Add(ref y, 2 * stride));
            S.Store(sum2b, ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
            S.Store(sum2c, ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
            S.Store(sum2d, ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes)));
            S.Store(sum2e, ref Unsafe.Add(ref y, (2 * stride) + (4 * S.Lanes)));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>5 rows of the window × 5 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip5x5<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum0c, sum0d, sum0e, sum1a, sum1b, sum1c, sum1d, sum1e, sum2a, sum2b, sum2c, sum2d, sum2e, sum3a, sum3b, sum3c, sum3d, sum3e, sum4a, sum4b, sum4c, sum4d, sum4e;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero; sum0c = S.Zero; sum0d = S.Zero; sum0e = S.Zero;
                sum1a = S.Zero; sum1b = S.Zero; sum1c = S.Zero; sum1d = S.Zero; sum1e = S.Zero;
                sum2a = S.Zero; sum2b = S.Zero; sum2c = S.Zero; sum2d = S.Zero; sum2e = S.Zero;
                sum3a = S.Zero; sum3b = S.Zero; sum3c = S.Zero; sum3d = S.Zero; sum3e = S.Zero;
                sum4a = S.Zero; sum4b = S.Zero; sum4c = S.Zero; sum4d = S.Zero; sum4e = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum0c = S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes));
                sum0d = S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes));
                sum0e = S.Load(ref Unsafe.Add(ref y, 4 * S.Lanes));
                sum1a = S.Load(ref Unsafe.Add(ref y, stride));
                sum1b = S.Load(ref Unsafe.Add(ref y, stride + S.Lanes));
                sum1c = S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                sum1d = S.Load(ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
                sum1e = S.Load(ref Unsafe.Add(ref y, stride + (4 * S.Lanes)));
                sum2a = S.Load(ref Unsafe.Add(ref y, 2 * stride));
                sum2b = S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
                sum2c = S.Load(ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
                sum2d = S.Load(ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes)));
                sum2e = S.Load(ref Unsafe.Add(ref y, (2 * stride) + (4 * S.Lanes)));
                sum3a = S.Load(ref Unsafe.Add(ref y, 3 * stride));
                sum3b = S.Load(ref Unsafe.Add(ref y, (3 * stride) + S.Lanes));
                sum3c = S.Load(ref Unsafe.Add(ref y, (3 * stride) + (2 * S.Lanes)));
                sum3d = S.Load(ref Unsafe.Add(ref y, (3 * stride) + (3 * S.Lanes)));
                sum3e = S.Load(ref Unsafe.Add(ref y, (3 * stride) + (4 * S.Lanes)));
                sum4a = S.Load(ref Unsafe.Add(ref y, 4 * stride));
                sum4b = S.Load(ref Unsafe.Add(ref y, (4 * stride) + S.Lanes));
                sum4c = S.Load(ref Unsafe.Add(ref y, (4 * stride) + (2 * S.Lanes)));
                sum4d = S.Load(ref Unsafe.Add(ref y, (4 * stride) + (3 * S.Lanes)));
                sum4e = S.Load(ref Unsafe.Add(ref y, (4 * stride) + (4 * S.Lanes)));
            }

            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum0e);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, S.Load(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum1c);
                sum1d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum1d);
                sum1e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum1e);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, S.Load(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum2b);
                sum2c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum2c);
                sum2d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum2d);
                sum2e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum2e);
                x = ref Unsafe.Add(ref x, imageRow);
                sum3a = S.MultiplyAdd(xValue, S.Load(ref x), sum3a);
                sum3b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum3b);
                sum3c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum3c);
                sum3d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum3d);
                sum3e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum3e);
                x = ref Unsafe.Add(ref x, imageRow);
                sum4a = S.MultiplyAdd(xValue, S.Load(ref x), sum4a);
                sum4b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum4b);
                sum4c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum4c);
                sum4d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum4d);
                sum4e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum4e);
            }

            S.Store(sum0a, ref y);
            S.Store(sum0b, ref Unsafe.Add(ref y, S.Lanes));
            S.Store(sum0c, ref Unsafe.Add(ref y, 2 * S.Lanes));
            S.Store(sum0d, ref Unsafe.Add(ref y, 3 * S.Lanes));
            S.Store(sum0e, ref Unsafe.Add(ref y, 4 * S.Lanes));
            S.Store(sum1a, ref Unsafe.Add(ref y, stride));
            S.Store(sum1b, ref Unsafe.Add(ref y, stride + S.Lanes));
            S.Store(sum1c, ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
            S.Store(sum1d, ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
            S.Store(sum1e, ref Unsafe.Add(ref y, stride + (4 * S.Lanes)));
            S.Store(sum2a, ref Unsafe.Add(ref y, 2 * stride));
            S.Store(sum2b, ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
            S.Store(sum2c, ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
            S.Store(sum2d, ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes)));
            S.Store(sum2e, ref Unsafe.Add(ref y, (2 * stride) + (4 * S.Lanes)));
            S.Store(sum3a, ref Unsafe.Add(ref y, 3 * stride));
            S.Store(sum3b, ref Unsafe.Add(ref y, (3 * stride) + S.Lanes));
            S.Store(sum3c, ref Unsafe.Add(ref y, (3 * stride) + (2 * S.Lanes)));
            S.Store(sum3d, ref Unsafe.Add(ref y, (3 * stride) + (3 * S.Lanes)));
            S.Store(sum3e, ref Unsafe.Add(ref y, (3 * stride) + (4 * S.Lanes)));
            S.Store(sum4a, ref Unsafe.Add(ref y, 4 * stride));
            S.Store(sum4b, ref Unsafe.Add(ref y, (4 * stride) + S.Lanes));
            S.Store(sum4c, ref Unsafe.Add(ref y, (4 * stride) + (2 * S.Lanes)));
            S.Store(sum4d, ref Unsafe.Add(ref y, (4 * stride) + (3 * S.Lanes)));
            S.Store(sum4e, ref Unsafe.Add(ref y, (4 * stride) + (4 * S.Lanes)));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>One row of the window × 6 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x6<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum0c, sum0d, sum0e, sum0f;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero; sum0c = S.Zero; sum0d = S.Zero; sum0e = S.Zero; sum0f = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum0c = S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes));
                sum0d = S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes));
                sum0e = S.Load(ref Unsafe.Add(ref y, 4 * S.Lanes));
                sum0f = S.Load(ref Unsafe.Add(ref y, 5 * S.Lanes));
            }

            V other0a = S.Zero, other0b = S.Zero, other0c = S.Zero, other0d = S.Zero, other0e = S.Zero, other0f = S.Zero;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum0e);
                sum0f = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 5 * S.Lanes)), sum0f);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0a = S.MultiplyAdd(otherValue, S.Load(ref other), other0a);
                other0b = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, S.Lanes)), other0b);
                other0c = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, 2 * S.Lanes)), other0c);
                other0d = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, 3 * S.Lanes)), other0d);
                other0e = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, 4 * S.Lanes)), other0e);
                other0f = S.MultiplyAdd(otherValue, S.Load(ref Unsafe.Add(ref other, 5 * S.Lanes)), other0f);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum0e);
                sum0f = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 5 * S.Lanes)), sum0f);
            }

            S.Store(S.Add(sum0a, other0a), ref y);
            S.Store(S.Add(sum0b, other0b), ref Unsafe.Add(ref y, S.Lanes));
            S.Store(S.Add(sum0c, other0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
            S.Store(S.Add(sum0d, other0d), ref Unsafe.Add(ref y, 3 * S.Lanes));
            S.Store(S.Add(sum0e, other0e), ref Unsafe.Add(ref y, 4 * S.Lanes));
            S.Store(S.Add(sum0f, other0f), ref Unsafe.Add(ref y, 5 * S.Lanes));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>2 rows of the window × 6 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x6<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum0c, sum0d, sum0e, sum0f, sum1a, sum1b, sum1c, sum1d, sum1e, sum1f;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero; sum0c = S.Zero; sum0d = S.Zero; sum0e = S.Zero; sum0f = S.Zero;
                sum1a = S.Zero; sum1b = S.Zero; sum1c = S.Zero; sum1d = S.Zero; sum1e = S.Zero; sum1f = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum0c = S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes));
                sum0d = S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes));
                sum0e = S.Load(ref Unsafe.Add(ref y, 4 * S.Lanes));
                sum0f = S.Load(ref Unsafe.Add(ref y, 5 * S.Lanes));
                sum1a = S.Load(ref Unsafe.Add(ref y, stride));
                sum1b = S.Load(ref Unsafe.Add(ref y, stride + S.Lanes));
                sum1c = S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                sum1d = S.Load(ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
                sum1e = S.Load(ref Unsafe.Add(ref y, stride + (4 * S.Lanes)));
                sum1f = S.Load(ref Unsafe.Add(ref y, stride + (5 * S.Lanes)));
            }

            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum0e);
                sum0f = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 5 * S.Lanes)), sum0f);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, S.Load(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum1c);
                sum1d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum1d);
                sum1e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum1e);
                sum1f = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 5 * S.Lanes)), sum1f);
            }

            S.Store(sum0a, ref y);
            S.Store(sum0b, ref Unsafe.Add(ref y, S.Lanes));
            S.Store(sum0c, ref Unsafe.Add(ref y, 2 * S.Lanes));
            S.Store(sum0d, ref Unsafe.Add(ref y, 3 * S.Lanes));
            S.Store(sum0e, ref Unsafe.Add(ref y, 4 * S.Lanes));
            S.Store(sum0f, ref Unsafe.Add(ref y, 5 * S.Lanes));
            S.Store(sum1a, ref Unsafe.Add(ref y, stride));
            S.Store(sum1b, ref Unsafe.Add(ref y, stride + S.Lanes));
            S.Store(sum1c, ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
            S.Store(sum1d, ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
            S.Store(sum1e, ref Unsafe.Add(ref y, stride + (4 * S.Lanes)));
            S.Store(sum1f, ref Unsafe.Add(ref y, stride + (5 * S.Lanes)));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>3 rows of the window × 6 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x6<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum0c, sum0d, sum0e, sum0f, sum1a, sum1b, sum1c, sum1d, sum1e, sum1f, sum2a, sum2b, sum2c, sum2d, sum2e, sum2f;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero; sum0c = S.Zero; sum0d = S.Zero; sum0e = S.Zero; sum0f = S.Zero;
                sum1a = S.Zero; sum1b = S.Zero; sum1c = S.Zero; sum1d = S.Zero; sum1e = S.Zero; sum1f = S.Zero;
                sum2a = S.Zero; sum2b = S.Zero; sum2c = S.Zero; sum2d = S.Zero; sum2e = S.Zero; sum2f = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum0c = S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes));
                sum0d = S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes));
                sum0e = S.Load(ref Unsafe.Add(ref y, 4 * S.Lanes));
                sum0f = S.Load(ref Unsafe.Add(ref y, 5 * S.Lanes));
                sum1a = S.Load(ref Unsafe.Add(ref y, stride));
                sum1b = S.Load(ref Unsafe.Add(ref y, stride + S.Lanes));
                sum1c = S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                sum1d = S.Load(ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
                sum1e = S.Load(ref Unsafe.Add(ref y, stride + (4 * S.Lanes)));
                sum1f = S.Load(ref Unsafe.Add(ref y, stride + (5 * S.Lanes)));
                sum2a = S.Load(ref Unsafe.Add(ref y, 2 * stride));
                sum2b = S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
                sum2c = S.Load(ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
                sum2d = S.Load(ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes)));
                sum2e = S.Load(ref Unsafe.Add(ref y, (2 * stride) + (4 * S.Lanes)));
                sum2f = S.Load(ref Unsafe.Add(ref y, (2 * stride) + (5 * S.Lanes)));
            }

            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum0e);
                sum0f = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 5 * S.Lanes)), sum0f);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, S.Load(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum1c);
                sum1d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum1d);
                sum1e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum1e);
                sum1f = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 5 * S.Lanes)), sum1f);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, S.Load(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum2b);
                sum2c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum2c);
                sum2d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum2d);
                sum2e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum2e);
                sum2f = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 5 * S.Lanes)), sum2f);
            }

            S.Store(sum0a, ref y);
            S.Store(sum0b, ref Unsafe.Add(ref y, S.Lanes));
            S.Store(sum0c, ref Unsafe.Add(ref y, 2 * S.Lanes));
            S.Store(sum0d, ref Unsafe.Add(ref y, 3 * S.Lanes));
            S.Store(sum0e, ref Unsafe.Add(ref y, 4 * S.Lanes));
            S.Store(sum0f, ref Unsafe.Add(ref y, 5 * S.Lanes));
            S.Store(sum1a, ref Unsafe.Add(ref y, stride));
            S.Store(sum1b, ref Unsafe.Add(ref y, stride + S.Lanes));
            S.Store(sum1c, ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
            S.Store(sum1d, ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
            S.Store(sum1e, ref Unsafe.Add(ref y, stride + (4 * S.Lanes)));
            S.Store(sum1f, ref Unsafe.Add(ref y, stride + (5 * S.Lanes)));
            S.Store(sum2a, ref Unsafe.Add(ref y, 2 * stride));
            S.Store(sum2b, ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
            S.Store(sum2c, ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
            S.Store(sum2d, ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes)));
            S.Store(sum2e, ref Unsafe.Add(ref y, (2 * stride) + (4 * S.Lanes)));
            S.Store(sum2f, ref Unsafe.Add(ref y, (2 * stride) + (5 * S.Lanes)));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>One row of the window × 12 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x12<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a, sum0b, sum0c, sum0d, sum0e, sum0f, sum0g, sum0h, sum0i, sum0j, sum0k, sum0l;
            if (!adds)
            {
                sum0a = S.Zero; sum0b = S.Zero; sum0c = S.Zero; sum0d = S.Zero; sum0e = S.Zero; sum0f = S.Zero; sum0g = S.Zero; sum0h = S.Zero; sum0i = S.Zero; sum0j = S.Zero; sum0k = S.Zero; sum0l = S.Zero;
            }
            else
            {
                sum0a = S.Load(ref y);
                sum0b = S.Load(ref Unsafe.Add(ref y, S.Lanes));
                sum0c = S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes));
                sum0d = S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes));
                sum0e = S.Load(ref Unsafe.Add(ref y, 4 * S.Lanes));
                sum0f = S.Load(ref Unsafe.Add(ref y, 5 * S.Lanes));
                sum0g = S.Load(ref Unsafe.Add(ref y, 6 * S.Lanes));
                sum0h = S.Load(ref Unsafe.Add(ref y, 7 * S.Lanes));
                sum0i = S.Load(ref Unsafe.Add(ref y, 8 * S.Lanes));
                sum0j = S.Load(ref Unsafe.Add(ref y, 9 * S.Lanes));
                sum0k = S.Load(ref Unsafe.Add(ref y, 10 * S.Lanes));
                sum0l = S.Load(ref Unsafe.Add(ref y, 11 * S.Lanes));
            }

            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, S.Load(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, S.Lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 2 * S.Lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 3 * S.Lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 4 * S.Lanes)), sum0e);
                sum0f = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 5 * S.Lanes)), sum0f);
                sum0g = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 6 * S.Lanes)), sum0g);
                sum0h = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 7 * S.Lanes)), sum0h);
                sum0i = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 8 * S.Lanes)), sum0i);
                sum0j = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 9 * S.Lanes)), sum0j);
                sum0k = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 10 * S.Lanes)), sum0k);
                sum0l = S.MultiplyAdd(xValue, S.Load(ref Unsafe.Add(ref x, 11 * S.Lanes)), sum0l);
            }

            S.Store(sum0a, ref y);
            S.Store(sum0b, ref Unsafe.Add(ref y, S.Lanes));
            S.Store(sum0c, ref Unsafe.Add(ref y, 2 * S.Lanes));
            S.Store(sum0d, ref Unsafe.Add(ref y, 3 * S.Lanes));
            S.Store(sum0e, ref Unsafe.Add(ref y, 4 * S.Lanes));
            S.Store(sum0f, ref Unsafe.Add(ref y, 5 * S.Lanes));
            S.Store(sum0g, ref Unsafe.Add(ref y, 6 * S.Lanes));
            S.Store(sum0h, ref Unsafe.Add(ref y, 7 * S.Lanes));
            S.Store(sum0i, ref Unsafe.Add(ref y, 8 * S.Lanes));
            S.Store(sum0j, ref Unsafe.Add(ref y, 9 * S.Lanes));
            S.Store(sum0k, ref Unsafe.Add(ref y, 10 * S.Lanes));
            S.Store(sum0l, ref Unsafe.Add(ref y, 11 * S.Lanes));
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }
}
