using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Rewrites;

/// <summary>
/// Where dropout follows a ReLU, its output suffices for the ReLU's backward pass: it is positive exactly where the ReLU was positive and
/// the value was kept, and elsewhere the gradient is 0 already. So the ReLU's own output is not kept.
/// </summary>
internal static class ReusedDropoutOutputs
{
    public static void Apply(Program program)
    {
        foreach (Map map in program.Nodes.OfType<Map>())
            if (map.IsBackward && Step(map) is { } operand)
            {
                Tensor activation = map.Operands[operand.Activation];
                int? site = SiteOf(map.Operands[operand.Gradient]);
                Tensor? dropped = program.UsersOf(activation).FirstOrDefault(node =>
                    !node.IsBackward && node is Map && node.Operands.Count == 1 && SiteOf(node) == site);
                if (site is not null && dropped is not null)
                    map.ReplaceOperand(operand.Activation, dropped);
            }
    }

    /// <summary>gradient · (activation &gt; 0), by its operands' indices.</summary>
    private static (int Gradient, int Activation)? Step(Map map) => map.Body is Binary
    {
        Operator: BinaryOperator.Multiply,
        Left: Operand gradient,
        Right: SelectGreater
        {
            Left: Operand activation, Right: Constant { Value: 0 }, WhenGreater: Constant { Value: 1 }, Otherwise: Constant { Value: 0 },
        },
    }
        ? (gradient.Index, activation.Index)
        : null;

    /// <summary>The site of x · keep · scale.</summary>
    private static int? SiteOf(Tensor tensor) => tensor is Map
    {
        Body: Binary
        {
            Operator: BinaryOperator.Multiply,
            Left: Operand,
            Right: Binary { Operator: BinaryOperator.Multiply, Left: Keep keep, Right: Constant { Value: > 0 } },
        },
    }
        ? keep.Site
        : null;
}
