using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Lets direct convolutions and the gradients of their weights read an image as it is, without the zeros that its padding puts around
/// it, where nothing else reads the padded copy: no copy is made then, and none stays in memory until the backward pass. Runs after
/// <see cref="WinogradChoice"/>.
/// </summary>
internal static class UnpaddedConvolutions
{
    /// <summary>With fewer channels the loops at the sides, a column of the window each, are too short.</summary>
    private const int FewestChannels = 8;

    /// <summary>With wider margins the tiles at the sides, which have code of their own, become many.</summary>
    private const int WidestMargin = 8;

    public static void Apply(Program program)
    {
        foreach (Move pad in program.Nodes.OfType<Move>().ToArray())
        {
            if (Placement.PaddingOf(pad) is not { } margins || pad.Shape.Inner < FewestChannels || Math.Max(margins.Left, margins.Right) > WidestMargin
                || program.IsResult(pad))
                continue;
            Tensor[] users = [.. program.UsersOf(pad)];
            if (users.Length == 0 || !users.All(user => TakesMargins(program, user, pad)))
                continue;
            foreach (Tensor user in users)
                Replace(program, user, pad.Operands[0], margins);
        }

        program.Sort();
        program.RemoveUnused();
    }

    /// <summary>Samples side by side are turned with their padding; a max-pool computes several rows of pixels at once, which may reach different rows of the window.</summary>
    private static bool TakesMargins(Program program, Tensor user, Tensor pad) => user switch
    {
        WinogradConvolution => false,
        Convolution { Geometry.Groups: 1 } convolution =>
            convolution.Operands[1] != pad && !SamplesSideBySide.Suits(convolution) && !program.UsersOf(convolution).Any(node => node is MaxPool),
        ConvolutionWeightGradient { Geometry.Groups: 1 } gradient => gradient.Operands[1] != pad,
        _ => false,
    };

    private static void Replace(Program program, Tensor user, Tensor image, Margins margins)
    {
        Tensor replacement = user is Convolution convolution
            ? new Convolution(user.Origin, image, convolution.Operands[1], convolution.Geometry, margins)
            : new ConvolutionWeightGradient(user.Origin, image, user.Operands[1], ((ConvolutionWeightGradient)user).Geometry, margins);
        program.ReplaceUses(user, program.Add(replacement));
    }
}
