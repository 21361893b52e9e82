using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Rewrites;

/// <summary>
/// Where the gradients of one image by several strided convolutions are added up, as behind a block whose two paths both halve the
/// image, makes them one: each pixel's sum is then complete when it is stored. A window of 1×1, which reaches few of the pixels, costs
/// no more than its products this way. Runs after differentiation.
/// </summary>
internal static class MergedTransposedConvolutions
{
    public static void Apply(Program program)
    {
        foreach (Map map in program.Nodes.OfType<Map>().ToArray())
        {
            if (map is not { Body: Binary { Operator: BinaryOperator.Add, Left: Operand { Index: var left }, Right: Operand { Index: var right } } }
                || left == right
                || map.Operands[left] is not TransposedConvolution a
                || map.Operands[right] is not TransposedConvolution b
                || !CanBeOne(a, b) || program.UsesOf(a) != 1 || program.UsesOf(b) != 1)
                continue;
            program.ReplaceUses(map, program.Add(new TransposedConvolution(map.Origin, [.. a.Terms, .. b.Terms], map.Shape)));
        }

        program.Sort();
        program.RemoveUnused();
    }

    /// <summary>
    /// One sum takes two, with strides alike, beyond 1. What a max-pool sends back is nearly all zero, and goes back by itself.
    /// </summary>
    private static bool CanBeOne(TransposedConvolution a, TransposedConvolution b) =>
        a.Shape.Equals(b.Shape) && a.Terms.Count + b.Terms.Count == 2
        && a.Terms[0].Geometry is { StrideHeight: var height, StrideWidth: var width } && (height, width) != (1, 1)
        && a.Terms.Concat(b.Terms).All(term =>
            term.Geometry.Groups == 1 && term.Geometry.StrideHeight == height && term.Geometry.StrideWidth == width && term.X is not MaxPoolGradient);
}
