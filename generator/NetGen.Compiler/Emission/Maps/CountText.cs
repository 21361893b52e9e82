using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>How many numbers a sum has, as a C# expression: a float, rounded as the product of two vectors is.</summary>
internal static class CountText
{
    /// <summary>The text of an expression, or null where it is none.</summary>
    public static string? Of(ScalarExpression expression) => expression switch
    {
        BatchSize => "workspace.Samples",
        LabelCount => "workspace.LabelCount",
        Binary { Operator: BinaryOperator.Multiply, Left: BatchSize, Right: Constant positions } =>
            $"workspace.Samples * {Literals.Float(positions.Value)}",
        _ => null,
    };
}
