namespace NetGen.Compiler.Emission;

/// <summary>The lines that all kernels with accumulators in registers share.</summary>
internal static class TileCode
{
    /// <summary>Declares rows × vectors accumulators, all zero or loaded, and returns their names.</summary>
    public static string[,] Accumulators(MethodContext context, VectorDialect dialect, Tile tile, Func<int, int, string>? start = null)
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
    /// The innermost loop of a reduction: two references walk through memory, so that each access is a constant away from
    /// one of them. The body prints one step.
    /// </summary>
    public static void Walk(MethodContext context, string variable, string count, Walker left, Walker right, Action<string, string> step)
    {
        CodeWriter writer = context.Writer;
        (string x, string w) = (context.Fresh("x"), context.Fresh("w"));
        writer.Line($"ref float {x} = ref {VectorDialect.Element(left.Reference, left.Start)};");
        writer.Line($"ref float {w} = ref {VectorDialect.Element(right.Reference, right.Start)};");
        string index = context.Fresh(variable);
        using (writer.Open($"for (int {index} = 0; {index} < {count}; {index}++)"))
        {
            step(x, w);
            writer.Line($"{x} = ref {VectorDialect.Element(x, left.Step)};");
            writer.Line($"{w} = ref {VectorDialect.Element(w, right.Step)};");
        }
    }

    /// <summary>
    /// One step of the reduction: loads the vectors of the right-hand side, and for each row broadcasts one float of the left
    /// and multiplies and adds. With one vector a row the broadcast stays inside the multiply-add, where it costs nothing.
    /// Where the left is a vector too (each channel by itself), it has another one for each vector of the right.
    /// </summary>
    /// <param name="context">The method.</param>
    /// <param name="dialect">The vector width.</param>
    /// <param name="sums">The accumulators, [row, vector].</param>
    /// <param name="right">The reference at the first vector.</param>
    /// <param name="left">The reference at the first row's factor.</param>
    /// <param name="leftOffset">How many floats behind it a row's factor lies.</param>
    /// <param name="leftIsVector">Whether the factor has a float for each lane (a convolution with one channel a group).</param>
    public static void MultiplyAdd(
        MethodContext context, VectorDialect dialect, string[,] sums, string right, string left, Func<int, int> leftOffset, bool leftIsVector = false)
    {
        (int rows, int vectors) = (sums.GetLength(0), sums.GetLength(1));
        string[] loaded = new string[vectors];
        for (int vector = 0; vector < vectors; vector++)
        {
            loaded[vector] = context.Fresh("w" + (vectors > 1 ? ((char)('a' + vector)).ToString() : "Row"));
            context.Writer.Line($"{dialect.Type} {loaded[vector]} = {dialect.Load(right, vector * dialect.Lanes)};");
        }

        for (int row = 0; row < rows; row++)
        {
            if (leftIsVector)
            {
                for (int vector = 0; vector < vectors; vector++)
                {
                    string own = dialect.Load(left, leftOffset(row) + (vector * dialect.Lanes));
                    context.Writer.Line($"{sums[row, vector]} = {dialect.MultiplyAdd(own, loaded[vector], sums[row, vector])};");
                }

                continue;
            }

            string factor = dialect.Create(VectorDialect.Element(left, leftOffset(row)));
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

    /// <summary>The same where blocks differ, as at the sides of an image: blocks in a row that are alike share a loop.</summary>
    /// <param name="context">The method.</param>
    /// <param name="variable">The loop's variable.</param>
    /// <param name="length">The range.</param>
    /// <param name="block">The length of a block; the last may be shorter.</param>
    /// <param name="kind">What a block's code depends on, by its first place and its length.</param>
    /// <param name="body">Prints a block: where it is, how long it is, and a place that is like it.</param>
    public static void Blocks<T>(
        MethodContext context, string variable, int length, int block, Func<int, int, IReadOnlyList<T>> kind, Action<IndexExpression, int, int> body)
    {
        for (int first = 0; first < length;)
        {
            int count = Math.Min(block, length - first);
            IReadOnlyList<T> own = kind(first, count);
            int end = first + count;
            while (end + count <= length && kind(end, count).SequenceEqual(own))
                end += count;
            int start = first;
            Blocks(context, variable, end - first, count, (place, _) => body(place + start, count, start));
            first = end;
        }
    }

    /// <summary>
    /// Covers a range of constant length by blocks: a loop over whole blocks and one smaller block for the rest.
    /// </summary>
    public static void Blocks(MethodContext context, string variable, int length, int block, Action<IndexExpression, int> body)
    {
        int whole = length / block * block;
        if (whole == block)
            body(0, block);
        else if (whole > 0)
        {
            string name = context.Fresh(variable);
            string step = block == 1 ? $"{name}++" : $"{name} += {Literals.Integer(block)}";
            using (context.Writer.Open($"for (int {name} = 0; {name} < {Literals.Integer(whole)}; {step})"))
                body(name, block);
        }

        if (whole < length)
            body(whole, length - whole);
    }
}
