namespace NetGen.Runtime;

/// <summary>The transform of a line of a tile's pixels to six elements, in two halves.</summary>
/// <typeparam name="V">A vector of floats.</typeparam>
internal interface ITileTransform<V>
    where V : struct
{
    /// <summary>Pixels of a line, up to six.</summary>
    static abstract int Pixels { get; }

    /// <summary>The first three elements.</summary>
    static abstract void First(V d0, V d1, V d2, V d3, V d4, V d5, out V t0, out V t1, out V t2);

    /// <summary>The last three elements.</summary>
    static abstract void Last(V d0, V d1, V d2, V d3, V d4, V d5, out V t3, out V t4, out V t5);

    /// <summary>The first three elements of a column, whose pixels lie at the same place of each line; zeros beyond the tile.</summary>
    static abstract void FirstOfColumn(
        int column, ref float line0, ref float line1, ref float line2, ref float line3, ref float line4, ref float line5, nint at,
        out V t0, out V t1, out V t2);

    /// <summary>The last three elements of a column.</summary>
    static abstract void LastOfColumn(
        int column, ref float line0, ref float line1, ref float line2, ref float line3, ref float line4, ref float line5, nint at,
        out V t3, out V t4, out V t5);
}
