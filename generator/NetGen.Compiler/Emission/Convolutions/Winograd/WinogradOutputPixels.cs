using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints how the 36 products of a tile become its output pixels, in a method where "products" stand at the tile, "source" at its
/// channels and "corner" is the place of its first pixel.
/// </summary>
internal sealed class WinogradOutputPixels(MethodContext context, VectorDialect dialect, WinogradSize size, int outputs)
{
    private const int Pixels = WinogradSize.Places;

    private readonly WinogradTransforms transforms = new(context, dialect, size);

    /// <summary>What the tile below will read and write: its rows lie too far apart for the processor to see where this leads.</summary>
    /// <param name="reference">An image, at its first pixel.</param>
    /// <param name="image">[height, width, channels].</param>
    /// <param name="rows">Rows of it that belong to a tile.</param>
    /// <param name="columns">The same for columns.</param>
    public void EmitPrefetch(string reference, TensorShape image, int rows, int columns)
    {
        (int row, int column) = (image.Stride(0), image.Stride(1));
        IndexExpression below = (IndexExpression)"corner" * column + (rows * row);
        context.Writer.Line(
            $"Prefetch.Rows(ref {VectorDialect.Element(reference, below)}, {Literals.Integer(rows)}, {Literals.Integer(row)}, "
            + $"{Literals.Integer(columns * column)});");
    }

    /// <summary>Half the way: the tile's rows of each column of products.</summary>
    public string[][] EmitColumns()
    {
        context.Writer.Line("// Aᵀ·m: each column.");
        string[][] columns = new string[Pixels][];
        for (int column = 0; column < Pixels; column++)
            columns[column] = Locals("column" + column, transforms.Output(Loaded(column * outputs, Pixels * outputs)));
        return columns;
    }

    /// <summary>The pixels of a row.</summary>
    public string[] EmitLine(string[][] columns, int line) => Locals("pixel", transforms.Output([.. columns.Select(column => column[line])]));

    private string[] Locals(string name, string[] values) => [.. values.Select(value => transforms.Local(name, value))];

    private string[] Loaded(int start, int step) =>
        [.. Enumerable.Range(0, Pixels).Select(index => transforms.Local("m" + index, dialect.Load("source", start + (index * step))))];
}
