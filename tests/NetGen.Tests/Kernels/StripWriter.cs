using System.Globalization;
using System.Text;

namespace NetGen.Tests.Kernels;

/// <summary>
/// Writes the strips of register tiles, which the kernels' sources hold: loops over arrays of accumulators do not stay in registers, so
/// each tile's accumulators are locals.
/// </summary>
internal sealed partial class StripWriter
{
    private const string Lanes = "S.Lanes";

    private readonly StringBuilder text = new();
    private int depth;
    private int methodDepth;
    private int methodBegin;

    /// <summary>Tiles of products, rows × vectors.</summary>
    private static readonly (int Rows, int Vectors)[] ProductTiles =
    [
        (6, 4), (4, 4), (1, 4), (8, 2), (6, 2), (4, 2), (1, 2), (8, 1), (4, 1), (1, 1),
    ];

    /// <summary>Tiles of products with a small weight; single rows are streamed.</summary>
    private static readonly (int Rows, int Vectors)[] SmallTiles = [(6, 4), (4, 4), (8, 2), (6, 2), (4, 2), (8, 1), (4, 1)];

    /// <summary>Vectors of one row that a few rows take at a time.</summary>
    private static readonly int[] StreamedVectors = [16, 8, 4, 2, 1];

    /// <summary>Tiles of the gradients of a product's weight.</summary>
    private static readonly (int Rows, int Vectors)[] GradientTiles =
    [
        (6, 4), (4, 4), (1, 4), (8, 2), (6, 2), (4, 2), (1, 2), (8, 1), (4, 1), (1, 1),
    ];

    /// <summary>Tiles of Winograd's products: tiles of the image × vectors.</summary>
    private static readonly (int Rows, int Vectors)[] WinogradTiles =
    [
        (6, 4), (4, 4), (8, 2), (6, 2), (4, 2), (16, 1), (8, 1), (6, 1), (4, 1),
    ];

    public static string Products() => new StripWriter().Class("Products", writer =>
    {
        foreach ((int rows, int vectors) in ProductTiles)
            writer.ProductStrip(rows, vectors);
        writer.PrefetchingStrip(6, 2);
        foreach ((int rows, int vectors) in SmallTiles)
            writer.SmallStrip(rows, vectors);
        writer.TallStrip();
        foreach (int vectors in StreamedVectors)
        {
            writer.Stream(vectors, prefetches: false);
            if (vectors == StreamedVectors[0])
                writer.Stream(vectors, prefetches: true);
        }
    });

    public static string WeightGradients() => new StripWriter().Class("WeightGradients", writer =>
    {
        foreach ((int rows, int vectors) in GradientTiles)
            writer.GradientStrip(rows, vectors);
    });

    public static string WinogradProducts() => new StripWriter().Class("WinogradProducts", writer =>
    {
        foreach ((int rows, int vectors) in WinogradTiles)
            writer.WinogradStrip(rows, vectors);
        writer.WinogradTallStrip();
    }, access: "internal");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Vector(int vector) => ((char)('a' + vector)).ToString();

    private static string Sum(int row, int vector, int vectors) => $"sum{Text(row)}{(vectors > 1 ? Vector(vector) : "")}";

    private static string Times(int factor, string value) => factor == 1 ? value : $"{Text(factor)} * {value}";

    /// <summary>An element some rows and vectors behind a reference.</summary>
    private static string Element(string reference, int row, string stride, int vector)
    {
        string rows = row == 0 ? "" : row > 1 && vector > 0 ? $"({Times(row, stride)})" : Times(row, stride);
        string vectors = vector == 0 ? "" : vector > 1 && row > 0 ? $"({Times(vector, "S.Lanes")})" : Times(vector, "S.Lanes");
        string offset = rows.Length > 0 && vectors.Length > 0 ? $"{rows} + {vectors}" : rows + vectors;
        return offset.Length == 0 ? reference : $"Unsafe.Add(ref {reference}, {offset})";
    }

    /// <summary>
    /// The vector that begins at a float. To read it so is nothing to the JIT; a call of the width's Load takes it as long as an operation,
    /// and a strip has dozens.
    /// </summary>
    private static string At(string reference) => $"Unsafe.As<float, V>(ref {reference})";

    private void Store(string value, string reference)
    {
        string line = $"{At(reference)} = {value};";
        if ((4 * depth) + line.Length <= LongestLine)
        {
            Line(line);
            return;
        }

        Line($"{At(reference)} =");
        depth++;
        Line($"{value};");
        depth--;
    }

    private string Class(string name, Action<StripWriter> members, string access = "public", string usings = "")
    {
        Line("// Written by StripWriter of the tests, which compare it.");
        if (usings.Length > 0)
            Line(usings);
        Line("using System.Runtime.CompilerServices;");
        Line();
        Line("namespace NetGen.Runtime;");
        Line();
        Open($"{access} static partial class {name}");
        members(this);
        Close();
        return text.ToString();
    }

    private void ProductStrip(int rows, int vectors)
    {
        Method(
            $"{Rows(rows)} × {Vectors(vectors)} at a time, while so many rows are left. Returns the first row that is left.",
            $"private static int Strip{Text(rows)}x{Text(vectors)}<S, V, E>("
            + "scoped in ProductPanel panel, int row, int end, scoped in E epilogue)", hasEpilogue: true);
        Line("nint xStride = panel.SourceStride, wStride = panel.WeightStride, yStride = panel.OutputStride;");
        Line("nint wColumn = panel.WeightColumn;");
        Line("int depth = panel.Depth, firstColumn = panel.Column, endColumn = panel.EndColumn;");
        Line("bool isFirst = panel.IsFirst, isLast = panel.IsLast;");
        Line("ref float weight = ref panel.Weight;");
        Line("ref float rows = ref Unsafe.Add(ref panel.Source, row * xStride);");
        Line("ref float results = ref Unsafe.Add(ref panel.Output, row * yStride);");
        Open(rows == 1 ? "for (; row < end; row++)" : $"for (; row + {Text(rows)} <= end; row += {Text(rows)})");
        Open($"for (int column = firstColumn; column < endColumn; column += {Times(vectors, "S.Lanes")})");
        Line("ref float x = ref rows;");
        Line("ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);");
        Line("ref float y = ref Unsafe.Add(ref results, column);");
        Line("V " + string.Join(", ", Each(rows, vectors).Select(tile => Sum(tile.Row, tile.Vector, vectors))) + ";");
        Start("isFirst", rows, vectors, "y", "yStride");
        Line();
        Open("for (int k = 0; k < depth; k++)");
        MultiplyAdd(rows, vectors, "xStride");
        Line("x = ref Unsafe.Add(ref x, 1);");
        Line("w = ref Unsafe.Add(ref w, wStride);");
        Close();
        Line();
        Open("if (isLast)");
        foreach ((int row, int vector) in Each(rows, vectors))
            Store(
                $"epilogue.Apply({Sum(row, vector, vectors)}, {Plus("row", Text(row))}, {Column(vector)})",
                Element("y", row, "yStride", vector));
        Close();
        Open("else");
        foreach ((int row, int vector) in Each(rows, vectors))
            Store(Sum(row, vector, vectors), Element("y", row, "yStride", vector));
        Close();
        Close();
        Line();
        Line($"rows = ref Unsafe.Add(ref rows, {Times(rows, "xStride")});");
        Line($"results = ref Unsafe.Add(ref results, {Times(rows, "yStride")});");
        Close();
        Line();
        Line("return row;");
        Close();
    }

    /// <summary>One tile's columns; while its terms pass, the weight that is wanted next comes into the L2 cache.</summary>
    private void PrefetchingStrip(int rows, int vectors)
    {
        Method(
            $"{Rows(rows)} × {Vectors(vectors)}, while so many rows are left. With each term a line of the weight is prefetched, "
            + "nextStride floats behind the one before, and nextRows behind for the next rows. Returns the first row that is left.",
            $"private static int PrefetchingStrip{Text(rows)}x{Text(vectors)}<S, V>("
            + "scoped in ProductPanel panel, ref float next, nint nextStride, nint nextRows, int end)", hasEpilogue: false);
        Line("nint xStride = panel.SourceStride, wStride = panel.WeightStride, yStride = panel.OutputStride;");
        Line("int depth = panel.Depth, row = 0;");
        Line("bool isFirst = panel.IsFirst, intoL1 = Prefetch.IsAmd;");
        Line("ref float weight = ref panel.Weight;");
        Line("ref float rows = ref panel.Source;");
        Line("ref float y = ref Unsafe.Add(ref panel.Output, panel.Column);");
        Open($"for (; row + {Text(rows)} <= end; row += {Text(rows)})");
        Line("ref float x = ref rows;");
        Line("ref float w = ref weight;");
        Line("ref float line = ref next;");
        Line("V " + string.Join(", ", Each(rows, vectors).Select(tile => Sum(tile.Row, tile.Vector, vectors))) + ";");
        Start("isFirst", rows, vectors, "y", "yStride");
        Line();
        Open("for (int k = 0; k < depth; k++)");
        Line("Prefetch.Line(ref line, intoL1);");
        MultiplyAdd(rows, vectors, "xStride");
        Line("x = ref Unsafe.Add(ref x, 1);");
        Line("w = ref Unsafe.Add(ref w, wStride);");
        Line("line = ref Unsafe.Add(ref line, nextStride);");
        Close();
        Line();
        foreach ((int row, int vector) in Each(rows, vectors))
            Store(Sum(row, vector, vectors), Element("y", row, "yStride", vector));
        Line($"rows = ref Unsafe.Add(ref rows, {Times(rows, "xStride")});");
        Line($"y = ref Unsafe.Add(ref y, {Times(rows, "yStride")});");
        Line("next = ref Unsafe.Add(ref next, nextRows);");
        Close();
        Line();
        Line("return row;");
        Close();
    }

    private void SmallStrip(int rows, int vectors)
    {
        Method(
            $"{Rows(rows)} × {Vectors(vectors)} at a time over the whole depth, while so many rows are left. "
            + "Returns the first row that is left.",
            $"private static int SmallStrip{Text(rows)}x{Text(vectors)}<S, V, E>("
            + "ref float source, nint xStride, ref float weight, nint wStride, ref float output, nint yStride, int depth, int row, "
            + "int end, int firstColumn, int endColumn, scoped in E epilogue)",
            hasEpilogue: true);
        Line("source = ref Unsafe.Add(ref source, row * xStride);");
        Line("output = ref Unsafe.Add(ref output, row * yStride);");
        Open($"for (; row + {Text(rows)} <= end; row += {Text(rows)})");
        Open($"for (int column = firstColumn; column < endColumn; column += {Times(vectors, "S.Lanes")})");
        Line("ref float x = ref source;");
        Line("ref float w = ref Unsafe.Add(ref weight, column);");
        Line("ref float y = ref Unsafe.Add(ref output, column);");
        for (int row = 0; row < rows; row++)
            Line("V " + string.Join(", ", Enumerable.Range(0, vectors).Select(vector => $"{Sum(row, vector, vectors)} = default")) + ";");
        Open("for (int k = 0; k < depth; k++)");
        MultiplyAdd(rows, vectors, "xStride");
        Line("x = ref Unsafe.Add(ref x, 1);");
        Line("w = ref Unsafe.Add(ref w, wStride);");
        Close();
        Line();
        foreach ((int row, int vector) in Each(rows, vectors))
            Store(
                $"epilogue.Apply({Sum(row, vector, vectors)}, {Plus("row", Text(row))}, {Column(vector)})",
                Element("y", row, "yStride", vector));
        Close();
        Line();
        Line($"source = ref Unsafe.Add(ref source, {Times(rows, "xStride")});");
        Line($"output = ref Unsafe.Add(ref output, {Times(rows, "yStride")});");
        Close();
        Line();
        Line("return row;");
        Close();
    }

    /// <summary>What is broadcast for a term is contiguous, at constant offsets.</summary>
    private void TallStrip()
    {
        const int Height = 16;
        Method(
            $"{Rows(Height)} × one vector at a time, for a weight that comes from far away: it is read once, and as fast as it comes. "
            + "The left side is transposed, [depth, 16]; the results are [16, columns]. With each row a line of the rows behind is "
            + "prefetched, in the order in which they lie in memory.",
            "private static void TallStrip<S, V>(ref float transposed, ref float weight, nint wStride, ref float results, int depth, "
            + "int columns, bool adds)",
            hasEpilogue: false);
        Line("bool intoL1 = Prefetch.IsAmd;");
        Line("int linesOfRow = columns / AlignedBlock.FloatsPerLine, left = linesOfRow;");
        Line("nint nextRow = wStride - columns;");
        Line("ref float line = ref Unsafe.Add(ref weight, depth * wStride);");
        Open("for (int column = 0; column < columns; column += S.Lanes)");
        Line("ref float x = ref transposed;");
        Line("ref float w = ref Unsafe.Add(ref weight, column);");
        Line("ref float y = ref Unsafe.Add(ref results, column);");
        Line("V " + string.Join(", ", Each(Height, 1).Select(tile => Sum(tile.Row, tile.Vector, 1))) + ";");
        Start("!adds", Height, 1, "y", "columns");
        Line();
        Open("for (int k = 0; k < depth; k++)");
        Line("Prefetch.Line(ref line, intoL1);");
        Line("line = ref Unsafe.Add(ref line, AlignedBlock.FloatsPerLine);");
        Open("if (--left == 0)");
        Line("left = linesOfRow;");
        Line("line = ref Unsafe.Add(ref line, nextRow);");
        Close();
        Line();
        MultiplyAdd(1, Height, row => row == 0 ? "x" : $"Unsafe.Add(ref x, {Text(row)})");
        Line($"x = ref Unsafe.Add(ref x, {Text(Height)});");
        Line("w = ref Unsafe.Add(ref w, wStride);");
        Close();
        Line();
        foreach ((int row, int vector) in Each(Height, 1))
            Store(Sum(row, vector, 1), Element("y", row, "columns", vector));
        Close();
        Close();
    }

    private void Stream(int vectors, bool prefetches)
    {
        string name = $"Stream{Text(vectors)}{(prefetches ? "Prefetched" : "")}";
        Method(
            $"One row × {Vectors(vectors)} at a time over the whole depth{(prefetches ? "; rows of the weight are prefetched" : "")}. "
            + "It is inlined: sizes that the caller knows are constants in it.",
            $"private static void {name}<S, V, E>(ref float source, ref float weight, nint wStride, ref float output, int depth, int row, "
            + "int firstColumn, int endColumn, scoped in E epilogue)",
            hasEpilogue: true, options: "MethodImplOptions.AggressiveInlining");
        Open($"for (int column = firstColumn; column < endColumn; column += {Times(vectors, "S.Lanes")})");
        Line("ref float x = ref source;");
        Line("ref float w = ref Unsafe.Add(ref weight, column);");
        Line("ref float y = ref Unsafe.Add(ref output, column);");
        for (int vector = 0; vector < vectors; vector++)
            Line($"V {Sum(0, vector, vectors)} = default;");
        Open("for (int k = 0; k < depth; k++)");
        MultiplyAdd(1, vectors, "1");
        if (prefetches)
        {
            Line($"for (int line = 0; line < {Times(vectors, "S.Lanes")}; line += AlignedBlock.FloatsPerLine)");
            Line("    Prefetch.Line(ref Unsafe.Add(ref w, (PrefetchedRows * wStride) + line), intoL1: false);");
        }

        Line("x = ref Unsafe.Add(ref x, 1);");
        Line("w = ref Unsafe.Add(ref w, wStride);");
        Close();
        Line();
        for (int vector = 0; vector < vectors; vector++)
            Store($"epilogue.Apply({Sum(0, vector, vectors)}, row, {Column(vector)})", Element("y", 0, "", vector));
        Close();
        Close();

        Method(
            $"The same for some rows, out of line.",
            $"private static void {name}Rows<S, V, E>(ref float source, nint xStride, ref float weight, nint wStride, ref float output, "
            + "nint yStride, int depth, int row, int end, int firstColumn, int endColumn, scoped in E epilogue)",
            hasEpilogue: true);
        Line("for (; row < end; row++)");
        Line(
            $"    {name}<S, V, E>(ref Unsafe.Add(ref source, row * xStride), ref weight, wStride, "
            + "ref Unsafe.Add(ref output, row * yStride), depth, row, firstColumn, endColumn, in epilogue);");
        Close();
    }

    private void GradientStrip(int rows, int vectors)
    {
        Method(
            $"{Rows(rows)} of the weight × {Vectors(vectors)} at a time, while so many rows are left. Returns the first row that is left.",
            $"private static int Strip{Text(rows)}x{Text(vectors)}<S, V>(ref float source, nint xStride, ref float outputGradient, "
            + "nint wStride, ref float gradient, nint yStride, int samples, int row, int end, int firstColumn, int endColumn, bool adds)",
            hasEpilogue: false);
        Line("ref float results = ref Unsafe.Add(ref gradient, row * yStride);");
        Open(rows == 1 ? "for (; row < end; row++)" : $"for (; row + {Text(rows)} <= end; row += {Text(rows)})");
        Open($"for (int column = firstColumn; column < endColumn; column += {Times(vectors, "S.Lanes")})");
        Line("ref float x = ref Unsafe.Add(ref source, row);");
        Line("ref float w = ref Unsafe.Add(ref outputGradient, column);");
        Line("ref float y = ref Unsafe.Add(ref results, column);");
        Line("V " + string.Join(", ", Each(rows, vectors).Select(tile => Sum(tile.Row, tile.Vector, vectors))) + ";");
        Start("!adds", rows, vectors, "y", "yStride");
        Line();
        Open("for (int k = 0; k < samples; k++)");
        MultiplyAdd(rows, vectors, "1");
        Line("x = ref Unsafe.Add(ref x, xStride);");
        Line("w = ref Unsafe.Add(ref w, wStride);");
        Close();
        Line();
        foreach ((int row, int vector) in Each(rows, vectors))
            Store(Sum(row, vector, vectors), Element("y", row, "yStride", vector));
        Close();
        Line();
        Line($"results = ref Unsafe.Add(ref results, {Times(rows, "yStride")});");
        Close();
        Line();
        Line("return row;");
        Close();
    }

    /// <summary>
    /// Tiles of an image lie side by side, sixteen channels of each: the offsets of the numbers that are broadcast are constants.
    /// </summary>
    private void WinogradStrip(int rows, int vectors)
    {
        Method(
            $"{Text(rows)} tiles × {Vectors(vectors)} at a time, at each element, until so many tiles are done.",
            $"private static void Strip{Text(rows)}x{Text(vectors)}<S, V, TLayout>(ref float transformed, in TileLayout layout, "
            + "in WinogradPanels panels, ref float products, int elements, nint productElement, int inputs, int columns, int firstColumn, "
            + "int endColumn, int tiles)",
            hasEpilogue: false, constraint: "TLayout : struct, ITileLayout");
        Line("nint wStride = panels.RowStride, wColumn = panels.ColumnStride;");
        Line("int group = TLayout.Lanes;");
        Line("nint yStride = columns, nextChannels = layout.Channels - group;");
        Line("ref float weight = ref panels.Weight;");
        Open("for (int element = 0; element < elements; element++)");
        Open($"for (int column = firstColumn; column < endColumn; column += {Times(vectors, "S.Lanes")})");
        Line("ref float rows = ref transformed;");
        Line("ref float y = ref Unsafe.Add(ref products, column);");
        Open($"for (int tile = 0; tile < tiles; tile += {Text(rows)})");
        Line("ref float x = ref rows;");
        Line("ref float w = ref Unsafe.Add(ref weight, (column - firstColumn) * wColumn);");
        for (int row = 0; row < rows; row++)
            Line("V " + string.Join(", ", Enumerable.Range(0, vectors).Select(vector => $"{Sum(row, vector, vectors)} = default")) + ";");
        Open("for (int left = inputs; left > 0; left -= group)");
        Open("for (int k = Math.Min(left, group); k > 0; k--)");
        MultiplyAdd(vectors, rows, row => row == 0 ? "x" : $"Unsafe.Add(ref x, {(row == 1 ? "" : Text(row) + " * ")}group)");
        Line("x = ref Unsafe.Add(ref x, 1);");
        Line("w = ref Unsafe.Add(ref w, wStride);");
        Close();
        Line();
        Line("x = ref Unsafe.Add(ref x, nextChannels);");
        Close();
        Line();
        foreach ((int row, int vector) in Each(rows, vectors))
            Store(Sum(row, vector, vectors), Element("y", row, "yStride", vector));
        Line($"rows = ref Unsafe.Add(ref rows, {Text(rows)} * group);");
        Line($"y = ref Unsafe.Add(ref y, {Times(rows, "yStride")});");
        Close();
        Close();
        Line();
        Line("transformed = ref Unsafe.Add(ref transformed, layout.Element);");
        Line("weight = ref Unsafe.Add(ref weight, (nint)inputs * columns);");
        Line("products = ref Unsafe.Add(ref products, productElement);");
        Close();
        Close();
    }

    private void WinogradTallStrip()
    {
        const int Height = 16;
        Method(
            $"{Text(Height)} tiles × one vector at a time, at each element, for a weight that comes from far away: it is read once, and as "
            + "fast as it comes. With each row of a panel the line of the next vector is prefetched, or the row of the next panel.",
            "private static void TallStrip<S, V, TLayout>(ref float transformed, in TileLayout layout, "
            + "in WinogradPanels panels, ref float products, int elements, nint productElement, int inputs, int columns, int firstColumn, "
            + "int endColumn)",
            hasEpilogue: false, constraint: "TLayout : struct, ITileLayout");
        Line("nint wStride = panels.RowStride, wColumn = panels.ColumnStride;");
        Line("int group = TLayout.Lanes;");
        Line("nint yStride = columns, nextChannels = layout.Channels - group;");
        Line("bool intoL1 = Prefetch.IsAmd;");
        Line("ref float weight = ref panels.Weight;");
        Open("for (int element = 0; element < elements; element++)");
        Open("for (int column = firstColumn; column < endColumn; column += S.Lanes)");
        Line("ref float x = ref transformed;");
        Line("ref float y = ref Unsafe.Add(ref products, column);");
        Line("nint inPanel = (column - firstColumn) % wStride, first = ((column - firstColumn - inPanel) * wColumn) + inPanel;");
        Line("ref float w = ref Unsafe.Add(ref weight, first);");
        Line(
            "nint next = inPanel + S.Lanes < wStride ? S.Lanes : column + S.Lanes < endColumn ? (inputs * wStride) - inPanel "
            + ": ((nint)inputs * columns) - first;");
        for (int row = 0; row < Height; row++)
            Line($"V {Sum(row, 0, 1)} = default;");
        Open("for (int left = inputs; left > 0; left -= group)");
        Open("for (int k = Math.Min(left, group); k > 0; k--)");
        Line("Prefetch.Line(ref Unsafe.Add(ref w, next), intoL1);");
        MultiplyAdd(1, Height, row => row == 0 ? "x" : $"Unsafe.Add(ref x, {(row == 1 ? "" : Text(row) + " * ")}group)");
        Line("x = ref Unsafe.Add(ref x, 1);");
        Line("w = ref Unsafe.Add(ref w, wStride);");
        Close();
        Line();
        Line("x = ref Unsafe.Add(ref x, nextChannels);");
        Close();
        Line();
        for (int row = 0; row < Height; row++)
            Store(Sum(row, 0, 1), Element("y", row, "yStride", 0));
        Close();
        Line();
        Line("transformed = ref Unsafe.Add(ref transformed, layout.Element);");
        Line("weight = ref Unsafe.Add(ref weight, (nint)inputs * columns);");
        Line("products = ref Unsafe.Add(ref products, productElement);");
        Close();
        Close();
    }

    /// <summary>Sums begin at zero, or go on from what lies in the result.</summary>
    private void Start(string begins, int rows, int vectors, string reference, string stride)
    {
        Open($"if ({begins})");
        for (int row = 0; row < rows; row++)
            Line(string.Join(" ", Enumerable.Range(0, vectors).Select(vector => $"{Sum(row, vector, vectors)} = default;")));
        Close();
        Open("else");
        foreach ((int row, int vector) in Each(rows, vectors))
            Line($"{Sum(row, vector, vectors)} = {At(Element(reference, row, stride, vector))};");
        Close();
    }

    /// <summary>
    /// Sums of a block of terms are added to what lies in the result, or begin it: long sums are made of blocks, so that they keep their
    /// digits.
    /// </summary>
    private void AddOrStore(string adds, int rows, int vectors, string reference, string stride, Func<int, int, string> sum)
    {
        Open($"if ({adds})");
        foreach ((int row, int vector) in Each(rows, vectors))
            Store(
                $"S.Add({At(Element(reference, row, stride, vector))}, {sum(row, vector)})", Element(reference, row, stride, vector));
        Close();
        Open("else");
        foreach ((int row, int vector) in Each(rows, vectors))
            Store(sum(row, vector), Element(reference, row, stride, vector));
        Close();
    }

    /// <summary>
    /// One term: the vectors of the right side, and for each row a float of the left one, multiplied and added. With one vector a row the
    /// broadcast is part of the instruction, where it costs nothing.
    /// </summary>
    private void MultiplyAdd(int rows, int vectors, string stride) =>
        MultiplyAdd(vectors, rows, row => stride == "1" && row > 0 ? $"Unsafe.Add(ref x, {Text(row)})" : Element("x", row, stride, 0));

    private void MultiplyAdd(int vectors, int rows, Func<int, string> left)
    {
        for (int vector = 0; vector < vectors; vector++)
            Line($"V w{Vector(vector)} = {At(Element("w", 0, "", vector))};");
        for (int row = 0; row < rows; row++)
        {
            if (vectors == 1)
            {
                Line($"{Sum(row, 0, 1)} = S.MultiplyAdd(ref {left(row)}, wa, {Sum(row, 0, 1)});");
                continue;
            }

            Line($"V x{Text(row)} = S.Create({left(row)});");
            for (int vector = 0; vector < vectors; vector++)
                Line($"{Sum(row, vector, vectors)} = S.MultiplyAdd(x{Text(row)}, w{Vector(vector)}, {Sum(row, vector, vectors)});");
        }
    }

    private static string Rows(int rows) => rows == 1 ? "One row" : $"{Text(rows)} rows";

    private static string Vectors(int vectors) => vectors == 1 ? "one vector" : $"{Text(vectors)} vectors";

    private static string Column(int vector) =>
        vector == 0 ? "column" : $"column + {(vector > 1 ? $"({Times(vector, "S.Lanes")})" : "S.Lanes")}";

    private static string Plus(string variable, string constant) => constant == "0" ? variable : $"{variable} + {constant}";

    private static IEnumerable<(int Row, int Vector)> Each(int rows, int vectors) =>
        Enumerable.Range(0, rows).SelectMany(row => Enumerable.Range(0, vectors).Select(vector => (row, vector)));

    private void Method(
        string summary, string signature, bool hasEpilogue,
        string options = "MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining", string constraint = "")
    {
        if (text[^2] != '{')
            Line();
        Summary(summary);
        Line($"[MethodImpl({options})]");
        Line(signature);
        Line("    where S : ISimd<V>");
        Line("    where V : struct");
        if (hasEpilogue)
            Line("    where E : struct, IEpilogue<V>, allows ref struct");
        if (constraint.Length > 0)
            Line("    where " + constraint);
        Line("{");
        methodDepth = depth++;
        methodBegin = text.Length;
    }

    private void Open(string header)
    {
        Line(header);
        Line("{");
        depth++;
    }

    private void Close()
    {
        if (--depth == methodDepth)
            NameLanes();
        Line("}");
    }

    /// <summary>Asks for the lanes once in a method: the JIT takes as long for each question as for an operation.</summary>
    private void NameLanes()
    {
        string body = text.ToString(methodBegin, text.Length - methodBegin);
        if (body.IndexOf(Lanes, StringComparison.Ordinal) == body.LastIndexOf(Lanes, StringComparison.Ordinal))
            return;
        text.Length = methodBegin;
        depth++;
        Line($"int lanes = {Lanes};");
        depth--;
        text.Append(body.Replace(Lanes, "lanes", StringComparison.Ordinal));
    }
}
