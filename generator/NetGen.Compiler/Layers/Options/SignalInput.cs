using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>What layers over signals do about another shape.</summary>
internal static class SignalInput
{
    /// <summary>
    /// The signal that comes in. A sequence is reported, and the signal that [Transpose] makes of it is returned; anything else is
    /// reported, and null is returned.
    /// </summary>
    public static Shape? Of(Shape input, LayerReport report)
    {
        const string wanted = "a signal (channels × length)";
        if (input.Kind == ShapeKind.Signal)
            return input;
        if (input.Kind == ShapeKind.Sequence)
        {
            report.CannotTake(input, wanted, "Transpose");
            return Shape.Signal(input[1], input[0]);
        }

        report.CannotTake(input, wanted);
        return null;
    }
}
