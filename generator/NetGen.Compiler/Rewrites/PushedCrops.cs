using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Rewrites;

/// <summary>
/// Pushes a crop into the transposed convolution before it, as for an image with reflected padding: only the pixels that are used are
/// computed.
/// </summary>
internal static class PushedCrops
{
    public static void Apply(Program program)
    {
        foreach (Move crop in program.Nodes.OfType<Move>().ToArray())
        {
            if (crop.Operands is not [TransposedConvolution convolution]
                || Placement.Of(crop) is not { SpreadHeight: 1, SpreadWidth: 1, Top: <= 0, Left: <= 0 } cut
                || program.UsesOf(convolution) != 1)
                continue;
            program.ReplaceUses(crop, program.Add(new TransposedConvolution(
                convolution.Origin, [.. convolution.Terms.Select(
                    term => term with { Top = term.Top - cut.Top, Left = term.Left - cut.Left })], crop.Shape)));
        }

        program.Sort();
        program.RemoveUnused();
    }
}
