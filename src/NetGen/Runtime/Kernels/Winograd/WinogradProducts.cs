using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// The products of Winograd's algorithm. At each element of the transformed tiles, 36 or 6, a matrix of tiles and input channels is
/// multiplied by the weight's matrix there.
/// </summary>
/// <remarks>A product is summed over the input channels in their order, whatever the shape of the register tile.</remarks>
internal static partial class WinogradProducts
{
    /// <summary>Tiles of a register tile that is one vector wide.</summary>
    private const int TallTiles = 16;

    /// <summary>A weight of so many floats does not stay in the L2 cache.</summary>
    private const int FloatsBeyondL2 = 1 << 18;

    /// <summary>Tiles that are multiplied at once, so that as many sums as there are registers for stay in them.</summary>
    public static int Tiles<S, V>(int columns)
        where S : ISimd<V>
        where V : struct =>
        columns >= WinogradPanels.Columns<S, V>() ? 6 : 8;

    /// <summary>Room for so many tiles is needed: some are computed in vain, so that all go through register tiles of one height.</summary>
    public static int Room(int tiles) => (tiles + 3) / 4 * 4;

    /// <summary>
    /// Computes products[tile, element, column] = Σₖ transformed[tile, element, k] · weight[element, k, column]
    /// for at least the tiles [0, tiles) and the columns [column, endColumn).
    /// </summary>
    /// <typeparam name="S">The vector width; its lanes divide <paramref name="columns"/>.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="TLayout">How the tiles lie: by element.</typeparam>
    /// <param name="transformed">The tiles, <see cref="Room"/> of them.</param>
    /// <param name="layout">Where they lie.</param>
    /// <param name="weight">
    /// The transformed weight, [elements, inputs, columns], the columns in panels (<see cref="WinogradPanels"/>).
    /// </param>
    /// <param name="products">Gets the products, [elements, <see cref="Room"/>, columns].</param>
    /// <param name="elements">How many elements a tile has.</param>
    /// <param name="productElement">Floats from one of their elements to the next.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="columns">Output channels in memory, padding included.</param>
    /// <param name="column">The first column, where a panel begins.</param>
    /// <param name="endColumn">The column after the last, where a panel ends.</param>
    /// <param name="tiles">How many tiles.</param>
    public static void Multiply<S, V, TLayout>(
        ref float transformed, in TileLayout layout, ref float weight,
        ref float products, int elements, nint productElement, int inputs, int columns, int column, int endColumn, int tiles)
        where S : ISimd<V>
        where V : struct
        where TLayout : struct, ITileLayout
    {
        int height = Height<S, V>(columns, tiles);
        int four = S.Registers >= 32 && height <= 6 ? columns / (4 * S.Lanes) * (4 * S.Lanes) : 0;
        int two = four + ((columns - four) / (2 * S.Lanes) * (2 * S.Lanes));
        if (column < four)
        {
            int end = Math.Min(four, endColumn);
            var panels = WinogradPanels.Of<S, V>(ref weight, inputs, columns, column);
            if (tiles > TallTiles / 2 && tiles <= TallTiles && layout.Channels >= TallTiles * TLayout.Lanes
                && (long)elements * inputs * columns >= FloatsBeyondL2)
                TallStrip<S, V, TLayout>(
                    ref transformed, in layout, in panels, ref products, elements, productElement, inputs, columns, column, end);
            else if (height == 6)
                Strip6x4<S, V, TLayout>(
                    ref transformed, in layout, in panels, ref products, elements, productElement, inputs, columns, column, end, tiles);
            else
                Strip4x4<S, V, TLayout>(
                    ref transformed, in layout, in panels, ref products, elements, productElement, inputs, columns, column, end, tiles);
            column = end;
        }

        if (column < Math.Min(two, endColumn))
        {
            int end = Math.Min(two, endColumn);
            var panels = WinogradPanels.Of<S, V>(ref weight, inputs, columns, column);
            if (height == 8)
                Strip8x2<S, V, TLayout>(
                    ref transformed, in layout, in panels, ref products, elements, productElement, inputs, columns, column, end, tiles);
            else if (height == 6)
                Strip6x2<S, V, TLayout>(
                    ref transformed, in layout, in panels, ref products, elements, productElement, inputs, columns, column, end, tiles);
            else
                Strip4x2<S, V, TLayout>(
                    ref transformed, in layout, in panels, ref products, elements, productElement, inputs, columns, column, end, tiles);
            column = end;
        }

        if (column < endColumn)
        {
            var panels = WinogradPanels.Of<S, V>(ref weight, inputs, columns, column);
            int tall = S.Registers >= 32 ? tiles / TallTiles * TallTiles : 0;
            if (tall > 0)
                Strip16x1<S, V, TLayout>(
                    ref transformed, in layout, in panels, ref products, elements, productElement, inputs, columns, column, endColumn,
                    tall);
            if (tall == tiles)
                return;
            transformed = ref Unsafe.Add(ref transformed, tall * layout.Tile);
            products = ref Unsafe.Add(ref products, tall * columns);
            tiles -= tall;
            height = Height<S, V>(columns, tiles);
            if (height == 8)
                Strip8x1<S, V, TLayout>(
                    ref transformed, in layout, in panels, ref products, elements, productElement, inputs, columns, column, endColumn,
                    tiles);
            else if (height == 6)
                Strip6x1<S, V, TLayout>(
                    ref transformed, in layout, in panels, ref products, elements, productElement, inputs, columns, column, endColumn,
                    tiles);
            else
                Strip4x1<S, V, TLayout>(
                    ref transformed, in layout, in panels, ref products, elements, productElement, inputs, columns, column, endColumn,
                    tiles);
        }
    }

    /// <summary>The height of register tiles with which the fewest tiles are computed in vain, and of those the largest.</summary>
    private static int Height<S, V>(int columns, int tiles)
        where S : ISimd<V>
        where V : struct
    {
        int best = Tiles<S, V>(columns);
        foreach (int height in (ReadOnlySpan<int>)[6, 4])
            if (height < best && RoundUp(tiles, height) < RoundUp(tiles, best))
                best = height;
        return best;
    }

    private static int RoundUp(int count, int unit) => (count + unit - 1) / unit * unit;
}
