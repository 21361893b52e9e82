// Written by StripWriter of the tests, which compare it.
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

internal static partial class PhaseTiles
{
    /// <summary>6 pixels × 4 vectors at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip6x4<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 6)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                V sum3a = default, sum3b = default, sum3c = default, sum3d = default;
                V sum4a = default, sum4b = default, sum4c = default, sum4d = default;
                V sum5a = default, sum5b = default, sum5c = default, sum5d = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 6, (int)yStride, 4 * lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 6, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum0c, row, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum0d, row, column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + rowStep, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) =
                    epilogue.Apply(sum1c, row + rowStep, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) =
                    epilogue.Apply(sum1d, row + rowStep, column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                    epilogue.Apply(sum2b, row + (2 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum2c, row + (2 * rowStep), column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum2d, row + (2 * rowStep), column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                    epilogue.Apply(sum3b, row + (3 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum3c, row + (3 * rowStep), column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum3d, row + (3 * rowStep), column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4a, row + (4 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) =
                    epilogue.Apply(sum4b, row + (4 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum4c, row + (4 * rowStep), column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum4d, row + (4 * rowStep), column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5a, row + (5 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) =
                    epilogue.Apply(sum5b, row + (5 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum5c, row + (5 * rowStep), column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum5d, row + (5 * rowStep), column + (3 * lanes));
                source = ref Unsafe.Add(ref source, 6 * xStride);
                y = ref Unsafe.Add(ref y, 6 * yStride);
                row += 6 * rowStep;
            }
        }
    }

    /// <summary>5 pixels × 4 vectors at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip5x4<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 5)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                V sum3a = default, sum3b = default, sum3c = default, sum3d = default;
                V sum4a = default, sum4b = default, sum4c = default, sum4d = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 5, (int)yStride, 4 * lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 5, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum0c, row, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum0d, row, column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + rowStep, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) =
                    epilogue.Apply(sum1c, row + rowStep, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) =
                    epilogue.Apply(sum1d, row + rowStep, column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                    epilogue.Apply(sum2b, row + (2 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum2c, row + (2 * rowStep), column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum2d, row + (2 * rowStep), column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                    epilogue.Apply(sum3b, row + (3 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum3c, row + (3 * rowStep), column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum3d, row + (3 * rowStep), column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4a, row + (4 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) =
                    epilogue.Apply(sum4b, row + (4 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum4c, row + (4 * rowStep), column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum4d, row + (4 * rowStep), column + (3 * lanes));
                source = ref Unsafe.Add(ref source, 5 * xStride);
                y = ref Unsafe.Add(ref y, 5 * yStride);
                row += 5 * rowStep;
            }
        }
    }

    /// <summary>4 pixels × 4 vectors at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip4x4<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 4)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                V sum3a = default, sum3b = default, sum3c = default, sum3d = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 4, (int)yStride, 4 * lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 4, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum0c, row, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum0d, row, column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + rowStep, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) =
                    epilogue.Apply(sum1c, row + rowStep, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) =
                    epilogue.Apply(sum1d, row + rowStep, column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                    epilogue.Apply(sum2b, row + (2 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum2c, row + (2 * rowStep), column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum2d, row + (2 * rowStep), column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                    epilogue.Apply(sum3b, row + (3 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum3c, row + (3 * rowStep), column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum3d, row + (3 * rowStep), column + (3 * lanes));
                source = ref Unsafe.Add(ref source, 4 * xStride);
                y = ref Unsafe.Add(ref y, 4 * yStride);
                row += 4 * rowStep;
            }
        }
    }

    /// <summary>3 pixels × 4 vectors at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x4<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 3)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 3, (int)yStride, 4 * lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 3, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum0c, row, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum0d, row, column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + rowStep, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) =
                    epilogue.Apply(sum1c, row + rowStep, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) =
                    epilogue.Apply(sum1d, row + rowStep, column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                    epilogue.Apply(sum2b, row + (2 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum2c, row + (2 * rowStep), column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum2d, row + (2 * rowStep), column + (3 * lanes));
                source = ref Unsafe.Add(ref source, 3 * xStride);
                y = ref Unsafe.Add(ref y, 3 * yStride);
                row += 3 * rowStep;
            }
        }
    }

    /// <summary>2 pixels × 4 vectors at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x4<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 2)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 2, (int)yStride, 4 * lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 2, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum0c, row, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum0d, row, column + (3 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + rowStep, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) =
                    epilogue.Apply(sum1c, row + rowStep, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) =
                    epilogue.Apply(sum1d, row + rowStep, column + (3 * lanes));
                source = ref Unsafe.Add(ref source, 2 * xStride);
                y = ref Unsafe.Add(ref y, 2 * yStride);
                row += 2 * rowStep;
            }
        }
    }

    /// <summary>One pixel × 4 vectors at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x4<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel++)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 1, (int)yStride, 4 * lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 1, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum0c, row, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum0d, row, column + (3 * lanes));
                source = ref Unsafe.Add(ref source, xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }
        }
    }

    /// <summary>8 pixels × 2 vectors at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip8x2<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 8)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                V sum5a = default, sum5b = default;
                V sum6a = default, sum6b = default;
                V sum7a = default, sum7b = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 8, (int)yStride, 2 * lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 8, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + rowStep, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                    epilogue.Apply(sum2b, row + (2 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                    epilogue.Apply(sum3b, row + (3 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4a, row + (4 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) =
                    epilogue.Apply(sum4b, row + (4 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5a, row + (5 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) =
                    epilogue.Apply(sum5b, row + (5 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = epilogue.Apply(sum6a, row + (6 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (6 * yStride) + lanes)) =
                    epilogue.Apply(sum6b, row + (6 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = epilogue.Apply(sum7a, row + (7 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (7 * yStride) + lanes)) =
                    epilogue.Apply(sum7b, row + (7 * rowStep), column + lanes);
                source = ref Unsafe.Add(ref source, 8 * xStride);
                y = ref Unsafe.Add(ref y, 8 * yStride);
                row += 8 * rowStep;
            }
        }
    }

    /// <summary>7 pixels × 2 vectors at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip7x2<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 7)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                V sum5a = default, sum5b = default;
                V sum6a = default, sum6b = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 7, (int)yStride, 2 * lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 7, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + rowStep, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                    epilogue.Apply(sum2b, row + (2 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                    epilogue.Apply(sum3b, row + (3 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4a, row + (4 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) =
                    epilogue.Apply(sum4b, row + (4 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5a, row + (5 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) =
                    epilogue.Apply(sum5b, row + (5 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = epilogue.Apply(sum6a, row + (6 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (6 * yStride) + lanes)) =
                    epilogue.Apply(sum6b, row + (6 * rowStep), column + lanes);
                source = ref Unsafe.Add(ref source, 7 * xStride);
                y = ref Unsafe.Add(ref y, 7 * yStride);
                row += 7 * rowStep;
            }
        }
    }

    /// <summary>6 pixels × 2 vectors at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip6x2<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 6)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                V sum5a = default, sum5b = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 6, (int)yStride, 2 * lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 6, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + rowStep, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                    epilogue.Apply(sum2b, row + (2 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                    epilogue.Apply(sum3b, row + (3 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4a, row + (4 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) =
                    epilogue.Apply(sum4b, row + (4 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5a, row + (5 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (5 * yStride) + lanes)) =
                    epilogue.Apply(sum5b, row + (5 * rowStep), column + lanes);
                source = ref Unsafe.Add(ref source, 6 * xStride);
                y = ref Unsafe.Add(ref y, 6 * yStride);
                row += 6 * rowStep;
            }
        }
    }

    /// <summary>5 pixels × 2 vectors at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip5x2<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 5)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 5, (int)yStride, 2 * lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 5, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + rowStep, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                    epilogue.Apply(sum2b, row + (2 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                    epilogue.Apply(sum3b, row + (3 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4a, row + (4 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (4 * yStride) + lanes)) =
                    epilogue.Apply(sum4b, row + (4 * rowStep), column + lanes);
                source = ref Unsafe.Add(ref source, 5 * xStride);
                y = ref Unsafe.Add(ref y, 5 * yStride);
                row += 5 * rowStep;
            }
        }
    }

    /// <summary>4 pixels × 2 vectors at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip4x2<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 4)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 4, (int)yStride, 2 * lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 4, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + rowStep, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                    epilogue.Apply(sum2b, row + (2 * rowStep), column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3a, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                    epilogue.Apply(sum3b, row + (3 * rowStep), column + lanes);
                source = ref Unsafe.Add(ref source, 4 * xStride);
                y = ref Unsafe.Add(ref y, 4 * yStride);
                row += 4 * rowStep;
            }
        }
    }

    /// <summary>3 pixels × 2 vectors at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x2<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 3)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 3, (int)yStride, 2 * lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 3, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + rowStep, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2a, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                    epilogue.Apply(sum2b, row + (2 * rowStep), column + lanes);
                source = ref Unsafe.Add(ref source, 3 * xStride);
                y = ref Unsafe.Add(ref y, 3 * yStride);
                row += 3 * rowStep;
            }
        }
    }

    /// <summary>2 pixels × 2 vectors at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x2<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 2)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        V x0 = S.Create(x);
                        sum0a = S.MultiplyAdd(x0, wa, sum0a);
                        sum0b = S.MultiplyAdd(x0, wb, sum0b);
                        V x1 = S.Create(Unsafe.Add(ref x, xStride));
                        sum1a = S.MultiplyAdd(x1, wa, sum1a);
                        sum1b = S.MultiplyAdd(x1, wb, sum1b);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 2, (int)yStride, 2 * lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 2, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + rowStep, column + lanes);
                source = ref Unsafe.Add(ref source, 2 * xStride);
                y = ref Unsafe.Add(ref y, 2 * yStride);
                row += 2 * rowStep;
            }
        }
    }

    /// <summary>One pixel × 2 vectors at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x2<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel++)
            {
                V sum0a = default, sum0b = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                        V x0 = S.Create(x);
                        sum0a = S.MultiplyAdd(x0, wa, sum0a);
                        sum0b = S.MultiplyAdd(x0, wb, sum0b);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 1, (int)yStride, 2 * lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 1, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                source = ref Unsafe.Add(ref source, xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }
        }
    }

    /// <summary>16 pixels × one vector at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip16x1<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 16)
            {
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
                V sum12 = default;
                V sum13 = default;
                V sum14 = default;
                V sum15 = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                        sum8 = S.MultiplyAdd(ref Unsafe.Add(ref x, 8 * xStride), wa, sum8);
                        sum9 = S.MultiplyAdd(ref Unsafe.Add(ref x, 9 * xStride), wa, sum9);
                        sum10 = S.MultiplyAdd(ref Unsafe.Add(ref x, 10 * xStride), wa, sum10);
                        sum11 = S.MultiplyAdd(ref Unsafe.Add(ref x, 11 * xStride), wa, sum11);
                        sum12 = S.MultiplyAdd(ref Unsafe.Add(ref x, 12 * xStride), wa, sum12);
                        sum13 = S.MultiplyAdd(ref Unsafe.Add(ref x, 13 * xStride), wa, sum13);
                        sum14 = S.MultiplyAdd(ref Unsafe.Add(ref x, 14 * xStride), wa, sum14);
                        sum15 = S.MultiplyAdd(ref Unsafe.Add(ref x, 15 * xStride), wa, sum15);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 16, (int)yStride, S.Lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 16, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4, row + (4 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5, row + (5 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = epilogue.Apply(sum6, row + (6 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = epilogue.Apply(sum7, row + (7 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) = epilogue.Apply(sum8, row + (8 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)) = epilogue.Apply(sum9, row + (9 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * yStride)) = epilogue.Apply(sum10, row + (10 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * yStride)) = epilogue.Apply(sum11, row + (11 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 12 * yStride)) = epilogue.Apply(sum12, row + (12 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 13 * yStride)) = epilogue.Apply(sum13, row + (13 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 14 * yStride)) = epilogue.Apply(sum14, row + (14 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 15 * yStride)) = epilogue.Apply(sum15, row + (15 * rowStep), column);
                source = ref Unsafe.Add(ref source, 16 * xStride);
                y = ref Unsafe.Add(ref y, 16 * yStride);
                row += 16 * rowStep;
            }
        }
    }

    /// <summary>15 pixels × one vector at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip15x1<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 15)
            {
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
                V sum12 = default;
                V sum13 = default;
                V sum14 = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                        sum8 = S.MultiplyAdd(ref Unsafe.Add(ref x, 8 * xStride), wa, sum8);
                        sum9 = S.MultiplyAdd(ref Unsafe.Add(ref x, 9 * xStride), wa, sum9);
                        sum10 = S.MultiplyAdd(ref Unsafe.Add(ref x, 10 * xStride), wa, sum10);
                        sum11 = S.MultiplyAdd(ref Unsafe.Add(ref x, 11 * xStride), wa, sum11);
                        sum12 = S.MultiplyAdd(ref Unsafe.Add(ref x, 12 * xStride), wa, sum12);
                        sum13 = S.MultiplyAdd(ref Unsafe.Add(ref x, 13 * xStride), wa, sum13);
                        sum14 = S.MultiplyAdd(ref Unsafe.Add(ref x, 14 * xStride), wa, sum14);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 15, (int)yStride, S.Lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 15, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4, row + (4 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5, row + (5 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = epilogue.Apply(sum6, row + (6 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = epilogue.Apply(sum7, row + (7 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) = epilogue.Apply(sum8, row + (8 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)) = epilogue.Apply(sum9, row + (9 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * yStride)) = epilogue.Apply(sum10, row + (10 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * yStride)) = epilogue.Apply(sum11, row + (11 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 12 * yStride)) = epilogue.Apply(sum12, row + (12 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 13 * yStride)) = epilogue.Apply(sum13, row + (13 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 14 * yStride)) = epilogue.Apply(sum14, row + (14 * rowStep), column);
                source = ref Unsafe.Add(ref source, 15 * xStride);
                y = ref Unsafe.Add(ref y, 15 * yStride);
                row += 15 * rowStep;
            }
        }
    }

    /// <summary>14 pixels × one vector at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip14x1<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 14)
            {
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
                V sum12 = default;
                V sum13 = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                        sum8 = S.MultiplyAdd(ref Unsafe.Add(ref x, 8 * xStride), wa, sum8);
                        sum9 = S.MultiplyAdd(ref Unsafe.Add(ref x, 9 * xStride), wa, sum9);
                        sum10 = S.MultiplyAdd(ref Unsafe.Add(ref x, 10 * xStride), wa, sum10);
                        sum11 = S.MultiplyAdd(ref Unsafe.Add(ref x, 11 * xStride), wa, sum11);
                        sum12 = S.MultiplyAdd(ref Unsafe.Add(ref x, 12 * xStride), wa, sum12);
                        sum13 = S.MultiplyAdd(ref Unsafe.Add(ref x, 13 * xStride), wa, sum13);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 14, (int)yStride, S.Lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 14, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4, row + (4 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5, row + (5 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = epilogue.Apply(sum6, row + (6 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = epilogue.Apply(sum7, row + (7 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) = epilogue.Apply(sum8, row + (8 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)) = epilogue.Apply(sum9, row + (9 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * yStride)) = epilogue.Apply(sum10, row + (10 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * yStride)) = epilogue.Apply(sum11, row + (11 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 12 * yStride)) = epilogue.Apply(sum12, row + (12 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 13 * yStride)) = epilogue.Apply(sum13, row + (13 * rowStep), column);
                source = ref Unsafe.Add(ref source, 14 * xStride);
                y = ref Unsafe.Add(ref y, 14 * yStride);
                row += 14 * rowStep;
            }
        }
    }

    /// <summary>13 pixels × one vector at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip13x1<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 13)
            {
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
                V sum12 = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                        sum8 = S.MultiplyAdd(ref Unsafe.Add(ref x, 8 * xStride), wa, sum8);
                        sum9 = S.MultiplyAdd(ref Unsafe.Add(ref x, 9 * xStride), wa, sum9);
                        sum10 = S.MultiplyAdd(ref Unsafe.Add(ref x, 10 * xStride), wa, sum10);
                        sum11 = S.MultiplyAdd(ref Unsafe.Add(ref x, 11 * xStride), wa, sum11);
                        sum12 = S.MultiplyAdd(ref Unsafe.Add(ref x, 12 * xStride), wa, sum12);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 13, (int)yStride, S.Lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 13, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4, row + (4 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5, row + (5 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = epilogue.Apply(sum6, row + (6 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = epilogue.Apply(sum7, row + (7 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) = epilogue.Apply(sum8, row + (8 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)) = epilogue.Apply(sum9, row + (9 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * yStride)) = epilogue.Apply(sum10, row + (10 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * yStride)) = epilogue.Apply(sum11, row + (11 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 12 * yStride)) = epilogue.Apply(sum12, row + (12 * rowStep), column);
                source = ref Unsafe.Add(ref source, 13 * xStride);
                y = ref Unsafe.Add(ref y, 13 * yStride);
                row += 13 * rowStep;
            }
        }
    }

    /// <summary>12 pixels × one vector at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip12x1<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 12)
            {
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
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                        sum8 = S.MultiplyAdd(ref Unsafe.Add(ref x, 8 * xStride), wa, sum8);
                        sum9 = S.MultiplyAdd(ref Unsafe.Add(ref x, 9 * xStride), wa, sum9);
                        sum10 = S.MultiplyAdd(ref Unsafe.Add(ref x, 10 * xStride), wa, sum10);
                        sum11 = S.MultiplyAdd(ref Unsafe.Add(ref x, 11 * xStride), wa, sum11);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 12, (int)yStride, S.Lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 12, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4, row + (4 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5, row + (5 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = epilogue.Apply(sum6, row + (6 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = epilogue.Apply(sum7, row + (7 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) = epilogue.Apply(sum8, row + (8 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)) = epilogue.Apply(sum9, row + (9 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * yStride)) = epilogue.Apply(sum10, row + (10 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 11 * yStride)) = epilogue.Apply(sum11, row + (11 * rowStep), column);
                source = ref Unsafe.Add(ref source, 12 * xStride);
                y = ref Unsafe.Add(ref y, 12 * yStride);
                row += 12 * rowStep;
            }
        }
    }

    /// <summary>11 pixels × one vector at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip11x1<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 11)
            {
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
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                        sum8 = S.MultiplyAdd(ref Unsafe.Add(ref x, 8 * xStride), wa, sum8);
                        sum9 = S.MultiplyAdd(ref Unsafe.Add(ref x, 9 * xStride), wa, sum9);
                        sum10 = S.MultiplyAdd(ref Unsafe.Add(ref x, 10 * xStride), wa, sum10);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 11, (int)yStride, S.Lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 11, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4, row + (4 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5, row + (5 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = epilogue.Apply(sum6, row + (6 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = epilogue.Apply(sum7, row + (7 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) = epilogue.Apply(sum8, row + (8 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)) = epilogue.Apply(sum9, row + (9 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 10 * yStride)) = epilogue.Apply(sum10, row + (10 * rowStep), column);
                source = ref Unsafe.Add(ref source, 11 * xStride);
                y = ref Unsafe.Add(ref y, 11 * yStride);
                row += 11 * rowStep;
            }
        }
    }

    /// <summary>10 pixels × one vector at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip10x1<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 10)
            {
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
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                        sum8 = S.MultiplyAdd(ref Unsafe.Add(ref x, 8 * xStride), wa, sum8);
                        sum9 = S.MultiplyAdd(ref Unsafe.Add(ref x, 9 * xStride), wa, sum9);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 10, (int)yStride, S.Lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 10, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4, row + (4 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5, row + (5 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = epilogue.Apply(sum6, row + (6 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = epilogue.Apply(sum7, row + (7 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) = epilogue.Apply(sum8, row + (8 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 9 * yStride)) = epilogue.Apply(sum9, row + (9 * rowStep), column);
                source = ref Unsafe.Add(ref source, 10 * xStride);
                y = ref Unsafe.Add(ref y, 10 * yStride);
                row += 10 * rowStep;
            }
        }
    }

    /// <summary>9 pixels × one vector at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip9x1<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 9)
            {
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                V sum6 = default;
                V sum7 = default;
                V sum8 = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                        sum8 = S.MultiplyAdd(ref Unsafe.Add(ref x, 8 * xStride), wa, sum8);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 9, (int)yStride, S.Lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 9, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4, row + (4 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5, row + (5 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = epilogue.Apply(sum6, row + (6 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = epilogue.Apply(sum7, row + (7 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) = epilogue.Apply(sum8, row + (8 * rowStep), column);
                source = ref Unsafe.Add(ref source, 9 * xStride);
                y = ref Unsafe.Add(ref y, 9 * yStride);
                row += 9 * rowStep;
            }
        }
    }

    /// <summary>8 pixels × one vector at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip8x1<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 8)
            {
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                V sum6 = default;
                V sum7 = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
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
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 8, (int)yStride, S.Lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 8, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4, row + (4 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5, row + (5 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = epilogue.Apply(sum6, row + (6 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = epilogue.Apply(sum7, row + (7 * rowStep), column);
                source = ref Unsafe.Add(ref source, 8 * xStride);
                y = ref Unsafe.Add(ref y, 8 * yStride);
                row += 8 * rowStep;
            }
        }
    }

    /// <summary>7 pixels × one vector at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip7x1<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 7)
            {
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                V sum6 = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, xStride), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2 * xStride), wa, sum2);
                        sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3 * xStride), wa, sum3);
                        sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, 4 * xStride), wa, sum4);
                        sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, 5 * xStride), wa, sum5);
                        sum6 = S.MultiplyAdd(ref Unsafe.Add(ref x, 6 * xStride), wa, sum6);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 7, (int)yStride, S.Lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 7, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4, row + (4 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5, row + (5 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = epilogue.Apply(sum6, row + (6 * rowStep), column);
                source = ref Unsafe.Add(ref source, 7 * xStride);
                y = ref Unsafe.Add(ref y, 7 * yStride);
                row += 7 * rowStep;
            }
        }
    }

    /// <summary>6 pixels × one vector at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip6x1<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 6)
            {
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, xStride), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2 * xStride), wa, sum2);
                        sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3 * xStride), wa, sum3);
                        sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, 4 * xStride), wa, sum4);
                        sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, 5 * xStride), wa, sum5);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 6, (int)yStride, S.Lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 6, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4, row + (4 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = epilogue.Apply(sum5, row + (5 * rowStep), column);
                source = ref Unsafe.Add(ref source, 6 * xStride);
                y = ref Unsafe.Add(ref y, 6 * yStride);
                row += 6 * rowStep;
            }
        }
    }

    /// <summary>5 pixels × one vector at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip5x1<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 5)
            {
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, xStride), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2 * xStride), wa, sum2);
                        sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3 * xStride), wa, sum3);
                        sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, 4 * xStride), wa, sum4);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 5, (int)yStride, S.Lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 5, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4, row + (4 * rowStep), column);
                source = ref Unsafe.Add(ref source, 5 * xStride);
                y = ref Unsafe.Add(ref y, 5 * yStride);
                row += 5 * rowStep;
            }
        }
    }

    /// <summary>4 pixels × one vector at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip4x1<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 4)
            {
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, xStride), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2 * xStride), wa, sum2);
                        sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3 * xStride), wa, sum3);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 4, (int)yStride, S.Lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 4, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + (3 * rowStep), column);
                source = ref Unsafe.Add(ref source, 4 * xStride);
                y = ref Unsafe.Add(ref y, 4 * yStride);
                row += 4 * rowStep;
            }
        }
    }

    /// <summary>3 pixels × one vector at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x1<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 3)
            {
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, xStride), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2 * xStride), wa, sum2);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 3, (int)yStride, S.Lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 3, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                source = ref Unsafe.Add(ref source, 3 * xStride);
                y = ref Unsafe.Add(ref y, 3 * yStride);
                row += 3 * rowStep;
            }
        }
    }

    /// <summary>2 pixels × one vector at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x1<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel += 2)
            {
                V sum0 = default;
                V sum1 = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, xStride), wa, sum1);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 2, (int)yStride, S.Lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 2, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                source = ref Unsafe.Add(ref source, 2 * xStride);
                y = ref Unsafe.Add(ref y, 2 * yStride);
                row += 2 * rowStep;
            }
        }
    }

    /// <summary>One pixel × one vector at a time, through the pixels [first, end) of each line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x1<S, V, E>(scoped in PhaseRegion region, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;
        int count = region.Count, depth = region.Depth, column = region.Column;
        for (int line = 0; line < region.Lines; line++)
        {
            ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
            ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
            nint row = region.Row + (line * region.RowLine) + (first * rowStep);
            for (int pixel = first; pixel < end; pixel++)
            {
                V sum0 = default;
                for (int element = 0; element < count; element++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));
                    ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));
                    for (int k = depth; k > 0; k--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                if (region.PrefetchDistance > 0)
                {
                    Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), 1, (int)yStride, S.Lanes);
                    if (column == 0)
                        epilogue.PrefetchBlock(row + region.PrefetchedRows, 1, (int)rowStep, 1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                source = ref Unsafe.Add(ref source, xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }
        }
    }
}
