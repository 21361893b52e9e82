// Written by StripWriter of the tests, which compare it.
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

internal static partial class ConvolutionTiles
{
    /// <summary>6 pixels × 4 vectors at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels6x4<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 6)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                V sum3a = default, sum3b = default, sum3c = default, sum3d = default;
                V sum4a = default, sum4b = default, sum4c = default, sum4d = default;
                V sum5a = default, sum5b = default, sum5c = default, sum5d = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>5 pixels × 4 vectors at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels5x4<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 5)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                V sum3a = default, sum3b = default, sum3c = default, sum3d = default;
                V sum4a = default, sum4b = default, sum4c = default, sum4d = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>4 pixels × 4 vectors at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels4x4<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 4)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                V sum3a = default, sum3b = default, sum3c = default, sum3d = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>3 pixels × 4 vectors at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels3x4<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 3)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>2 pixels × 4 vectors at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels2x4<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 2)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>One pixel × 4 vectors at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels1x4<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 1)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum0c, row, column + (2 * lanes));
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum0d, row, column + (3 * lanes));
                source = ref Unsafe.Add(ref source, xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>9 pixels × 2 vectors at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels9x2<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 9)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                V sum5a = default, sum5b = default;
                V sum6a = default, sum6b = default;
                V sum7a = default, sum7b = default;
                V sum8a = default, sum8b = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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
                        V x8 = S.Create(Unsafe.Add(ref x, 8 * xStride));
                        sum8a = S.MultiplyAdd(x8, wa, sum8a);
                        sum8b = S.MultiplyAdd(x8, wb, sum8b);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
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
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 8 * yStride)) = epilogue.Apply(sum8a, row + (8 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (8 * yStride) + lanes)) =
                    epilogue.Apply(sum8b, row + (8 * rowStep), column + lanes);
                source = ref Unsafe.Add(ref source, 9 * xStride);
                y = ref Unsafe.Add(ref y, 9 * yStride);
                row += 9 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>8 pixels × 2 vectors at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels8x2<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
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
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>7 pixels × 2 vectors at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels7x2<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 7)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                V sum5a = default, sum5b = default;
                V sum6a = default, sum6b = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>6 pixels × 2 vectors at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels6x2<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 6)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                V sum5a = default, sum5b = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>5 pixels × 2 vectors at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels5x2<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 5)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>4 pixels × 2 vectors at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels4x2<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 4)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>3 pixels × 2 vectors at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels3x2<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 3)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>2 pixels × 2 vectors at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels2x2<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 2)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + rowStep, column + lanes);
                source = ref Unsafe.Add(ref source, 2 * xStride);
                y = ref Unsafe.Add(ref y, 2 * yStride);
                row += 2 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>One pixel × 2 vectors at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels1x2<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 1)
            {
                V sum0a = default, sum0b = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                source = ref Unsafe.Add(ref source, xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>12 pixels × one vector at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels12x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
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
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>11 pixels × one vector at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels11x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
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
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>10 pixels × one vector at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels10x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
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
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>9 pixels × one vector at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels9x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
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
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>8 pixels × one vector at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels8x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
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
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>7 pixels × one vector at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels7x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 7)
            {
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                V sum6 = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>6 pixels × one vector at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels6x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 6)
            {
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>5 pixels × one vector at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels5x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 5)
            {
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = epilogue.Apply(sum4, row + (4 * rowStep), column);
                source = ref Unsafe.Add(ref source, 5 * xStride);
                y = ref Unsafe.Add(ref y, 5 * yStride);
                row += 5 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>4 pixels × one vector at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels4x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 4)
            {
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + (3 * rowStep), column);
                source = ref Unsafe.Add(ref source, 4 * xStride);
                y = ref Unsafe.Add(ref y, 4 * yStride);
                row += 4 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>3 pixels × one vector at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels3x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 3)
            {
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                source = ref Unsafe.Add(ref source, 3 * xStride);
                y = ref Unsafe.Add(ref y, 3 * yStride);
                row += 3 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>2 pixels × one vector at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels2x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 2)
            {
                V sum0 = default;
                V sum1 = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    for (int k = depth; k > 0; k--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, xStride), wa, sum1);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                source = ref Unsafe.Add(ref source, 2 * xStride);
                y = ref Unsafe.Add(ref y, 2 * yStride);
                row += 2 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>One pixel × one vector at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels1x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 1)
            {
                V sum0 = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    for (int k = depth; k > 0; k--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                source = ref Unsafe.Add(ref source, xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>6 pixels × 2 vectors at a time, through the pixels [first, end) of some lines, each channel by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Depthwise6x2<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 6)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                V sum5a = default, sum5b = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    sum0a = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0a);
                    sum0b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), wb, sum0b);
                    sum1a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride)), wa, sum1a);
                    sum1b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride + lanes)), wb, sum1b);
                    sum2a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * xStride)), wa, sum2a);
                    sum2b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, (2 * xStride) + lanes)), wb, sum2b);
                    sum3a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * xStride)), wa, sum3a);
                    sum3b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, (3 * xStride) + lanes)), wb, sum3b);
                    sum4a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * xStride)), wa, sum4a);
                    sum4b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, (4 * xStride) + lanes)), wb, sum4b);
                    sum5a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 5 * xStride)), wa, sum5a);
                    sum5b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, (5 * xStride) + lanes)), wb, sum5b);
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>5 pixels × 2 vectors at a time, through the pixels [first, end) of some lines, each channel by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Depthwise5x2<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 5)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    sum0a = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0a);
                    sum0b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), wb, sum0b);
                    sum1a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride)), wa, sum1a);
                    sum1b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride + lanes)), wb, sum1b);
                    sum2a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * xStride)), wa, sum2a);
                    sum2b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, (2 * xStride) + lanes)), wb, sum2b);
                    sum3a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * xStride)), wa, sum3a);
                    sum3b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, (3 * xStride) + lanes)), wb, sum3b);
                    sum4a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * xStride)), wa, sum4a);
                    sum4b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, (4 * xStride) + lanes)), wb, sum4b);
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>4 pixels × 2 vectors at a time, through the pixels [first, end) of some lines, each channel by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Depthwise4x2<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 4)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    sum0a = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0a);
                    sum0b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), wb, sum0b);
                    sum1a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride)), wa, sum1a);
                    sum1b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride + lanes)), wb, sum1b);
                    sum2a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * xStride)), wa, sum2a);
                    sum2b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, (2 * xStride) + lanes)), wb, sum2b);
                    sum3a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * xStride)), wa, sum3a);
                    sum3b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, (3 * xStride) + lanes)), wb, sum3b);
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>3 pixels × 2 vectors at a time, through the pixels [first, end) of some lines, each channel by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Depthwise3x2<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 3)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    sum0a = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0a);
                    sum0b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), wb, sum0b);
                    sum1a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride)), wa, sum1a);
                    sum1b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride + lanes)), wb, sum1b);
                    sum2a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * xStride)), wa, sum2a);
                    sum2b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, (2 * xStride) + lanes)), wb, sum2b);
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>2 pixels × 2 vectors at a time, through the pixels [first, end) of some lines, each channel by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Depthwise2x2<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 2)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    sum0a = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0a);
                    sum0b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), wb, sum0b);
                    sum1a = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride)), wa, sum1a);
                    sum1b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride + lanes)), wb, sum1b);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1a, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + rowStep, column + lanes);
                source = ref Unsafe.Add(ref source, 2 * xStride);
                y = ref Unsafe.Add(ref y, 2 * yStride);
                row += 2 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>One pixel × 2 vectors at a time, through the pixels [first, end) of some lines, each channel by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Depthwise1x2<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 1)
            {
                V sum0a = default, sum0b = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    V wa = Unsafe.As<float, V>(ref w);
                    V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                    sum0a = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0a);
                    sum0b = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, lanes)), wb, sum0b);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum0b, row, column + lanes);
                source = ref Unsafe.Add(ref source, xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>8 pixels × one vector at a time, through the pixels [first, end) of some lines, each channel by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Depthwise8x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
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
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0 = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0);
                    sum1 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride)), wa, sum1);
                    sum2 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * xStride)), wa, sum2);
                    sum3 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * xStride)), wa, sum3);
                    sum4 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * xStride)), wa, sum4);
                    sum5 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 5 * xStride)), wa, sum5);
                    sum6 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 6 * xStride)), wa, sum6);
                    sum7 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 7 * xStride)), wa, sum7);
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>7 pixels × one vector at a time, through the pixels [first, end) of some lines, each channel by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Depthwise7x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 7)
            {
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                V sum6 = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0 = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0);
                    sum1 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride)), wa, sum1);
                    sum2 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * xStride)), wa, sum2);
                    sum3 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * xStride)), wa, sum3);
                    sum4 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * xStride)), wa, sum4);
                    sum5 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 5 * xStride)), wa, sum5);
                    sum6 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 6 * xStride)), wa, sum6);
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>6 pixels × one vector at a time, through the pixels [first, end) of some lines, each channel by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Depthwise6x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 6)
            {
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0 = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0);
                    sum1 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride)), wa, sum1);
                    sum2 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * xStride)), wa, sum2);
                    sum3 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * xStride)), wa, sum3);
                    sum4 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * xStride)), wa, sum4);
                    sum5 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 5 * xStride)), wa, sum5);
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>5 pixels × one vector at a time, through the pixels [first, end) of some lines, each channel by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Depthwise5x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 5)
            {
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0 = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0);
                    sum1 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride)), wa, sum1);
                    sum2 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * xStride)), wa, sum2);
                    sum3 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * xStride)), wa, sum3);
                    sum4 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 4 * xStride)), wa, sum4);
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

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>4 pixels × one vector at a time, through the pixels [first, end) of some lines, each channel by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Depthwise4x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 4)
            {
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0 = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0);
                    sum1 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride)), wa, sum1);
                    sum2 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * xStride)), wa, sum2);
                    sum3 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * xStride)), wa, sum3);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum3, row + (3 * rowStep), column);
                source = ref Unsafe.Add(ref source, 4 * xStride);
                y = ref Unsafe.Add(ref y, 4 * yStride);
                row += 4 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>3 pixels × one vector at a time, through the pixels [first, end) of some lines, each channel by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Depthwise3x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 3)
            {
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0 = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0);
                    sum1 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride)), wa, sum1);
                    sum2 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * xStride)), wa, sum2);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum2, row + (2 * rowStep), column);
                source = ref Unsafe.Add(ref source, 3 * xStride);
                y = ref Unsafe.Add(ref y, 3 * yStride);
                row += 3 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>2 pixels × one vector at a time, through the pixels [first, end) of some lines, each channel by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Depthwise2x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 2)
            {
                V sum0 = default;
                V sum1 = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0 = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0);
                    sum1 = S.MultiplyAdd(Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride)), wa, sum1);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum1, row + rowStep, column);
                source = ref Unsafe.Add(ref source, 2 * xStride);
                y = ref Unsafe.Add(ref y, 2 * yStride);
                row += 2 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>One pixel × one vector at a time, through the pixels [first, end) of some lines, each channel by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Depthwise1x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 1)
            {
                V sum0 = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    V wa = Unsafe.As<float, V>(ref w);
                    sum0 = S.MultiplyAdd(Unsafe.As<float, V>(ref x), wa, sum0);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0, row, column);
                source = ref Unsafe.Add(ref source, xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>One window of the pool × 4 vectors at a time, through the windows [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Windows1x4<S, V, E, TArgmax>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, ref float argmax, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TArgmax : struct
    {
        int lanes = S.Lanes;
        nint xRow = region.SourceRow;
        ref float firstOutput = ref region.Output;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * 2 * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 1)
            {
                nint at = Unsafe.ByteOffset(ref firstOutput, ref y) / sizeof(float);
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                V sum3a = default, sum3b = default, sum3c = default, sum3d = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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
                        V x2 = S.Create(Unsafe.Add(ref x, xRow));
                        sum2a = S.MultiplyAdd(x2, wa, sum2a);
                        sum2b = S.MultiplyAdd(x2, wb, sum2b);
                        sum2c = S.MultiplyAdd(x2, wc, sum2c);
                        sum2d = S.MultiplyAdd(x2, wd, sum2d);
                        V x3 = S.Create(Unsafe.Add(ref x, xRow + xStride));
                        sum3a = S.MultiplyAdd(x3, wa, sum3a);
                        sum3b = S.MultiplyAdd(x3, wb, sum3b);
                        sum3c = S.MultiplyAdd(x3, wc, sum3c);
                        sum3d = S.MultiplyAdd(x3, wd, sum3d);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                MaxPools.OfFour<S, V, E, TArgmax>(sum0a, sum1a, sum2a, sum3a, ref firstOutput, ref argmax, at, row, column, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum0b, sum1b, sum2b, sum3b, ref firstOutput, ref argmax, at + lanes, row, column + lanes, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum0c, sum1c, sum2c, sum3c, ref firstOutput, ref argmax, at + (2 * lanes), row, column + (2 * lanes), in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum0d, sum1d, sum2d, sum3d, ref firstOutput, ref argmax, at + (3 * lanes), row, column + (3 * lanes), in epilogue);
                source = ref Unsafe.Add(ref source, 2 * xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>3 windows of the pool × 2 vectors at a time, through the windows [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Windows3x2<S, V, E, TArgmax>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, ref float argmax, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TArgmax : struct
    {
        int lanes = S.Lanes;
        nint xRow = region.SourceRow;
        ref float firstOutput = ref region.Output;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * 2 * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 3)
            {
                nint at = Unsafe.ByteOffset(ref firstOutput, ref y) / sizeof(float);
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
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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
                        V x2 = S.Create(Unsafe.Add(ref x, xRow));
                        sum2a = S.MultiplyAdd(x2, wa, sum2a);
                        sum2b = S.MultiplyAdd(x2, wb, sum2b);
                        V x3 = S.Create(Unsafe.Add(ref x, xRow + xStride));
                        sum3a = S.MultiplyAdd(x3, wa, sum3a);
                        sum3b = S.MultiplyAdd(x3, wb, sum3b);
                        V x4 = S.Create(Unsafe.Add(ref x, 2 * xStride));
                        sum4a = S.MultiplyAdd(x4, wa, sum4a);
                        sum4b = S.MultiplyAdd(x4, wb, sum4b);
                        V x5 = S.Create(Unsafe.Add(ref x, 3 * xStride));
                        sum5a = S.MultiplyAdd(x5, wa, sum5a);
                        sum5b = S.MultiplyAdd(x5, wb, sum5b);
                        V x6 = S.Create(Unsafe.Add(ref x, xRow + (2 * xStride)));
                        sum6a = S.MultiplyAdd(x6, wa, sum6a);
                        sum6b = S.MultiplyAdd(x6, wb, sum6b);
                        V x7 = S.Create(Unsafe.Add(ref x, xRow + (3 * xStride)));
                        sum7a = S.MultiplyAdd(x7, wa, sum7a);
                        sum7b = S.MultiplyAdd(x7, wb, sum7b);
                        V x8 = S.Create(Unsafe.Add(ref x, 4 * xStride));
                        sum8a = S.MultiplyAdd(x8, wa, sum8a);
                        sum8b = S.MultiplyAdd(x8, wb, sum8b);
                        V x9 = S.Create(Unsafe.Add(ref x, 5 * xStride));
                        sum9a = S.MultiplyAdd(x9, wa, sum9a);
                        sum9b = S.MultiplyAdd(x9, wb, sum9b);
                        V x10 = S.Create(Unsafe.Add(ref x, xRow + (4 * xStride)));
                        sum10a = S.MultiplyAdd(x10, wa, sum10a);
                        sum10b = S.MultiplyAdd(x10, wb, sum10b);
                        V x11 = S.Create(Unsafe.Add(ref x, xRow + (5 * xStride)));
                        sum11a = S.MultiplyAdd(x11, wa, sum11a);
                        sum11b = S.MultiplyAdd(x11, wb, sum11b);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                MaxPools.OfFour<S, V, E, TArgmax>(sum0a, sum1a, sum2a, sum3a, ref firstOutput, ref argmax, at, row, column, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum0b, sum1b, sum2b, sum3b, ref firstOutput, ref argmax, at + lanes, row, column + lanes, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum4a, sum5a, sum6a, sum7a, ref firstOutput, ref argmax, at + yStride, row + 1, column, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum4b, sum5b, sum6b, sum7b, ref firstOutput, ref argmax, at + yStride + lanes, row + 1, column + lanes,
                    in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum8a, sum9a, sum10a, sum11a, ref firstOutput, ref argmax, at + (2 * yStride), row + 2, column, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum8b, sum9b, sum10b, sum11b, ref firstOutput, ref argmax, at + (2 * yStride) + lanes, row + 2, column + lanes,
                    in epilogue);
                source = ref Unsafe.Add(ref source, 6 * xStride);
                y = ref Unsafe.Add(ref y, 3 * yStride);
                row += 3 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>2 windows of the pool × 2 vectors at a time, through the windows [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Windows2x2<S, V, E, TArgmax>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, ref float argmax, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TArgmax : struct
    {
        int lanes = S.Lanes;
        nint xRow = region.SourceRow;
        ref float firstOutput = ref region.Output;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * 2 * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 2)
            {
                nint at = Unsafe.ByteOffset(ref firstOutput, ref y) / sizeof(float);
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                V sum4a = default, sum4b = default;
                V sum5a = default, sum5b = default;
                V sum6a = default, sum6b = default;
                V sum7a = default, sum7b = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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
                        V x2 = S.Create(Unsafe.Add(ref x, xRow));
                        sum2a = S.MultiplyAdd(x2, wa, sum2a);
                        sum2b = S.MultiplyAdd(x2, wb, sum2b);
                        V x3 = S.Create(Unsafe.Add(ref x, xRow + xStride));
                        sum3a = S.MultiplyAdd(x3, wa, sum3a);
                        sum3b = S.MultiplyAdd(x3, wb, sum3b);
                        V x4 = S.Create(Unsafe.Add(ref x, 2 * xStride));
                        sum4a = S.MultiplyAdd(x4, wa, sum4a);
                        sum4b = S.MultiplyAdd(x4, wb, sum4b);
                        V x5 = S.Create(Unsafe.Add(ref x, 3 * xStride));
                        sum5a = S.MultiplyAdd(x5, wa, sum5a);
                        sum5b = S.MultiplyAdd(x5, wb, sum5b);
                        V x6 = S.Create(Unsafe.Add(ref x, xRow + (2 * xStride)));
                        sum6a = S.MultiplyAdd(x6, wa, sum6a);
                        sum6b = S.MultiplyAdd(x6, wb, sum6b);
                        V x7 = S.Create(Unsafe.Add(ref x, xRow + (3 * xStride)));
                        sum7a = S.MultiplyAdd(x7, wa, sum7a);
                        sum7b = S.MultiplyAdd(x7, wb, sum7b);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                MaxPools.OfFour<S, V, E, TArgmax>(sum0a, sum1a, sum2a, sum3a, ref firstOutput, ref argmax, at, row, column, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum0b, sum1b, sum2b, sum3b, ref firstOutput, ref argmax, at + lanes, row, column + lanes, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum4a, sum5a, sum6a, sum7a, ref firstOutput, ref argmax, at + yStride, row + 1, column, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum4b, sum5b, sum6b, sum7b, ref firstOutput, ref argmax, at + yStride + lanes, row + 1, column + lanes,
                    in epilogue);
                source = ref Unsafe.Add(ref source, 4 * xStride);
                y = ref Unsafe.Add(ref y, 2 * yStride);
                row += 2 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>One window of the pool × 2 vectors at a time, through the windows [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Windows1x2<S, V, E, TArgmax>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, ref float argmax, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TArgmax : struct
    {
        int lanes = S.Lanes;
        nint xRow = region.SourceRow;
        ref float firstOutput = ref region.Output;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * 2 * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 1)
            {
                nint at = Unsafe.ByteOffset(ref firstOutput, ref y) / sizeof(float);
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
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
                        V x2 = S.Create(Unsafe.Add(ref x, xRow));
                        sum2a = S.MultiplyAdd(x2, wa, sum2a);
                        sum2b = S.MultiplyAdd(x2, wb, sum2b);
                        V x3 = S.Create(Unsafe.Add(ref x, xRow + xStride));
                        sum3a = S.MultiplyAdd(x3, wa, sum3a);
                        sum3b = S.MultiplyAdd(x3, wb, sum3b);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                MaxPools.OfFour<S, V, E, TArgmax>(sum0a, sum1a, sum2a, sum3a, ref firstOutput, ref argmax, at, row, column, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum0b, sum1b, sum2b, sum3b, ref firstOutput, ref argmax, at + lanes, row, column + lanes, in epilogue);
                source = ref Unsafe.Add(ref source, 2 * xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>3 windows of the pool × one vector at a time, through the windows [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Windows3x1<S, V, E, TArgmax>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, ref float argmax, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TArgmax : struct
    {
        nint xRow = region.SourceRow;
        ref float firstOutput = ref region.Output;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * 2 * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 3)
            {
                nint at = Unsafe.ByteOffset(ref firstOutput, ref y) / sizeof(float);
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
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    for (int k = depth; k > 0; k--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, xStride), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, xRow), wa, sum2);
                        sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, xRow + xStride), wa, sum3);
                        sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2 * xStride), wa, sum4);
                        sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3 * xStride), wa, sum5);
                        sum6 = S.MultiplyAdd(ref Unsafe.Add(ref x, xRow + (2 * xStride)), wa, sum6);
                        sum7 = S.MultiplyAdd(ref Unsafe.Add(ref x, xRow + (3 * xStride)), wa, sum7);
                        sum8 = S.MultiplyAdd(ref Unsafe.Add(ref x, 4 * xStride), wa, sum8);
                        sum9 = S.MultiplyAdd(ref Unsafe.Add(ref x, 5 * xStride), wa, sum9);
                        sum10 = S.MultiplyAdd(ref Unsafe.Add(ref x, xRow + (4 * xStride)), wa, sum10);
                        sum11 = S.MultiplyAdd(ref Unsafe.Add(ref x, xRow + (5 * xStride)), wa, sum11);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                MaxPools.OfFour<S, V, E, TArgmax>(sum0, sum1, sum2, sum3, ref firstOutput, ref argmax, at, row, column, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum4, sum5, sum6, sum7, ref firstOutput, ref argmax, at + yStride, row + 1, column, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum8, sum9, sum10, sum11, ref firstOutput, ref argmax, at + (2 * yStride), row + 2, column, in epilogue);
                source = ref Unsafe.Add(ref source, 6 * xStride);
                y = ref Unsafe.Add(ref y, 3 * yStride);
                row += 3 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>2 windows of the pool × one vector at a time, through the windows [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Windows2x1<S, V, E, TArgmax>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, ref float argmax, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TArgmax : struct
    {
        nint xRow = region.SourceRow;
        ref float firstOutput = ref region.Output;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * 2 * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 2)
            {
                nint at = Unsafe.ByteOffset(ref firstOutput, ref y) / sizeof(float);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                V sum4 = default;
                V sum5 = default;
                V sum6 = default;
                V sum7 = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    for (int k = depth; k > 0; k--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, xStride), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, xRow), wa, sum2);
                        sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, xRow + xStride), wa, sum3);
                        sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2 * xStride), wa, sum4);
                        sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3 * xStride), wa, sum5);
                        sum6 = S.MultiplyAdd(ref Unsafe.Add(ref x, xRow + (2 * xStride)), wa, sum6);
                        sum7 = S.MultiplyAdd(ref Unsafe.Add(ref x, xRow + (3 * xStride)), wa, sum7);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                MaxPools.OfFour<S, V, E, TArgmax>(sum0, sum1, sum2, sum3, ref firstOutput, ref argmax, at, row, column, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum4, sum5, sum6, sum7, ref firstOutput, ref argmax, at + yStride, row + 1, column, in epilogue);
                source = ref Unsafe.Add(ref source, 4 * xStride);
                y = ref Unsafe.Add(ref y, 2 * yStride);
                row += 2 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>One window of the pool × one vector at a time, through the windows [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Windows1x1<S, V, E, TArgmax>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, ref float argmax, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TArgmax : struct
    {
        nint xRow = region.SourceRow;
        ref float firstOutput = ref region.Output;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, depth = region.Depth, rowStep = region.RowStep, column = region.Column;
        ref int table = ref region.Taps;
        ref float weight = ref region.Weight;
        ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * 2 * xStride));
        ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));
        nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);
        for (; line < endLine; line++)
        {
            ref float source = ref firstSource;
            ref float y = ref firstResult;
            nint row = firstRow;
            for (int pixel = first; pixel < end; pixel += 1)
            {
                nint at = Unsafe.ByteOffset(ref firstOutput, ref y) / sizeof(float);
                V sum0 = default;
                V sum1 = default;
                V sum2 = default;
                V sum3 = default;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));
                    ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));
                    for (int k = depth; k > 0; k--)
                    {
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, xStride), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, xRow), wa, sum2);
                        sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, xRow + xStride), wa, sum3);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }
                }

                MaxPools.OfFour<S, V, E, TArgmax>(sum0, sum1, sum2, sum3, ref firstOutput, ref argmax, at, row, column, in epilogue);
                source = ref Unsafe.Add(ref source, 2 * xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }
}
