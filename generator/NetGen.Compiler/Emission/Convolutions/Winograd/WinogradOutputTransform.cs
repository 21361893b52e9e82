using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>The method that makes output pixels of a tile's products and stores them, where no Map or pool comes before that.</summary>
/// <param name="Dialect">The vector width.</param>
/// <param name="Size">Of a tile.</param>
/// <param name="Image">The output, [height, width, channels].</param>
internal sealed record WinogradOutputTransform(VectorDialect Dialect, WinogradSize Size, TensorShape Image) : WinogradMethod(Dialect)
{
    public override string Name => "OutputTransform" + Window(Size) + Sizes(Image);

    public override string Summary =>
        $"The 36 products m of a tile become its {Size.Tile}×{Size.Tile} output pixels, Aᵀ·m·A, in an image of {string.Join("×", Image.Sizes)}.";

    public override string Parameters => "int y, int x, ref float products, ref float image";

    public override void EmitBody(MethodContext context)
    {
        CodeWriter writer = context.Writer;
        var pixels = new WinogradOutputPixels(context, Dialect, Size, Image.PaddedInner);
        writer.Line($"int corner = y * {Literals.Integer(Image[1])} + x;");
        pixels.EmitPrefetch("image", Image, Size.Tile, Size.Tile);
        using (writer.Open($"for (int channel = 0; channel < {Literals.Integer(Dialect.Extent(Image))}; channel += {Literals.Integer(Dialect.Lanes)})"))
        {
            writer.Line("ref float source = ref Unsafe.Add(ref products, channel);");
            writer.Line($"ref float near = ref {VectorDialect.Element("image", (IndexExpression)"corner" * Image.Stride(1) + "channel")};");
            string[][] columns = pixels.EmitColumns();
            for (int row = 0; row < Size.Tile; row++)
            {
                writer.Line($"// (Aᵀ·m)·A: row {row}.");
                string[] line = pixels.EmitLine(columns, row);
                for (int pixel = 0; pixel < line.Length; pixel++)
                    writer.Line(Dialect.Store(line[pixel], "near", (row * Image.Stride(0)) + (pixel * Image.Stride(1))));
            }
        }
    }
}
