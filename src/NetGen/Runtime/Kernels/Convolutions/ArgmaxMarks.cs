using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Marks, with a bit each, the output channels that took their maximum from a position of a max-pool's window and whose gradient is not 0.
/// </summary>
internal static class ArgmaxMarks
{
    /// <summary>Channels of a mark.</summary>
    public const int Channels = 64;

    /// <summary>Marks that so many channels need for a position.</summary>
    public static int Words(int channels) => (channels + Channels - 1) / Channels;

    /// <summary>Writes marks[window, word, position]: bit i is that of channel 64·word + i.</summary>
    /// <param name="gradient">The gradients, [windows, <paramref name="stride"/>].</param>
    /// <param name="argmax">The argmax indices, which lie likewise.</param>
    /// <param name="stride">Floats from one window to the next.</param>
    /// <param name="windows">How many windows of the pool.</param>
    /// <param name="channels">Output channels; those behind them, in the padding, get no bit.</param>
    /// <param name="positions">Positions of a window.</param>
    /// <param name="marks">Room for the marks.</param>
    public static void Fill(ref float gradient, ref float argmax, int stride, int windows, int channels, int positions, ref ulong marks)
    {
        // As wide as the machine and the padding allow, whatever the kernel's own width is: the bits are the same.
        var widest = new WidestFill(ref gradient, ref argmax, stride, windows, channels, positions, ref marks);
        VectorWidth.Visit(ref widest);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill<S, V>(
        ref float gradient, ref float argmax, int stride, int windows, int channels, int positions, ref ulong marks)
        where S : ISimd<V>
        where V : struct
    {
        // Four positions at a time: the usual pool has as many.
        int position = 0;
        for (; position + 4 <= positions; position += 4)
            FillFour<S, V>(ref gradient, ref argmax, stride, windows, channels, positions, position, ref Unsafe.Add(ref marks, position));
        for (; position < positions; position++)
            FillOne<S, V>(ref gradient, ref argmax, stride, windows, channels, positions, position, ref Unsafe.Add(ref marks, position));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void FillFour<S, V>(
        ref float gradient, ref float argmax, int stride, int windows, int channels, int positions, int position, ref ulong marks)
        where S : ISimd<V>
        where V : struct
    {
        V wanted0 = S.Create(position), wanted1 = S.Create(position + 1);
        V wanted2 = S.Create(position + 2), wanted3 = S.Create(position + 3);
        for (int window = 0; window < windows; window++)
        {
            for (int first = 0; first < channels; first += Channels)
            {
                int count = Math.Min(Channels, channels - first);
                ulong isChannel = ulong.MaxValue >> (Channels - count);
                ulong bits0 = 0, bits1 = 0, bits2 = 0, bits3 = 0;
                for (int i = 0; i < count; i += S.Lanes)
                {
                    V value = S.Load(ref Unsafe.Add(ref gradient, first + i)), index = S.Load(ref Unsafe.Add(ref argmax, first + i));
                    bits0 |= S.MarksOf(value, index, wanted0) << i;
                    bits1 |= S.MarksOf(value, index, wanted1) << i;
                    bits2 |= S.MarksOf(value, index, wanted2) << i;
                    bits3 |= S.MarksOf(value, index, wanted3) << i;
                }

                marks = bits0 & isChannel;
                Unsafe.Add(ref marks, 1) = bits1 & isChannel;
                Unsafe.Add(ref marks, 2) = bits2 & isChannel;
                Unsafe.Add(ref marks, 3) = bits3 & isChannel;
                marks = ref Unsafe.Add(ref marks, positions);
            }

            gradient = ref Unsafe.Add(ref gradient, stride);
            argmax = ref Unsafe.Add(ref argmax, stride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void FillOne<S, V>(
        ref float gradient, ref float argmax, int stride, int windows, int channels, int positions, int position, ref ulong marks)
        where S : ISimd<V>
        where V : struct
    {
        V wanted = S.Create(position);
        for (int window = 0; window < windows; window++)
        {
            for (int first = 0; first < channels; first += Channels)
            {
                int count = Math.Min(Channels, channels - first);
                ulong bits = 0;
                for (int i = 0; i < count; i += S.Lanes)
                    bits |= S.MarksOf(
                        S.Load(ref Unsafe.Add(ref gradient, first + i)), S.Load(ref Unsafe.Add(ref argmax, first + i)), wanted) << i;
                marks = bits & (ulong.MaxValue >> (Channels - count));
                marks = ref Unsafe.Add(ref marks, positions);
            }

            gradient = ref Unsafe.Add(ref gradient, stride);
            argmax = ref Unsafe.Add(ref argmax, stride);
        }
    }

    /// <summary>Fills in the marks at the widest vectors that the machine has and that divide the stride.</summary>
    private readonly ref struct WidestFill(
        ref float gradient, ref float argmax, int stride, int windows, int channels, int positions, ref ulong marks) : IWidthVisitor
    {
        private readonly ref float gradient = ref gradient, argmax = ref argmax;
        private readonly ref ulong marks = ref marks;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Visit<S, V>()
            where S : ISimd<V>
            where V : struct
        {
            if (!VectorWidth.IsOfMachine(S.Lanes) || stride % S.Lanes != 0)
                return false;
            Fill<S, V>(ref gradient, ref argmax, stride, windows, channels, positions, ref marks);
            return true;
        }
    }
}
