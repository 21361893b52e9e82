namespace NetGen.Tests.Kernels;

/// <summary>The strips of the gradients of a convolution's weight.</summary>
internal sealed partial class StripWriter
{
    /// <summary>Tiles of the gradients of a convolution's weight: positions of a row of the window × vectors.</summary>
    private static readonly (int Rows, int Vectors)[] WindowTiles =
    [
        (6, 4), (3, 4),
        (12, 2), (8, 2), (7, 2), (6, 2), (5, 2), (4, 2), (3, 2), (2, 2), (1, 2),
        (12, 1), (11, 1), (10, 1), (9, 1), (8, 1), (7, 1), (6, 1), (5, 1), (4, 1), (3, 1), (2, 1), (1, 1),
    ];

    /// <summary>The same where each channel sees itself only: columns of the window × vectors.</summary>
    private static readonly (int Rows, int Vectors)[] DepthwiseGradientTiles =
        [(3, 4), (2, 4), (1, 4), (7, 2), (6, 2), (5, 2), (4, 2), (7, 1), (6, 1), (5, 1), (4, 1), (3, 1), (2, 1), (1, 1)];

    public static string ConvolutionWeightGradients() => new StripWriter().Class("ConvolutionWeightGradients", writer =>
    {
        foreach ((int rows, int vectors) in WindowTiles)
            writer.WindowStrip(rows, vectors);
        foreach ((int rows, int vectors) in DepthwiseGradientTiles)
            writer.DepthwiseGradientStrip(rows, vectors);
        writer.DepthwiseWindow(2);
        writer.DepthwiseWindow(1);
    });

    private void WindowStrip(int rows, int vectors)
    {
        Method(
            $"{Positions(rows)} of the window × {Vectors(vectors)} at a time, while so many positions are left. "
            + "Returns the first that is left.",
            $"private static int Strip{Text(rows)}x{Text(vectors)}<S, V, P>("
            + "scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)",
            hasEpilogue: false, constraint: "P : struct, IWindowPositions");
        OpenTiles(rows);
        Line("nint first = P.First(ref region.Offsets, position);");
        for (int row = 1; row < rows; row++)
            Line($"nint offset{Text(row)} = P.Behind(ref region.Offsets, position, {Text(row)});");
        OpenPixels(rows, vectors, "first");
        MultiplyAdd(vectors, rows, row => row == 0 ? "x" : $"Unsafe.Add(ref x, offset{Text(row)})");
        ClosePixels(rows, vectors);
    }

    private void DepthwiseGradientStrip(int rows, int vectors)
    {
        Method(
            $"{WindowColumns(rows)} of the window × {Vectors(vectors)} of channels at a time, while so many columns are left. "
            + "Returns the first that is left.",
            $"private static int DepthwiseStrip{Text(rows)}x{Text(vectors)}<S, V>("
            + "scoped in WeightGradientRegion region, int position, int end, int firstColumn, int endColumn)",
            hasEpilogue: false);
        Line("nint offset1 = region.WindowColumn;");
        for (int row = 2; row < rows; row++)
            Line($"nint offset{Text(row)} = {Text(row)} * offset1;");
        OpenTiles(rows);
        OpenPixels(rows, vectors, "(position * offset1) + column");
        for (int vector = 0; vector < vectors; vector++)
        {
            Line($"V w{Vector(vector)} = {At(Element("w", 0, "", vector))};");
            for (int row = 0; row < rows; row++)
                Line(
                    $"{Sum(row, vector, vectors)} = S.MultiplyAdd("
                    + $"{At(Element("x", Math.Min(row, 1), $"offset{Text(row)}", vector))}, w{Vector(vector)}, "
                    + $"{Sum(row, vector, vectors)});");
        }

        ClosePixels(rows, vectors);
    }

    private void DepthwiseWindow(int vectors)
    {
        const int Side = 3, Rows = Side * Side;
        Method(
            $"The 3×3 elements of the window × {Vectors(vectors)} of channels at a time.",
            $"private static void DepthwiseWindow3x3x{Text(vectors)}<S, V>("
            + "scoped in WeightGradientRegion region, int firstColumn, int endColumn)",
            hasEpilogue: false);
        Line("nint offset1 = region.WindowColumn, windowRow = region.WindowRow;");
        Line("nint offset2 = 2 * offset1;");
        Line("nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;");
        Line("int pixels = region.Pixels;");
        Open($"for (int column = firstColumn; column < endColumn; column += {Times(vectors, "S.Lanes")})");
        Line("ref float xRow = ref Unsafe.Add(ref region.Image, column);");
        Line("ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);");
        Line("ref float y = ref Unsafe.Add(ref region.Gradient, column);");
        for (int row = 0; row < Rows; row++)
            Line("V " + string.Join(", ", Enumerable.Range(0, vectors).Select(vector => $"{Sum(row, vector, vectors)} = default")) + ";");
        Open("for (int row = region.Rows; row > 0; row--)");
        Line("ref float x0 = ref xRow;");
        Line("ref float x1 = ref Unsafe.Add(ref x0, windowRow);");
        Line("ref float x2 = ref Unsafe.Add(ref x1, windowRow);");
        Line("ref float w = ref wRow;");
        Open("for (int pixel = pixels; pixel > 0; pixel--)");
        for (int vector = 0; vector < vectors; vector++)
        {
            Line($"V w{Vector(vector)} = {At(Element("w", 0, "", vector))};");
            for (int row = 0; row < Rows; row++)
                Line(
                    $"{Sum(row, vector, vectors)} = S.MultiplyAdd("
                    + $"{At(Element($"x{Text(row / Side)}", Math.Min(row % Side, 1), $"offset{Text(row % Side)}", vector))}, "
                    + $"w{Vector(vector)}, {Sum(row, vector, vectors)});");
        }

        for (int row = 0; row < Side; row++)
            Line($"x{Text(row)} = ref Unsafe.Add(ref x{Text(row)}, xPixel);");
        Line("w = ref Unsafe.Add(ref w, wPixel);");
        Close();
        Line();
        Line("xRow = ref Unsafe.Add(ref xRow, region.ImageRow);");
        Line("wRow = ref Unsafe.Add(ref wRow, region.GradientRow);");
        Close();
        Line();
        AddOrStore("region.Adds", Rows, vectors, "y", "yStride", (row, vector) => Sum(row, vector, vectors));
        Close();
        Close();
    }

    private void OpenTiles(int rows)
    {
        Line("nint xPixel = region.ImagePixel, wPixel = region.GradientPixel, yStride = region.WeightStride;");
        Line("int pixels = region.Pixels;");
        Open(rows == 1 ? "for (; position < end; position++)" : $"for (; position + {Text(rows)} <= end; position += {Text(rows)})");
    }

    /// <summary>The loops over columns and pixels, up to a pixel's terms.</summary>
    private void OpenPixels(int rows, int vectors, string firstNumber)
    {
        Open($"for (int column = firstColumn; column < endColumn; column += {Times(vectors, "S.Lanes")})");
        Line($"ref float xRow = ref Unsafe.Add(ref region.Image, {firstNumber});");
        Line("ref float wRow = ref Unsafe.Add(ref region.OutputGradient, column);");
        Line("ref float y = ref Unsafe.Add(ref region.Gradient, (position * yStride) + column);");
        for (int row = 0; row < rows; row++)
            Line("V " + string.Join(", ", Enumerable.Range(0, vectors).Select(vector => $"{Sum(row, vector, vectors)} = default")) + ";");
        Open("for (int row = region.Rows; row > 0; row--)");
        Line("ref float x = ref xRow;");
        Line("ref float w = ref wRow;");
        Open("for (int pixel = pixels; pixel > 0; pixel--)");
    }

    private void ClosePixels(int rows, int vectors)
    {
        Line("x = ref Unsafe.Add(ref x, xPixel);");
        Line("w = ref Unsafe.Add(ref w, wPixel);");
        Close();
        Line();
        Line("xRow = ref Unsafe.Add(ref xRow, region.ImageRow);");
        Line("wRow = ref Unsafe.Add(ref wRow, region.GradientRow);");
        Close();
        Line();
        AddOrStore("region.Adds", rows, vectors, "y", "yStride", (row, vector) => Sum(row, vector, vectors));
        Close();
        Close();
        Line();
        Line("return position;");
        Close();
    }

    private static string Positions(int rows) => rows == 1 ? "One position" : $"{Text(rows)} positions";

    private static string WindowColumns(int rows) => rows == 1 ? "One column" : $"{Text(rows)} columns";
}
