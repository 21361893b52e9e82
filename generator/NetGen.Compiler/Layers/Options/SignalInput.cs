using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>What layers over signals do about another shape.</summary>
internal static class SignalInput
{
    /// <summary>
    /// The signal that comes in. Another shape is reported, and the signal that the proposed fix makes of it is returned, or null where
    /// there is none.
    /// </summary>
    public static Shape? Of(Shape input, LayerReport report)
    {
        const string Wanted = "a signal (channels × length)";
        switch (input.Kind)
        {
            case ShapeKind.Signal:
                return input;
            case ShapeKind.Sequence:
                report.CannotTake(input, Wanted, "Transpose");
                return Shape.Signal(input[1], input[0]);
            case ShapeKind.Image:
                report.CannotTake(input, Wanted, "Flatten(Start = 1)");
                return Shape.Signal(input.Channels, input.Height * input.Width);
            default:
                var signal = Shape.Signal(1, input.Count);
                report.CannotTake(input, Wanted, $"Reshape({StatedShape.Arguments(signal)})");
                return signal;
        }
    }
}
