using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <content>Tiles of a line: one transform of six products.</content>
internal static partial class WinogradOutputs
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void LinesInRegisters<S, V, TWindow, E>(
        scoped in ImageBatch output, in TileGrid grid, int tile, int tiles,
        ref float products, nint elementStride, int stride, int firstChannel, int endChannel, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int pixel = output.Channels;
        int sample = tile / grid.Count, row = (tile - (sample * grid.Count)) / grid.Columns;
        int column = tile - (sample * grid.Count) - (row * grid.Columns);
        for (; tiles > 0; tiles--)
        {
            nint corner = ((nint)grid.Y(row) * output.Width) + grid.X(column);
            ref float target = ref Unsafe.Add(ref output.First, ((nint)sample * output.SampleStride) + (corner * pixel));
            corner += (nint)sample * output.Height * output.Width;
            for (nint channel = firstChannel; channel < endChannel; channel += S.Lanes)
            {
                ref float m = ref Unsafe.Add(ref products, channel);
                Row<S, V, TWindow, E>(
                    S.Load(ref m), S.Load(ref Unsafe.Add(ref m, elementStride)), S.Load(ref Unsafe.Add(ref m, 2 * elementStride)),
                    S.Load(ref Unsafe.Add(ref m, 3 * elementStride)), S.Load(ref Unsafe.Add(ref m, 4 * elementStride)),
                    S.Load(ref Unsafe.Add(ref m, 5 * elementStride)),
                    ref Unsafe.Add(ref target, channel), pixel, corner, channel, in epilogue);
            }

            products = ref Unsafe.Add(ref products, stride);
            if (++column == grid.Columns)
            {
                column = 0;
                if (++row == grid.Rows)
                    (row, sample) = (0, sample + 1);
            }
        }
    }
}
