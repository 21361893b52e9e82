using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Rewrites;

/// <summary>
/// Where only the middle of a transposed convolution's result is used, computes no more than that: a crop behind it, as of an image that was
/// padded from itself, becomes part of where its image begins.
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
                convolution.Origin, [.. convolution.Terms.Select(term => term with { Top = term.Top - cut.Top, Left = term.Left - cut.Left })], crop.Shape)));
        }

        program.Sort();
        program.RemoveUnused();
    }
}
