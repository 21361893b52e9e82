using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Where only the middle of a convolution's result is used, computes or writes no more than that. This is the gradient by the image of a
/// convolution with padding: derived as it is written, it has the gradient of the padding too, which is then cut off. Runs after
/// differentiation.
/// </summary>
internal static class CroppedConvolutions
{
    public static void Apply(Program program)
    {
        foreach (Move crop in program.Nodes.OfType<Move>().ToArray())
        {
            if (crop.Operands.Count != 1 || Placement.Of(crop) is not { SpreadHeight: 1, SpreadWidth: 1, Top: <= 0, Left: <= 0 } cut
                || program.UsesOf(crop.Operands[0]) != 1)
                continue;
            if (crop.Operands[0] is Convolution { Geometry: { StrideHeight: 1, StrideWidth: 1 } } convolution
                && convolution.Operands[0] is Move { Operands.Count: 1 } pad
                && Placement.Of(pad) is { } placed)
                Replace(program, crop, convolution, pad.Operands[0], placed, (-cut.Top, -cut.Left));
            else if (crop.Operands[0] is TransposedConvolution transposed)
                Replace(program, crop, transposed, (-cut.Top, -cut.Left));
        }

        program.Sort();
        program.RemoveUnused();
    }

    private static void Replace(
        Program program, Move crop, Convolution convolution, Tensor image, Placement placed, (int Top, int Left) cut)
    {
        ConvolutionGeometry g = convolution.Geometry;
        int height = crop.Shape[0] + (g.DilationHeight * (g.KernelHeight - 1));
        int width = crop.Shape[1] + (g.DilationWidth * (g.KernelWidth - 1));
        (int top, int left) = (placed.Top - cut.Top, placed.Left - cut.Left);
        Expr padded = new Expr(image, convolution.Origin).Padded(
            (top, height - (((image.Shape[0] - 1) * placed.SpreadHeight) + 1) - top),
            (left, width - (((image.Shape[1] - 1) * placed.SpreadWidth) + 1) - left),
            (placed.SpreadHeight, placed.SpreadWidth));
        program.ReplaceUses(crop, padded.Convolve(new(convolution.Operands[1], convolution.Origin), g));
    }

    private static void Replace(Program program, Move crop, TransposedConvolution convolution, (int Top, int Left) cut)
    {
        (TensorShape whole, TensorShape part) = (convolution.Shape, crop.Shape);
        (int bottom, int right) = (whole[0] - cut.Top - part[0], whole[1] - cut.Left - part[1]);
        if (bottom < 0 || right < 0)
            return;
        program.ReplaceUses(crop, program.Add(new TransposedConvolution(
            convolution.Origin,
            [
                .. convolution.Terms.Select(term => term with
                {
                    Margins = new Margins(
                        term.Margins.Top + cut.Top, term.Margins.Left + cut.Left, term.Margins.Bottom + bottom, term.Margins.Right + right),
                }),
            ],
            part)));
    }
}
