using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Maxima over regions so that a wanted length comes out, as those of <see cref="AdaptiveAvgPool1d"/>. [channels, length] → [channels, out
/// length].
/// </summary>
internal sealed record AdaptiveMaxPool1d(int OutputSize) : Layer
{
    public static Layer Read(AttributeValues values) => new AdaptiveMaxPool1d(values.Size(0, "outputSize"));

    public override string? WithoutEffect(Shape input, Shape output) => input == output ? $"{input} comes in already" : null;

    public override Shape? InferShape(Shape received, LayerReport report) =>
        SignalInput.Of(received, report) is { } input ? Shape.Signal(input.Channels, OutputSize) : null;

    public override Expr Forward(Expr x, ForwardContext context)
    {
        Expr image = x.AsImage();
        return image.Add(new MaxPool(
            x.Origin, image, SignalWindow.PoolAxisOfRow, AdaptiveOptions.Regions(x.Shape[0], OutputSize))).AsSignal();
    }
}
