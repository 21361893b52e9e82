using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// The weight of a direct convolution as tiles read it: as it lies in memory, [rows, columns of the output], or packed,
/// [tiles, rows, columns of a tile], a row for each place of the window and input channel.
/// </summary>
/// <param name="first">The first float.</param>
/// <param name="rowStride">Floats from one row to the next.</param>
/// <param name="columnStride">Floats from one tile to the next, for each column.</param>
internal readonly ref struct ConvolutionWeight(ref float first, int rowStride, int columnStride)
{
    /// <summary>So many pixels are worth the copy.</summary>
    private const int PixelsOfPacked = 32;

    private readonly ref float first = ref first;
    private readonly int columnStride = columnStride;

    /// <summary>Floats from one row to the next.</summary>
    public readonly int RowStride = rowStride;

    /// <summary>The weight as it lies in memory.</summary>
    public static ConvolutionWeight InPlace(ref float first, int columns) => new(ref first, columns, 1);

    /// <summary>The weight packed into other memory.</summary>
    public static ConvolutionWeight Packed<S, V>(ref float weight, in ConvolutionWindow window, int columns, ref float packed)
        where S : ISimd<V>
        where V : struct
    {
        int rows = window.Height * window.Width * window.Inputs;
        Panel.Pack<S, V>(ref weight, columns, rows, columns, 2 * S.Lanes, ref packed);
        return new(ref packed, 2 * S.Lanes, rows);
    }

    /// <summary>
    /// Floats that packing takes; 0 where it does not pay. A tile for 16 registers takes a line of each row, and lines whose distance is a
    /// power of two have few places in L1. Tiles for 32 registers read the weight half as often.
    /// </summary>
    public static int Room<S, V, TProducts>(in ConvolutionWindow window, int columns, long pixels)
        where S : ISimd<V>
        where V : struct
        where TProducts : struct, IProducts =>
        S.Registers < 32 && !TProducts.IsDepthwise && window.Groups == 1
        && columns > 2 * S.Lanes && columns % (2 * S.Lanes) == 0 && pixels >= PixelsOfPacked
            ? AlignedBlock.RoundUp(window.Height * window.Width * window.Inputs * columns)
            : 0;

    /// <summary>The first row's float of the column with which a tile begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref float Of(int column) => ref Unsafe.Add(ref first, (nint)column * columnStride);
}
