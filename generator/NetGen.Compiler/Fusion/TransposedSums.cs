using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Where the gradients of one image by several strided convolutions are added up, as behind a block whose two paths both halve the
/// image, makes them one: each pixel's sum is then complete when it is stored. A window of 1×1, which reaches few of the pixels, costs
/// no more than its products this way. Runs after differentiation.
/// </summary>
internal static class TransposedSums
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

    private static bool CanBeOne(TransposedConvolution a, TransposedConvolution b) =>
        a.Shape.Equals(b.Shape)
        && a.Terms[0].Geometry is var first && b.Terms[0].Geometry is var second
        && first.StrideHeight == second.StrideHeight && first.StrideWidth == second.StrideWidth;
}
