// Written by StripWriter of the tests, which compare it.
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

internal static partial class BatchLaneTiles
{
    /// <summary>4 pixels × 6 channels at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels4x6<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, rowStep = region.RowStep, column = region.Column;
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
                V sum4a = default, sum4b = default, sum4c = default, sum4d = default;
                V sum5a = default, sum5b = default, sum5c = default, sum5d = default;
                ref float w = ref weight;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, tap));
                    V xa = Unsafe.As<float, V>(ref x);
                    V xb = Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride));
                    V xc = Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * xStride));
                    V xd = Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * xStride));
                    V w0 = S.Create(w);
                    sum0a = S.MultiplyAdd(xa, w0, sum0a);
                    sum0b = S.MultiplyAdd(xb, w0, sum0b);
                    sum0c = S.MultiplyAdd(xc, w0, sum0c);
                    sum0d = S.MultiplyAdd(xd, w0, sum0d);
                    V w1 = S.Create(Unsafe.Add(ref w, 1));
                    sum1a = S.MultiplyAdd(xa, w1, sum1a);
                    sum1b = S.MultiplyAdd(xb, w1, sum1b);
                    sum1c = S.MultiplyAdd(xc, w1, sum1c);
                    sum1d = S.MultiplyAdd(xd, w1, sum1d);
                    V w2 = S.Create(Unsafe.Add(ref w, 2));
                    sum2a = S.MultiplyAdd(xa, w2, sum2a);
                    sum2b = S.MultiplyAdd(xb, w2, sum2b);
                    sum2c = S.MultiplyAdd(xc, w2, sum2c);
                    sum2d = S.MultiplyAdd(xd, w2, sum2d);
                    V w3 = S.Create(Unsafe.Add(ref w, 3));
                    sum3a = S.MultiplyAdd(xa, w3, sum3a);
                    sum3b = S.MultiplyAdd(xb, w3, sum3b);
                    sum3c = S.MultiplyAdd(xc, w3, sum3c);
                    sum3d = S.MultiplyAdd(xd, w3, sum3d);
                    V w4 = S.Create(Unsafe.Add(ref w, 4));
                    sum4a = S.MultiplyAdd(xa, w4, sum4a);
                    sum4b = S.MultiplyAdd(xb, w4, sum4b);
                    sum4c = S.MultiplyAdd(xc, w4, sum4c);
                    sum4d = S.MultiplyAdd(xd, w4, sum4d);
                    V w5 = S.Create(Unsafe.Add(ref w, 5));
                    sum5a = S.MultiplyAdd(xa, w5, sum5a);
                    sum5b = S.MultiplyAdd(xb, w5, sum5b);
                    sum5c = S.MultiplyAdd(xc, w5, sum5c);
                    sum5d = S.MultiplyAdd(xd, w5, sum5d);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum0b, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum0c, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum0d, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum1a, row, column + 1);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + rowStep, column + 1);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                    epilogue.Apply(sum1c, row + (2 * rowStep), column + 1);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                    epilogue.Apply(sum1d, row + (3 * rowStep), column + 1);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum2a, row, column + 2);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) = epilogue.Apply(sum2b, row + rowStep, column + 2);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum2c, row + (2 * rowStep), column + 2);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum2d, row + (3 * rowStep), column + 2);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum3a, row, column + 3);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) = epilogue.Apply(sum3b, row + rowStep, column + 3);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum3c, row + (2 * rowStep), column + 3);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum3d, row + (3 * rowStep), column + 3);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) = epilogue.Apply(sum4a, row, column + 4);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (4 * lanes))) = epilogue.Apply(sum4b, row + rowStep, column + 4);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (4 * lanes))) =
                    epilogue.Apply(sum4c, row + (2 * rowStep), column + 4);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (4 * lanes))) =
                    epilogue.Apply(sum4d, row + (3 * rowStep), column + 4);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * lanes)) = epilogue.Apply(sum5a, row, column + 5);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (5 * lanes))) = epilogue.Apply(sum5b, row + rowStep, column + 5);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (5 * lanes))) =
                    epilogue.Apply(sum5c, row + (2 * rowStep), column + 5);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (5 * lanes))) =
                    epilogue.Apply(sum5d, row + (3 * rowStep), column + 5);
                source = ref Unsafe.Add(ref source, 4 * xStride);
                y = ref Unsafe.Add(ref y, 4 * yStride);
                row += 4 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>4 pixels × 4 channels at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels4x4<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, rowStep = region.RowStep, column = region.Column;
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
                ref float w = ref weight;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, tap));
                    V xa = Unsafe.As<float, V>(ref x);
                    V xb = Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride));
                    V xc = Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * xStride));
                    V xd = Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * xStride));
                    V w0 = S.Create(w);
                    sum0a = S.MultiplyAdd(xa, w0, sum0a);
                    sum0b = S.MultiplyAdd(xb, w0, sum0b);
                    sum0c = S.MultiplyAdd(xc, w0, sum0c);
                    sum0d = S.MultiplyAdd(xd, w0, sum0d);
                    V w1 = S.Create(Unsafe.Add(ref w, 1));
                    sum1a = S.MultiplyAdd(xa, w1, sum1a);
                    sum1b = S.MultiplyAdd(xb, w1, sum1b);
                    sum1c = S.MultiplyAdd(xc, w1, sum1c);
                    sum1d = S.MultiplyAdd(xd, w1, sum1d);
                    V w2 = S.Create(Unsafe.Add(ref w, 2));
                    sum2a = S.MultiplyAdd(xa, w2, sum2a);
                    sum2b = S.MultiplyAdd(xb, w2, sum2b);
                    sum2c = S.MultiplyAdd(xc, w2, sum2c);
                    sum2d = S.MultiplyAdd(xd, w2, sum2d);
                    V w3 = S.Create(Unsafe.Add(ref w, 3));
                    sum3a = S.MultiplyAdd(xa, w3, sum3a);
                    sum3b = S.MultiplyAdd(xb, w3, sum3b);
                    sum3c = S.MultiplyAdd(xc, w3, sum3c);
                    sum3d = S.MultiplyAdd(xd, w3, sum3d);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum0b, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum0c, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum0d, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum1a, row, column + 1);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + rowStep, column + 1);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                    epilogue.Apply(sum1c, row + (2 * rowStep), column + 1);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                    epilogue.Apply(sum1d, row + (3 * rowStep), column + 1);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum2a, row, column + 2);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (2 * lanes))) = epilogue.Apply(sum2b, row + rowStep, column + 2);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum2c, row + (2 * rowStep), column + 2);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (2 * lanes))) =
                    epilogue.Apply(sum2d, row + (3 * rowStep), column + 2);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum3a, row, column + 3);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + (3 * lanes))) = epilogue.Apply(sum3b, row + rowStep, column + 3);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum3c, row + (2 * rowStep), column + 3);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + (3 * lanes))) =
                    epilogue.Apply(sum3d, row + (3 * rowStep), column + 3);
                source = ref Unsafe.Add(ref source, 4 * xStride);
                y = ref Unsafe.Add(ref y, 4 * yStride);
                row += 4 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>4 pixels × 2 channels at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels4x2<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, rowStep = region.RowStep, column = region.Column;
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
                ref float w = ref weight;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, tap));
                    V xa = Unsafe.As<float, V>(ref x);
                    V xb = Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride));
                    V xc = Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * xStride));
                    V xd = Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * xStride));
                    V w0 = S.Create(w);
                    sum0a = S.MultiplyAdd(xa, w0, sum0a);
                    sum0b = S.MultiplyAdd(xb, w0, sum0b);
                    sum0c = S.MultiplyAdd(xc, w0, sum0c);
                    sum0d = S.MultiplyAdd(xd, w0, sum0d);
                    V w1 = S.Create(Unsafe.Add(ref w, 1));
                    sum1a = S.MultiplyAdd(xa, w1, sum1a);
                    sum1b = S.MultiplyAdd(xb, w1, sum1b);
                    sum1c = S.MultiplyAdd(xc, w1, sum1c);
                    sum1d = S.MultiplyAdd(xd, w1, sum1d);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum0b, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum0c, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum0d, row + (3 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum1a, row, column + 1);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = epilogue.Apply(sum1b, row + rowStep, column + 1);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) =
                    epilogue.Apply(sum1c, row + (2 * rowStep), column + 1);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) =
                    epilogue.Apply(sum1d, row + (3 * rowStep), column + 1);
                source = ref Unsafe.Add(ref source, 4 * xStride);
                y = ref Unsafe.Add(ref y, 4 * yStride);
                row += 4 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>4 pixels × one channel at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels4x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, rowStep = region.RowStep, column = region.Column;
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
                ref float w = ref weight;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, tap));
                    V xa = Unsafe.As<float, V>(ref x);
                    V xb = Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride));
                    V xc = Unsafe.As<float, V>(ref Unsafe.Add(ref x, 2 * xStride));
                    V xd = Unsafe.As<float, V>(ref Unsafe.Add(ref x, 3 * xStride));
                    V w0 = S.Create(w);
                    sum0a = S.MultiplyAdd(xa, w0, sum0a);
                    sum0b = S.MultiplyAdd(xb, w0, sum0b);
                    sum0c = S.MultiplyAdd(xc, w0, sum0c);
                    sum0d = S.MultiplyAdd(xd, w0, sum0d);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = epilogue.Apply(sum0b, row + rowStep, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = epilogue.Apply(sum0c, row + (2 * rowStep), column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = epilogue.Apply(sum0d, row + (3 * rowStep), column);
                source = ref Unsafe.Add(ref source, 4 * xStride);
                y = ref Unsafe.Add(ref y, 4 * yStride);
                row += 4 * rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>One pixel × 6 channels at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels1x6<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, rowStep = region.RowStep, column = region.Column;
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
                V sum0a = default;
                V sum1a = default;
                V sum2a = default;
                V sum3a = default;
                V sum4a = default;
                V sum5a = default;
                ref float w = ref weight;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, tap));
                    V xa = Unsafe.As<float, V>(ref x);
                    V w0 = S.Create(w);
                    sum0a = S.MultiplyAdd(xa, w0, sum0a);
                    V w1 = S.Create(Unsafe.Add(ref w, 1));
                    sum1a = S.MultiplyAdd(xa, w1, sum1a);
                    V w2 = S.Create(Unsafe.Add(ref w, 2));
                    sum2a = S.MultiplyAdd(xa, w2, sum2a);
                    V w3 = S.Create(Unsafe.Add(ref w, 3));
                    sum3a = S.MultiplyAdd(xa, w3, sum3a);
                    V w4 = S.Create(Unsafe.Add(ref w, 4));
                    sum4a = S.MultiplyAdd(xa, w4, sum4a);
                    V w5 = S.Create(Unsafe.Add(ref w, 5));
                    sum5a = S.MultiplyAdd(xa, w5, sum5a);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum1a, row, column + 1);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum2a, row, column + 2);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum3a, row, column + 3);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * lanes)) = epilogue.Apply(sum4a, row, column + 4);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * lanes)) = epilogue.Apply(sum5a, row, column + 5);
                source = ref Unsafe.Add(ref source, xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>One pixel × 4 channels at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels1x4<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int lanes = S.Lanes;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, rowStep = region.RowStep, column = region.Column;
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
                V sum0a = default;
                V sum1a = default;
                V sum2a = default;
                V sum3a = default;
                ref float w = ref weight;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, tap));
                    V xa = Unsafe.As<float, V>(ref x);
                    V w0 = S.Create(w);
                    sum0a = S.MultiplyAdd(xa, w0, sum0a);
                    V w1 = S.Create(Unsafe.Add(ref w, 1));
                    sum1a = S.MultiplyAdd(xa, w1, sum1a);
                    V w2 = S.Create(Unsafe.Add(ref w, 2));
                    sum2a = S.MultiplyAdd(xa, w2, sum2a);
                    V w3 = S.Create(Unsafe.Add(ref w, 3));
                    sum3a = S.MultiplyAdd(xa, w3, sum3a);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = epilogue.Apply(sum1a, row, column + 1);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * lanes)) = epilogue.Apply(sum2a, row, column + 2);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * lanes)) = epilogue.Apply(sum3a, row, column + 3);
                source = ref Unsafe.Add(ref source, xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>One pixel × 2 channels at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels1x2<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, rowStep = region.RowStep, column = region.Column;
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
                V sum0a = default;
                V sum1a = default;
                ref float w = ref weight;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, tap));
                    V xa = Unsafe.As<float, V>(ref x);
                    V w0 = S.Create(w);
                    sum0a = S.MultiplyAdd(xa, w0, sum0a);
                    V w1 = S.Create(Unsafe.Add(ref w, 1));
                    sum1a = S.MultiplyAdd(xa, w1, sum1a);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, S.Lanes)) = epilogue.Apply(sum1a, row, column + 1);
                source = ref Unsafe.Add(ref source, xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>One pixel × one channel at a time, through the pixels [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pixels1x1<S, V, E>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, rowStep = region.RowStep, column = region.Column;
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
                V sum0a = default;
                ref float w = ref weight;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, tap));
                    V xa = Unsafe.As<float, V>(ref x);
                    V w0 = S.Create(w);
                    sum0a = S.MultiplyAdd(xa, w0, sum0a);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                Unsafe.As<float, V>(ref y) = epilogue.Apply(sum0a, row, column);
                source = ref Unsafe.Add(ref source, xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>One window of the pool × 6 channels at a time, through the windows [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Windows1x6<S, V, E, TArgmax>(
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
        int taps = region.TapCount, rowStep = region.RowStep, column = region.Column;
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
                V sum4a = default, sum4b = default, sum4c = default, sum4d = default;
                V sum5a = default, sum5b = default, sum5c = default, sum5d = default;
                ref float w = ref weight;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, tap));
                    V xa = Unsafe.As<float, V>(ref x);
                    V xb = Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride));
                    V xc = Unsafe.As<float, V>(ref Unsafe.Add(ref x, xRow));
                    V xd = Unsafe.As<float, V>(ref Unsafe.Add(ref x, xRow + xStride));
                    V w0 = S.Create(w);
                    sum0a = S.MultiplyAdd(xa, w0, sum0a);
                    sum0b = S.MultiplyAdd(xb, w0, sum0b);
                    sum0c = S.MultiplyAdd(xc, w0, sum0c);
                    sum0d = S.MultiplyAdd(xd, w0, sum0d);
                    V w1 = S.Create(Unsafe.Add(ref w, 1));
                    sum1a = S.MultiplyAdd(xa, w1, sum1a);
                    sum1b = S.MultiplyAdd(xb, w1, sum1b);
                    sum1c = S.MultiplyAdd(xc, w1, sum1c);
                    sum1d = S.MultiplyAdd(xd, w1, sum1d);
                    V w2 = S.Create(Unsafe.Add(ref w, 2));
                    sum2a = S.MultiplyAdd(xa, w2, sum2a);
                    sum2b = S.MultiplyAdd(xb, w2, sum2b);
                    sum2c = S.MultiplyAdd(xc, w2, sum2c);
                    sum2d = S.MultiplyAdd(xd, w2, sum2d);
                    V w3 = S.Create(Unsafe.Add(ref w, 3));
                    sum3a = S.MultiplyAdd(xa, w3, sum3a);
                    sum3b = S.MultiplyAdd(xb, w3, sum3b);
                    sum3c = S.MultiplyAdd(xc, w3, sum3c);
                    sum3d = S.MultiplyAdd(xd, w3, sum3d);
                    V w4 = S.Create(Unsafe.Add(ref w, 4));
                    sum4a = S.MultiplyAdd(xa, w4, sum4a);
                    sum4b = S.MultiplyAdd(xb, w4, sum4b);
                    sum4c = S.MultiplyAdd(xc, w4, sum4c);
                    sum4d = S.MultiplyAdd(xd, w4, sum4d);
                    V w5 = S.Create(Unsafe.Add(ref w, 5));
                    sum5a = S.MultiplyAdd(xa, w5, sum5a);
                    sum5b = S.MultiplyAdd(xb, w5, sum5b);
                    sum5c = S.MultiplyAdd(xc, w5, sum5c);
                    sum5d = S.MultiplyAdd(xd, w5, sum5d);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                MaxPools.OfFour<S, V, E, TArgmax>(sum0a, sum0b, sum0c, sum0d, ref firstOutput, ref argmax, at, row, column, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum1a, sum1b, sum1c, sum1d, ref firstOutput, ref argmax, at + lanes, row, column + 1, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum2a, sum2b, sum2c, sum2d, ref firstOutput, ref argmax, at + (2 * lanes), row, column + 2, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum3a, sum3b, sum3c, sum3d, ref firstOutput, ref argmax, at + (3 * lanes), row, column + 3, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum4a, sum4b, sum4c, sum4d, ref firstOutput, ref argmax, at + (4 * lanes), row, column + 4, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum5a, sum5b, sum5c, sum5d, ref firstOutput, ref argmax, at + (5 * lanes), row, column + 5, in epilogue);
                source = ref Unsafe.Add(ref source, 2 * xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>One window of the pool × 4 channels at a time, through the windows [first, end) of some lines.</summary>
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
        int taps = region.TapCount, rowStep = region.RowStep, column = region.Column;
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
                ref float w = ref weight;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, tap));
                    V xa = Unsafe.As<float, V>(ref x);
                    V xb = Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride));
                    V xc = Unsafe.As<float, V>(ref Unsafe.Add(ref x, xRow));
                    V xd = Unsafe.As<float, V>(ref Unsafe.Add(ref x, xRow + xStride));
                    V w0 = S.Create(w);
                    sum0a = S.MultiplyAdd(xa, w0, sum0a);
                    sum0b = S.MultiplyAdd(xb, w0, sum0b);
                    sum0c = S.MultiplyAdd(xc, w0, sum0c);
                    sum0d = S.MultiplyAdd(xd, w0, sum0d);
                    V w1 = S.Create(Unsafe.Add(ref w, 1));
                    sum1a = S.MultiplyAdd(xa, w1, sum1a);
                    sum1b = S.MultiplyAdd(xb, w1, sum1b);
                    sum1c = S.MultiplyAdd(xc, w1, sum1c);
                    sum1d = S.MultiplyAdd(xd, w1, sum1d);
                    V w2 = S.Create(Unsafe.Add(ref w, 2));
                    sum2a = S.MultiplyAdd(xa, w2, sum2a);
                    sum2b = S.MultiplyAdd(xb, w2, sum2b);
                    sum2c = S.MultiplyAdd(xc, w2, sum2c);
                    sum2d = S.MultiplyAdd(xd, w2, sum2d);
                    V w3 = S.Create(Unsafe.Add(ref w, 3));
                    sum3a = S.MultiplyAdd(xa, w3, sum3a);
                    sum3b = S.MultiplyAdd(xb, w3, sum3b);
                    sum3c = S.MultiplyAdd(xc, w3, sum3c);
                    sum3d = S.MultiplyAdd(xd, w3, sum3d);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                MaxPools.OfFour<S, V, E, TArgmax>(sum0a, sum0b, sum0c, sum0d, ref firstOutput, ref argmax, at, row, column, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum1a, sum1b, sum1c, sum1d, ref firstOutput, ref argmax, at + lanes, row, column + 1, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum2a, sum2b, sum2c, sum2d, ref firstOutput, ref argmax, at + (2 * lanes), row, column + 2, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum3a, sum3b, sum3c, sum3d, ref firstOutput, ref argmax, at + (3 * lanes), row, column + 3, in epilogue);
                source = ref Unsafe.Add(ref source, 2 * xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>One window of the pool × 2 channels at a time, through the windows [first, end) of some lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Windows1x2<S, V, E, TArgmax>(
        scoped in ConvolutionRegion region, int line, int endLine, int first, int end, ref float argmax, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TArgmax : struct
    {
        nint xRow = region.SourceRow;
        ref float firstOutput = ref region.Output;
        nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;
        int taps = region.TapCount, rowStep = region.RowStep, column = region.Column;
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
                ref float w = ref weight;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, tap));
                    V xa = Unsafe.As<float, V>(ref x);
                    V xb = Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride));
                    V xc = Unsafe.As<float, V>(ref Unsafe.Add(ref x, xRow));
                    V xd = Unsafe.As<float, V>(ref Unsafe.Add(ref x, xRow + xStride));
                    V w0 = S.Create(w);
                    sum0a = S.MultiplyAdd(xa, w0, sum0a);
                    sum0b = S.MultiplyAdd(xb, w0, sum0b);
                    sum0c = S.MultiplyAdd(xc, w0, sum0c);
                    sum0d = S.MultiplyAdd(xd, w0, sum0d);
                    V w1 = S.Create(Unsafe.Add(ref w, 1));
                    sum1a = S.MultiplyAdd(xa, w1, sum1a);
                    sum1b = S.MultiplyAdd(xb, w1, sum1b);
                    sum1c = S.MultiplyAdd(xc, w1, sum1c);
                    sum1d = S.MultiplyAdd(xd, w1, sum1d);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                MaxPools.OfFour<S, V, E, TArgmax>(sum0a, sum0b, sum0c, sum0d, ref firstOutput, ref argmax, at, row, column, in epilogue);
                MaxPools.OfFour<S, V, E, TArgmax>(
                    sum1a, sum1b, sum1c, sum1d, ref firstOutput, ref argmax, at + S.Lanes, row, column + 1, in epilogue);
                source = ref Unsafe.Add(ref source, 2 * xStride);
                y = ref Unsafe.Add(ref y, yStride);
                row += rowStep;
            }

            firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);
            firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);
            firstRow += region.RowLine;
        }
    }

    /// <summary>One window of the pool × one channel at a time, through the windows [first, end) of some lines.</summary>
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
        int taps = region.TapCount, rowStep = region.RowStep, column = region.Column;
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
                ref float w = ref weight;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, tap));
                    V xa = Unsafe.As<float, V>(ref x);
                    V xb = Unsafe.As<float, V>(ref Unsafe.Add(ref x, xStride));
                    V xc = Unsafe.As<float, V>(ref Unsafe.Add(ref x, xRow));
                    V xd = Unsafe.As<float, V>(ref Unsafe.Add(ref x, xRow + xStride));
                    V w0 = S.Create(w);
                    sum0a = S.MultiplyAdd(xa, w0, sum0a);
                    sum0b = S.MultiplyAdd(xb, w0, sum0b);
                    sum0c = S.MultiplyAdd(xc, w0, sum0c);
                    sum0d = S.MultiplyAdd(xd, w0, sum0d);
                    w = ref Unsafe.Add(ref w, wStride);
                }

                MaxPools.OfFour<S, V, E, TArgmax>(sum0a, sum0b, sum0c, sum0d, ref firstOutput, ref argmax, at, row, column, in epilogue);
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
