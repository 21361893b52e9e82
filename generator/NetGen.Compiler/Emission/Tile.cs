namespace NetGen.Compiler.Emission;

/// <summary>How many rows (or positions) and how many vectors of a row a kernel keeps in registers at once.</summary>
internal readonly record struct Tile(int Rows, int Vectors)
{
    /// <summary>
    /// The largest tile that leaves registers for the vectors of one row of the right-hand side and a broadcast: every load
    /// then serves many multiply-adds. With one vector a row the broadcast is part of the multiply-add itself.
    /// </summary>
    public static Tile For(VectorDialect dialect, int vectorsInRow, int mostRows)
    {
        if (dialect.IsScalar)
            return new(1, 1);
        int vectors = dialect.Registers >= 32 && vectorsInRow >= 4 ? 4 : vectorsInRow >= 2 ? 2 : 1;
        int rows = (dialect.Registers - vectors - 2) / vectors;
        return new(Math.Max(1, Math.Min(Math.Min(rows, 12), mostRows)), vectors);
    }
}
