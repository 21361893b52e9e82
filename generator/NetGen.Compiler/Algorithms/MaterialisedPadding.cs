using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Algorithms;

/// <summary>
/// Materialises the padding of an image where a kernel needs it in memory. Winograd's tiles, direct and depthwise convolutions handle
/// padding themselves, without a copy that stays in memory until the backward pass. Readers of one image with the same padding share a
/// copy.
/// </summary>
internal static class MaterialisedPadding
{
    /// <summary>With fewer channels the border loops, one for each element of the window, are too short.</summary>
    private const int FewestChannels = 8;

    /// <summary>With wider margins there are too many border tiles.</summary>
    private const int WidestMargin = 8;

    public static void Apply(Program program)
    {
        foreach (IGrouping<(Tensor Image, Margins Margins), Tensor> users in program.Nodes
            .Where(node => MarginsOf(node) != Margins.None).GroupBy(node => (node.Operands[0], MarginsOf(node))).ToArray())
        {
            if (!users.Any(user => NeedsMemory(program, user)))
                continue;
            // The image may be a convolution that has been replaced since the groups were made.
            Margins margins = users.Key.Margins;
            Expr padded = new Expr(users.First().Operands[0], users.First().Origin)
                .Padded((margins.Top, margins.Bottom), (margins.Left, margins.Right));
            foreach (Tensor user in users)
                program.ReplaceUses(user, program.Add(Reading(user, padded)));
        }

        program.Sort();
        program.RemoveUnused();
    }

    private static Margins MarginsOf(Tensor node) => node switch
    {
        Convolution convolution => convolution.Margins,
        ConvolutionWeightGradient gradient => gradient.Margins,
        WinogradTransformedGradient gradient => gradient.Margins,
        SparseWeightGradient gradient => gradient.Margins,
        _ => Margins.None,
    };

    /// <summary>A max-pool computes several rows of pixels at once, which may reach different rows of the window.</summary>
    private static bool NeedsMemory(Program program, Tensor node) => node switch
    {
        WinogradConvolution or WinogradTransformedGradient => false,
        Convolution convolution => !IsDirect(convolution, convolution.Geometry, convolution.Margins)
            || program.UsersOf(convolution).Any(user => user is MaxPool),
        ConvolutionWeightGradient gradient => !IsDirect(gradient, gradient.Geometry, gradient.Margins),
        _ => true,
    };

    private static bool IsDirect(Tensor node, ConvolutionGeometry geometry, Margins margins) =>
        (node.Algorithm is Depthwise || (node.Algorithm is DirectConvolution && geometry.Groups == 1))
        && node.Operands[0].Shape.Inner >= FewestChannels && Math.Max(margins.Left, margins.Right) <= WidestMargin;

    /// <summary>The same node, of an image with its padding.</summary>
    private static Tensor Reading(Tensor node, Tensor padded) => node switch
    {
        WinogradConvolution convolution =>
            new WinogradConvolution(
                node.Origin, padded, (WinogradWeight)convolution.Operands[1], Margins.None) { Algorithm = node.Algorithm },
        Convolution convolution => new Convolution(
            node.Origin, padded, convolution.Operands[1], convolution.Geometry) { Algorithm = node.Algorithm },
        ConvolutionWeightGradient gradient =>
            new ConvolutionWeightGradient(
                node.Origin, padded, gradient.Operands[1], gradient.Geometry, Margins.None, gradient.IsOfSample)
            {
                Algorithm = node.Algorithm,
            },
        WinogradTransformedGradient gradient =>
            new WinogradTransformedGradient(
                node.Origin, padded, gradient.Operands[1], Margins.None, gradient.Size) { Algorithm = node.Algorithm },
        SparseWeightGradient gradient =>
            new SparseWeightGradient(node.Origin, padded, gradient.Spread, gradient.Geometry, Margins.None) { Algorithm = node.Algorithm },
        _ => throw new InvalidOperationException($"{node} reads no image"),
    };
}
