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
            V sum0 = default;
            V other0 = default;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0 = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other0);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), S.Add(sum0, other0));
            }
            else
            {
                Unsafe.As<float, V>(ref y) = S.Add(sum0, other0);
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
            V sum0 = default;
            V sum1 = default;
            V other0 = default, other1 = default;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0 = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other0);
                other = ref Unsafe.Add(ref other, imageRow);
                other1 = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other1);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), S.Add(sum0, other0));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)), S.Add(sum1, other1));
            }
            else
            {
                Unsafe.As<float, V>(ref y) = S.Add(sum0, other0);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = S.Add(sum1, other1);
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
            V sum0 = default;
            V sum1 = default;
            V sum2 = default;
            V other0 = default, other1 = default, other2 = default;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum2);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0 = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other0);
                other = ref Unsafe.Add(ref other, imageRow);
                other1 = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other1);
                other = ref Unsafe.Add(ref other, imageRow);
                other2 = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other2);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum2);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), S.Add(sum0, other0));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)), S.Add(sum1, other1));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)), S.Add(sum2, other2));
            }
            else
            {
                Unsafe.As<float, V>(ref y) = S.Add(sum0, other0);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = S.Add(sum1, other1);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) = S.Add(sum2, other2);
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
            V sum0 = default;
            V sum1 = default;
            V sum2 = default;
            V sum3 = default;
            V sum4 = default;
            V other0 = default, other1 = default, other2 = default, other3 = default, other4 = default;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum2);
                x = ref Unsafe.Add(ref x, imageRow);
                sum3 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum3);
                x = ref Unsafe.Add(ref x, imageRow);
                sum4 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum4);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0 = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other0);
                other = ref Unsafe.Add(ref other, imageRow);
                other1 = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other1);
                other = ref Unsafe.Add(ref other, imageRow);
                other2 = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other2);
                other = ref Unsafe.Add(ref other, imageRow);
                other3 = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other3);
                other = ref Unsafe.Add(ref other, imageRow);
                other4 = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other4);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum2);
                x = ref Unsafe.Add(ref x, imageRow);
                sum3 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum3);
                x = ref Unsafe.Add(ref x, imageRow);
                sum4 = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum4);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), S.Add(sum0, other0));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)), S.Add(sum1, other1));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)), S.Add(sum2, other2));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * stride)), S.Add(sum3, other3));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * stride)), S.Add(sum4, other4));
            }
            else
            {
                Unsafe.As<float, V>(ref y) = S.Add(sum0, other0);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = S.Add(sum1, other1);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) = S.Add(sum2, other2);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * stride)) = S.Add(sum3, other3);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * stride)) = S.Add(sum4, other4);
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default;
            V other0a = default, other0b = default;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0a = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other0a);
                other0b = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, lanes)), other0b);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), S.Add(sum0a, other0a));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), S.Add(sum0b, other0b));
            }
            else
            {
                Unsafe.As<float, V>(ref y) = S.Add(sum0a, other0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(sum0b, other0b);
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default;
            V sum1a = default, sum1b = default;
            V other0a = default, other0b = default, other1a = default, other1b = default;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum1b);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0a = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other0a);
                other0b = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, lanes)), other0b);
                other = ref Unsafe.Add(ref other, imageRow);
                other1a = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other1a);
                other1b = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, lanes)), other1b);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum1b);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), S.Add(sum0a, other0a));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), S.Add(sum0b, other0b));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)), S.Add(sum1a, other1a));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)), S.Add(sum1b, other1b));
            }
            else
            {
                Unsafe.As<float, V>(ref y) = S.Add(sum0a, other0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(sum0b, other0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = S.Add(sum1a, other1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) = S.Add(sum1b, other1b);
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default;
            V sum1a = default, sum1b = default;
            V sum2a = default, sum2b = default;
            V other0a = default, other0b = default, other1a = default, other1b = default, other2a = default, other2b = default;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum1b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum2b);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0a = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other0a);
                other0b = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, lanes)), other0b);
                other = ref Unsafe.Add(ref other, imageRow);
                other1a = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other1a);
                other1b = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, lanes)), other1b);
                other = ref Unsafe.Add(ref other, imageRow);
                other2a = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other2a);
                other2b = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, lanes)), other2b);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum1b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum2b);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), S.Add(sum0a, other0a));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), S.Add(sum0b, other0b));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)), S.Add(sum1a, other1a));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)), S.Add(sum1b, other1b));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)), S.Add(sum2a, other2a));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)), S.Add(sum2b, other2b));
            }
            else
            {
                Unsafe.As<float, V>(ref y) = S.Add(sum0a, other0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(sum0b, other0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = S.Add(sum1a, other1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) = S.Add(sum1b, other1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) = S.Add(sum2a, other2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) = S.Add(sum2b, other2b);
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default;
            V sum1a = default, sum1b = default;
            V sum2a = default, sum2b = default;
            V sum3a = default, sum3b = default;
            V sum4a = default, sum4b = default;
            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum1b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum2b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum3a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum3a);
                sum3b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum3b);
                x = ref Unsafe.Add(ref x, imageRow);
                sum4a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum4a);
                sum4b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum4b);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * stride)), sum3a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + lanes)), sum3b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * stride)), sum4a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + lanes)), sum4b);
            }
            else
            {
                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = sum1a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) = sum1b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) = sum2a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) = sum2b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * stride)) = sum3a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + lanes)) = sum3b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * stride)) = sum4a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + lanes)) = sum4b;
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default, sum0c = default;
            V other0a = default, other0b = default, other0c = default;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0a = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other0a);
                other0b = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, lanes)), other0b);
                other0c = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, 2 * lanes)), other0c);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), S.Add(sum0a, other0a));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), S.Add(sum0b, other0b));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), S.Add(sum0c, other0c));
            }
            else
            {
                Unsafe.As<float, V>(ref y) = S.Add(sum0a, other0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(sum0b, other0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = S.Add(sum0c, other0c);
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default, sum0c = default;
            V sum1a = default, sum1b = default, sum1c = default;
            V other0a = default, other0b = default, other0c = default, other1a = default, other1b = default, other1c = default;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum1c);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0a = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other0a);
                other0b = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, lanes)), other0b);
                other0c = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, 2 * lanes)), other0c);
                other = ref Unsafe.Add(ref other, imageRow);
                other1a = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other1a);
                other1b = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, lanes)), other1b);
                other1c = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, 2 * lanes)), other1c);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum1c);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), S.Add(sum0a, other0a));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), S.Add(sum0b, other0b));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), S.Add(sum0c, other0c));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)), S.Add(sum1a, other1a));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)), S.Add(sum1b, other1b));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))), S.Add(sum1c, other1c));
            }
            else
            {
                Unsafe.As<float, V>(ref y) = S.Add(sum0a, other0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(sum0b, other0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = S.Add(sum0c, other0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = S.Add(sum1a, other1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) = S.Add(sum1b, other1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) = S.Add(sum1c, other1c);
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default, sum0c = default;
            V sum1a = default, sum1b = default, sum1c = default;
            V sum2a = default, sum2b = default, sum2c = default;
            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum1c);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum2b);
                sum2c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum2c);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))), sum2c);
            }
            else
            {
                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = sum0c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = sum1a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) = sum1b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) = sum1c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) = sum2a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) = sum2b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))) = sum2c;
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default, sum0c = default;
            V sum1a = default, sum1b = default, sum1c = default;
            V sum2a = default, sum2b = default, sum2c = default;
            V sum3a = default, sum3b = default, sum3c = default;
            V sum4a = default, sum4b = default, sum4c = default;
            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum1c);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum2b);
                sum2c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum2c);
                x = ref Unsafe.Add(ref x, imageRow);
                sum3a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum3a);
                sum3b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum3b);
                sum3c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum3c);
                x = ref Unsafe.Add(ref x, imageRow);
                sum4a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum4a);
                sum4b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum4b);
                sum4c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum4c);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))), sum2c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * stride)), sum3a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + lanes)), sum3b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (2 * lanes))), sum3c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * stride)), sum4a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + lanes)), sum4b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (2 * lanes))), sum4c);
            }
            else
            {
                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = sum0c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = sum1a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) = sum1b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) = sum1c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) = sum2a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) = sum2b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))) = sum2c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * stride)) = sum3a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + lanes)) = sum3b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (2 * lanes))) = sum3c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * stride)) = sum4a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + lanes)) = sum4b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (2 * lanes))) = sum4c;
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
            V other0a = default, other0b = default, other0c = default, other0d = default;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum0d);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0a = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other0a);
                other0b = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, lanes)), other0b);
                other0c = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, 2 * lanes)), other0c);
                other0d = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, 3 * lanes)), other0d);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum0d);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), S.Add(sum0a, other0a));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), S.Add(sum0b, other0b));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), S.Add(sum0c, other0c));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)), S.Add(sum0d, other0d));
            }
            else
            {
                Unsafe.As<float, V>(ref y) = S.Add(sum0a, other0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(sum0b, other0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = S.Add(sum0c, other0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = S.Add(sum0d, other0d);
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
            V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum0d);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum1c);
                sum1d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum1d);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))), sum1d);
            }
            else
            {
                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = sum0c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = sum0d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = sum1a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) = sum1b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) = sum1c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))) = sum1d;
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
            V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
            V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum0d);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum1c);
                sum1d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum1d);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum2b);
                sum2c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum2c);
                sum2d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum2d);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))), sum1d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))), sum2c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (3 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (3 * lanes))), sum2d);
            }
            else
            {
                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = sum0c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = sum0d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = sum1a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) = sum1b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) = sum1c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))) = sum1d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) = sum2a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) = sum2b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))) = sum2c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (3 * lanes))) = sum2d;
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
            V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
            V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
            V sum3a = default, sum3b = default, sum3c = default, sum3d = default;
            V sum4a = default, sum4b = default, sum4c = default, sum4d = default;
            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum0d);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum1c);
                sum1d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum1d);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum2b);
                sum2c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum2c);
                sum2d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum2d);
                x = ref Unsafe.Add(ref x, imageRow);
                sum3a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum3a);
                sum3b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum3b);
                sum3c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum3c);
                sum3d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum3d);
                x = ref Unsafe.Add(ref x, imageRow);
                sum4a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum4a);
                sum4b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum4b);
                sum4c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum4c);
                sum4d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum4d);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))), sum1d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))), sum2c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (3 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (3 * lanes))), sum2d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * stride)), sum3a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + lanes)), sum3b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (2 * lanes))), sum3c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (3 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (3 * lanes))), sum3d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * stride)), sum4a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + lanes)), sum4b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (2 * lanes))), sum4c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (3 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (3 * lanes))), sum4d);
            }
            else
            {
                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = sum0c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = sum0d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = sum1a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) = sum1b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) = sum1c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))) = sum1d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) = sum2a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) = sum2b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))) = sum2c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (3 * lanes))) = sum2d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * stride)) = sum3a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + lanes)) = sum3b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (2 * lanes))) = sum3c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (3 * lanes))) = sum3d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * stride)) = sum4a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + lanes)) = sum4b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (2 * lanes))) = sum4c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (3 * lanes))) = sum4d;
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default;
            V other0a = default, other0b = default, other0c = default, other0d = default, other0e = default;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum0e);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0a = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other0a);
                other0b = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, lanes)), other0b);
                other0c = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, 2 * lanes)), other0c);
                other0d = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, 3 * lanes)), other0d);
                other0e = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, 4 * lanes)), other0e);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum0e);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), S.Add(sum0a, other0a));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), S.Add(sum0b, other0b));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), S.Add(sum0c, other0c));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)), S.Add(sum0d, other0d));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)), S.Add(sum0e, other0e));
            }
            else
            {
                Unsafe.As<float, V>(ref y) = S.Add(sum0a, other0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(sum0b, other0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = S.Add(sum0c, other0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = S.Add(sum0d, other0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) = S.Add(sum0e, other0e);
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default;
            V sum1a = default, sum1b = default, sum1c = default, sum1d = default, sum1e = default;
            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum0e);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum1c);
                sum1d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum1d);
                sum1e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum1e);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)), sum0e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))), sum1d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (4 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (4 * lanes))), sum1e);
            }
            else
            {
                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = sum0c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = sum0d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) = sum0e;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = sum1a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) = sum1b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) = sum1c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))) = sum1d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (4 * lanes))) = sum1e;
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default;
            V sum1a = default, sum1b = default, sum1c = default, sum1d = default, sum1e = default;
            V sum2a = default, sum2b = default, sum2c = default, sum2d = default, sum2e = default;
            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum0e);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum1c);
                sum1d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum1d);
                sum1e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum1e);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum2b);
                sum2c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum2c);
                sum2d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum2d);
                sum2e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum2e);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)), sum0e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))), sum1d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (4 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (4 * lanes))), sum1e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))), sum2c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (3 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (3 * lanes))), sum2d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (4 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (4 * lanes))), sum2e);
            }
            else
            {
                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = sum0c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = sum0d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) = sum0e;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = sum1a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) = sum1b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) = sum1c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))) = sum1d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (4 * lanes))) = sum1e;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) = sum2a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) = sum2b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))) = sum2c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (3 * lanes))) = sum2d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (4 * lanes))) = sum2e;
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default;
            V sum1a = default, sum1b = default, sum1c = default, sum1d = default, sum1e = default;
            V sum2a = default, sum2b = default, sum2c = default, sum2d = default, sum2e = default;
            V sum3a = default, sum3b = default, sum3c = default, sum3d = default, sum3e = default;
            V sum4a = default, sum4b = default, sum4c = default, sum4d = default, sum4e = default;
            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum0e);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum1c);
                sum1d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum1d);
                sum1e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum1e);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum2b);
                sum2c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum2c);
                sum2d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum2d);
                sum2e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum2e);
                x = ref Unsafe.Add(ref x, imageRow);
                sum3a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum3a);
                sum3b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum3b);
                sum3c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum3c);
                sum3d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum3d);
                sum3e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum3e);
                x = ref Unsafe.Add(ref x, imageRow);
                sum4a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum4a);
                sum4b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum4b);
                sum4c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum4c);
                sum4d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum4d);
                sum4e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum4e);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)), sum0e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))), sum1d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (4 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (4 * lanes))), sum1e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))), sum2c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (3 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (3 * lanes))), sum2d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (4 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (4 * lanes))), sum2e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * stride)), sum3a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + lanes)), sum3b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (2 * lanes))), sum3c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (3 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (3 * lanes))), sum3d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (4 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (4 * lanes))), sum3e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * stride)), sum4a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + lanes)), sum4b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (2 * lanes))), sum4c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (3 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (3 * lanes))), sum4d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (4 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (4 * lanes))), sum4e);
            }
            else
            {
                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = sum0c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = sum0d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) = sum0e;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = sum1a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) = sum1b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) = sum1c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))) = sum1d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (4 * lanes))) = sum1e;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) = sum2a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) = sum2b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))) = sum2c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (3 * lanes))) = sum2d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (4 * lanes))) = sum2e;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * stride)) = sum3a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + lanes)) = sum3b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (2 * lanes))) = sum3c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (3 * lanes))) = sum3d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * stride) + (4 * lanes))) = sum3e;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * stride)) = sum4a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + lanes)) = sum4b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (2 * lanes))) = sum4c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (3 * lanes))) = sum4d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * stride) + (4 * lanes))) = sum4e;
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default, sum0f = default;
            V other0a = default, other0b = default, other0c = default, other0d = default, other0e = default, other0f = default;
            for (; i + 2 <= count; i += 2)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum0e);
                sum0f = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 5 * lanes)), sum0f);
                ref float other = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i + 1));
                V otherValue = S.Create(Unsafe.Add(ref values, i + 1));
                other0a = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref other), other0a);
                other0b = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, lanes)), other0b);
                other0c = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, 2 * lanes)), other0c);
                other0d = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, 3 * lanes)), other0d);
                other0e = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, 4 * lanes)), other0e);
                other0f = S.MultiplyAdd(otherValue, Unsafe.As<float, V>(ref Unsafe.Add(ref other, 5 * lanes)), other0f);
            }

            if (i < count)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum0e);
                sum0f = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 5 * lanes)), sum0f);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), S.Add(sum0a, other0a));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), S.Add(sum0b, other0b));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), S.Add(sum0c, other0c));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)), S.Add(sum0d, other0d));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)), S.Add(sum0e, other0e));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * lanes)), S.Add(sum0f, other0f));
            }
            else
            {
                Unsafe.As<float, V>(ref y) = S.Add(sum0a, other0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(sum0b, other0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = S.Add(sum0c, other0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = S.Add(sum0d, other0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) = S.Add(sum0e, other0e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * lanes)) = S.Add(sum0f, other0f);
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default, sum0f = default;
            V sum1a = default, sum1b = default, sum1c = default, sum1d = default, sum1e = default, sum1f = default;
            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum0e);
                sum0f = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 5 * lanes)), sum0f);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum1c);
                sum1d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum1d);
                sum1e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum1e);
                sum1f = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 5 * lanes)), sum1f);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)), sum0e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * lanes)), sum0f);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))), sum1d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (4 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (4 * lanes))), sum1e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (5 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (5 * lanes))), sum1f);
            }
            else
            {
                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = sum0c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = sum0d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) = sum0e;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * lanes)) = sum0f;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = sum1a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) = sum1b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) = sum1c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))) = sum1d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (4 * lanes))) = sum1e;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (5 * lanes))) = sum1f;
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default, sum0f = default;
            V sum1a = default, sum1b = default, sum1c = default, sum1d = default, sum1e = default, sum1f = default;
            V sum2a = default, sum2b = default, sum2c = default, sum2d = default, sum2e = default, sum2f = default;
            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum0e);
                sum0f = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 5 * lanes)), sum0f);
                x = ref Unsafe.Add(ref x, imageRow);
                sum1a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum1a);
                sum1b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum1b);
                sum1c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum1c);
                sum1d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum1d);
                sum1e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum1e);
                sum1f = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 5 * lanes)), sum1f);
                x = ref Unsafe.Add(ref x, imageRow);
                sum2a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum2a);
                sum2b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum2b);
                sum2c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum2c);
                sum2d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum2d);
                sum2e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum2e);
                sum2f = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 5 * lanes)), sum2f);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)), sum0e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * lanes)), sum0f);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))), sum1d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (4 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (4 * lanes))), sum1e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (5 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (5 * lanes))), sum1f);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))), sum2c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (3 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (3 * lanes))), sum2d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (4 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (4 * lanes))), sum2e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (5 * lanes))) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (5 * lanes))), sum2f);
            }
            else
            {
                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = sum0c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = sum0d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) = sum0e;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * lanes)) = sum0f;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride)) = sum1a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + lanes)) = sum1b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (2 * lanes))) = sum1c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (3 * lanes))) = sum1d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (4 * lanes))) = sum1e;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, stride + (5 * lanes))) = sum1f;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * stride)) = sum2a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + lanes)) = sum2b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (2 * lanes))) = sum2c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (3 * lanes))) = sum2d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (4 * lanes))) = sum2e;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * stride) + (5 * lanes))) = sum2f;
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
        int lanes = S.Lanes;
        ref float y = ref gradient;
        for (int output = 0; output < lists.Outputs; output++)
        {
            ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);
            ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);
            int count = Unsafe.Add(ref lists.Counts, output), i = 0;
            V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default, sum0f = default, sum0g = default,
                sum0h = default, sum0i = default, sum0j = default, sum0k = default, sum0l = default;
            for (; i < count; i++)
            {
                ref float x = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, i));
                V xValue = S.Create(Unsafe.Add(ref values, i));
                sum0a = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref x), sum0a);
                sum0b = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), sum0b);
                sum0c = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * lanes)), sum0c);
                sum0d = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * lanes)), sum0d);
                sum0e = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * lanes)), sum0e);
                sum0f = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 5 * lanes)), sum0f);
                sum0g = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 6 * lanes)), sum0g);
                sum0h = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 7 * lanes)), sum0h);
                sum0i = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 8 * lanes)), sum0i);
                sum0j = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 9 * lanes)), sum0j);
                sum0k = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 10 * lanes)), sum0k);
                sum0l = S.MultiplyAdd(xValue, Unsafe.As<float, V>(ref Unsafe.Add(ref x, 11 * lanes)), sum0l);
            }

            if (adds)
            {
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)), sum0e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * lanes)), sum0f);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * lanes)), sum0g);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * lanes)), sum0h);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * lanes)), sum0i);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * lanes)), sum0j);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * lanes)), sum0k);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * lanes)) =
                    S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * lanes)), sum0l);
            }
            else
            {
                Unsafe.As<float, V>(ref y) = sum0a;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = sum0c;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = sum0d;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) = sum0e;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * lanes)) = sum0f;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * lanes)) = sum0g;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * lanes)) = sum0h;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * lanes)) = sum0i;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * lanes)) = sum0j;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * lanes)) = sum0k;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * lanes)) = sum0l;
            }
            y = ref Unsafe.Add(ref y, outputStride);
        }
    }
}
