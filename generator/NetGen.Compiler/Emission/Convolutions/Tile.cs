namespace NetGen.Compiler.Emission;

/// <summary>How many rows (or positions) and how many vectors of a row a kernel keeps in registers at once.</summary>
internal readonly record struct Tile(int Rows, int Vectors)
{
    /// <summary>Two multiply-adds a cycle, each of which takes four.</summary>
    private const int FewestSums = 8;

    /// <summary>A smaller tile loads more for each multiply-add.</summary>
    private const double WorthFewerRows = 0.97;

    /// <summary>Blocks of one size, or nearly, that cover a length: no small one is left at the end.</summary>
    public static int EvenBlock(int length, int most)
    {
        int blocks = (length + most - 1) / most;
        return (length + blocks - 1) / blocks;
    }

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

    /// <summary>
    /// The tile for a number of rows that is known: where what the largest tile leaves over would take much of the time, row by
    /// row, a smaller one that leaves less.
    /// </summary>
    public static Tile Dividing(VectorDialect dialect, int vectorsInRow, int rows)
    {
        Tile largest = For(dialect, vectorsInRow, rows);
        Tile best = largest;
        for (int fewer = largest.Rows - 1; fewer * largest.Vectors >= FewestSums; fewer--)
            if (Steps(largest with { Rows = fewer }, rows) < Steps(best, rows) * WorthFewerRows)
                best = largest with { Rows = fewer };
        return best;
    }

    /// <summary>About what one step of the reduction takes for all rows, in multiply-adds of one vector: a few sums wait for each other.</summary>
    private static int Steps(Tile tile, int rows) =>
        (rows / tile.Rows * Math.Max(tile.Rows * tile.Vectors, FewestSums)) + (rows % tile.Rows * Math.Max(tile.Vectors, FewestSums));
}
