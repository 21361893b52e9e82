using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// The mean under each window. [channels, length] → [channels, length']. The divisor is the window's size, padding counted or not
/// (<paramref name="CountIncludePad"/>).
/// </summary>
internal sealed record AvgPool1d(WindowAxis Length, bool CountIncludePad) : Layer
{
    public static Layer Read(AttributeValues values)
    {
        WindowAxis length = SignalWindow.Read(values, position: 0, strideIsKernel: true);
        SignalWindow.RequireHalfPadding(values, length);

        // "Same" is Keras', which leaves what it adds out of the mean; PyTorch counts its padding.
        return new AvgPool1d(length, values.Flag("CountIncludePad", !length.IsSame));
    }

    public override string? WithoutEffect(Shape input, Shape output) => Length.IsPoint ? "its window is one value" : null;

    public override Shape? InferShape(Shape received, LayerReport report) =>
        SignalInput.Of(received, report) is { } input
            ? SignalWindow.InferShape(input, Length, input.Channels, isPooling: true, report)
            : null;

    public override Expr Forward(Expr x, ForwardContext context)
    {
        Expr image = x.AsImage();
        return image.Add(new AveragePool(
            x.Origin, image, SignalWindow.PoolAxisOfRow, SignalWindow.PoolAxis(Length, x),
            new AveragePoolDivisor(null, CountIncludePad))).AsSignal();
    }
}
