using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>The largest value under each window; padding counts as -∞. [channels, length] → [channels, length'].</summary>
internal sealed record MaxPool1d(WindowAxis Length) : Layer
{
    public static Layer Read(AttributeValues values)
    {
        WindowAxis length = SignalWindow.Read(values, position: 0, strideIsKernel: true);
        SignalWindow.RequireHalfPadding(values, length);
        return new MaxPool1d(length);
    }

    public override string? WithoutEffect(Shape input, Shape output) => Length.IsPoint ? "its window is one value" : null;

    public override Shape? InferShape(Shape received, LayerReport report) =>
        SignalInput.Of(received, report) is { } input
            ? SignalWindow.InferShape(input, Length, input.Channels, isPooling: true, report)
            : null;

    public override Expr Forward(Expr x, ForwardContext context)
    {
        Expr image = x.AsImage();
        return image.Add(new MaxPool(x.Origin, image, SignalWindow.PoolAxisOfRow, SignalWindow.PoolAxis(Length, x))).AsSignal();
    }
}
