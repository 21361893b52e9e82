using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Rewrites;

/// <summary>
/// Merges the sum of several strided convolutions' image gradients, as behind a residual block that halves the image, into one node: each
/// pixel is stored once, when its sum is complete. A 1×1 window, which reaches few pixels, then costs no more than its products. Runs after
/// differentiation.
/// </summary>
internal static class MergedTransposedConvolutions
{
    public static void Apply(Program program)
    {
        foreach (Map map in program.Nodes.OfType<Map>().ToArray())
        {
            if (map is not { Body: Binary { Operator: BinaryOperator.Add, Left: Operand { Index: var left },
                Right: Operand { Index: var right } } }
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
    /// Two terms with equal strides above 1 are merged. A max-pool's gradient is sparse, and stays a node of its own.
    /// </summary>
    private static bool CanBeOne(TransposedConvolution a, TransposedConvolution b) =>
        a.Shape.Equals(b.Shape) && a.Terms.Count + b.Terms.Count == 2
        && a.Terms[0].Geometry is { StrideHeight: var height, StrideWidth: var width } && (height, width) != (1, 1)
        && a.Terms.Concat(b.Terms).All(term =>
            term.Geometry.Groups == 1 && term.Geometry.StrideHeight == height && term.Geometry.StrideWidth == width
                && term.X is not MaxPoolGradient);
}
