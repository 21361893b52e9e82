namespace NetGen.Tests.Kernels;

/// <summary>The strips of sums and squared deviations over the rows of an image.</summary>
internal sealed partial class StripWriter
{
    public static string ColumnMoments() => new StripWriter().Class("ColumnMoments", writer =>
    {
        for (int vectors = 4; vectors > 0; vectors--)
            writer.MomentStrip(vectors);
    });

    private void MomentStrip(int vectors)
    {
        string atOnce = char.ToUpperInvariant(Vectors(vectors)[0]) + Vectors(vectors)[1..];
        Method(
            $"{atOnce} at a time, of the columns [column, endColumn), over the rows [begin, end).",
            $"private static void Strip{Text(vectors)}<S, V, TSource, TAgain>(\n        "
                + "scoped in TSource source, scoped in TAgain again, ref float sums, ref float squares,\n        "
                + "int column, int endColumn, nint begin, nint end, int rowsOfBlock)",
            hasEpilogue: false,
            constraint: "TSource : struct, IRowSource<V>, allows ref struct\n"
                + "        where TAgain : struct, IRowSource<V>, allows ref struct");
        Line("// Copies can stay in registers, while sums are stored.");
        Line("TSource terms = source;");
        Line("TAgain termsAgain = again;");
        Open($"for (; column < endColumn; column += {Times(vectors, "S.Lanes")})");
        Line($"CascadeSum<S, V> {All("sums", " = default")};");
        Line($"CascadeSum<S, V> {All("squares", " = default")};");
        Open("for (nint first = begin, last; first < end; first = last)");
        Line("last = Math.Min(end, first + rowsOfBlock);");
        Line($"V {All("sum", " = default")};");
        Open("for (nint row = first; row < last; row++)");
        Each(vector => $"{Name("sum", vector)} = S.Add({Name("sum", vector)}, terms.Load(row, {Column(vector)}));");
        Close();
        Line();
        Line("V share = S.Create(1f / (last - first));");
        Each(vector => $"V {Name("mean", vector)} = S.Multiply({Name("sum", vector)}, share);");
        Line($"V {All("square", " = default")};");
        Open("for (nint row = first; row < last; row++)");
        for (int vector = 0; vector < vectors; vector++)
        {
            (string apart, string square) = (Name("apart", vector), Name("square", vector));
            Line($"V {apart} = S.Subtract(termsAgain.Load(row, {Column(vector)}), {Name("mean", vector)});");
            Line($"{square} = S.MultiplyAdd({apart}, {apart}, {square});");
        }

        Close();
        Line();
        Open("if (first > begin)");
        Line("// How far the block's mean lies from that of the rows before it.");
        Line("V shareBefore = S.Create(1f / (first - begin));");
        Line("V weight = S.Create((float)(first - begin) * (last - first) / (last - begin));");
        for (int vector = 0; vector < vectors; vector++)
        {
            (string apart, string square) = (Name("apart", vector), Name("square", vector));
            Line($"V {apart} = S.Subtract({Name("mean", vector)}, S.Multiply({Name("sums", vector)}.Value, shareBefore));");
            Line($"{square} = S.MultiplyAdd(S.Multiply({apart}, {apart}), weight, {square});");
        }

        Close();
        Line();
        Each(vector => $"{Name("sums", vector)}.Add({Name("sum", vector)});");
        Each(vector => $"{Name("squares", vector)}.Add({Name("square", vector)});");
        Close();
        Line();
        for (int vector = 0; vector < vectors; vector++)
            Store($"{Name("sums", vector)}.Value", $"Unsafe.Add(ref sums, {Column(vector)})");
        for (int vector = 0; vector < vectors; vector++)
            Store($"{Name("squares", vector)}.Value", $"Unsafe.Add(ref squares, {Column(vector)})");
        Close();
        Close();

        string Name(string name, int vector) =>
            vectors > 1 ? name + Text(vector) : name is "sums" or "squares" ? name + "OfBlocks" : name;

        string All(string name, string value) =>
            string.Join(", ", Enumerable.Range(0, vectors).Select(vector => Name(name, vector) + value));

        void Each(Func<int, string> line)
        {
            for (int vector = 0; vector < vectors; vector++)
                Line(line(vector));
        }
    }
}
