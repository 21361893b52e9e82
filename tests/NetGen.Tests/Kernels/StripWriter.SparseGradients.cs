namespace NetGen.Tests.Kernels;

/// <summary>The strips of the sparse gradients behind a max-pool.</summary>
internal sealed partial class StripWriter
{
    /// <summary>As many sums keep two units busy whose additions take four cycles.</summary>
    private const int BusySums = 8;

    private const string BlockConstraint = "TBlock : struct, IWeightBlock";

    /// <summary>Tiles of the gradient of the weight, rows of the window × vectors of a row.</summary>
    private static readonly (int Rows, int Vectors)[] SparseWeightTiles =
    [
        .. Enumerable.Range(1, 5).SelectMany(vectors => new[] { 1, 2, 3, 5 }.Select(rows => (rows, vectors))), (1, 6), (2, 6), (3, 6),
        (1, 12),
    ];

    /// <summary>Tiles of the gradient by the image, rows × columns of the window.</summary>
    private static readonly (int Rows, int Columns)[] SparseInputTiles =
        [.. Enumerable.Range(1, 3).SelectMany(rows => Enumerable.Range(1, 5).Select(columns => (rows, columns)))];

    public static string SparseWeightGradients() => new StripWriter().Class("SparseWeightGradients", writer =>
    {
        writer.Dispatch(
            "Strip", SparseWeightTiles, "vectors",
            "ref float pixels, nint imageRow, scoped in ArgmaxLists lists, ref float gradient, nint outputStride, nint stride, bool adds",
            "ref pixels, imageRow, in lists, ref gradient, outputStride, stride, adds");
        foreach ((int rows, int vectors) in SparseWeightTiles)
            writer.SparseWeightStrip(rows, vectors);
    });

    public static string SparseInputGradients() => new StripWriter().Class("SparseInputGradients", writer =>
    {
        writer.Line($"private const int MostRows = {Text(SparseInputTiles.Max(tile => tile.Rows))};");
        writer.Line($"private const int MostColumns = {Text(SparseInputTiles.Max(tile => tile.Columns))};");
        foreach (int pool in (int[])[2, 1])
        {
            (string name, string parameter, string argument) =
                pool > 1 ? ($"Pool{Text(pool)}Strip", "", "") : ("Strip", ", int position", ", position");
            writer.Dispatch(
                name, SparseInputTiles, "columns", "scoped in MarkedWindows windows, ref float pixels, ref float weight" + parameter,
                "in windows, ref pixels, ref weight" + argument, BlockConstraint);
            foreach ((int rows, int columns) in SparseInputTiles)
                writer.SparseInputStrip($"{name}{Text(rows)}x{Text(columns)}", parameter, pool, rows, columns);
        }

        // A pool of 3×3 is rare: only for the usual window.
        writer.SparseInputStrip("Pool3Strip3x3", "", pool: 3, rows: 3, columns: 3);
    }, usings: "using System.Numerics;");

    /// <summary>Calls the strip of a tile.</summary>
    private void Dispatch(
        string name, (int Rows, int Columns)[] tiles, string columns, string parameters, string arguments, string constraint = "")
    {
        string types = constraint.Length > 0 ? "S, V, TBlock" : "S, V";
        Method(
            "The strip of a tile that there is.", $"private static void {name}<{types}>(int rows, int {columns}, {parameters})",
            hasEpilogue: false, options: "MethodImplOptions.NoInlining", constraint);
        Open($"switch ((rows, {columns}))");
        foreach ((int rows, int width) in tiles)
        {
            Line($"case ({Text(rows)}, {Text(width)}):");
            Line($"    {name}{Text(rows)}x{Text(width)}<{types}>({arguments});");
            Line("    break;");
        }

        Line("default:");
        Line("    throw new System.Diagnostics.UnreachableException();");
        Close();
        Close();
    }

    /// <summary>Few sums would wait for their own last addition: every other gradient is added to sums of its own.</summary>
    private void SparseWeightStrip(int rows, int vectors)
    {
        bool isDoubled = rows * vectors < BusySums;
        Method(
            $"{Rows(rows)} of the window × {Vectors(vectors)}, of some output channels.",
            $"private static void Strip{Text(rows)}x{Text(vectors)}<S, V>(ref float pixels, nint imageRow, scoped in ArgmaxLists lists, "
            + "ref float gradient, nint outputStride, nint stride, bool adds)",
            hasEpilogue: false);
        Line("ref float y = ref gradient;");
        Open("for (int output = 0; output < lists.Outputs; output++)");
        Line("ref float values = ref Unsafe.Add(ref lists.Values, output * lists.Stride);");
        Line("ref int offsets = ref Unsafe.Add(ref lists.Offsets, output * lists.Stride);");
        Line("int count = Unsafe.Add(ref lists.Counts, output), i = 0;");
        for (int row = 0; row < rows; row++)
            Line("V " + string.Join(", ", Enumerable.Range(0, vectors).Select(vector => $"{Sum(row, vector, vectors)} = default")) + ";");
        if (isDoubled)
        {
            Line("V " + string.Join(", ", Each(rows, vectors).Select(tile => $"{Other(tile.Row, tile.Vector)} = default")) + ";");
            Open("for (; i + 2 <= count; i += 2)");
            Terms("x", "i", Sum2);
            Terms("other", "i + 1", Other);
            Close();
            Line();
            Open("if (i < count)");
        }
        else
        {
            Open("for (; i < count; i++)");
        }

        Terms("x", "i", Sum2);
        Close();
        Line();
        AddOrStore(
            "adds", rows, vectors, "y", "stride",
            (row, vector) => isDoubled ? $"S.Add({Sum2(row, vector)}, {Other(row, vector)})" : Sum2(row, vector));
        Line("y = ref Unsafe.Add(ref y, outputStride);");
        Close();
        Close();

        string Sum2(int row, int vector) => Sum(row, vector, vectors);

        string Other(int row, int vector) => "other" + Sum(row, vector, vectors)["sum".Length..];

        void Terms(string pixel, string index, Func<int, int, string> sum)
        {
            Line($"ref float {pixel} = ref Unsafe.Add(ref pixels, Unsafe.Add(ref offsets, {index}));");
            Line($"V {pixel}Value = S.Create(Unsafe.Add(ref values, {index}));");
            for (int row = 0; row < rows; row++)
            {
                if (row > 0)
                    Line($"{pixel} = ref Unsafe.Add(ref {pixel}, imageRow);");
                for (int vector = 0; vector < vectors; vector++)
                    Line(
                        $"{sum(row, vector)} = S.MultiplyAdd({pixel}Value, {At(Element(pixel, 0, "", vector))}, "
                        + $"{sum(row, vector)});");
            }
        }
    }

    /// <summary>
    /// The pixels that some rows and columns of the convolution's window reach, from all positions of a window of the pool or from one.
    /// </summary>
    private void SparseInputStrip(string name, string parameter, int pool, int rows, int columns)
    {
        (int pixelRows, int pixelColumns) = (rows + pool - 1, columns + pool - 1);
        Method(
            $"{Rows(rows)} × {Text(columns)} of the window, "
            + $"{(pool > 1 ? $"from all positions of a pool of {Text(pool)}×{Text(pool)}" : "from one position of the pool")}.",
            $"private static void {name}<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight{parameter})",
            hasEpilogue: false, constraint: BlockConstraint);
        Line($"int words = windows.Words, channels = windows.Channels{(pool > 1 ? "" : ", positions = windows.Positions")};");
        Line(
            "nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow, "
            + "wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);");
        Line("ref float gradient = ref windows.Gradient;");
        Line($"ref ulong marks = ref {(pool > 1 ? "windows.Marks" : "Unsafe.Add(ref windows.Marks, position)")};");
        Open("for (int row = 0; row < windows.Rows; row++)");
        Line("ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);");
        Open("for (int column = 0; column < windows.Columns; column++)");
        for (int row = 0; row < pixelRows; row++)
            Line("V " + string.Join(", ", Enumerable.Range(0, pixelColumns).Select(column => $"{Sum(row, column, 2)} = default")) + ";");
        Line("ref float values = ref gradient;");
        Line("ref float weights = ref weight;");
        Open("for (int word = 0; word < words; word++)");
        for (int position = 0; position < pool * pool; position++)
        {
            Open(
                $"for (ulong left = {(position == 0 ? "marks" : $"Unsafe.Add(ref marks, {Text(position)})")}; "
                + "left != 0; left &= left - 1)");
            Line("nint output = BitOperations.TrailingZeroCount(left);");
            Line("V value = S.Create(Unsafe.Add(ref values, output));");
            Line("ref float w = ref Unsafe.Add(ref weights, output * wOutput);");
            for (int row = 0; row < rows; row++)
            {
                if (row > 0)
                    Line("w = ref Unsafe.Add(ref w, wRow);");
                for (int column = 0; column < columns; column++)
                {
                    string sum = Sum(row + (position / pool), column + (position % pool), 2);
                    Line($"{sum} = S.MultiplyAdd(value, {At(Element("w", column, "wColumn", 0))}, {sum});");
                }
            }

            Close();
            Line();
        }

        Line($"marks = ref Unsafe.Add(ref marks, {(pool > 1 ? Text(pool * pool) : "positions")});");
        Line("values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);");
        Line("weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);");
        Close();
        Line();
        Line("ref float y = ref first;");
        for (int row = 0; row < pixelRows; row++)
        {
            if (row > 0)
                Line("y = ref Unsafe.Add(ref y, pixelRow);");
            for (int column = 0; column < pixelColumns; column++)
                Store($"S.Add({At(Element("y", column, "pixel", 0))}, {Sum(row, column, 2)})", Element("y", column, "pixel", 0));
        }

        Line("first = ref Unsafe.Add(ref first, windows.ColumnStride);");
        Line("gradient = ref Unsafe.Add(ref gradient, channels);");
        Close();
        Close();
        Close();
    }
}
