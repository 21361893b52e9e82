using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the loops over a convolution's window, for one tile of output pixels. The innermost walks along the channels; where the
/// window's row is one run in memory, along its columns as well.
/// </summary>
/// <param name="Geometry">The window.</param>
/// <param name="Image">The padded image.</param>
/// <param name="Weight">[row, column, input channel, output channel].</param>
internal sealed record ConvolutionWindow(ConvolutionGeometry Geometry, Tensor Image, Tensor Weight)
{
    /// <summary>Input channels that each output channel sees.</summary>
    public int Channels { get; init; } = Weight.Shape[2];

    /// <summary>Floats that each number of the image takes: the samples, where those lie side by side.</summary>
    public int Samples { get; init; } = 1;

    /// <summary>The rows of the window that lie in the image, as C# expressions.</summary>
    public (string Begin, string End) Rows { get; init; } = ("0", Literals.Integer(Geometry.KernelHeight));

    /// <summary>Prints them for a tile that sees the whole window.</summary>
    /// <param name="context">The method.</param>
    /// <param name="image">The reference of the image.</param>
    /// <param name="first">Where the tile's window begins in it.</param>
    /// <param name="channel">The first output channel.</param>
    /// <param name="step">Prints one step, from the references at the image's number and at the weight's.</param>
    public void Emit(KernelContext context, string image, IndexExpression first, IndexExpression channel, Action<string, string> step) =>
        Emit(context, image, first, channel, [new(0, Geometry.KernelWidth, 0, 0)], _ => 0, (_, pixel, tap) => step(pixel, tap));

    /// <summary>Prints them for columns of the window that some of the tile's pixels see.</summary>
    /// <param name="context">The method.</param>
    /// <param name="image">The reference of the image.</param>
    /// <param name="first">Where the tile's window begins in it.</param>
    /// <param name="channel">The first output channel.</param>
    /// <param name="parts">The columns.</param>
    /// <param name="firstPixel">How far behind that place the first pixel lies that sees them.</param>
    /// <param name="step">Prints one step.</param>
    public void Emit(
        KernelContext context,
        string image,
        IndexExpression first,
        IndexExpression channel,
        IReadOnlyList<WindowColumns> parts,
        Func<WindowColumns, int> firstPixel,
        Action<WindowColumns, string, string> step)
    {
        CodeWriter writer = context.Writer;
        int weightRow = Weight.Shape.PaddedInner;
        int columnStep = Geometry.DilationWidth * Image.Shape.Stride(1);
        string ky = context.Fresh("ky");
        using (writer.Open($"for (int {ky} = {Rows.Begin}; {ky} < {Rows.End}; {ky}++)"))
            foreach (WindowColumns columns in parts)
            {
                IndexExpression tap = first + (IndexExpression)ky * (Geometry.DilationHeight * Image.Shape.Stride(0) * Samples)
                    + ((columns.First * columnStep * Samples) + firstPixel(columns));
                IndexExpression row = channel + (IndexExpression)ky * (Geometry.KernelWidth * Channels * weightRow)
                    + (columns.First * Channels * weightRow);
                if (Channels == 1)
                    Walk("kx", columns.Count, columnStep, tap, row);
                else if (columnStep == Channels || columns.Count == 1)
                    Walk("k", columns.Count * Channels, 1, tap, row);
                else
                {
                    string kx = context.Fresh("kx");
                    using (writer.Open($"for (int {kx} = 0; {kx} < {Literals.Integer(columns.Count)}; {kx}++)"))
                        Walk(
                            "c", Channels, 1, tap + (IndexExpression)kx * (columnStep * Samples),
                            row + (IndexExpression)kx * (Channels * weightRow));
                }

                void Walk(string variable, int count, int imageStep, IndexExpression from, IndexExpression weights) => TileCode.Walk(
                    context,
                    variable,
                    Literals.Integer(count),
                    new Walker(image, from, imageStep * Samples),
                    new Walker(context.Reference(Weight), weights, weightRow),
                    (pixel, values) => step(columns, pixel, values));
            }
    }
}
