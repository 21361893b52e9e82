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

    /// <summary>Prints them.</summary>
    /// <param name="context">The method.</param>
    /// <param name="image">The reference of the image.</param>
    /// <param name="first">Where the tile's window begins in it.</param>
    /// <param name="channel">The first output channel.</param>
    /// <param name="step">Prints one step, from the references at the image's number and at the weight's.</param>
    public void Emit(KernelContext context, string image, IndexExpression first, IndexExpression channel, Action<string, string> step)
    {
        CodeWriter writer = context.Writer;
        int weightRow = Weight.Shape.PaddedInner;
        int columnStep = Geometry.DilationWidth * Image.Shape.Stride(1);
        string ky = context.Fresh("ky");
        using (writer.Open($"for (int {ky} = 0; {ky} < {Literals.Integer(Geometry.KernelHeight)}; {ky}++)"))
        {
            IndexExpression tap = first + (IndexExpression)ky * (Geometry.DilationHeight * Image.Shape.Stride(0) * Samples);
            IndexExpression row = channel + (IndexExpression)ky * (Geometry.KernelWidth * Channels * weightRow);
            if (Channels == 1)
            {
                Walk("kx", Geometry.KernelWidth, columnStep, tap, row);
                return;
            }

            if (columnStep == Channels)
            {
                Walk("k", Geometry.KernelWidth * Channels, 1, tap, row);
                return;
            }

            string kx = context.Fresh("kx");
            using (writer.Open($"for (int {kx} = 0; {kx} < {Literals.Integer(Geometry.KernelWidth)}; {kx}++)"))
                Walk(
                    "c", Channels, 1, tap + (IndexExpression)kx * (columnStep * Samples), row + (IndexExpression)kx * (Channels * weightRow));
        }

        void Walk(string variable, int count, int imageStep, IndexExpression tap, IndexExpression row) => TileCode.Walk(
            context,
            variable,
            Literals.Integer(count),
            new Walker(image, tap, imageStep * Samples),
            new Walker(context.Reference(Weight), row, weightRow),
            step);
    }
}
