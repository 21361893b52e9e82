namespace NetGen.Tests.Kernels;

/// <summary>The strips of sums over the rows of an image.</summary>
internal sealed partial class StripWriter
{
    public static string ColumnSums() => new StripWriter().Class("ColumnSums", writer =>
    {
        for (int vectors = 4; vectors > 0; vectors--)
            writer.ColumnStrip(vectors, sumsTwo: false);
        for (int vectors = 4; vectors > 0; vectors--)
            writer.ColumnStrip(vectors, sumsTwo: true);
    });

    private void ColumnStrip(int vectors, bool sumsTwo)
    {
        (string name, string type, string second) = sumsTwo
            ? ("PairStrip", ", E", ", scoped in E epilogue, ref float secondSums")
            : ("Strip", "", "");
        string[][] kinds = sumsTwo ? [[.. Names("sum")], [.. Names("second")]] : [[.. Names("sum")]];
        string[] sums = [.. kinds.SelectMany(kind => kind)];
        string atOnce = char.ToUpperInvariant(Vectors(vectors)[0]) + Vectors(vectors)[1..];
        Method(
            $"{atOnce} at a time, of the columns [column, endColumn), over the rows [begin, end).",
            $"private static void {name}{Text(vectors)}<S, V, TSource{type}>(\n        "
                + $"scoped in TSource source, ref float sums{second},\n        "
                + "int column, int endColumn, nint begin, nint end, int rowsOfBlock)",
            sumsTwo, constraint: "TSource : struct, IRowSource<V>, allows ref struct");
        Line("// Copies can stay in registers, while sums are stored.");
        Line("TSource terms = source;");
        if (sumsTwo)
            Line("E factor = epilogue;");
        Line("bool isCut = end - begin > rowsOfBlock;");
        Open($"for (; column < endColumn; column += {Times(vectors, "S.Lanes")})");
        foreach (string[] kind in kinds)
        {
            Line($"V {string.Join(", ", kind.Select(sum => sum + " = default"))};");
            Line($"CascadeSum<S, V> {string.Join(", ", kind.Select(sum => BlocksOf(sum) + " = default"))};");
        }

        Open("for (nint row = begin; row < end;)");
        Line("nint last = Math.Min(end, row + rowsOfBlock);");
        Open("for (; row < last; row++)");
        for (int vector = 0; vector < vectors; vector++)
        {
            string load = $"terms.Load(row, {Column(vector)})";
            if (!sumsTwo)
            {
                Line($"{Name("sum", vector)} = S.Add({Name("sum", vector)}, {load});");
                continue;
            }

            string value = Name("value", vector), sum = Name("second", vector);
            Line($"V {value} = {load};");
            Line($"{Name("sum", vector)} = S.Add({Name("sum", vector)}, {value});");
            Line($"{sum} = S.Add({sum}, factor.Apply({value}, row, {Column(vector)}));");
        }

        Close();
        Line();
        Open("if (isCut)");
        foreach (string sum in sums)
            Line($"{BlocksOf(sum)}.Add({sum});");
        Line(string.Join(" = ", sums) + " = default;");
        Close();
        Close();
        Line();
        for (int vector = 0; vector < vectors; vector++)
        {
            StoreSum(Name("sum", vector), "sums", vector);
            if (sumsTwo)
                StoreSum(Name("second", vector), "secondSums", vector);
        }

        Close();
        Close();

        string Name(string name, int vector) => vectors == 1 ? name : name + Text(vector);

        IEnumerable<string> Names(string name) => Enumerable.Range(0, vectors).Select(vector => Name(name, vector));

        string BlocksOf(string sum) => sum.StartsWith("sum", StringComparison.Ordinal) ? "blocks" + sum[3..] : "secondBlocks" + sum[6..];

        void StoreSum(string sum, string result, int vector) =>
            Store($"isCut ? {BlocksOf(sum)}.Value : {sum}", $"Unsafe.Add(ref {result}, {Column(vector)})");
    }
}
