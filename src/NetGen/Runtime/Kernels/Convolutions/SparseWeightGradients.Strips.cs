// Written by StripWriter of the tests, which compare it.
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

public static partial class SparseWeightGradients
{
    /// <summary>The strip of a tile that there is.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Strip<S, V>(
        int rows, int vectors, ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride,
        nint stride, bool adds)
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
    private static void Strip1x1<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0 = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), S.Add(sum0, other0)), ref y);
            }
            else
            {
                S.Store(S.Add(sum0, other0), ref y);
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>2 rows of the window × one vector, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x1<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0 = S.Zero;
            V sum1 = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), S.Add(sum0, other0)), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride)), S.Add(sum1, other1)), ref Unsafe.Add(ref y, stride));
            }
            else
            {
                S.Store(S.Add(sum0, other0), ref y);
                S.Store(S.Add(sum1, other1), ref Unsafe.Add(ref y, stride));
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>3 rows of the window × one vector, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x1<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0 = S.Zero;
            V sum1 = S.Zero;
            V sum2 = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), S.Add(sum0, other0)), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride)), S.Add(sum1, other1)), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * stride)), S.Add(sum2, other2)), ref Unsafe.Add(ref y, 2 * stride));
            }
            else
            {
                S.Store(S.Add(sum0, other0), ref y);
                S.Store(S.Add(sum1, other1), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(sum2, other2), ref Unsafe.Add(ref y, 2 * stride));
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>5 rows of the window × one vector, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip5x1<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0 = S.Zero;
            V sum1 = S.Zero;
            V sum2 = S.Zero;
            V sum3 = S.Zero;
            V sum4 = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), S.Add(sum0, other0)), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride)), S.Add(sum1, other1)), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * stride)), S.Add(sum2, other2)), ref Unsafe.Add(ref y, 2 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 3 * stride)), S.Add(sum3, other3)), ref Unsafe.Add(ref y, 3 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 4 * stride)), S.Add(sum4, other4)), ref Unsafe.Add(ref y, 4 * stride));
            }
            else
            {
                S.Store(S.Add(sum0, other0), ref y);
                S.Store(S.Add(sum1, other1), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(sum2, other2), ref Unsafe.Add(ref y, 2 * stride));
                S.Store(S.Add(sum3, other3), ref Unsafe.Add(ref y, 3 * stride));
                S.Store(S.Add(sum4, other4), ref Unsafe.Add(ref y, 4 * stride));
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>One row of the window × 2 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x2<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), S.Add(sum0a, other0a)), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), S.Add(sum0b, other0b)), ref Unsafe.Add(ref y, S.Lanes));
            }
            else
            {
                S.Store(S.Add(sum0a, other0a), ref y);
                S.Store(S.Add(sum0b, other0b), ref Unsafe.Add(ref y, S.Lanes));
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>2 rows of the window × 2 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x2<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero;
            V sum1a = S.Zero, sum1b = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), S.Add(sum0a, other0a)), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), S.Add(sum0b, other0b)), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride)), S.Add(sum1a, other1a)), ref Unsafe.Add(ref y, stride));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, stride + S.Lanes)), S.Add(sum1b, other1b)), ref Unsafe.Add(ref y, stride + S.Lanes));
            }
            else
            {
                S.Store(S.Add(sum0a, other0a), ref y);
                S.Store(S.Add(sum0b, other0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(sum1a, other1a), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(sum1b, other1b), ref Unsafe.Add(ref y, stride + S.Lanes));
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>3 rows of the window × 2 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x2<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero;
            V sum1a = S.Zero, sum1b = S.Zero;
            V sum2a = S.Zero, sum2b = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), S.Add(sum0a, other0a)), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), S.Add(sum0b, other0b)), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride)), S.Add(sum1a, other1a)), ref Unsafe.Add(ref y, stride));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, stride + S.Lanes)), S.Add(sum1b, other1b)), ref Unsafe.Add(ref y, stride + S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * stride)), S.Add(sum2a, other2a)), ref Unsafe.Add(ref y, 2 * stride));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes)), S.Add(sum2b, other2b)),
                    ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
            }
            else
            {
                S.Store(S.Add(sum0a, other0a), ref y);
                S.Store(S.Add(sum0b, other0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(sum1a, other1a), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(sum1b, other1b), ref Unsafe.Add(ref y, stride + S.Lanes));
                S.Store(S.Add(sum2a, other2a), ref Unsafe.Add(ref y, 2 * stride));
                S.Store(S.Add(sum2b, other2b), ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>5 rows of the window × 2 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip5x2<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero;
            V sum1a = S.Zero, sum1b = S.Zero;
            V sum2a = S.Zero, sum2b = S.Zero;
            V sum3a = S.Zero, sum3b = S.Zero;
            V sum4a = S.Zero, sum4b = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), sum0a), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), sum0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride)), sum1a), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + S.Lanes)), sum1b), ref Unsafe.Add(ref y, stride + S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * stride)), sum2a), ref Unsafe.Add(ref y, 2 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes)), sum2b), ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 3 * stride)), sum3a), ref Unsafe.Add(ref y, 3 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, (3 * stride) + S.Lanes)), sum3b), ref Unsafe.Add(ref y, (3 * stride) + S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 4 * stride)), sum4a), ref Unsafe.Add(ref y, 4 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, (4 * stride) + S.Lanes)), sum4b), ref Unsafe.Add(ref y, (4 * stride) + S.Lanes));
            }
            else
            {
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
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>One row of the window × 3 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x3<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero, sum0c = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), S.Add(sum0a, other0a)), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), S.Add(sum0b, other0b)), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes)), S.Add(sum0c, other0c)), ref Unsafe.Add(ref y, 2 * S.Lanes));
            }
            else
            {
                S.Store(S.Add(sum0a, other0a), ref y);
                S.Store(S.Add(sum0b, other0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(sum0c, other0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>2 rows of the window × 3 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x3<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero, sum0c = S.Zero;
            V sum1a = S.Zero, sum1b = S.Zero, sum1c = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), S.Add(sum0a, other0a)), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), S.Add(sum0b, other0b)), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes)), S.Add(sum0c, other0c)), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride)), S.Add(sum1a, other1a)), ref Unsafe.Add(ref y, stride));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, stride + S.Lanes)), S.Add(sum1b, other1b)), ref Unsafe.Add(ref y, stride + S.Lanes));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes))), S.Add(sum1c, other1c)),
                    ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
            }
            else
            {
                S.Store(S.Add(sum0a, other0a), ref y);
                S.Store(S.Add(sum0b, other0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(sum0c, other0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(sum1a, other1a), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(sum1b, other1b), ref Unsafe.Add(ref y, stride + S.Lanes));
                S.Store(S.Add(sum1c, other1c), ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>3 rows of the window × 3 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x3<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero, sum0c = S.Zero;
            V sum1a = S.Zero, sum1b = S.Zero, sum1c = S.Zero;
            V sum2a = S.Zero, sum2b = S.Zero, sum2c = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), sum0a), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), sum0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes)), sum0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride)), sum1a), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + S.Lanes)), sum1b), ref Unsafe.Add(ref y, stride + S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes))), sum1c), ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * stride)), sum2a), ref Unsafe.Add(ref y, 2 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes)), sum2b), ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes))), sum2c),
                    ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
            }
            else
            {
                S.Store(sum0a, ref y);
                S.Store(sum0b, ref Unsafe.Add(ref y, S.Lanes));
                S.Store(sum0c, ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(sum1a, ref Unsafe.Add(ref y, stride));
                S.Store(sum1b, ref Unsafe.Add(ref y, stride + S.Lanes));
                S.Store(sum1c, ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                S.Store(sum2a, ref Unsafe.Add(ref y, 2 * stride));
                S.Store(sum2b, ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
                S.Store(sum2c, ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>5 rows of the window × 3 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip5x3<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero, sum0c = S.Zero;
            V sum1a = S.Zero, sum1b = S.Zero, sum1c = S.Zero;
            V sum2a = S.Zero, sum2b = S.Zero, sum2c = S.Zero;
            V sum3a = S.Zero, sum3b = S.Zero, sum3c = S.Zero;
            V sum4a = S.Zero, sum4b = S.Zero, sum4c = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), sum0a), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), sum0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes)), sum0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride)), sum1a), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + S.Lanes)), sum1b), ref Unsafe.Add(ref y, stride + S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes))), sum1c), ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * stride)), sum2a), ref Unsafe.Add(ref y, 2 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes)), sum2b), ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes))), sum2c),
                    ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 3 * stride)), sum3a), ref Unsafe.Add(ref y, 3 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, (3 * stride) + S.Lanes)), sum3b), ref Unsafe.Add(ref y, (3 * stride) + S.Lanes));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (3 * stride) + (2 * S.Lanes))), sum3c),
                    ref Unsafe.Add(ref y, (3 * stride) + (2 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 4 * stride)), sum4a), ref Unsafe.Add(ref y, 4 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, (4 * stride) + S.Lanes)), sum4b), ref Unsafe.Add(ref y, (4 * stride) + S.Lanes));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (4 * stride) + (2 * S.Lanes))), sum4c),
                    ref Unsafe.Add(ref y, (4 * stride) + (2 * S.Lanes)));
            }
            else
            {
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
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>One row of the window × 4 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x4<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero, sum0c = S.Zero, sum0d = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), S.Add(sum0a, other0a)), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), S.Add(sum0b, other0b)), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes)), S.Add(sum0c, other0c)), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes)), S.Add(sum0d, other0d)), ref Unsafe.Add(ref y, 3 * S.Lanes));
            }
            else
            {
                S.Store(S.Add(sum0a, other0a), ref y);
                S.Store(S.Add(sum0b, other0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(sum0c, other0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(sum0d, other0d), ref Unsafe.Add(ref y, 3 * S.Lanes));
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>2 rows of the window × 4 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x4<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero, sum0c = S.Zero, sum0d = S.Zero;
            V sum1a = S.Zero, sum1b = S.Zero, sum1c = S.Zero, sum1d = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), sum0a), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), sum0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes)), sum0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes)), sum0d), ref Unsafe.Add(ref y, 3 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride)), sum1a), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + S.Lanes)), sum1b), ref Unsafe.Add(ref y, stride + S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes))), sum1c), ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (3 * S.Lanes))), sum1d), ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
            }
            else
            {
                S.Store(sum0a, ref y);
                S.Store(sum0b, ref Unsafe.Add(ref y, S.Lanes));
                S.Store(sum0c, ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(sum0d, ref Unsafe.Add(ref y, 3 * S.Lanes));
                S.Store(sum1a, ref Unsafe.Add(ref y, stride));
                S.Store(sum1b, ref Unsafe.Add(ref y, stride + S.Lanes));
                S.Store(sum1c, ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                S.Store(sum1d, ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>3 rows of the window × 4 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x4<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero, sum0c = S.Zero, sum0d = S.Zero;
            V sum1a = S.Zero, sum1b = S.Zero, sum1c = S.Zero, sum1d = S.Zero;
            V sum2a = S.Zero, sum2b = S.Zero, sum2c = S.Zero, sum2d = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), sum0a), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), sum0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes)), sum0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes)), sum0d), ref Unsafe.Add(ref y, 3 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride)), sum1a), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + S.Lanes)), sum1b), ref Unsafe.Add(ref y, stride + S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes))), sum1c), ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (3 * S.Lanes))), sum1d), ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * stride)), sum2a), ref Unsafe.Add(ref y, 2 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes)), sum2b), ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes))), sum2c),
                    ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes))), sum2d),
                    ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes)));
            }
            else
            {
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
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>5 rows of the window × 4 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip5x4<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero, sum0c = S.Zero, sum0d = S.Zero;
            V sum1a = S.Zero, sum1b = S.Zero, sum1c = S.Zero, sum1d = S.Zero;
            V sum2a = S.Zero, sum2b = S.Zero, sum2c = S.Zero, sum2d = S.Zero;
            V sum3a = S.Zero, sum3b = S.Zero, sum3c = S.Zero, sum3d = S.Zero;
            V sum4a = S.Zero, sum4b = S.Zero, sum4c = S.Zero, sum4d = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), sum0a), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), sum0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes)), sum0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes)), sum0d), ref Unsafe.Add(ref y, 3 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride)), sum1a), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + S.Lanes)), sum1b), ref Unsafe.Add(ref y, stride + S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes))), sum1c), ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (3 * S.Lanes))), sum1d), ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * stride)), sum2a), ref Unsafe.Add(ref y, 2 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes)), sum2b), ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes))), sum2c),
                    ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes))), sum2d),
                    ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 3 * stride)), sum3a), ref Unsafe.Add(ref y, 3 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, (3 * stride) + S.Lanes)), sum3b), ref Unsafe.Add(ref y, (3 * stride) + S.Lanes));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (3 * stride) + (2 * S.Lanes))), sum3c),
                    ref Unsafe.Add(ref y, (3 * stride) + (2 * S.Lanes)));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (3 * stride) + (3 * S.Lanes))), sum3d),
                    ref Unsafe.Add(ref y, (3 * stride) + (3 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 4 * stride)), sum4a), ref Unsafe.Add(ref y, 4 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, (4 * stride) + S.Lanes)), sum4b), ref Unsafe.Add(ref y, (4 * stride) + S.Lanes));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (4 * stride) + (2 * S.Lanes))), sum4c),
                    ref Unsafe.Add(ref y, (4 * stride) + (2 * S.Lanes)));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (4 * stride) + (3 * S.Lanes))), sum4d),
                    ref Unsafe.Add(ref y, (4 * stride) + (3 * S.Lanes)));
            }
            else
            {
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
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>One row of the window × 5 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x5<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero, sum0c = S.Zero, sum0d = S.Zero, sum0e = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), S.Add(sum0a, other0a)), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), S.Add(sum0b, other0b)), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes)), S.Add(sum0c, other0c)), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes)), S.Add(sum0d, other0d)), ref Unsafe.Add(ref y, 3 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 4 * S.Lanes)), S.Add(sum0e, other0e)), ref Unsafe.Add(ref y, 4 * S.Lanes));
            }
            else
            {
                S.Store(S.Add(sum0a, other0a), ref y);
                S.Store(S.Add(sum0b, other0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(sum0c, other0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(sum0d, other0d), ref Unsafe.Add(ref y, 3 * S.Lanes));
                S.Store(S.Add(sum0e, other0e), ref Unsafe.Add(ref y, 4 * S.Lanes));
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>2 rows of the window × 5 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x5<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero, sum0c = S.Zero, sum0d = S.Zero, sum0e = S.Zero;
            V sum1a = S.Zero, sum1b = S.Zero, sum1c = S.Zero, sum1d = S.Zero, sum1e = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), sum0a), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), sum0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes)), sum0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes)), sum0d), ref Unsafe.Add(ref y, 3 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 4 * S.Lanes)), sum0e), ref Unsafe.Add(ref y, 4 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride)), sum1a), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + S.Lanes)), sum1b), ref Unsafe.Add(ref y, stride + S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes))), sum1c), ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (3 * S.Lanes))), sum1d), ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (4 * S.Lanes))), sum1e), ref Unsafe.Add(ref y, stride + (4 * S.Lanes)));
            }
            else
            {
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
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>3 rows of the window × 5 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x5<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero, sum0c = S.Zero, sum0d = S.Zero, sum0e = S.Zero;
            V sum1a = S.Zero, sum1b = S.Zero, sum1c = S.Zero, sum1d = S.Zero, sum1e = S.Zero;
            V sum2a = S.Zero, sum2b = S.Zero, sum2c = S.Zero, sum2d = S.Zero, sum2e = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), sum0a), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), sum0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes)), sum0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes)), sum0d), ref Unsafe.Add(ref y, 3 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 4 * S.Lanes)), sum0e), ref Unsafe.Add(ref y, 4 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride)), sum1a), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + S.Lanes)), sum1b), ref Unsafe.Add(ref y, stride + S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes))), sum1c), ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (3 * S.Lanes))), sum1d), ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (4 * S.Lanes))), sum1e), ref Unsafe.Add(ref y, stride + (4 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * stride)), sum2a), ref Unsafe.Add(ref y, 2 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes)), sum2b), ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes))), sum2c),
                    ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes))), sum2d),
                    ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes)));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + (4 * S.Lanes))), sum2e),
                    ref Unsafe.Add(ref y, (2 * stride) + (4 * S.Lanes)));
            }
            else
            {
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
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>5 rows of the window × 5 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip5x5<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero, sum0c = S.Zero, sum0d = S.Zero, sum0e = S.Zero;
            V sum1a = S.Zero, sum1b = S.Zero, sum1c = S.Zero, sum1d = S.Zero, sum1e = S.Zero;
            V sum2a = S.Zero, sum2b = S.Zero, sum2c = S.Zero, sum2d = S.Zero, sum2e = S.Zero;
            V sum3a = S.Zero, sum3b = S.Zero, sum3c = S.Zero, sum3d = S.Zero, sum3e = S.Zero;
            V sum4a = S.Zero, sum4b = S.Zero, sum4c = S.Zero, sum4d = S.Zero, sum4e = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), sum0a), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), sum0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes)), sum0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes)), sum0d), ref Unsafe.Add(ref y, 3 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 4 * S.Lanes)), sum0e), ref Unsafe.Add(ref y, 4 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride)), sum1a), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + S.Lanes)), sum1b), ref Unsafe.Add(ref y, stride + S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes))), sum1c), ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (3 * S.Lanes))), sum1d), ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (4 * S.Lanes))), sum1e), ref Unsafe.Add(ref y, stride + (4 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * stride)), sum2a), ref Unsafe.Add(ref y, 2 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes)), sum2b), ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes))), sum2c),
                    ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes))), sum2d),
                    ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes)));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + (4 * S.Lanes))), sum2e),
                    ref Unsafe.Add(ref y, (2 * stride) + (4 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 3 * stride)), sum3a), ref Unsafe.Add(ref y, 3 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, (3 * stride) + S.Lanes)), sum3b), ref Unsafe.Add(ref y, (3 * stride) + S.Lanes));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (3 * stride) + (2 * S.Lanes))), sum3c),
                    ref Unsafe.Add(ref y, (3 * stride) + (2 * S.Lanes)));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (3 * stride) + (3 * S.Lanes))), sum3d),
                    ref Unsafe.Add(ref y, (3 * stride) + (3 * S.Lanes)));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (3 * stride) + (4 * S.Lanes))), sum3e),
                    ref Unsafe.Add(ref y, (3 * stride) + (4 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 4 * stride)), sum4a), ref Unsafe.Add(ref y, 4 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, (4 * stride) + S.Lanes)), sum4b), ref Unsafe.Add(ref y, (4 * stride) + S.Lanes));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (4 * stride) + (2 * S.Lanes))), sum4c),
                    ref Unsafe.Add(ref y, (4 * stride) + (2 * S.Lanes)));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (4 * stride) + (3 * S.Lanes))), sum4d),
                    ref Unsafe.Add(ref y, (4 * stride) + (3 * S.Lanes)));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (4 * stride) + (4 * S.Lanes))), sum4e),
                    ref Unsafe.Add(ref y, (4 * stride) + (4 * S.Lanes)));
            }
            else
            {
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
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>One row of the window × 6 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x6<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero, sum0c = S.Zero, sum0d = S.Zero, sum0e = S.Zero, sum0f = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), S.Add(sum0a, other0a)), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), S.Add(sum0b, other0b)), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes)), S.Add(sum0c, other0c)), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes)), S.Add(sum0d, other0d)), ref Unsafe.Add(ref y, 3 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 4 * S.Lanes)), S.Add(sum0e, other0e)), ref Unsafe.Add(ref y, 4 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 5 * S.Lanes)), S.Add(sum0f, other0f)), ref Unsafe.Add(ref y, 5 * S.Lanes));
            }
            else
            {
                S.Store(S.Add(sum0a, other0a), ref y);
                S.Store(S.Add(sum0b, other0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(sum0c, other0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(sum0d, other0d), ref Unsafe.Add(ref y, 3 * S.Lanes));
                S.Store(S.Add(sum0e, other0e), ref Unsafe.Add(ref y, 4 * S.Lanes));
                S.Store(S.Add(sum0f, other0f), ref Unsafe.Add(ref y, 5 * S.Lanes));
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>2 rows of the window × 6 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x6<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero, sum0c = S.Zero, sum0d = S.Zero, sum0e = S.Zero, sum0f = S.Zero;
            V sum1a = S.Zero, sum1b = S.Zero, sum1c = S.Zero, sum1d = S.Zero, sum1e = S.Zero, sum1f = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), sum0a), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), sum0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes)), sum0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes)), sum0d), ref Unsafe.Add(ref y, 3 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 4 * S.Lanes)), sum0e), ref Unsafe.Add(ref y, 4 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 5 * S.Lanes)), sum0f), ref Unsafe.Add(ref y, 5 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride)), sum1a), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + S.Lanes)), sum1b), ref Unsafe.Add(ref y, stride + S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes))), sum1c), ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (3 * S.Lanes))), sum1d), ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (4 * S.Lanes))), sum1e), ref Unsafe.Add(ref y, stride + (4 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (5 * S.Lanes))), sum1f), ref Unsafe.Add(ref y, stride + (5 * S.Lanes)));
            }
            else
            {
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
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>3 rows of the window × 6 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x6<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero, sum0c = S.Zero, sum0d = S.Zero, sum0e = S.Zero, sum0f = S.Zero;
            V sum1a = S.Zero, sum1b = S.Zero, sum1c = S.Zero, sum1d = S.Zero, sum1e = S.Zero, sum1f = S.Zero;
            V sum2a = S.Zero, sum2b = S.Zero, sum2c = S.Zero, sum2d = S.Zero, sum2e = S.Zero, sum2f = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), sum0a), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), sum0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes)), sum0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes)), sum0d), ref Unsafe.Add(ref y, 3 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 4 * S.Lanes)), sum0e), ref Unsafe.Add(ref y, 4 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 5 * S.Lanes)), sum0f), ref Unsafe.Add(ref y, 5 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride)), sum1a), ref Unsafe.Add(ref y, stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + S.Lanes)), sum1b), ref Unsafe.Add(ref y, stride + S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (2 * S.Lanes))), sum1c), ref Unsafe.Add(ref y, stride + (2 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (3 * S.Lanes))), sum1d), ref Unsafe.Add(ref y, stride + (3 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (4 * S.Lanes))), sum1e), ref Unsafe.Add(ref y, stride + (4 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, stride + (5 * S.Lanes))), sum1f), ref Unsafe.Add(ref y, stride + (5 * S.Lanes)));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * stride)), sum2a), ref Unsafe.Add(ref y, 2 * stride));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + S.Lanes)), sum2b), ref Unsafe.Add(ref y, (2 * stride) + S.Lanes));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes))), sum2c),
                    ref Unsafe.Add(ref y, (2 * stride) + (2 * S.Lanes)));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes))), sum2d),
                    ref Unsafe.Add(ref y, (2 * stride) + (3 * S.Lanes)));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + (4 * S.Lanes))), sum2e),
                    ref Unsafe.Add(ref y, (2 * stride) + (4 * S.Lanes)));
                S.Store(
                    S.Add(S.Load(ref Unsafe.Add(ref y, (2 * stride) + (5 * S.Lanes))), sum2f),
                    ref Unsafe.Add(ref y, (2 * stride) + (5 * S.Lanes)));
            }
            else
            {
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
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }

    /// <summary>One row of the window × 12 vectors, of some output channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x12<S, V>(
        ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = S.Zero, sum0b = S.Zero, sum0c = S.Zero, sum0d = S.Zero, sum0e = S.Zero, sum0f = S.Zero, sum0g = S.Zero,
                sum0h = S.Zero, sum0i = S.Zero, sum0j = S.Zero, sum0k = S.Zero, sum0l = S.Zero;
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

            if (adds)
            {
                S.Store(S.Add(S.Load(ref y), sum0a), ref y);
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, S.Lanes)), sum0b), ref Unsafe.Add(ref y, S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 2 * S.Lanes)), sum0c), ref Unsafe.Add(ref y, 2 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 3 * S.Lanes)), sum0d), ref Unsafe.Add(ref y, 3 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 4 * S.Lanes)), sum0e), ref Unsafe.Add(ref y, 4 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 5 * S.Lanes)), sum0f), ref Unsafe.Add(ref y, 5 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 6 * S.Lanes)), sum0g), ref Unsafe.Add(ref y, 6 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 7 * S.Lanes)), sum0h), ref Unsafe.Add(ref y, 7 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 8 * S.Lanes)), sum0i), ref Unsafe.Add(ref y, 8 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 9 * S.Lanes)), sum0j), ref Unsafe.Add(ref y, 9 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 10 * S.Lanes)), sum0k), ref Unsafe.Add(ref y, 10 * S.Lanes));
                S.Store(S.Add(S.Load(ref Unsafe.Add(ref y, 11 * S.Lanes)), sum0l), ref Unsafe.Add(ref y, 11 * S.Lanes));
            }
            else
            {
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
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }
}
