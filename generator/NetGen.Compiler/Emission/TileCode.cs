namespace NetGen.Compiler.Emission;

/// <summary>The lines that all kernels with accumulators in registers share.</summary>
internal static class TileCode
{
    /// <summary>Declares rows × vectors accumulators, all zero or loaded, and returns their names.</summary>
    public static string[,] Accumulators(KernelContext context, VectorDialect dialect, Tile tile, Func<int, int, string>? start = null)
    {
        string[,] names = new string[tile.Rows, tile.Vectors];
        for (int row = 0; row < tile.Rows; row++)
            for (int vector = 0; vector < tile.Vectors; vector++)
            {
                names[row, vector] = context.Fresh($"sum{row}{(tile.Vectors > 1 ? ((char)('a' + vector)).ToString() : "")}");
                context.Writer.Line($"{dialect.Type} {names[row, vector]} = {start?.Invoke(row, vector) ?? dialect.Zero};");
            }

        return names;
    }

    /// <summary>
    /// One step of the reduction: loads the vectors of the right-hand side, and for each row broadcasts one float of the left
    /// and multiplies and adds. With one vector a row the broadcast stays inside the multiply-add, where it costs nothing.
    /// Where the left is a vector too (each channel by itself), it has another one for each vector of the right.
    /// </summary>
    public static void MultiplyAdd(
        KernelContext context, VectorDialect dialect, string[,] sums, Func<int, string> right, Func<int, int, string> left, bool leftIsVector = false)
    {
        (int rows, int vectors) = (sums.GetLength(0), sums.GetLength(1));
        string[] loaded = new string[vectors];
        for (int vector = 0; vector < vectors; vector++)
        {
            loaded[vector] = context.Fresh("w" + (vectors > 1 ? ((char)('a' + vector)).ToString() : ""));
            context.Writer.Line($"{dialect.Type} {loaded[vector]} = {right(vector)};");
        }

        for (int row = 0; row < rows; row++)
        {
            if (leftIsVector)
            {
                for (int vector = 0; vector < vectors; vector++)
                    context.Writer.Line($"{sums[row, vector]} = {dialect.MultiplyAdd(left(row, vector), loaded[vector], sums[row, vector])};");
                continue;
            }

            string factor = dialect.Create(left(row, 0));
            if (vectors > 1)
            {
                string local = context.Fresh("x" + row);
                context.Writer.Line($"{dialect.Type} {local} = {factor};");
                factor = local;
            }

            for (int vector = 0; vector < vectors; vector++)
                context.Writer.Line($"{sums[row, vector]} = {dialect.MultiplyAdd(factor, loaded[vector], sums[row, vector])};");
        }
    }

    /// <summary>
    /// Covers a range of constant length by blocks: a loop over whole blocks and one smaller block for the rest.
    /// </summary>
    public static void Blocks(KernelContext context, string variable, int length, int block, Action<IndexExpression, int> body)
    {
        int whole = length / block * block;
        if (whole == block)
            Scoped(() => body(0, block));
        else if (whole > 0)
        {
            string name = context.Fresh(variable);
            using (context.Writer.Open($"for (int {name} = 0; {name} < {Literals.Integer(whole)}; {name} += {Literals.Integer(block)})"))
                body(name, block);
        }

        if (whole < length)
            Scoped(() => body(whole, length - whole));

        void Scoped(Action inner)
        {
            using (context.Writer.Open())
                inner();
        }
    }
}
