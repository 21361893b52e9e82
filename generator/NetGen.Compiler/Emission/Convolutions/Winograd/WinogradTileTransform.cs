using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// The method that reads a tile of an image and transforms it into the 36 places at which Winograd's algorithm multiplies: a
/// vector of channels stays in registers from the pixels to the places.
/// </summary>
/// <remarks>
/// The places come in two halves of three rows: what a half needs has room in 32 registers, and to read the pixels twice costs less
/// than to write what lies between the columns' transform and the rows'.
/// </remarks>
/// <param name="Dialect">The vector width.</param>
/// <param name="Kind">What is transformed.</param>
/// <param name="Size">Of a tile.</param>
/// <param name="Image">[height, width, channels].</param>
/// <param name="Beyond">How much of the tile lies beyond the image.</param>
/// <param name="Ahead">How many columns the tile below is behind the reference to the image, where it is fetched into the cache.</param>
/// <param name="IsPartial">Whether the caller says which rows of places it needs.</param>
internal sealed record WinogradTileTransform(
    VectorDialect Dialect, WinogradTileKind Kind, WinogradSize Size, TensorShape Image, WinogradOverhang Beyond, int Ahead, bool IsPartial) : WinogradMethod(Dialect)
{
    private int TilePixels => PixelsOf(Kind, Size);

    public override string Name => Kind + (IsPartial ? "Rows" : "") + Window(Size) + Sizes(Image)
        + (Beyond.Left > 0 ? "FromColumn" + Literals.Integer(Beyond.Left) : "")
        + (Beyond.Right > 0 ? "UntilColumn" + Literals.Integer(TilePixels - Beyond.Right) : "");

    public override string Summary
    {
        get
        {
            string what = Kind == WinogradTileKind.InputTransform
                ? "The 6×6 pixels d of a tile, transformed: Bᵀ·d·B for each channel"
                : $"The gradients dY of a tile's {Size.Tile}×{Size.Tile} output pixels, transformed: A·dY·Aᵀ for each channel";
            string rows = IsPartial ? ", those rows of it that are asked for" : "";
            string columns = Beyond is { Left: 0, Right: 0 } ? "" : $" Of the tile's columns the image has {Beyond.Left} to {TilePixels - Beyond.Right - 1}.";
            return $"{what}{rows}. The image is {string.Join("×", Image.Sizes)}.{columns}";
        }
    }

    public override string Parameters =>
        $"ref float image{(Beyond.MissesRows ? ", ref float zeros" : "")}, int y{(IsPartial ? ", int begin, int end" : "")}, ref float places";

    /// <summary>Pixels of a tile along one axis.</summary>
    public static int PixelsOf(WinogradTileKind kind, WinogradSize size) => kind == WinogradTileKind.InputTransform ? Pixels : size.Tile;

    public override void EmitBody(MethodContext context)
    {
        CodeWriter writer = context.Writer;
        for (int line = 0; line < TilePixels; line++)
            writer.Line($"ref float line{line} = ref {LineOf(line)};");
        EmitPrefetch(writer);
        string channels = Literals.Integer(Dialect.Extent(Image));
        using (writer.Open($"for (int channel = 0; channel < {channels}; channel += {Literals.Integer(Dialect.Lanes)})"))
        {
            for (int line = 0; line < TilePixels; line++)
                writer.Line($"ref float pixels{line} = ref Unsafe.Add(ref line{line}, channel);");
            writer.Line("ref float target = ref Unsafe.Add(ref places, channel);");
            for (int half = 0; half < Pixels / WinogradTransforms.HalfPlaces; half++)
                EmitHalf(context, half);
        }
    }

    /// <summary>What the tile below will read first: its rows lie too far apart for the processor to see where this leads.</summary>
    private void EmitPrefetch(CodeWriter writer)
    {
        (int row, int column) = (Image.Stride(0), Image.Stride(1));
        IndexExpression below = ((IndexExpression)"y" + TilePixels) * row + (Ahead * column);
        writer.Line(
            $"Prefetch.Rows(ref {VectorDialect.Element("image", below)}, {Literals.Integer(Size.Tile)}, {Literals.Integer(row)}, "
            + $"{Literals.Integer(Size.Tile * column)});");
    }

    private void EmitHalf(MethodContext context, int half)
    {
        CodeWriter writer = context.Writer;
        var transforms = new WinogradTransforms(context, Dialect, Size);
        int first = half * WinogradTransforms.HalfPlaces;
        CodeWriter.Block? block = !IsPartial ? null
            : writer.Open(half == 0 ? $"if (begin < {WinogradTransforms.HalfPlaces})" : $"if (end > {first})");
        writer.Line($"// Each column of the tile, to rows {first} to {first + WinogradTransforms.HalfPlaces - 1} of its places.");
        string[][] passed = new string[TilePixels][];
        for (int column = 0; column < TilePixels; column++)
        {
            if (column < Beyond.Left || column >= TilePixels - Beyond.Right)
            {
                passed[column] = [.. Enumerable.Repeat(Dialect.Zero, WinogradTransforms.HalfPlaces)];
                continue;
            }

            string[] read = [.. Enumerable.Range(0, TilePixels).Select(line => transforms.Local(
                "d" + line, Dialect.Load("pixels" + line, (column - Beyond.Left) * Image.Stride(1))))];
            passed[column] = [.. Transformed(transforms, read, half).Select(value => transforms.Local("column" + column, value))];
        }

        for (int row = 0; row < WinogradTransforms.HalfPlaces; row++)
        {
            writer.Line($"// Row {first + row} of the places.");
            string[] line = [.. passed.Select(column => column[row])];
            int place = (first + row) * Pixels;
            for (int part = 0; part < Pixels / WinogradTransforms.HalfPlaces; part++)
                foreach (string value in Transformed(transforms, line, part))
                    writer.Line(Dialect.Store(value, "target", place++ * Image.PaddedInner));
        }

        block?.Dispose();
    }

    /// <summary>Half the transform of a line: from a vector for each pixel to one for each of three places.</summary>
    private string[] Transformed(WinogradTransforms transforms, string[] line, int half) =>
        Kind == WinogradTileKind.InputTransform ? transforms.Input(line, half) : transforms.OutputGradient(line, half);

    /// <summary>Where a line of the tile lies: in the image, or in the zeros.</summary>
    private string LineOf(int line)
    {
        string inImage = $"Unsafe.Add(ref image, (y{(line > 0 ? " + " + Literals.Integer(line) : "")}) * {Literals.Integer(Image.Stride(0))})";
        var conditions = new List<string>();
        string place = line > 0 ? "y + " + Literals.Integer(line) : "y";
        if (line < Beyond.Above)
            conditions.Add(place + " >= 0");
        if (line >= TilePixels - Beyond.Below)
            conditions.Add($"{place} < {Literals.Integer(Image[0])}");
        return conditions.Count == 0 ? inImage : $"({string.Join(" && ", conditions)} ? ref {inImage} : ref zeros)";
    }
}
