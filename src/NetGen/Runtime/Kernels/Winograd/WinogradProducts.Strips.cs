// Written by StripWriter of the tests, which compare it.
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

internal static partial class WinogradProducts
{
    /// <summary>6 tiles × 4 vectors at a time, at each element, until so many tiles are done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip6x4<S, V, TLayout>(
        ref float transformed, in TileLayout layout, in WinogradPanels panels, ref float products, int elements, nint productElement,
        int inputs, int columns, int firstColumn, int endColumn, int tiles)
        where S : ISimd<V>
        where V : struct
        where TLayout : struct, ITileLayout
    {
        int lanes = S.Lanes;
        nint wStride = panels.RowStride, wColumn = panels.ColumnStride;
        int group = TLayout.Lanes;
        nint yStride = columns, nextChannels = layout.Channels - group;
        ref float weight = ref panels.Weight;
        for (int element = 0; element < elements; element++)
        {
            for (int column = firstColumn; column < endColumn; column += 4 * lanes)
            {
                ref float rows = ref transformed;
                ref float y = ref Unsafe.Add(ref products, column);
                for (int tile = 0; tile < tiles; tile += 6)
                {
                    ref float x = ref rows;
                    ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                    V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                    V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                    V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                    V sum3a = default, sum3b = default, sum3c = default, sum3d = default;
                    V sum4a = default, sum4b = default, sum4c = default, sum4d = default;
                    V sum5a = default, sum5b = default, sum5c = default, sum5d = default;
                    for (int left = inputs; left > 0; left -= group)
                    {
                        for (int k = Math.Min(left, group); k > 0; k--)
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
                            V x1 = S.Create(Unsafe.Add(ref x, group));
                            sum1a = S.MultiplyAdd(x1, wa, sum1a);
                            sum1b = S.MultiplyAdd(x1, wb, sum1b);
                            sum1c = S.MultiplyAdd(x1, wc, sum1c);
                            sum1d = S.MultiplyAdd(x1, wd, sum1d);
                            V x2 = S.Create(Unsafe.Add(ref x, 2 * group));
                            sum2a = S.MultiplyAdd(x2, wa, sum2a);
                            sum2b = S.MultiplyAdd(x2, wb, sum2b);
                            sum2c = S.MultiplyAdd(x2, wc, sum2c);
                            sum2d = S.MultiplyAdd(x2, wd, sum2d);
                            V x3 = S.Create(Unsafe.Add(ref x, 3 * group));
                            sum3a = S.MultiplyAdd(x3, wa, sum3a);
                            sum3b = S.MultiplyAdd(x3, wb, sum3b);
                            sum3c = S.MultiplyAdd(x3, wc, sum3c);
                            sum3d = S.MultiplyAdd(x3, wd, sum3d);
                            V x4 = S.Create(Unsafe.Add(ref x, 4 * group));
                            sum4a = S.MultiplyAdd(x4, wa, sum4a);
                            sum4b = S.MultiplyAdd(x4, wb, sum4b);
                            sum4c = S.MultiplyAdd(x4, wc, sum4c);
                            sum4d = S.MultiplyAdd(x4, wd, sum4d);
                            V x5 = S.Create(Unsafe.Add(ref x, 5 * group));
                            sum5a = S.MultiplyAdd(x5, wa, sum5a);
                            sum5b = S.MultiplyAdd(x5, wb, sum5b);
                            sum5c = S.MultiplyAdd(x5, wc, sum5c);
                            sum5d = S.MultiplyAdd(x5, wd, sum5d);
                            x = ref Unsafe.Add(ref x, 1);
                            w = ref Unsafe.Add(ref w, wStride);
                        }

                        x = ref Unsafe.Add(ref x, nextChannels);
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
                    rows = ref Unsafe.Add(ref rows, 6 * group);
                    y = ref Unsafe.Add(ref y, 6 * yStride);
                }
            }

            transformed = ref Unsafe.Add(ref transformed, layout.Element);
            weight = ref Unsafe.Add(ref weight, (nint)inputs * columns);
            products = ref Unsafe.Add(ref products, productElement);
        }
    }

    /// <summary>4 tiles × 4 vectors at a time, at each element, until so many tiles are done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip4x4<S, V, TLayout>(
        ref float transformed, in TileLayout layout, in WinogradPanels panels, ref float products, int elements, nint productElement,
        int inputs, int columns, int firstColumn, int endColumn, int tiles)
        where S : ISimd<V>
        where V : struct
        where TLayout : struct, ITileLayout
    {
        int lanes = S.Lanes;
        nint wStride = panels.RowStride, wColumn = panels.ColumnStride;
        int group = TLayout.Lanes;
        nint yStride = columns, nextChannels = layout.Channels - group;
        ref float weight = ref panels.Weight;
        for (int element = 0; element < elements; element++)
        {
            for (int column = firstColumn; column < endColumn; column += 4 * lanes)
            {
                ref float rows = ref transformed;
                ref float y = ref Unsafe.Add(ref products, column);
                for (int tile = 0; tile < tiles; tile += 4)
                {
                    ref float x = ref rows;
                    ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                    V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                    V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                    V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                    V sum3a = default, sum3b = default, sum3c = default, sum3d = default;
                    for (int left = inputs; left > 0; left -= group)
                    {
                        for (int k = Math.Min(left, group); k > 0; k--)
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
                            V x1 = S.Create(Unsafe.Add(ref x, group));
                            sum1a = S.MultiplyAdd(x1, wa, sum1a);
                            sum1b = S.MultiplyAdd(x1, wb, sum1b);
                            sum1c = S.MultiplyAdd(x1, wc, sum1c);
                            sum1d = S.MultiplyAdd(x1, wd, sum1d);
                            V x2 = S.Create(Unsafe.Add(ref x, 2 * group));
                            sum2a = S.MultiplyAdd(x2, wa, sum2a);
                            sum2b = S.MultiplyAdd(x2, wb, sum2b);
                            sum2c = S.MultiplyAdd(x2, wc, sum2c);
                            sum2d = S.MultiplyAdd(x2, wd, sum2d);
                            V x3 = S.Create(Unsafe.Add(ref x, 3 * group));
                            sum3a = S.MultiplyAdd(x3, wa, sum3a);
                            sum3b = S.MultiplyAdd(x3, wb, sum3b);
                            sum3c = S.MultiplyAdd(x3, wc, sum3c);
                            sum3d = S.MultiplyAdd(x3, wd, sum3d);
                            x = ref Unsafe.Add(ref x, 1);
                            w = ref Unsafe.Add(ref w, wStride);
                        }

                        x = ref Unsafe.Add(ref x, nextChannels);
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
                    rows = ref Unsafe.Add(ref rows, 4 * group);
                    y = ref Unsafe.Add(ref y, 4 * yStride);
                }
            }

            transformed = ref Unsafe.Add(ref transformed, layout.Element);
            weight = ref Unsafe.Add(ref weight, (nint)inputs * columns);
            products = ref Unsafe.Add(ref products, productElement);
        }
    }

    /// <summary>8 tiles × 2 vectors at a time, at each element, until so many tiles are done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip8x2<S, V, TLayout>(
        ref float transformed, in TileLayout layout, in WinogradPanels panels, ref float products, int elements, nint productElement,
        int inputs, int columns, int firstColumn, int endColumn, int tiles)
        where S : ISimd<V>
        where V : struct
        where TLayout : struct, ITileLayout
    {
        int lanes = S.Lanes;
        nint wStride = panels.RowStride, wColumn = panels.ColumnStride;
        int group = TLayout.Lanes;
        nint yStride = columns, nextChannels = layout.Channels - group;
        ref float weight = ref panels.Weight;
        for (int element = 0; element < elements; element++)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float rows = ref transformed;
                ref float y = ref Unsafe.Add(ref products, column);
                for (int tile = 0; tile < tiles; tile += 8)
                {
                    ref float x = ref rows;
                    ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                    V sum0a = default, sum0b = default;
                    V sum1a = default, sum1b = default;
                    V sum2a = default, sum2b = default;
                    V sum3a = default, sum3b = default;
                    V sum4a = default, sum4b = default;
                    V sum5a = default, sum5b = default;
                    V sum6a = default, sum6b = default;
                    V sum7a = default, sum7b = default;
                    for (int left = inputs; left > 0; left -= group)
                    {
                        for (int k = Math.Min(left, group); k > 0; k--)
                        {
                            V wa = Unsafe.As<float, V>(ref w);
                            V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                            V x0 = S.Create(x);
                            sum0a = S.MultiplyAdd(x0, wa, sum0a);
                            sum0b = S.MultiplyAdd(x0, wb, sum0b);
                            V x1 = S.Create(Unsafe.Add(ref x, group));
                            sum1a = S.MultiplyAdd(x1, wa, sum1a);
                            sum1b = S.MultiplyAdd(x1, wb, sum1b);
                            V x2 = S.Create(Unsafe.Add(ref x, 2 * group));
                            sum2a = S.MultiplyAdd(x2, wa, sum2a);
                            sum2b = S.MultiplyAdd(x2, wb, sum2b);
                            V x3 = S.Create(Unsafe.Add(ref x, 3 * group));
                            sum3a = S.MultiplyAdd(x3, wa, sum3a);
                            sum3b = S.MultiplyAdd(x3, wb, sum3b);
                            V x4 = S.Create(Unsafe.Add(ref x, 4 * group));
                            sum4a = S.MultiplyAdd(x4, wa, sum4a);
                            sum4b = S.MultiplyAdd(x4, wb, sum4b);
                            V x5 = S.Create(Unsafe.Add(ref x, 5 * group));
                            sum5a = S.MultiplyAdd(x5, wa, sum5a);
                            sum5b = S.MultiplyAdd(x5, wb, sum5b);
                            V x6 = S.Create(Unsafe.Add(ref x, 6 * group));
                            sum6a = S.MultiplyAdd(x6, wa, sum6a);
                            sum6b = S.MultiplyAdd(x6, wb, sum6b);
                            V x7 = S.Create(Unsafe.Add(ref x, 7 * group));
                            sum7a = S.MultiplyAdd(x7, wa, sum7a);
                            sum7b = S.MultiplyAdd(x7, wb, sum7b);
                            x = ref Unsafe.Add(ref x, 1);
                            w = ref Unsafe.Add(ref w, wStride);
                        }

                        x = ref Unsafe.Add(ref x, nextChannels);
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
                    rows = ref Unsafe.Add(ref rows, 8 * group);
                    y = ref Unsafe.Add(ref y, 8 * yStride);
                }
            }

            transformed = ref Unsafe.Add(ref transformed, layout.Element);
            weight = ref Unsafe.Add(ref weight, (nint)inputs * columns);
            products = ref Unsafe.Add(ref products, productElement);
        }
    }

    /// <summary>6 tiles × 2 vectors at a time, at each element, until so many tiles are done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip6x2<S, V, TLayout>(
        ref float transformed, in TileLayout layout, in WinogradPanels panels, ref float products, int elements, nint productElement,
        int inputs, int columns, int firstColumn, int endColumn, int tiles)
        where S : ISimd<V>
        where V : struct
        where TLayout : struct, ITileLayout
    {
        int lanes = S.Lanes;
        nint wStride = panels.RowStride, wColumn = panels.ColumnStride;
        int group = TLayout.Lanes;
        nint yStride = columns, nextChannels = layout.Channels - group;
        ref float weight = ref panels.Weight;
        for (int element = 0; element < elements; element++)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float rows = ref transformed;
                ref float y = ref Unsafe.Add(ref products, column);
                for (int tile = 0; tile < tiles; tile += 6)
                {
                    ref float x = ref rows;
                    ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                    V sum0a = default, sum0b = default;
                    V sum1a = default, sum1b = default;
                    V sum2a = default, sum2b = default;
                    V sum3a = default, sum3b = default;
                    V sum4a = default, sum4b = default;
                    V sum5a = default, sum5b = default;
                    for (int left = inputs; left > 0; left -= group)
                    {
                        for (int k = Math.Min(left, group); k > 0; k--)
                        {
                            V wa = Unsafe.As<float, V>(ref w);
                            V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                            V x0 = S.Create(x);
                            sum0a = S.MultiplyAdd(x0, wa, sum0a);
                            sum0b = S.MultiplyAdd(x0, wb, sum0b);
                            V x1 = S.Create(Unsafe.Add(ref x, group));
                            sum1a = S.MultiplyAdd(x1, wa, sum1a);
                            sum1b = S.MultiplyAdd(x1, wb, sum1b);
                            V x2 = S.Create(Unsafe.Add(ref x, 2 * group));
                            sum2a = S.MultiplyAdd(x2, wa, sum2a);
                            sum2b = S.MultiplyAdd(x2, wb, sum2b);
                            V x3 = S.Create(Unsafe.Add(ref x, 3 * group));
                            sum3a = S.MultiplyAdd(x3, wa, sum3a);
                            sum3b = S.MultiplyAdd(x3, wb, sum3b);
                            V x4 = S.Create(Unsafe.Add(ref x, 4 * group));
                            sum4a = S.MultiplyAdd(x4, wa, sum4a);
                            sum4b = S.MultiplyAdd(x4, wb, sum4b);
                            V x5 = S.Create(Unsafe.Add(ref x, 5 * group));
                            sum5a = S.MultiplyAdd(x5, wa, sum5a);
                            sum5b = S.MultiplyAdd(x5, wb, sum5b);
                            x = ref Unsafe.Add(ref x, 1);
                            w = ref Unsafe.Add(ref w, wStride);
                        }

                        x = ref Unsafe.Add(ref x, nextChannels);
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
                    rows = ref Unsafe.Add(ref rows, 6 * group);
                    y = ref Unsafe.Add(ref y, 6 * yStride);
                }
            }

            transformed = ref Unsafe.Add(ref transformed, layout.Element);
            weight = ref Unsafe.Add(ref weight, (nint)inputs * columns);
            products = ref Unsafe.Add(ref products, productElement);
        }
    }

    /// <summary>4 tiles × 2 vectors at a time, at each element, until so many tiles are done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip4x2<S, V, TLayout>(
        ref float transformed, in TileLayout layout, in WinogradPanels panels, ref float products, int elements, nint productElement,
        int inputs, int columns, int firstColumn, int endColumn, int tiles)
        where S : ISimd<V>
        where V : struct
        where TLayout : struct, ITileLayout
    {
        int lanes = S.Lanes;
        nint wStride = panels.RowStride, wColumn = panels.ColumnStride;
        int group = TLayout.Lanes;
        nint yStride = columns, nextChannels = layout.Channels - group;
        ref float weight = ref panels.Weight;
        for (int element = 0; element < elements; element++)
        {
            for (int column = firstColumn; column < endColumn; column += 2 * lanes)
            {
                ref float rows = ref transformed;
                ref float y = ref Unsafe.Add(ref products, column);
                for (int tile = 0; tile < tiles; tile += 4)
                {
                    ref float x = ref rows;
                    ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                    V sum0a = default, sum0b = default;
                    V sum1a = default, sum1b = default;
                    V sum2a = default, sum2b = default;
                    V sum3a = default, sum3b = default;
                    for (int left = inputs; left > 0; left -= group)
                    {
                        for (int k = Math.Min(left, group); k > 0; k--)
                        {
                            V wa = Unsafe.As<float, V>(ref w);
                            V wb = Unsafe.As<float, V>(ref Unsafe.Add(ref w, lanes));
                            V x0 = S.Create(x);
                            sum0a = S.MultiplyAdd(x0, wa, sum0a);
                            sum0b = S.MultiplyAdd(x0, wb, sum0b);
                            V x1 = S.Create(Unsafe.Add(ref x, group));
                            sum1a = S.MultiplyAdd(x1, wa, sum1a);
                            sum1b = S.MultiplyAdd(x1, wb, sum1b);
                            V x2 = S.Create(Unsafe.Add(ref x, 2 * group));
                            sum2a = S.MultiplyAdd(x2, wa, sum2a);
                            sum2b = S.MultiplyAdd(x2, wb, sum2b);
                            V x3 = S.Create(Unsafe.Add(ref x, 3 * group));
                            sum3a = S.MultiplyAdd(x3, wa, sum3a);
                            sum3b = S.MultiplyAdd(x3, wb, sum3b);
                            x = ref Unsafe.Add(ref x, 1);
                            w = ref Unsafe.Add(ref w, wStride);
                        }

                        x = ref Unsafe.Add(ref x, nextChannels);
                    }

                    Unsafe.As<float, V>(ref y) = sum0a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, lanes)) = sum0b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride + lanes)) = sum1b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (2 * yStride) + lanes)) = sum2b;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3a;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, (3 * yStride) + lanes)) = sum3b;
                    rows = ref Unsafe.Add(ref rows, 4 * group);
                    y = ref Unsafe.Add(ref y, 4 * yStride);
                }
            }

            transformed = ref Unsafe.Add(ref transformed, layout.Element);
            weight = ref Unsafe.Add(ref weight, (nint)inputs * columns);
            products = ref Unsafe.Add(ref products, productElement);
        }
    }

    /// <summary>16 tiles × one vector at a time, at each element, until so many tiles are done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip16x1<S, V, TLayout>(
        ref float transformed, in TileLayout layout, in WinogradPanels panels, ref float products, int elements, nint productElement,
        int inputs, int columns, int firstColumn, int endColumn, int tiles)
        where S : ISimd<V>
        where V : struct
        where TLayout : struct, ITileLayout
    {
        nint wStride = panels.RowStride, wColumn = panels.ColumnStride;
        int group = TLayout.Lanes;
        nint yStride = columns, nextChannels = layout.Channels - group;
        ref float weight = ref panels.Weight;
        for (int element = 0; element < elements; element++)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float rows = ref transformed;
                ref float y = ref Unsafe.Add(ref products, column);
                for (int tile = 0; tile < tiles; tile += 16)
                {
                    ref float x = ref rows;
                    ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
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
                    for (int left = inputs; left > 0; left -= group)
                    {
                        for (int k = Math.Min(left, group); k > 0; k--)
                        {
                            V wa = Unsafe.As<float, V>(ref w);
                            sum0 = S.MultiplyAdd(ref x, wa, sum0);
                            sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, group), wa, sum1);
                            sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2 * group), wa, sum2);
                            sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3 * group), wa, sum3);
                            sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, 4 * group), wa, sum4);
                            sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, 5 * group), wa, sum5);
                            sum6 = S.MultiplyAdd(ref Unsafe.Add(ref x, 6 * group), wa, sum6);
                            sum7 = S.MultiplyAdd(ref Unsafe.Add(ref x, 7 * group), wa, sum7);
                            sum8 = S.MultiplyAdd(ref Unsafe.Add(ref x, 8 * group), wa, sum8);
                            sum9 = S.MultiplyAdd(ref Unsafe.Add(ref x, 9 * group), wa, sum9);
                            sum10 = S.MultiplyAdd(ref Unsafe.Add(ref x, 10 * group), wa, sum10);
                            sum11 = S.MultiplyAdd(ref Unsafe.Add(ref x, 11 * group), wa, sum11);
                            sum12 = S.MultiplyAdd(ref Unsafe.Add(ref x, 12 * group), wa, sum12);
                            sum13 = S.MultiplyAdd(ref Unsafe.Add(ref x, 13 * group), wa, sum13);
                            sum14 = S.MultiplyAdd(ref Unsafe.Add(ref x, 14 * group), wa, sum14);
                            sum15 = S.MultiplyAdd(ref Unsafe.Add(ref x, 15 * group), wa, sum15);
                            x = ref Unsafe.Add(ref x, 1);
                            w = ref Unsafe.Add(ref w, wStride);
                        }

                        x = ref Unsafe.Add(ref x, nextChannels);
                    }

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
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 12 * yStride)) = sum12;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 13 * yStride)) = sum13;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 14 * yStride)) = sum14;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 15 * yStride)) = sum15;
                    rows = ref Unsafe.Add(ref rows, 16 * group);
                    y = ref Unsafe.Add(ref y, 16 * yStride);
                }
            }

            transformed = ref Unsafe.Add(ref transformed, layout.Element);
            weight = ref Unsafe.Add(ref weight, (nint)inputs * columns);
            products = ref Unsafe.Add(ref products, productElement);
        }
    }

    /// <summary>8 tiles × one vector at a time, at each element, until so many tiles are done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip8x1<S, V, TLayout>(
        ref float transformed, in TileLayout layout, in WinogradPanels panels, ref float products, int elements, nint productElement,
        int inputs, int columns, int firstColumn, int endColumn, int tiles)
        where S : ISimd<V>
        where V : struct
        where TLayout : struct, ITileLayout
    {
        nint wStride = panels.RowStride, wColumn = panels.ColumnStride;
        int group = TLayout.Lanes;
        nint yStride = columns, nextChannels = layout.Channels - group;
        ref float weight = ref panels.Weight;
        for (int element = 0; element < elements; element++)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float rows = ref transformed;
                ref float y = ref Unsafe.Add(ref products, column);
                for (int tile = 0; tile < tiles; tile += 8)
                {
                    ref float x = ref rows;
                    ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                    V sum0 = default;
                    V sum1 = default;
                    V sum2 = default;
                    V sum3 = default;
                    V sum4 = default;
                    V sum5 = default;
                    V sum6 = default;
                    V sum7 = default;
                    for (int left = inputs; left > 0; left -= group)
                    {
                        for (int k = Math.Min(left, group); k > 0; k--)
                        {
                            V wa = Unsafe.As<float, V>(ref w);
                            sum0 = S.MultiplyAdd(ref x, wa, sum0);
                            sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, group), wa, sum1);
                            sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2 * group), wa, sum2);
                            sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3 * group), wa, sum3);
                            sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, 4 * group), wa, sum4);
                            sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, 5 * group), wa, sum5);
                            sum6 = S.MultiplyAdd(ref Unsafe.Add(ref x, 6 * group), wa, sum6);
                            sum7 = S.MultiplyAdd(ref Unsafe.Add(ref x, 7 * group), wa, sum7);
                            x = ref Unsafe.Add(ref x, 1);
                            w = ref Unsafe.Add(ref w, wStride);
                        }

                        x = ref Unsafe.Add(ref x, nextChannels);
                    }

                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = sum5;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 6 * yStride)) = sum6;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 7 * yStride)) = sum7;
                    rows = ref Unsafe.Add(ref rows, 8 * group);
                    y = ref Unsafe.Add(ref y, 8 * yStride);
                }
            }

            transformed = ref Unsafe.Add(ref transformed, layout.Element);
            weight = ref Unsafe.Add(ref weight, (nint)inputs * columns);
            products = ref Unsafe.Add(ref products, productElement);
        }
    }

    /// <summary>6 tiles × one vector at a time, at each element, until so many tiles are done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip6x1<S, V, TLayout>(
        ref float transformed, in TileLayout layout, in WinogradPanels panels, ref float products, int elements, nint productElement,
        int inputs, int columns, int firstColumn, int endColumn, int tiles)
        where S : ISimd<V>
        where V : struct
        where TLayout : struct, ITileLayout
    {
        nint wStride = panels.RowStride, wColumn = panels.ColumnStride;
        int group = TLayout.Lanes;
        nint yStride = columns, nextChannels = layout.Channels - group;
        ref float weight = ref panels.Weight;
        for (int element = 0; element < elements; element++)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float rows = ref transformed;
                ref float y = ref Unsafe.Add(ref products, column);
                for (int tile = 0; tile < tiles; tile += 6)
                {
                    ref float x = ref rows;
                    ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                    V sum0 = default;
                    V sum1 = default;
                    V sum2 = default;
                    V sum3 = default;
                    V sum4 = default;
                    V sum5 = default;
                    for (int left = inputs; left > 0; left -= group)
                    {
                        for (int k = Math.Min(left, group); k > 0; k--)
                        {
                            V wa = Unsafe.As<float, V>(ref w);
                            sum0 = S.MultiplyAdd(ref x, wa, sum0);
                            sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, group), wa, sum1);
                            sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2 * group), wa, sum2);
                            sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3 * group), wa, sum3);
                            sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, 4 * group), wa, sum4);
                            sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, 5 * group), wa, sum5);
                            x = ref Unsafe.Add(ref x, 1);
                            w = ref Unsafe.Add(ref w, wStride);
                        }

                        x = ref Unsafe.Add(ref x, nextChannels);
                    }

                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * yStride)) = sum4;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * yStride)) = sum5;
                    rows = ref Unsafe.Add(ref rows, 6 * group);
                    y = ref Unsafe.Add(ref y, 6 * yStride);
                }
            }

            transformed = ref Unsafe.Add(ref transformed, layout.Element);
            weight = ref Unsafe.Add(ref weight, (nint)inputs * columns);
            products = ref Unsafe.Add(ref products, productElement);
        }
    }

    /// <summary>4 tiles × one vector at a time, at each element, until so many tiles are done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip4x1<S, V, TLayout>(
        ref float transformed, in TileLayout layout, in WinogradPanels panels, ref float products, int elements, nint productElement,
        int inputs, int columns, int firstColumn, int endColumn, int tiles)
        where S : ISimd<V>
        where V : struct
        where TLayout : struct, ITileLayout
    {
        nint wStride = panels.RowStride, wColumn = panels.ColumnStride;
        int group = TLayout.Lanes;
        nint yStride = columns, nextChannels = layout.Channels - group;
        ref float weight = ref panels.Weight;
        for (int element = 0; element < elements; element++)
        {
            for (int column = firstColumn; column < endColumn; column += S.Lanes)
            {
                ref float rows = ref transformed;
                ref float y = ref Unsafe.Add(ref products, column);
                for (int tile = 0; tile < tiles; tile += 4)
                {
                    ref float x = ref rows;
                    ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);
                    V sum0 = default;
                    V sum1 = default;
                    V sum2 = default;
                    V sum3 = default;
                    for (int left = inputs; left > 0; left -= group)
                    {
                        for (int k = Math.Min(left, group); k > 0; k--)
                        {
                            V wa = Unsafe.As<float, V>(ref w);
                            sum0 = S.MultiplyAdd(ref x, wa, sum0);
                            sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, group), wa, sum1);
                            sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2 * group), wa, sum2);
                            sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3 * group), wa, sum3);
                            x = ref Unsafe.Add(ref x, 1);
                            w = ref Unsafe.Add(ref w, wStride);
                        }

                        x = ref Unsafe.Add(ref x, nextChannels);
                    }

                    Unsafe.As<float, V>(ref y) = sum0;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, yStride)) = sum1;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * yStride)) = sum2;
                    Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * yStride)) = sum3;
                    rows = ref Unsafe.Add(ref rows, 4 * group);
                    y = ref Unsafe.Add(ref y, 4 * yStride);
                }
            }

            transformed = ref Unsafe.Add(ref transformed, layout.Element);
            weight = ref Unsafe.Add(ref weight, (nint)inputs * columns);
            products = ref Unsafe.Add(ref products, productElement);
        }
    }

    /// <summary>
    /// 16 tiles × one vector at a time, at each element, for a weight that comes from far away: it is read once, and as fast as it comes.
    /// With each row of a panel the line of the next vector is prefetched, or the row of the next panel.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void TallStrip<S, V, TLayout>(
        ref float transformed, in TileLayout layout, in WinogradPanels panels, ref float products, int elements, nint productElement,
        int inputs, int columns, int firstColumn, int endColumn)
        where S : ISimd<V>
        where V : struct
        where TLayout : struct, ITileLayout
    {
        int lanes = S.Lanes;
        nint wStride = panels.RowStride, wColumn = panels.ColumnStride;
        int group = TLayout.Lanes;
        nint yStride = columns, nextChannels = layout.Channels - group;
        bool intoL1 = Prefetch.IsAmd;
        ref float weight = ref panels.Weight;
        for (int element = 0; element < elements; element++)
        {
            for (int column = firstColumn; column < endColumn; column += lanes)
            {
                ref float x = ref transformed;
                ref float y = ref Unsafe.Add(ref products, column);
                nint inPanel = (column - firstColumn) % wStride, first = ((column - firstColumn - inPanel) * wColumn) + inPanel;
                ref float w = ref Unsafe.Add(ref weight, first);
                nint next = inPanel + lanes < wStride ? lanes : column + lanes < endColumn ? (
                    inputs * wStride) - inPanel : ((nint)inputs * columns) - first;
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
                for (int left = inputs; left > 0; left -= group)
                {
                    for (int k = Math.Min(left, group); k > 0; k--)
                    {
                        Prefetch.Line(ref Unsafe.Add(ref w, next), intoL1);
                        V wa = Unsafe.As<float, V>(ref w);
                        sum0 = S.MultiplyAdd(ref x, wa, sum0);
                        sum1 = S.MultiplyAdd(ref Unsafe.Add(ref x, group), wa, sum1);
                        sum2 = S.MultiplyAdd(ref Unsafe.Add(ref x, 2 * group), wa, sum2);
                        sum3 = S.MultiplyAdd(ref Unsafe.Add(ref x, 3 * group), wa, sum3);
                        sum4 = S.MultiplyAdd(ref Unsafe.Add(ref x, 4 * group), wa, sum4);
                        sum5 = S.MultiplyAdd(ref Unsafe.Add(ref x, 5 * group), wa, sum5);
                        sum6 = S.MultiplyAdd(ref Unsafe.Add(ref x, 6 * group), wa, sum6);
                        sum7 = S.MultiplyAdd(ref Unsafe.Add(ref x, 7 * group), wa, sum7);
                        sum8 = S.MultiplyAdd(ref Unsafe.Add(ref x, 8 * group), wa, sum8);
                        sum9 = S.MultiplyAdd(ref Unsafe.Add(ref x, 9 * group), wa, sum9);
                        sum10 = S.MultiplyAdd(ref Unsafe.Add(ref x, 10 * group), wa, sum10);
                        sum11 = S.MultiplyAdd(ref Unsafe.Add(ref x, 11 * group), wa, sum11);
                        sum12 = S.MultiplyAdd(ref Unsafe.Add(ref x, 12 * group), wa, sum12);
                        sum13 = S.MultiplyAdd(ref Unsafe.Add(ref x, 13 * group), wa, sum13);
                        sum14 = S.MultiplyAdd(ref Unsafe.Add(ref x, 14 * group), wa, sum14);
                        sum15 = S.MultiplyAdd(ref Unsafe.Add(ref x, 15 * group), wa, sum15);
                        x = ref Unsafe.Add(ref x, 1);
                        w = ref Unsafe.Add(ref w, wStride);
                    }

                    x = ref Unsafe.Add(ref x, nextChannels);
                }

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
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 12 * yStride)) = sum12;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 13 * yStride)) = sum13;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 14 * yStride)) = sum14;
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 15 * yStride)) = sum15;
            }

            transformed = ref Unsafe.Add(ref transformed, layout.Element);
            weight = ref Unsafe.Add(ref weight, (nint)inputs * columns);
            products = ref Unsafe.Add(ref products, productElement);
        }
    }
}
