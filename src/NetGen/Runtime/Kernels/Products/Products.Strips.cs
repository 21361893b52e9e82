// Written by StripWriter of the tests, which compare it.
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

public static partial class Products
{
    /// <summary>6 rows × 4 vectors at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip6x4<S, V, E>(scoped in ProductPanel panel, int row, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = panel.SourceStride, wStride = panel.WeightStride, yStride = panel.OutputStride;
        nint wColumn = panel.WeightColumn;
        int depth = panel.Depth, firstColumn = panel.Column, endColumn = panel.EndColumn;
        bool isFirst = panel.IsFirst, isLast = panel.IsLast;
        ref float weight = ref panel.Weight;
        ref float rows = ref Unsafe.Add(ref panel.Source, row * xStride);
        ref float results = ref Unsafe.Add(ref panel.Output, row * yStride);
        for (; row + 6 <= end; row += 6)
        {
            for (int column = firstColumn; column < endColumn; column += 4 * lanes)
            {
                ref float x = ref rows;
                ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0a, sum0b, sum0c, sum0d, sum1a, sum1b, sum1c, sum1d, sum2a, sum2b, sum2c, sum2d, sum3a, sum3b, sum3c, sum3d, sum4a,
                    sum4b, sum4c, sum4d, sum5a, sum5b, sum5c, sum5d;
                if (isFirst)
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

                for (int k = 0; k < depth; k++)
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
                    V x1 = S.Create(Unsafe.Add(ref x, xStride));
                    sum1a = S.MultiplyAdd(x1, wa, sum1a);
                    sum1b = S.MultiplyAdd(x1, wb, sum1b);
                    sum1c = S.MultiplyAdd(x1, wc, sum1c);
                    sum1d = S.MultiplyAdd(x1, wd, sum1d);
                    V x2 = S.Create(Unsafe.Add(ref x, 2 * xStride));
                    sum2a = S.MultiplyAdd(x2, wa, sum2a);
                    sum2b = S.MultiplyAdd(x2, wb, sum2b);
                    sum2c = S.MultiplyAdd(x2, wc, sum2c);
                    sum2d = S.MultiplyAdd(x2, wd, sum2d);
                    V x3 = S.Create(Unsafe.Add(ref x, 3 * xStride));
                    sum3a = S.MultiplyAdd(x3, wa, sum3a);
                    sum3b = S.MultiplyAdd(x3, wb, sum3b);
                    sum3c = S.MultiplyAdd(x3, wc, sum3c);
                    sum3d = S.MultiplyAdd(x3, wd, sum3d);
                    V x4 = S.Create(Unsafe.Add(ref x, 4 * xStride));
                    sum4a = S.MultiplyAdd(x4, wa, sum4a);
                    sum4b = S.MultiplyAdd(x4, wb, sum4b);
                    sum4c = S.MultiplyAdd(x4, wc, sum4c);
                    sum4d = S.MultiplyAdd(x4, wd, sum4d);
                    V x5 = S.Create(Unsafe.Add(ref x, 5 * xStride));
                    sum5a = S.MultiplyAdd(x5, wa, sum5a);
                    sum5b = S.MultiplyAdd(x5, wb, sum5b);
                    sum5c = S.MultiplyAdd(x5, wc, sum5c);
                    sum5d = S.MultiplyAdd(x5, wd, sum5d);
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                if (isLast)
                {
                    Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum0c, row, column + (2 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum0d, row, column + (3 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + 1, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + 1, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) =
                        epilogue.Apply(sum1c, row + 1, column + (2 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) =
                        epilogue.Apply(sum1d, row + 1, column + (3 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + 2, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = epilogue.Apply(sum2b, row + 2, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))) =
                        epilogue.Apply(sum2c, row + 2, column + (2 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))) =
                        epilogue.Apply(sum2d, row + 2, column + (3 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + 3, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = epilogue.Apply(sum3b, row + 3, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (2 * lanes))) =
                        epilogue.Apply(sum3c, row + 3, column + (2 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (3 * lanes))) =
                        epilogue.Apply(sum3d, row + 3, column + (3 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4a, row + 4, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) = epilogue.Apply(sum4b, row + 4, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + (2 * lanes))) =
                        epilogue.Apply(sum4c, row + 4, column + (2 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + (3 * lanes))) =
                        epilogue.Apply(sum4d, row + 4, column + (3 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5a, row + 5, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) = epilogue.Apply(sum5b, row + 5, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + (2 * lanes))) =
                        epilogue.Apply(sum5c, row + 5, column + (2 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + (3 * lanes))) =
                        epilogue.Apply(sum5d, row + 5, column + (3 * lanes));
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

            rows = ref Unsafe.Add(ref rows, 6 * xStride);
            results = ref Unsafe.Add(ref results, 6 * yStride);
        }

        return row;
    }

    /// <summary>4 rows × 4 vectors at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip4x4<S, V, E>(scoped in ProductPanel panel, int row, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = panel.SourceStride, wStride = panel.WeightStride, yStride = panel.OutputStride;
        nint wColumn = panel.WeightColumn;
        int depth = panel.Depth, firstColumn = panel.Column, endColumn = panel.EndColumn;
        bool isFirst = panel.IsFirst, isLast = panel.IsLast;
        ref float weight = ref panel.Weight;
        ref float rows = ref Unsafe.Add(ref panel.Source, row * xStride);
        ref float results = ref Unsafe.Add(ref panel.Output, row * yStride);
        for (; row + 4 <= end; row += 4)
        {
            for (int column = firstColumn; column < endColumn; column += 4 * lanes)
            {
                ref float x = ref rows;
                ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0a, sum0b, sum0c, sum0d, sum1a, sum1b, sum1c, sum1d, sum2a, sum2b, sum2c, sum2d, sum3a, sum3b, sum3c, sum3d;
                if (isFirst)
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

                for (int k = 0; k < depth; k++)
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
                    V x1 = S.Create(Unsafe.Add(ref x, xStride));
                    sum1a = S.MultiplyAdd(x1, wa, sum1a);
                    sum1b = S.MultiplyAdd(x1, wb, sum1b);
                    sum1c = S.MultiplyAdd(x1, wc, sum1c);
                    sum1d = S.MultiplyAdd(x1, wd, sum1d);
                    V x2 = S.Create(Unsafe.Add(ref x, 2 * xStride));
                    sum2a = S.MultiplyAdd(x2, wa, sum2a);
                    sum2b = S.MultiplyAdd(x2, wb, sum2b);
                    sum2c = S.MultiplyAdd(x2, wc, sum2c);
                    sum2d = S.MultiplyAdd(x2, wd, sum2d);
                    V x3 = S.Create(Unsafe.Add(ref x, 3 * xStride));
                    sum3a = S.MultiplyAdd(x3, wa, sum3a);
                    sum3b = S.MultiplyAdd(x3, wb, sum3b);
                    sum3c = S.MultiplyAdd(x3, wc, sum3c);
                    sum3d = S.MultiplyAdd(x3, wd, sum3d);
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                if (isLast)
                {
                    Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum0c, row, column + (2 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum0d, row, column + (3 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + 1, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + 1, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) =
                        epilogue.Apply(sum1c, row + 1, column + (2 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) =
                        epilogue.Apply(sum1d, row + 1, column + (3 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + 2, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = epilogue.Apply(sum2b, row + 2, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))) =
                        epilogue.Apply(sum2c, row + 2, column + (2 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))) =
                        epilogue.Apply(sum2d, row + 2, column + (3 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + 3, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = epilogue.Apply(sum3b, row + 3, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (2 * lanes))) =
                        epilogue.Apply(sum3c, row + 3, column + (2 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (3 * lanes))) =
                        epilogue.Apply(sum3d, row + 3, column + (3 * lanes));
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
                }
            }

            rows = ref Unsafe.Add(ref rows, 4 * xStride);
            results = ref Unsafe.Add(ref results, 4 * yStride);
        }

        return row;
    }

    /// <summary>One row × 4 vectors at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip1x4<S, V, E>(scoped in ProductPanel panel, int row, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = panel.SourceStride, wStride = panel.WeightStride, yStride = panel.OutputStride;
        nint wColumn = panel.WeightColumn;
        int depth = panel.Depth, firstColumn = panel.Column, endColumn = panel.EndColumn;
        bool isFirst = panel.IsFirst, isLast = panel.IsLast;
        ref float weight = ref panel.Weight;
        ref float rows = ref Unsafe.Add(ref panel.Source, row * xStride);
        ref float results = ref Unsafe.Add(ref panel.Output, row * yStride);
        for (; row < end; row++)
        {
            for (int column = firstColumn; column < endColumn; column += 4 * lanes)
            {
                ref float x = ref rows;
                ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0a, sum0b, sum0c, sum0d;
                if (isFirst)
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

                for (int k = 0; k < depth; k++)
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
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                if (isLast)
                {
                    Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum0c, row, column + (2 * lanes));
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum0d, row, column + (3 * lanes));
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = sum0c;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = sum0d;
                }
            }

            rows = ref Unsafe.Add(ref rows, xStride);
            results = ref Unsafe.Add(ref results, yStride);
        }

        return row;
    }

    /// <summary>8 rows × 2 vectors at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip8x2<S, V, E>(scoped in ProductPanel panel, int row, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = panel.SourceStride, wStride = panel.WeightStride, yStride = panel.OutputStride;
        nint wColumn = panel.WeightColumn;
        int depth = panel.Depth, firstColumn = panel.Column, endColumn = panel.EndColumn;
        bool isFirst = panel.IsFirst, isLast = panel.IsLast;
        ref float weight = ref panel.Weight;
        ref float rows = ref Unsafe.Add(ref panel.Source, row * xStride);
        ref float results = ref Unsafe.Add(ref panel.Output, row * yStride);
        for (; row + 8 <= end; row += 8)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float x = ref rows;
                ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0a, sum0b, sum1a, sum1b, sum2a, sum2b, sum3a, sum3b, sum4a, sum4b, sum5a, sum5b, sum6a, sum6b, sum7a, sum7b;
                if (isFirst)
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

                for (int k = 0; k < depth; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    V x0 = S.Create(x);
                    sum0a = S.MultiplyAdd(x0, wa, sum0a);
                    sum0b = S.MultiplyAdd(x0, wb, sum0b);
                    V x1 = S.Create(Unsafe.Add(ref x, xStride));
                    sum1a = S.MultiplyAdd(x1, wa, sum1a);
                    sum1b = S.MultiplyAdd(x1, wb, sum1b);
                    V x2 = S.Create(Unsafe.Add(ref x, 2 * xStride));
                    sum2a = S.MultiplyAdd(x2, wa, sum2a);
                    sum2b = S.MultiplyAdd(x2, wb, sum2b);
                    V x3 = S.Create(Unsafe.Add(ref x, 3 * xStride));
                    sum3a = S.MultiplyAdd(x3, wa, sum3a);
                    sum3b = S.MultiplyAdd(x3, wb, sum3b);
                    V x4 = S.Create(Unsafe.Add(ref x, 4 * xStride));
                    sum4a = S.MultiplyAdd(x4, wa, sum4a);
                    sum4b = S.MultiplyAdd(x4, wb, sum4b);
                    V x5 = S.Create(Unsafe.Add(ref x, 5 * xStride));
                    sum5a = S.MultiplyAdd(x5, wa, sum5a);
                    sum5b = S.MultiplyAdd(x5, wb, sum5b);
                    V x6 = S.Create(Unsafe.Add(ref x, 6 * xStride));
                    sum6a = S.MultiplyAdd(x6, wa, sum6a);
                    sum6b = S.MultiplyAdd(x6, wb, sum6b);
                    V x7 = S.Create(Unsafe.Add(ref x, 7 * xStride));
                    sum7a = S.MultiplyAdd(x7, wa, sum7a);
                    sum7b = S.MultiplyAdd(x7, wb, sum7b);
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                if (isLast)
                {
                    Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + 1, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + 1, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + 2, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = epilogue.Apply(sum2b, row + 2, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + 3, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = epilogue.Apply(sum3b, row + 3, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4a, row + 4, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) = epilogue.Apply(sum4b, row + 4, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5a, row + 5, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) = epilogue.Apply(sum5b, row + 5, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = epilogue.Apply(sum6a, row + 6, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (6 * yStride) + lanes)) = epilogue.Apply(sum6b, row + 6, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = epilogue.Apply(sum7a, row + 7, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (7 * yStride) + lanes)) = epilogue.Apply(sum7b, row + 7, column + lanes);
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

            rows = ref Unsafe.Add(ref rows, 8 * xStride);
            results = ref Unsafe.Add(ref results, 8 * yStride);
        }

        return row;
    }

    /// <summary>6 rows × 2 vectors at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip6x2<S, V, E>(scoped in ProductPanel panel, int row, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = panel.SourceStride, wStride = panel.WeightStride, yStride = panel.OutputStride;
        nint wColumn = panel.WeightColumn;
        int depth = panel.Depth, firstColumn = panel.Column, endColumn = panel.EndColumn;
        bool isFirst = panel.IsFirst, isLast = panel.IsLast;
        ref float weight = ref panel.Weight;
        ref float rows = ref Unsafe.Add(ref panel.Source, row * xStride);
        ref float results = ref Unsafe.Add(ref panel.Output, row * yStride);
        for (; row + 6 <= end; row += 6)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float x = ref rows;
                ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0a, sum0b, sum1a, sum1b, sum2a, sum2b, sum3a, sum3b, sum4a, sum4b, sum5a, sum5b;
                if (isFirst)
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

                for (int k = 0; k < depth; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    V x0 = S.Create(x);
                    sum0a = S.MultiplyAdd(x0, wa, sum0a);
                    sum0b = S.MultiplyAdd(x0, wb, sum0b);
                    V x1 = S.Create(Unsafe.Add(ref x, xStride));
                    sum1a = S.MultiplyAdd(x1, wa, sum1a);
                    sum1b = S.MultiplyAdd(x1, wb, sum1b);
                    V x2 = S.Create(Unsafe.Add(ref x, 2 * xStride));
                    sum2a = S.MultiplyAdd(x2, wa, sum2a);
                    sum2b = S.MultiplyAdd(x2, wb, sum2b);
                    V x3 = S.Create(Unsafe.Add(ref x, 3 * xStride));
                    sum3a = S.MultiplyAdd(x3, wa, sum3a);
                    sum3b = S.MultiplyAdd(x3, wb, sum3b);
                    V x4 = S.Create(Unsafe.Add(ref x, 4 * xStride));
                    sum4a = S.MultiplyAdd(x4, wa, sum4a);
                    sum4b = S.MultiplyAdd(x4, wb, sum4b);
                    V x5 = S.Create(Unsafe.Add(ref x, 5 * xStride));
                    sum5a = S.MultiplyAdd(x5, wa, sum5a);
                    sum5b = S.MultiplyAdd(x5, wb, sum5b);
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                if (isLast)
                {
                    Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + 1, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + 1, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + 2, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = epilogue.Apply(sum2b, row + 2, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + 3, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = epilogue.Apply(sum3b, row + 3, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4a, row + 4, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) = epilogue.Apply(sum4b, row + 4, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5a, row + 5, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) = epilogue.Apply(sum5b, row + 5, column + lanes);
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

            rows = ref Unsafe.Add(ref rows, 6 * xStride);
            results = ref Unsafe.Add(ref results, 6 * yStride);
        }

        return row;
    }

    /// <summary>4 rows × 2 vectors at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip4x2<S, V, E>(scoped in ProductPanel panel, int row, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = panel.SourceStride, wStride = panel.WeightStride, yStride = panel.OutputStride;
        nint wColumn = panel.WeightColumn;
        int depth = panel.Depth, firstColumn = panel.Column, endColumn = panel.EndColumn;
        bool isFirst = panel.IsFirst, isLast = panel.IsLast;
        ref float weight = ref panel.Weight;
        ref float rows = ref Unsafe.Add(ref panel.Source, row * xStride);
        ref float results = ref Unsafe.Add(ref panel.Output, row * yStride);
        for (; row + 4 <= end; row += 4)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float x = ref rows;
                ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0a, sum0b, sum1a, sum1b, sum2a, sum2b, sum3a, sum3b;
                if (isFirst)
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

                for (int k = 0; k < depth; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    V x0 = S.Create(x);
                    sum0a = S.MultiplyAdd(x0, wa, sum0a);
                    sum0b = S.MultiplyAdd(x0, wb, sum0b);
                    V x1 = S.Create(Unsafe.Add(ref x, xStride));
                    sum1a = S.MultiplyAdd(x1, wa, sum1a);
                    sum1b = S.MultiplyAdd(x1, wb, sum1b);
                    V x2 = S.Create(Unsafe.Add(ref x, 2 * xStride));
                    sum2a = S.MultiplyAdd(x2, wa, sum2a);
                    sum2b = S.MultiplyAdd(x2, wb, sum2b);
                    V x3 = S.Create(Unsafe.Add(ref x, 3 * xStride));
                    sum3a = S.MultiplyAdd(x3, wa, sum3a);
                    sum3b = S.MultiplyAdd(x3, wb, sum3b);
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                if (isLast)
                {
                    Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + 1, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + 1, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + 2, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = epilogue.Apply(sum2b, row + 2, column + lanes);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + 3, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = epilogue.Apply(sum3b, row + 3, column + lanes);
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

            rows = ref Unsafe.Add(ref rows, 4 * xStride);
            results = ref Unsafe.Add(ref results, 4 * yStride);
        }

        return row;
    }

    /// <summary>One row × 2 vectors at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip1x2<S, V, E>(scoped in ProductPanel panel, int row, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = panel.SourceStride, wStride = panel.WeightStride, yStride = panel.OutputStride;
        nint wColumn = panel.WeightColumn;
        int depth = panel.Depth, firstColumn = panel.Column, endColumn = panel.EndColumn;
        bool isFirst = panel.IsFirst, isLast = panel.IsLast;
        ref float weight = ref panel.Weight;
        ref float rows = ref Unsafe.Add(ref panel.Source, row * xStride);
        ref float results = ref Unsafe.Add(ref panel.Output, row * yStride);
        for (; row < end; row++)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float x = ref rows;
                ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0a, sum0b;
                if (isFirst)
                {
                    sum0a = default; sum0b = default;
                }
                else
                {
                    sum0a = Unsafe.As<float, V>(ref y);
                    sum0b = Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes));
                }

                for (int k = 0; k < depth; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    V x0 = S.Create(x);
                    sum0a = S.MultiplyAdd(x0, wa, sum0a);
                    sum0b = S.MultiplyAdd(x0, wb, sum0b);
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                if (isLast)
                {
                    Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                }
            }

            rows = ref Unsafe.Add(ref rows, xStride);
            results = ref Unsafe.Add(ref results, yStride);
        }

        return row;
    }

    /// <summary>8 rows × one vector at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip8x1<S, V, E>(scoped in ProductPanel panel, int row, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = panel.SourceStride, wStride = panel.WeightStride, yStride = panel.OutputStride;
        nint wColumn = panel.WeightColumn;
        int depth = panel.Depth, firstColumn = panel.Column, endColumn = panel.EndColumn;
        bool isFirst = panel.IsFirst, isLast = panel.IsLast;
        ref float weight = ref panel.Weight;
        ref float rows = ref Unsafe.Add(ref panel.Source, row * xStride);
        ref float results = ref Unsafe.Add(ref panel.Output, row * yStride);
        for (; row + 8 <= end; row += 8)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float x = ref rows;
                ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0, sum1, sum2, sum3, sum4, sum5, sum6, sum7;
                if (isFirst)
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

                for (int k = 0; k < depth; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0 = S.MultiplyAdd(ref x, wa, sum0);
                    sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, xStride), wa, sum1);
                    sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2 * xStride), wa, sum2);
                    sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3 * xStride), wa, sum3);
                    sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, 4 * xStride), wa, sum4);
                    sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, 5 * xStride), wa, sum5);
                    sum6 = S.MultiplyAdd(ref Unsafe.Add(ref x, 6 * xStride), wa, sum6);
                    sum7 = S.MultiplyAdd(ref Unsafe.Add(ref x, 7 * xStride), wa, sum7);
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                if (isLast)
                {
                    Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + 1, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + 2, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + 3, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4, row + 4, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5, row + 5, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = epilogue.Apply(sum6, row + 6, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = epilogue.Apply(sum7, row + 7, column);
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

            rows = ref Unsafe.Add(ref rows, 8 * xStride);
            results = ref Unsafe.Add(ref results, 8 * yStride);
        }

        return row;
    }

    /// <summary>4 rows × one vector at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip4x1<S, V, E>(scoped in ProductPanel panel, int row, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = panel.SourceStride, wStride = panel.WeightStride, yStride = panel.OutputStride;
        nint wColumn = panel.WeightColumn;
        int depth = panel.Depth, firstColumn = panel.Column, endColumn = panel.EndColumn;
        bool isFirst = panel.IsFirst, isLast = panel.IsLast;
        ref float weight = ref panel.Weight;
        ref float rows = ref Unsafe.Add(ref panel.Source, row * xStride);
        ref float results = ref Unsafe.Add(ref panel.Output, row * yStride);
        for (; row + 4 <= end; row += 4)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float x = ref rows;
                ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0, sum1, sum2, sum3;
                if (isFirst)
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

                for (int k = 0; k < depth; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0 = S.MultiplyAdd(ref x, wa, sum0);
                    sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, xStride), wa, sum1);
                    sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2 * xStride), wa, sum2);
                    sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3 * xStride), wa, sum3);
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                if (isLast)
                {
                    Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + 1, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + 2, column);
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + 3, column);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                }
            }

            rows = ref Unsafe.Add(ref rows, 4 * xStride);
            results = ref Unsafe.Add(ref results, 4 * yStride);
        }

        return row;
    }

    /// <summary>One row × one vector at a time, while so many rows are left. Returns the first row that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Strip1x1<S, V, E>(scoped in ProductPanel panel, int row, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = panel.SourceStride, wStride = panel.WeightStride, yStride = panel.OutputStride;
        nint wColumn = panel.WeightColumn;
        int depth = panel.Depth, firstColumn = panel.Column, endColumn = panel.EndColumn;
        bool isFirst = panel.IsFirst, isLast = panel.IsLast;
        ref float weight = ref panel.Weight;
        ref float rows = ref Unsafe.Add(ref panel.Source, row * xStride);
        ref float results = ref Unsafe.Add(ref panel.Output, row * yStride);
        for (; row < end; row++)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float x = ref rows;
                ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                ref float y = ref Unsafe.Add(ref results, column);
                V sum0;
                if (isFirst)
                {
                    sum0 = default;
                }
                else
                {
                    sum0 = Unsafe.As<float, V>(ref y);
                }

                for (int k = 0; k < depth; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0 = S.MultiplyAdd(ref x, wa, sum0);
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                if (isLast)
                {
                    Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                }
                else
                {
                    Unsafe.As<float, V>(ref y) = sum0;
                }
            }

            rows = ref Unsafe.Add(ref rows, xStride);
            results = ref Unsafe.Add(ref results, yStride);
        }

        return row;
    }

    /// <summary>
    /// 6 rows × 2 vectors, while so many rows are left. With each term a line of the weight is prefetched, nextStride floats behind the one
    /// before, and nextRows behind for the next rows. Returns the first row that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int PrefetchingStrip6x2<S, V>(scoped in ProductPanel panel, ref float next, nint nextStride, nint nextRows, int end)
        where S : ISimd<V>
        where V : struct
    {
        int lanes = S.Lanes;
        nint xStride = panel.SourceStride, wStride = panel.WeightStride, yStride = panel.OutputStride;
        int depth = panel.Depth, row = 0;
        bool isFirst = panel.IsFirst, intoL1 = Prefetch.IsAmd;
        ref float weight = ref panel.Weight;
        ref float rows = ref panel.Source;
        ref float y = ref Unsafe.Add(ref panel.Output, panel.Column);
        for (; row + 6 <= end; row += 6)
        {
            ref float x = ref rows;
            ref float w = ref weight;
            ref float line = ref next;
            V sum0a, sum0b, sum1a, sum1b, sum2a, sum2b, sum3a, sum3b, sum4a, sum4b, sum5a, sum5b;
            if (isFirst)
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

            for (int k = 0; k < depth; k++)
            {
                Prefetch.Line(ref line, intoL1);
                V wa = Unsafe.As<float, V>(ref w);
                V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                V x0 = S.Create(x);
                sum0a = S.MultiplyAdd(x0, wa, sum0a);
                sum0b = S.MultiplyAdd(x0, wb, sum0b);
                V x1 = S.Create(Unsafe.Add(ref x, xStride));
                sum1a = S.MultiplyAdd(x1, wa, sum1a);
                sum1b = S.MultiplyAdd(x1, wb, sum1b);
                V x2 = S.Create(Unsafe.Add(ref x, 2 * xStride));
                sum2a = S.MultiplyAdd(x2, wa, sum2a);
                sum2b = S.MultiplyAdd(x2, wb, sum2b);
                V x3 = S.Create(Unsafe.Add(ref x, 3 * xStride));
                sum3a = S.MultiplyAdd(x3, wa, sum3a);
                sum3b = S.MultiplyAdd(x3, wb, sum3b);
                V x4 = S.Create(Unsafe.Add(ref x, 4 * xStride));
                sum4a = S.MultiplyAdd(x4, wa, sum4a);
                sum4b = S.MultiplyAdd(x4, wb, sum4b);
                V x5 = S.Create(Unsafe.Add(ref x, 5 * xStride));
                sum5a = S.MultiplyAdd(x5, wa, sum5a);
                sum5b = S.MultiplyAdd(x5, wb, sum5b);
                x = ref Unsafe.Add(ref x, 1);
                w = ref Unsafe.Add(ref w, wStride);
                line = ref Unsafe.Add(ref line, nextStride);
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
            rows = ref Unsafe.Add(ref rows, 6 * xStride);
            y = ref Unsafe.Add(ref y, 6 * yStride);
            next = ref Unsafe.Add(ref next, nextRows);
        }

        return row;
    }

    /// <summary>
    /// 6 rows × 4 vectors at a time over the whole depth, while so many rows are left. Returns the first row that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int SmallStrip6x4<S, V, E>(
        ref float source, nint xStride, ref float weight, nint wStride, ref float output, nint yStride, int depth, int row, int end,
        int firstColumn, int endColumn, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        source = ref Unsafe.Add(ref source, row * xStride);
        output = ref Unsafe.Add(ref output, row * yStride);
        for (; row + 6 <= end; row += 6)
        {
            for (int column = firstColumn; column < endColumn; column += 4 * lanes)
            {
                ref float x = ref source;
                ref float w = ref Unsafe.Add(ref weight, column);
                ref float y = ref Unsafe.Add(ref output, column);
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                V sum3a = default, sum3b = default, sum3c = default, sum3d = default;
                V sum4a = default, sum4b = default, sum4c = default, sum4d = default;
                V sum5a = default, sum5b = default, sum5c = default, sum5d = default;
                for (int k = 0; k < depth; k++)
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
                    V x1 = S.Create(Unsafe.Add(ref x, xStride));
                    sum1a = S.MultiplyAdd(x1, wa, sum1a);
                    sum1b = S.MultiplyAdd(x1, wb, sum1b);
                    sum1c = S.MultiplyAdd(x1, wc, sum1c);
                    sum1d = S.MultiplyAdd(x1, wd, sum1d);
                    V x2 = S.Create(Unsafe.Add(ref x, 2 * xStride));
                    sum2a = S.MultiplyAdd(x2, wa, sum2a);
                    sum2b = S.MultiplyAdd(x2, wb, sum2b);
                    sum2c = S.MultiplyAdd(x2, wc, sum2c);
                    sum2d = S.MultiplyAdd(x2, wd, sum2d);
                    V x3 = S.Create(Unsafe.Add(ref x, 3 * xStride));
                    sum3a = S.MultiplyAdd(x3, wa, sum3a);
                    sum3b = S.MultiplyAdd(x3, wb, sum3b);
                    sum3c = S.MultiplyAdd(x3, wc, sum3c);
                    sum3d = S.MultiplyAdd(x3, wd, sum3d);
                    V x4 = S.Create(Unsafe.Add(ref x, 4 * xStride));
                    sum4a = S.MultiplyAdd(x4, wa, sum4a);
                    sum4b = S.MultiplyAdd(x4, wb, sum4b);
                    sum4c = S.MultiplyAdd(x4, wc, sum4c);
                    sum4d = S.MultiplyAdd(x4, wd, sum4d);
                    V x5 = S.Create(Unsafe.Add(ref x, 5 * xStride));
                    sum5a = S.MultiplyAdd(x5, wa, sum5a);
                    sum5b = S.MultiplyAdd(x5, wb, sum5b);
                    sum5c = S.MultiplyAdd(x5, wc, sum5c);
                    sum5d = S.MultiplyAdd(x5, wd, sum5d);
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum0c, row, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum0d, row, column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + 1, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + 1, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) =
                    epilogue.Apply(sum1c, row + 1, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) =
                    epilogue.Apply(sum1d, row + 1, column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + 2, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = epilogue.Apply(sum2b, row + 2, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum2c, row + 2, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum2d, row + 2, column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + 3, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = epilogue.Apply(sum3b, row + 3, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum3c, row + 3, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum3d, row + 3, column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4a, row + 4, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) = epilogue.Apply(sum4b, row + 4, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum4c, row + 4, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum4d, row + 4, column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5a, row + 5, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) = epilogue.Apply(sum5b, row + 5, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum5c, row + 5, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum5d, row + 5, column + (3 * lanes));
            }

            source = ref Unsafe.Add(ref source, 6 * xStride);
            output = ref Unsafe.Add(ref output, 6 * yStride);
        }

        return row;
    }

    /// <summary>
    /// 4 rows × 4 vectors at a time over the whole depth, while so many rows are left. Returns the first row that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int SmallStrip4x4<S, V, E>(
        ref float source, nint xStride, ref float weight, nint wStride, ref float output, nint yStride, int depth, int row, int end,
        int firstColumn, int endColumn, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        source = ref Unsafe.Add(ref source, row * xStride);
        output = ref Unsafe.Add(ref output, row * yStride);
        for (; row + 4 <= end; row += 4)
        {
            for (int column = firstColumn; column < endColumn; column += 4 * lanes)
            {
                ref float x = ref source;
                ref float w = ref Unsafe.Add(ref weight, column);
                ref float y = ref Unsafe.Add(ref output, column);
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                V sum3a = default, sum3b = default, sum3c = default, sum3d = default;
                for (int k = 0; k < depth; k++)
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
                    V x1 = S.Create(Unsafe.Add(ref x, xStride));
                    sum1a = S.MultiplyAdd(x1, wa, sum1a);
                    sum1b = S.MultiplyAdd(x1, wb, sum1b);
                    sum1c = S.MultiplyAdd(x1, wc, sum1c);
                    sum1d = S.MultiplyAdd(x1, wd, sum1d);
                    V x2 = S.Create(Unsafe.Add(ref x, 2 * xStride));
                    sum2a = S.MultiplyAdd(x2, wa, sum2a);
                    sum2b = S.MultiplyAdd(x2, wb, sum2b);
                    sum2c = S.MultiplyAdd(x2, wc, sum2c);
                    sum2d = S.MultiplyAdd(x2, wd, sum2d);
                    V x3 = S.Create(Unsafe.Add(ref x, 3 * xStride));
                    sum3a = S.MultiplyAdd(x3, wa, sum3a);
                    sum3b = S.MultiplyAdd(x3, wb, sum3b);
                    sum3c = S.MultiplyAdd(x3, wc, sum3c);
                    sum3d = S.MultiplyAdd(x3, wd, sum3d);
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum0c, row, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum0d, row, column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + 1, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + 1, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) =
                    epilogue.Apply(sum1c, row + 1, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) =
                    epilogue.Apply(sum1d, row + 1, column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + 2, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = epilogue.Apply(sum2b, row + 2, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum2c, row + 2, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum2d, row + 2, column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + 3, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = epilogue.Apply(sum3b, row + 3, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum3c, row + 3, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum3d, row + 3, column + (3 * lanes));
            }

            source = ref Unsafe.Add(ref source, 4 * xStride);
            output = ref Unsafe.Add(ref output, 4 * yStride);
        }

        return row;
    }

    /// <summary>
    /// 8 rows × 2 vectors at a time over the whole depth, while so many rows are left. Returns the first row that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int SmallStrip8x2<S, V, E>(
        ref float source, nint xStride, ref float weight, nint wStride, ref float output, nint yStride, int depth, int row, int end,
        int firstColumn, int endColumn, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        source = ref Unsafe.Add(ref source, row * xStride);
        output = ref Unsafe.Add(ref output, row * yStride);
        for (; row + 8 <= end; row += 8)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float x = ref source;
                ref float w = ref Unsafe.Add(ref weight, column);
                ref float y = ref Unsafe.Add(ref output, column);
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                V sum5a = default, sum5b = default;
                V sum6a = default, sum6b = default;
                V sum7a = default, sum7b = default;
                for (int k = 0; k < depth; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    V x0 = S.Create(x);
                    sum0a = S.MultiplyAdd(x0, wa, sum0a);
                    sum0b = S.MultiplyAdd(x0, wb, sum0b);
                    V x1 = S.Create(Unsafe.Add(ref x, xStride));
                    sum1a = S.MultiplyAdd(x1, wa, sum1a);
                    sum1b = S.MultiplyAdd(x1, wb, sum1b);
                    V x2 = S.Create(Unsafe.Add(ref x, 2 * xStride));
                    sum2a = S.MultiplyAdd(x2, wa, sum2a);
                    sum2b = S.MultiplyAdd(x2, wb, sum2b);
                    V x3 = S.Create(Unsafe.Add(ref x, 3 * xStride));
                    sum3a = S.MultiplyAdd(x3, wa, sum3a);
                    sum3b = S.MultiplyAdd(x3, wb, sum3b);
                    V x4 = S.Create(Unsafe.Add(ref x, 4 * xStride));
                    sum4a = S.MultiplyAdd(x4, wa, sum4a);
                    sum4b = S.MultiplyAdd(x4, wb, sum4b);
                    V x5 = S.Create(Unsafe.Add(ref x, 5 * xStride));
                    sum5a = S.MultiplyAdd(x5, wa, sum5a);
                    sum5b = S.MultiplyAdd(x5, wb, sum5b);
                    V x6 = S.Create(Unsafe.Add(ref x, 6 * xStride));
                    sum6a = S.MultiplyAdd(x6, wa, sum6a);
                    sum6b = S.MultiplyAdd(x6, wb, sum6b);
                    V x7 = S.Create(Unsafe.Add(ref x, 7 * xStride));
                    sum7a = S.MultiplyAdd(x7, wa, sum7a);
                    sum7b = S.MultiplyAdd(x7, wb, sum7b);
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + 1, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + 1, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + 2, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = epilogue.Apply(sum2b, row + 2, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + 3, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = epilogue.Apply(sum3b, row + 3, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4a, row + 4, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) = epilogue.Apply(sum4b, row + 4, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5a, row + 5, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) = epilogue.Apply(sum5b, row + 5, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = epilogue.Apply(sum6a, row + 6, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (6 * yStride) + lanes)) = epilogue.Apply(sum6b, row + 6, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = epilogue.Apply(sum7a, row + 7, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (7 * yStride) + lanes)) = epilogue.Apply(sum7b, row + 7, column + lanes);
            }

            source = ref Unsafe.Add(ref source, 8 * xStride);
            output = ref Unsafe.Add(ref output, 8 * yStride);
        }

        return row;
    }

    /// <summary>
    /// 6 rows × 2 vectors at a time over the whole depth, while so many rows are left. Returns the first row that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int SmallStrip6x2<S, V, E>(
        ref float source, nint xStride, ref float weight, nint wStride, ref float output, nint yStride, int depth, int row, int end,
        int firstColumn, int endColumn, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        source = ref Unsafe.Add(ref source, row * xStride);
        output = ref Unsafe.Add(ref output, row * yStride);
        for (; row + 6 <= end; row += 6)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float x = ref source;
                ref float w = ref Unsafe.Add(ref weight, column);
                ref float y = ref Unsafe.Add(ref output, column);
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                V sum5a = default, sum5b = default;
                for (int k = 0; k < depth; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    V x0 = S.Create(x);
                    sum0a = S.MultiplyAdd(x0, wa, sum0a);
                    sum0b = S.MultiplyAdd(x0, wb, sum0b);
                    V x1 = S.Create(Unsafe.Add(ref x, xStride));
                    sum1a = S.MultiplyAdd(x1, wa, sum1a);
                    sum1b = S.MultiplyAdd(x1, wb, sum1b);
                    V x2 = S.Create(Unsafe.Add(ref x, 2 * xStride));
                    sum2a = S.MultiplyAdd(x2, wa, sum2a);
                    sum2b = S.MultiplyAdd(x2, wb, sum2b);
                    V x3 = S.Create(Unsafe.Add(ref x, 3 * xStride));
                    sum3a = S.MultiplyAdd(x3, wa, sum3a);
                    sum3b = S.MultiplyAdd(x3, wb, sum3b);
                    V x4 = S.Create(Unsafe.Add(ref x, 4 * xStride));
                    sum4a = S.MultiplyAdd(x4, wa, sum4a);
                    sum4b = S.MultiplyAdd(x4, wb, sum4b);
                    V x5 = S.Create(Unsafe.Add(ref x, 5 * xStride));
                    sum5a = S.MultiplyAdd(x5, wa, sum5a);
                    sum5b = S.MultiplyAdd(x5, wb, sum5b);
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + 1, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + 1, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + 2, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = epilogue.Apply(sum2b, row + 2, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + 3, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = epilogue.Apply(sum3b, row + 3, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4a, row + 4, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) = epilogue.Apply(sum4b, row + 4, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5a, row + 5, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) = epilogue.Apply(sum5b, row + 5, column + lanes);
            }

            source = ref Unsafe.Add(ref source, 6 * xStride);
            output = ref Unsafe.Add(ref output, 6 * yStride);
        }

        return row;
    }

    /// <summary>
    /// 4 rows × 2 vectors at a time over the whole depth, while so many rows are left. Returns the first row that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int SmallStrip4x2<S, V, E>(
        ref float source, nint xStride, ref float weight, nint wStride, ref float output, nint yStride, int depth, int row, int end,
        int firstColumn, int endColumn, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        source = ref Unsafe.Add(ref source, row * xStride);
        output = ref Unsafe.Add(ref output, row * yStride);
        for (; row + 4 <= end; row += 4)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float x = ref source;
                ref float w = ref Unsafe.Add(ref weight, column);
                ref float y = ref Unsafe.Add(ref output, column);
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                for (int k = 0; k < depth; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    V x0 = S.Create(x);
                    sum0a = S.MultiplyAdd(x0, wa, sum0a);
                    sum0b = S.MultiplyAdd(x0, wb, sum0b);
                    V x1 = S.Create(Unsafe.Add(ref x, xStride));
                    sum1a = S.MultiplyAdd(x1, wa, sum1a);
                    sum1b = S.MultiplyAdd(x1, wb, sum1b);
                    V x2 = S.Create(Unsafe.Add(ref x, 2 * xStride));
                    sum2a = S.MultiplyAdd(x2, wa, sum2a);
                    sum2b = S.MultiplyAdd(x2, wb, sum2b);
                    V x3 = S.Create(Unsafe.Add(ref x, 3 * xStride));
                    sum3a = S.MultiplyAdd(x3, wa, sum3a);
                    sum3b = S.MultiplyAdd(x3, wb, sum3b);
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + 1, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + 1, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + 2, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = epilogue.Apply(sum2b, row + 2, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + 3, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = epilogue.Apply(sum3b, row + 3, column + lanes);
            }

            source = ref Unsafe.Add(ref source, 4 * xStride);
            output = ref Unsafe.Add(ref output, 4 * yStride);
        }

        return row;
    }

    /// <summary>
    /// 8 rows × one vector at a time over the whole depth, while so many rows are left. Returns the first row that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int SmallStrip8x1<S, V, E>(
        ref float source, nint xStride, ref float weight, nint wStride, ref float output, nint yStride, int depth, int row, int end,
        int firstColumn, int endColumn, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        source = ref Unsafe.Add(ref source, row * xStride);
        output = ref Unsafe.Add(ref output, row * yStride);
        for (; row + 8 <= end; row += 8)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float x = ref source;
                ref float w = ref Unsafe.Add(ref weight, column);
                ref float y = ref Unsafe.Add(ref output, column);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                V sum6 = default;
                V sum7 = default;
                for (int k = 0; k < depth; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0 = S.MultiplyAdd(ref x, wa, sum0);
                    sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, xStride), wa, sum1);
                    sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2 * xStride), wa, sum2);
                    sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3 * xStride), wa, sum3);
                    sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, 4 * xStride), wa, sum4);
                    sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, 5 * xStride), wa, sum5);
                    sum6 = S.MultiplyAdd(ref Unsafe.Add(ref x, 6 * xStride), wa, sum6);
                    sum7 = S.MultiplyAdd(ref Unsafe.Add(ref x, 7 * xStride), wa, sum7);
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + 1, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + 2, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + 3, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4, row + 4, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5, row + 5, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = epilogue.Apply(sum6, row + 6, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = epilogue.Apply(sum7, row + 7, column);
            }

            source = ref Unsafe.Add(ref source, 8 * xStride);
            output = ref Unsafe.Add(ref output, 8 * yStride);
        }

        return row;
    }

    /// <summary>
    /// 4 rows × one vector at a time over the whole depth, while so many rows are left. Returns the first row that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int SmallStrip4x1<S, V, E>(
        ref float source, nint xStride, ref float weight, nint wStride, ref float output, nint yStride, int depth, int row, int end,
        int firstColumn, int endColumn, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        source = ref Unsafe.Add(ref source, row * xStride);
        output = ref Unsafe.Add(ref output, row * yStride);
        for (; row + 4 <= end; row += 4)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float x = ref source;
                ref float w = ref Unsafe.Add(ref weight, column);
                ref float y = ref Unsafe.Add(ref output, column);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                for (int k = 0; k < depth; k++)
                {
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0 = S.MultiplyAdd(ref x, wa, sum0);
                    sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, xStride), wa, sum1);
                    sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2 * xStride), wa, sum2);
                    sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3 * xStride), wa, sum3);
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + 1, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + 2, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + 3, column);
            }

            source = ref Unsafe.Add(ref source, 4 * xStride);
            output = ref Unsafe.Add(ref output, 4 * yStride);
        }

        return row;
    }

    /// <summary>
    /// 16 rows × one vector at a time, for a weight that comes from far away: it is read once, and as fast as it comes. The left side is
    /// transposed, [depth, 16]; the results are [16, columns]. With each row a line of the rows behind is prefetched, in the order in which
    /// they lie in memory.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void TallStrip<S, V>(
        ref float transposed, ref float weight, nint wStride, ref float results, int depth, int columns, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        bool intoL1 = Prefetch.IsAmd;
        int linesOfRow = columns / AlignedBlock.FloatsPerLine, left = linesOfRow;
        nint nextRow = wStride - columns;
        ref float line = ref Unsafe.Add(ref weight, depth * wStride);
        for (int column = 0; column < columns; column += S.Lanes)
        {
            ref float x = ref transposed;
            ref float w = ref Unsafe.Add(ref weight, column);
            ref float y = ref Unsafe.Add(ref results, column);
            V sum0, sum1, sum2, sum3, sum4, sum5, sum6, sum7, sum8, sum9, sum10, sum11, sum12, sum13, sum14, sum15;
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
                sum8 = default;
                sum9 = default;
                sum10 = default;
                sum11 = default;
                sum12 = default;
                sum13 = default;
                sum14 = default;
                sum15 = default;
            }
            else
            {
                sum0 = Unsafe.As<float, V>(ref y);
                sum1 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, columns));
                sum2 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * columns));
                sum3 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * columns));
                sum4 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * columns));
                sum5 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * columns));
                sum6 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * columns));
                sum7 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * columns));
                sum8 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * columns));
                sum9 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * columns));
                sum10 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * columns));
                sum11 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * columns));
                sum12 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 12 * columns));
                sum13 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 13 * columns));
                sum14 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 14 * columns));
                sum15 = Unsafe.As<float, V>(ref Unsafe.Add(ref y, 15 * columns));
            }

            for (int k = 0; k < depth; k++)
            {
                Prefetch.Line(ref line, intoL1);
                line = ref Unsafe.Add(ref line, AlignedBlock.FloatsPerLine);
                if (--left == 0)
                {
                    left = linesOfRow;
                    line = ref Unsafe.Add(ref line, nextRow);
                }

                V wa = Unsafe.As<float, V>(ref w);
                sum0 = S.MultiplyAdd(ref x, wa, sum0);
                sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, 1), wa, sum1);
                sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2), wa, sum2);
                sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3), wa, sum3);
                sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, 4), wa, sum4);
                sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, 5), wa, sum5);
                sum6 = S.MultiplyAdd(ref Unsafe.Add(ref x, 6), wa, sum6);
                sum7 = S.MultiplyAdd(ref Unsafe.Add(ref x, 7), wa, sum7);
                sum8 = S.MultiplyAdd(ref Unsafe.Add(ref x, 8), wa, sum8);
                sum9 = S.MultiplyAdd(ref Unsafe.Add(ref x, 9), wa, sum9);
                sum10 = S.MultiplyAdd(ref Unsafe.Add(ref x, 10), wa, sum10);
                sum11 = S.MultiplyAdd(ref Unsafe.Add(ref x, 11), wa, sum11);
                sum12 = S.MultiplyAdd(ref Unsafe.Add(ref x, 12), wa, sum12);
                sum13 = S.MultiplyAdd(ref Unsafe.Add(ref x, 13), wa, sum13);
                sum14 = S.MultiplyAdd(ref Unsafe.Add(ref x, 14), wa, sum14);
                sum15 = S.MultiplyAdd(ref Unsafe.Add(ref x, 15), wa, sum15);
                x = ref Unsafe.Add(ref x, 16);
                w = ref Unsafe.Add(ref w, wStride);
            }

            Unsafe.As<float, V>(ref y) = sum0;
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, columns)) = sum1;
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * columns)) = sum2;
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * columns)) = sum3;
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * columns)) = sum4;
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * columns)) = sum5;
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * columns)) = sum6;
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * columns)) = sum7;
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * columns)) = sum8;
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * columns)) = sum9;
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * columns)) = sum10;
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * columns)) = sum11;
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 12 * columns)) = sum12;
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 13 * columns)) = sum13;
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 14 * columns)) = sum14;
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 15 * columns)) = sum15;
        }
    }

    /// <summary>
    /// One row × 16 vectors at a time over the whole depth. It is inlined: sizes that the caller knows are constants in it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Stream16<S, V, E>(
        ref float source, ref float weight, nint wStride, ref float output, int depth, int row, int firstColumn, int endColumn,
        scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        for (int column = firstColumn; column < endColumn; column += 16 * lanes)
        {
            ref float x = ref source;
            ref float w = ref Unsafe.Add(ref weight, column);
            ref float y = ref Unsafe.Add(ref output, column);
            V sum0a = default;
            V sum0b = default;
            V sum0c = default;
            V sum0d = default;
            V sum0e = default;
            V sum0f = default;
            V sum0g = default;
            V sum0h = default;
            V sum0i = default;
            V sum0j = default;
            V sum0k = default;
            V sum0l = default;
            V sum0m = default;
            V sum0n = default;
            V sum0o = default;
            V sum0p = default;
            for (int k = 0; k < depth; k++)
            {
                V wa = Unsafe.As<float, V>(ref w);
                V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                V wc = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * lanes));
                V wd = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * lanes));
                V we = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * lanes));
                V wf = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 5 * lanes));
                V wg = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 6 * lanes));
                V wh = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 7 * lanes));
                V wi = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 8 * lanes));
                V wj = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 9 * lanes));
                V wk = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 10 * lanes));
                V wl = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 11 * lanes));
                V wm = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 12 * lanes));
                V wn = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 13 * lanes));
                V wo = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 14 * lanes));
                V wp = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 15 * lanes));
                V x0 = S.Create(x);
                sum0a = S.MultiplyAdd(x0, wa, sum0a);
                sum0b = S.MultiplyAdd(x0, wb, sum0b);
                sum0c = S.MultiplyAdd(x0, wc, sum0c);
                sum0d = S.MultiplyAdd(x0, wd, sum0d);
                sum0e = S.MultiplyAdd(x0, we, sum0e);
                sum0f = S.MultiplyAdd(x0, wf, sum0f);
                sum0g = S.MultiplyAdd(x0, wg, sum0g);
                sum0h = S.MultiplyAdd(x0, wh, sum0h);
                sum0i = S.MultiplyAdd(x0, wi, sum0i);
                sum0j = S.MultiplyAdd(x0, wj, sum0j);
                sum0k = S.MultiplyAdd(x0, wk, sum0k);
                sum0l = S.MultiplyAdd(x0, wl, sum0l);
                sum0m = S.MultiplyAdd(x0, wm, sum0m);
                sum0n = S.MultiplyAdd(x0, wn, sum0n);
                sum0o = S.MultiplyAdd(x0, wo, sum0o);
                sum0p = S.MultiplyAdd(x0, wp, sum0p);
                x = ref Unsafe.Add(ref x, 1);
                w = ref Unsafe.Add(ref w, wStride);
            }

            Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum0c, row, column + (2 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum0d, row, column + (3 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) = epilogue.Apply(sum0e, row, column + (4 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * lanes)) = epilogue.Apply(sum0f, row, column + (5 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * lanes)) = epilogue.Apply(sum0g, row, column + (6 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * lanes)) = epilogue.Apply(sum0h, row, column + (7 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * lanes)) = epilogue.Apply(sum0i, row, column + (8 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * lanes)) = epilogue.Apply(sum0j, row, column + (9 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * lanes)) = epilogue.Apply(sum0k, row, column + (10 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * lanes)) = epilogue.Apply(sum0l, row, column + (11 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 12 * lanes)) = epilogue.Apply(sum0m, row, column + (12 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 13 * lanes)) = epilogue.Apply(sum0n, row, column + (13 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 14 * lanes)) = epilogue.Apply(sum0o, row, column + (14 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 15 * lanes)) = epilogue.Apply(sum0p, row, column + (15 * lanes));
        }
    }

    /// <summary>The same for some rows, out of line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Stream16Rows<S, V, E>(
        ref float source, nint xStride, ref float weight, nint wStride, ref float output, nint yStride, int depth, int row, int end,
        int firstColumn, int endColumn, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        for (; row < end; row++)
            Stream16<S, V, E>(
                ref Unsafe.Add(ref source, row * xStride), ref weight, wStride, ref Unsafe.Add(ref output, row * yStride), depth, row,
                firstColumn, endColumn, in epilogue);
    }

    /// <summary>
    /// One row × 16 vectors at a time over the whole depth; rows of the weight are prefetched. It is inlined: sizes that the caller knows
    /// are constants in it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Stream16Prefetched<S, V, E>(
        ref float source, ref float weight, nint wStride, ref float output, int depth, int row, int firstColumn, int endColumn,
        scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        for (int column = firstColumn; column < endColumn; column += 16 * lanes)
        {
            ref float x = ref source;
            ref float w = ref Unsafe.Add(ref weight, column);
            ref float y = ref Unsafe.Add(ref output, column);
            V sum0a = default;
            V sum0b = default;
            V sum0c = default;
            V sum0d = default;
            V sum0e = default;
            V sum0f = default;
            V sum0g = default;
            V sum0h = default;
            V sum0i = default;
            V sum0j = default;
            V sum0k = default;
            V sum0l = default;
            V sum0m = default;
            V sum0n = default;
            V sum0o = default;
            V sum0p = default;
            for (int k = 0; k < depth; k++)
            {
                V wa = Unsafe.As<float, V>(ref w);
                V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                V wc = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * lanes));
                V wd = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * lanes));
                V we = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * lanes));
                V wf = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 5 * lanes));
                V wg = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 6 * lanes));
                V wh = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 7 * lanes));
                V wi = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 8 * lanes));
                V wj = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 9 * lanes));
                V wk = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 10 * lanes));
                V wl = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 11 * lanes));
                V wm = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 12 * lanes));
                V wn = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 13 * lanes));
                V wo = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 14 * lanes));
                V wp = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 15 * lanes));
                V x0 = S.Create(x);
                sum0a = S.MultiplyAdd(x0, wa, sum0a);
                sum0b = S.MultiplyAdd(x0, wb, sum0b);
                sum0c = S.MultiplyAdd(x0, wc, sum0c);
                sum0d = S.MultiplyAdd(x0, wd, sum0d);
                sum0e = S.MultiplyAdd(x0, we, sum0e);
                sum0f = S.MultiplyAdd(x0, wf, sum0f);
                sum0g = S.MultiplyAdd(x0, wg, sum0g);
                sum0h = S.MultiplyAdd(x0, wh, sum0h);
                sum0i = S.MultiplyAdd(x0, wi, sum0i);
                sum0j = S.MultiplyAdd(x0, wj, sum0j);
                sum0k = S.MultiplyAdd(x0, wk, sum0k);
                sum0l = S.MultiplyAdd(x0, wl, sum0l);
                sum0m = S.MultiplyAdd(x0, wm, sum0m);
                sum0n = S.MultiplyAdd(x0, wn, sum0n);
                sum0o = S.MultiplyAdd(x0, wo, sum0o);
                sum0p = S.MultiplyAdd(x0, wp, sum0p);
                for (int line = 0; line < 16 * lanes; line += AlignedBlock.FloatsPerLine)
                    Prefetch.Line(ref Unsafe.Add(ref w, (PrefetchedRows * wStride) + line), intoL1: false);
                x = ref Unsafe.Add(ref x, 1);
                w = ref Unsafe.Add(ref w, wStride);
            }

            Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum0c, row, column + (2 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum0d, row, column + (3 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) = epilogue.Apply(sum0e, row, column + (4 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * lanes)) = epilogue.Apply(sum0f, row, column + (5 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * lanes)) = epilogue.Apply(sum0g, row, column + (6 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * lanes)) = epilogue.Apply(sum0h, row, column + (7 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * lanes)) = epilogue.Apply(sum0i, row, column + (8 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * lanes)) = epilogue.Apply(sum0j, row, column + (9 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * lanes)) = epilogue.Apply(sum0k, row, column + (10 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * lanes)) = epilogue.Apply(sum0l, row, column + (11 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 12 * lanes)) = epilogue.Apply(sum0m, row, column + (12 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 13 * lanes)) = epilogue.Apply(sum0n, row, column + (13 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 14 * lanes)) = epilogue.Apply(sum0o, row, column + (14 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 15 * lanes)) = epilogue.Apply(sum0p, row, column + (15 * lanes));
        }
    }

    /// <summary>The same for some rows, out of line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Stream16PrefetchedRows<S, V, E>(
        ref float source, nint xStride, ref float weight, nint wStride, ref float output, nint yStride, int depth, int row, int end,
        int firstColumn, int endColumn, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        for (; row < end; row++)
            Stream16Prefetched<S, V, E>(
                ref Unsafe.Add(ref source, row * xStride), ref weight, wStride, ref Unsafe.Add(ref output, row * yStride), depth, row,
                firstColumn, endColumn, in epilogue);
    }

    /// <summary>
    /// One row × 8 vectors at a time over the whole depth. It is inlined: sizes that the caller knows are constants in it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Stream8<S, V, E>(
        ref float source, ref float weight, nint wStride, ref float output, int depth, int row, int firstColumn, int endColumn,
        scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        for (int column = firstColumn; column < endColumn; column += 8 * lanes)
        {
            ref float x = ref source;
            ref float w = ref Unsafe.Add(ref weight, column);
            ref float y = ref Unsafe.Add(ref output, column);
            V sum0a = default;
            V sum0b = default;
            V sum0c = default;
            V sum0d = default;
            V sum0e = default;
            V sum0f = default;
            V sum0g = default;
            V sum0h = default;
            for (int k = 0; k < depth; k++)
            {
                V wa = Unsafe.As<float, V>(ref w);
                V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                V wc = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * lanes));
                V wd = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * lanes));
                V we = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * lanes));
                V wf = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 5 * lanes));
                V wg = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 6 * lanes));
                V wh = Unsafe.As<float, V>(ref Unsafe.Add(ref w, 7 * lanes));
                V x0 = S.Create(x);
                sum0a = S.MultiplyAdd(x0, wa, sum0a);
                sum0b = S.MultiplyAdd(x0, wb, sum0b);
                sum0c = S.MultiplyAdd(x0, wc, sum0c);
                sum0d = S.MultiplyAdd(x0, wd, sum0d);
                sum0e = S.MultiplyAdd(x0, we, sum0e);
                sum0f = S.MultiplyAdd(x0, wf, sum0f);
                sum0g = S.MultiplyAdd(x0, wg, sum0g);
                sum0h = S.MultiplyAdd(x0, wh, sum0h);
                x = ref Unsafe.Add(ref x, 1);
                w = ref Unsafe.Add(ref w, wStride);
            }

            Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum0c, row, column + (2 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum0d, row, column + (3 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) = epilogue.Apply(sum0e, row, column + (4 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * lanes)) = epilogue.Apply(sum0f, row, column + (5 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * lanes)) = epilogue.Apply(sum0g, row, column + (6 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * lanes)) = epilogue.Apply(sum0h, row, column + (7 * lanes));
        }
    }

    /// <summary>The same for some rows, out of line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Stream8Rows<S, V, E>(
        ref float source, nint xStride, ref float weight, nint wStride, ref float output, nint yStride, int depth, int row, int end,
        int firstColumn, int endColumn, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        for (; row < end; row++)
            Stream8<S, V, E>(
                ref Unsafe.Add(ref source, row * xStride), ref weight, wStride, ref Unsafe.Add(ref output, row * yStride), depth, row,
                firstColumn, endColumn, in epilogue);
    }

    /// <summary>
    /// One row × 4 vectors at a time over the whole depth. It is inlined: sizes that the caller knows are constants in it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Stream4<S, V, E>(
        ref float source, ref float weight, nint wStride, ref float output, int depth, int row, int firstColumn, int endColumn,
        scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        for (int column = firstColumn; column < endColumn; column += 4 * lanes)
        {
            ref float x = ref source;
            ref float w = ref Unsafe.Add(ref weight, column);
            ref float y = ref Unsafe.Add(ref output, column);
            V sum0a = default;
            V sum0b = default;
            V sum0c = default;
            V sum0d = default;
            for (int k = 0; k < depth; k++)
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
                x = ref Unsafe.Add(ref x, 1);
                w = ref Unsafe.Add(ref w, wStride);
            }

            Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum0c, row, column + (2 * lanes));
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum0d, row, column + (3 * lanes));
        }
    }

    /// <summary>The same for some rows, out of line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Stream4Rows<S, V, E>(
        ref float source, nint xStride, ref float weight, nint wStride, ref float output, nint yStride, int depth, int row, int end,
        int firstColumn, int endColumn, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        for (; row < end; row++)
            Stream4<S, V, E>(
                ref Unsafe.Add(ref source, row * xStride), ref weight, wStride, ref Unsafe.Add(ref output, row * yStride), depth, row,
                firstColumn, endColumn, in epilogue);
    }

    /// <summary>
    /// One row × 2 vectors at a time over the whole depth. It is inlined: sizes that the caller knows are constants in it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Stream2<S, V, E>(
        ref float source, ref float weight, nint wStride, ref float output, int depth, int row, int firstColumn, int endColumn,
        scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        for (int column = firstColumn; column < endColumn; column += 2 * lanes)
        {
            ref float x = ref source;
            ref float w = ref Unsafe.Add(ref weight, column);
            ref float y = ref Unsafe.Add(ref output, column);
            V sum0a = default;
            V sum0b = default;
            for (int k = 0; k < depth; k++)
            {
                V wa = Unsafe.As<float, V>(ref w);
                V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                V x0 = S.Create(x);
                sum0a = S.MultiplyAdd(x0, wa, sum0a);
                sum0b = S.MultiplyAdd(x0, wb, sum0b);
                x = ref Unsafe.Add(ref x, 1);
                w = ref Unsafe.Add(ref w, wStride);
            }

            Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
        }
    }

    /// <summary>The same for some rows, out of line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Stream2Rows<S, V, E>(
        ref float source, nint xStride, ref float weight, nint wStride, ref float output, nint yStride, int depth, int row, int end,
        int firstColumn, int endColumn, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        for (; row < end; row++)
            Stream2<S, V, E>(
                ref Unsafe.Add(ref source, row * xStride), ref weight, wStride, ref Unsafe.Add(ref output, row * yStride), depth, row,
                firstColumn, endColumn, in epilogue);
    }

    /// <summary>
    /// One row × one vector at a time over the whole depth. It is inlined: sizes that the caller knows are constants in it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Stream1<S, V, E>(
        ref float source, ref float weight, nint wStride, ref float output, int depth, int row, int firstColumn, int endColumn,
        scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        for (int column = firstColumn; column < endColumn; column += S.Lanes)
        {
            ref float x = ref source;
            ref float w = ref Unsafe.Add(ref weight, column);
            ref float y = ref Unsafe.Add(ref output, column);
            V sum0 = default;
            for (int k = 0; k < depth; k++)
            {
                V wa = Unsafe.As<float, V>(ref w);
                sum0 = S.MultiplyAdd(ref x, wa, sum0);
                x = ref Unsafe.Add(ref x, 1);
                w = ref Unsafe.Add(ref w, wStride);
            }

            Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
        }
    }

    /// <summary>The same for some rows, out of line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Stream1Rows<S, V, E>(
        ref float source, nint xStride, ref float weight, nint wStride, ref float output, nint yStride, int depth, int row, int end,
        int firstColumn, int endColumn, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        for (; row < end; row++)
            Stream1<S, V, E>(
                ref Unsafe.Add(ref source, row * xStride), ref weight, wStride, ref Unsafe.Add(ref output, row * yStride), depth, row,
                firstColumn, endColumn, in epilogue);
    }
}
