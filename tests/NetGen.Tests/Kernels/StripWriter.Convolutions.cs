namespace NetGen.Tests.Kernels;

/// <summary>The tiles of direct convolutions.</summary>
internal sealed partial class StripWriter
{
    /// <summary>
    /// Tiles of a convolution, pixels × vectors of output channels: every height, so that the tiles of a line are of one height, or nearly.
    /// </summary>
    private static readonly (int Pixels, int Vectors)[] ConvolutionTiles = [.. Heights(6, 4), .. Heights(9, 2), .. Heights(12, 1)];

    /// <summary>Tiles of a convolution of each channel by itself.</summary>
    private static readonly (int Pixels, int Vectors)[] DepthwiseTiles = [.. Heights(6, 2), .. Heights(8, 1)];

    /// <summary>Tiles of a convolution with a max-pool of 2×2 behind it, windows × vectors.</summary>
    private static readonly (int Windows, int Vectors)[] PooledTiles = [(1, 4), (3, 2), (2, 2), (1, 2), (3, 1), (2, 1), (1, 1)];

    /// <summary>Tiles of a convolution with a lane for each sample, pixels × output channels.</summary>
    private static readonly (int Pixels, int Channels)[] BatchLaneTiles = [(4, 6), (4, 4), (4, 2), (4, 1), (1, 6), (1, 4), (1, 2), (1, 1)];

    /// <summary>The same with a max-pool of 2×2 behind it: output channels of one window.</summary>
    private static readonly int[] PooledBatchLaneTiles = [6, 4, 2, 1];

    private static IEnumerable<(int, int)> Heights(int most, int vectors) =>
        Enumerable.Range(1, most).Reverse().Select(height => (height, vectors));

    public static string Convolutions() => new StripWriter().Class("ConvolutionTiles", writer =>
    {
        foreach ((int pixels, int vectors) in ConvolutionTiles)
            writer.ConvolutionStrip(pixels, vectors, isDepthwise: false);
        foreach ((int pixels, int vectors) in DepthwiseTiles)
            writer.ConvolutionStrip(pixels, vectors, isDepthwise: true);
        foreach ((int windows, int vectors) in PooledTiles)
            writer.PooledStrip(windows, vectors);
    }, access: "internal");

    public static string BatchLaneConvolutions() => new StripWriter().Class("BatchLaneTiles", writer =>
    {
        foreach ((int pixels, int channels) in BatchLaneTiles)
            writer.BatchLaneStrip(pixels, channels);
        foreach (int channels in PooledBatchLaneTiles)
            writer.PooledBatchLaneStrip(channels);
    }, access: "internal");

    private void ConvolutionStrip(int pixels, int vectors, bool isDepthwise)
    {
        Method(
            $"{Pixels(pixels)} × {Vectors(vectors)} at a time, through the pixels [first, end) of some lines"
            + $"{(isDepthwise ? ", each channel by itself" : "")}.",
            $"private static void {(isDepthwise ? "Depthwise" : "Pixels")}{Text(pixels)}x{Text(vectors)}<S, V, E>("
            + "scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)", hasEpilogue: true);
        BeginLines(pixels);
        for (int row = 0; row < pixels; row++)
            Line("V " + string.Join(", ", Enumerable.Range(0, vectors).Select(vector => $"{Sum(row, vector, vectors)} = default")) + ";");
        BeginTaps();
        if (isDepthwise)
        {
            for (int vector = 0; vector < vectors; vector++)
                Line($"V w{Vector(vector)} = {At(Element("w", 0, "", vector))};");
            foreach ((int row, int vector) in Each(pixels, vectors))
                Line(
                    $"{Sum(row, vector, vectors)} = S.MultiplyAdd({At(Element("x", row, "xStride", vector))}, w{Vector(vector)}, "
                    + $"{Sum(row, vector, vectors)});");
        }
        else
        {
            Open("for (int k = depth; k > 0; k--)");
            MultiplyAdd(pixels, vectors, "xStride");
            Line("x = ref Unsafe.Add(ref x, 1);");
            Line("w = ref Unsafe.Add(ref w, wStride);");
            Close();
        }

        Close();
        Line();
        foreach ((int row, int vector) in Each(pixels, vectors))
            Store(
                $"epilogue.Apply({Sum(row, vector, vectors)}, {Further("row", row, "rowStep")}, {Column(vector)})",
                Element("y", row, "yStride", vector));
        EndLines(pixels, "xStride");
    }

    private void PooledStrip(int windows, int vectors)
    {
        Method(
            $"{(windows == 1 ? "One window" : $"{Text(windows)} windows")} of the pool × {Vectors(vectors)} at a time, "
            + "through the windows [first, end) of some lines.",
            $"private static void Windows{Text(windows)}x{Text(vectors)}<S, V, E, TArgmax>("
            + "scoped in ConvolutionRegion region, int line, int endLine, int first, int end, ref float argmax, scoped in E epilogue)",
            hasEpilogue: true, constraint: "TArgmax : struct");
        Line("nint xRow = region.SourceRow;");
        Line("ref float firstOutput = ref region.Output;");
        BeginLines(windows, sourceStep: "2 * xStride");
        Line("nint at = Unsafe.ByteOffset(ref firstOutput, ref y) / sizeof(float);");
        for (int row = 0; row < 4 * windows; row++)
            Line("V " + string.Join(", ", Enumerable.Range(0, vectors).Select(vector => $"{Sum(row, vector, vectors)} = default")) + ";");
        BeginTaps();
        Open("for (int k = depth; k > 0; k--)");
        MultiplyAdd(vectors, 4 * windows, Pixel);
        Line("x = ref Unsafe.Add(ref x, 1);");
        Line("w = ref Unsafe.Add(ref w, wStride);");
        Close();
        Close();
        Line();
        foreach ((int window, int vector) in Each(windows, vectors))
        {
            string sums = string.Join(", ", Enumerable.Range(0, 4).Select(tap => Sum((4 * window) + tap, vector, vectors)));
            string at = (window, vector) switch
            {
                (0, 0) => "at",
                (0, _) => $"at + {Product(vector, "S.Lanes")}",
                (_, 0) => $"at + {Product(window, "yStride")}",
                _ => $"at + {Product(window, "yStride")} + {Product(vector, "S.Lanes")}",
            };
            Line(
                $"MaxPools.OfFour<S, V, E, TArgmax>({sums}, ref firstOutput, ref argmax, {at}, {Plus("row", Text(window))}, "
                + $"{Column(vector)}, in epilogue);");
        }

        EndLines(windows, "2 * xStride");

        // Both pixels of the window's first row, then those of the second.
        string Pixel(int row)
        {
            (int window, int down, int right) = (row / 4, row % 4 / 2, row % 2);
            int column = (2 * window) + right;
            string columns = column == 0 ? "" : Times(column, "xStride");
            string offset = down == 0 ? columns : columns.Length == 0 ? "xRow" : $"xRow + {(column == 1 ? columns : $"({columns})")}";
            return offset.Length == 0 ? "x" : $"Unsafe.Add(ref x, {offset})";
        }
    }

    private void BatchLaneStrip(int pixels, int channels)
    {
        Method(
            $"{Pixels(pixels)} × {Channels(channels)} at a time, through the pixels [first, end) of some lines.",
            $"private static void Pixels{Text(pixels)}x{Text(channels)}<S, V, E>("
            + "scoped in ConvolutionRegion region, int line, int endLine, int first, int end, scoped in E epilogue)", hasEpilogue: true);
        BeginLines(pixels, hasRuns: false);
        for (int row = 0; row < channels; row++)
            Line("V " + string.Join(", ", Enumerable.Range(0, pixels).Select(pixel => $"{Sum(row, pixel, 2)} = default")) + ";");
        BeginTerms();
        LanesMultiplyAdd(channels, pixels, pixel => Element("x", pixel, "xStride", 0));
        Close();
        Line();
        foreach ((int row, int pixel) in Each(channels, pixels))
            Store(
                $"epilogue.Apply({Sum(row, pixel, 2)}, {Further("row", pixel, "rowStep")}, {Plus("column", Text(row))})",
                LaneElement("y", pixel, row));
        EndLines(pixels, "xStride");
    }

    private void PooledBatchLaneStrip(int channels)
    {
        Method(
            $"One window of the pool × {Channels(channels)} at a time, through the windows [first, end) of some lines.",
            $"private static void Windows1x{Text(channels)}<S, V, E, TArgmax>("
            + "scoped in ConvolutionRegion region, int line, int endLine, int first, int end, ref float argmax, scoped in E epilogue)",
            hasEpilogue: true, constraint: "TArgmax : struct");
        Line("nint xRow = region.SourceRow;");
        Line("ref float firstOutput = ref region.Output;");
        BeginLines(1, sourceStep: "2 * xStride", hasRuns: false);
        Line("nint at = Unsafe.ByteOffset(ref firstOutput, ref y) / sizeof(float);");
        for (int row = 0; row < channels; row++)
            Line("V " + string.Join(", ", Enumerable.Range(0, 4).Select(pixel => $"{Sum(row, pixel, 2)} = default")) + ";");
        BeginTerms();
        LanesMultiplyAdd(channels, 4, pixel => pixel switch
        {
            0 => "x",
            1 => "Unsafe.Add(ref x, xStride)",
            2 => "Unsafe.Add(ref x, xRow)",
            _ => "Unsafe.Add(ref x, xRow + xStride)",
        });
        Close();
        Line();
        for (int row = 0; row < channels; row++)
        {
            string sums = string.Join(", ", Enumerable.Range(0, 4).Select(tap => Sum(row, tap, 2)));
            Line(
                $"MaxPools.OfFour<S, V, E, TArgmax>({sums}, ref firstOutput, ref argmax, "
                + $"{(row == 0 ? "at" : $"at + {Product(row, "S.Lanes")}")}, row, {Plus("column", Text(row))}, in epilogue);");
        }

        EndLines(1, "2 * xStride");
    }

    /// <summary>
    /// Windows of few channels have short rows: each term has an offset of its own, and the weight's rows follow each other.
    /// </summary>
    private void BeginTerms()
    {
        Line("ref float w = ref weight;");
        Open("for (int tap = 0; tap < taps; tap++)");
        Line("ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, tap));");
    }

    /// <summary>One term for a lane for each sample: vectors of the image, and for each output channel one number of the weight.</summary>
    private void LanesMultiplyAdd(int channels, int pixels, Func<int, string> pixel)
    {
        for (int index = 0; index < pixels; index++)
            Line($"V x{Vector(index)} = {At(pixel(index))};");
        for (int row = 0; row < channels; row++)
        {
            Line($"V w{Text(row)} = S.Create({(row == 0 ? "w" : $"Unsafe.Add(ref w, {Text(row)})")});");
            for (int index = 0; index < pixels; index++)
                Line($"{Sum(row, index, 2)} = S.MultiplyAdd(x{Vector(index)}, w{Text(row)}, {Sum(row, index, 2)});");
        }

        Line("w = ref Unsafe.Add(ref w, wStride);");
    }

    private void BeginLines(int pixels, string sourceStep = "xStride", bool hasRuns = true)
    {
        Line("nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride;");
        Line($"int taps = region.TapCount, {(hasRuns ? "depth = region.Depth, " : "")}rowStep = region.RowStep, column = region.Column;");
        Line("ref int table = ref region.Taps;");
        Line("ref float weight = ref region.Weight;");
        Line($"ref float firstSource = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * {sourceStep}));");
        Line("ref float firstResult = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));");
        Line("nint firstRow = region.Row + (line * region.RowLine) + (first * rowStep);");
        Open("for (; line < endLine; line++)");
        Line("ref float source = ref firstSource;");
        Line("ref float y = ref firstResult;");
        Line("nint row = firstRow;");
        Open($"for (int pixel = first; pixel < end; pixel += {Text(pixels)})");
    }

    private void EndLines(int pixels, string sourceStep)
    {
        string step = Times(sourceStep.Contains(' ') ? 2 * pixels : pixels, "xStride");
        Line($"source = ref Unsafe.Add(ref source, {step});");
        Line($"y = ref Unsafe.Add(ref y, {Times(pixels, "yStride")});");
        Line($"row += {Times(pixels, "rowStep")};");
        Close();
        Line();
        Line("firstSource = ref Unsafe.Add(ref firstSource, region.SourceLine);");
        Line("firstResult = ref Unsafe.Add(ref firstResult, region.OutputLine);");
        Line("firstRow += region.RowLine;");
        Close();
        Close();
    }

    private void BeginTaps()
    {
        Open("for (int tap = 0; tap < taps; tap++)");
        Line("ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref table, 2 * tap));");
        Line("ref float w = ref Unsafe.Add(ref weight, Unsafe.Add(ref table, (2 * tap) + 1));");
    }

    /// <summary>Where a channel of a pixel lies in a line [pixel, channel, lane].</summary>
    private static string LaneElement(string reference, int pixel, int channel) => (pixel, channel) switch
    {
        (0, 0) => reference,
        (0, _) => $"Unsafe.Add(ref {reference}, {Times(channel, "S.Lanes")})",
        (_, 0) => $"Unsafe.Add(ref {reference}, {Times(pixel, "yStride")})",
        _ => $"Unsafe.Add(ref {reference}, {Product(pixel, "yStride")} + {Product(channel, "S.Lanes")})",
    };

    private static string Further(string variable, int count, string step) =>
        count == 0 ? variable : $"{variable} + {Product(count, step)}";

    private static string Product(int factor, string value) => factor == 1 ? value : $"({Times(factor, value)})";

    private static string Pixels(int pixels) => pixels == 1 ? "One pixel" : $"{Text(pixels)} pixels";

    private static string Channels(int channels) => channels == 1 ? "one channel" : $"{Text(channels)} channels";
}
