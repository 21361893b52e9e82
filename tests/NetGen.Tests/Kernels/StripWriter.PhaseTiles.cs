namespace NetGen.Tests.Kernels;

/// <summary>The strips of the phases of transposed convolutions.</summary>
internal sealed partial class StripWriter
{
    public static string PhaseTiles() => new StripWriter().Class("PhaseTiles", writer =>
    {
        foreach (int vectors in (int[])[4, 2, 1])
            for (int pixels = vectors == 4 ? 6 : vectors == 2 ? 8 : 16; pixels > 0; pixels--)
                writer.PhaseStrip(pixels, vectors);
    }, access: "internal");

    private void PhaseStrip(int pixels, int vectors)
    {
        Method(
            $"{(pixels == 1 ? "One pixel" : $"{Text(pixels)} pixels")} × {Vectors(vectors)} at a time, "
            + "through the pixels [first, end) of each line.",
            $"private static void Strip{Text(pixels)}x{Text(vectors)}<S, V, E>("
            + "scoped in PhaseRegion region, int first, int end, scoped in E epilogue)",
            hasEpilogue: true);
        Line("nint xStride = region.SourceStride, yStride = region.OutputStride, wStride = region.WeightStride, rowStep = region.RowStep;");
        Line("int count = region.Count, depth = region.Depth, column = region.Column;");
        Open("for (int line = 0; line < region.Lines; line++)");
        Line("ref float source = ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + (first * xStride));");
        Line("ref float y = ref Unsafe.Add(ref region.Output, (line * region.OutputLine) + (first * yStride));");
        Line("nint row = region.Row + (line * region.RowLine) + (first * rowStep);");
        Open(
            pixels == 1
                ? "for (int pixel = first; pixel < end; pixel++)"
                : $"for (int pixel = first; pixel < end; pixel += {Text(pixels)})");
        for (int pixel = 0; pixel < pixels; pixel++)
            Line("V " + string.Join(", ", Enumerable.Range(0, vectors).Select(vector => $"{Sum(pixel, vector, vectors)} = default")) + ";");
        Open("for (int element = 0; element < count; element++)");
        Line("ref float x = ref Unsafe.Add(ref source, Unsafe.Add(ref region.Elements, 2 * element));");
        Line("ref float w = ref Unsafe.Add(ref region.Weight, Unsafe.Add(ref region.Elements, (2 * element) + 1));");
        Open("for (int k = depth; k > 0; k--)");
        MultiplyAdd(pixels, vectors, "xStride");
        Line("x = ref Unsafe.Add(ref x, 1);");
        Line("w = ref Unsafe.Add(ref w, wStride);");
        Close();
        Close();
        Line();
        Open("if (region.PrefetchDistance > 0)");
        Line($"Prefetch.Rows(ref Unsafe.Add(ref y, region.PrefetchDistance), {Text(pixels)}, (int)yStride, {Times(vectors, "S.Lanes")});");
        Line("if (column == 0)");
        Line($"    epilogue.PrefetchBlock(row + region.PrefetchedRows, {Text(pixels)}, (int)rowStep, 1);");
        Close();
        Line();
        foreach ((int pixel, int vector) in Each(pixels, vectors))
            Store(
                $"epilogue.Apply({Sum(pixel, vector, vectors)}, "
                + $"{(pixel == 0 ? "row" : $"row + {(pixel == 1 ? "rowStep" : $"({Text(pixel)} * rowStep)")}")}, {Column(vector)})",
                Element("y", pixel, "yStride", vector));
        Line($"source = ref Unsafe.Add(ref source, {Times(pixels, "xStride")});");
        Line($"y = ref Unsafe.Add(ref y, {Times(pixels, "yStride")});");
        Line($"row += {Times(pixels, "rowStep")};");
        Close();
        Close();
        Close();
    }
}
