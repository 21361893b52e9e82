using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Maxima over regions so that a wanted size comes out, as those of <see cref="AdaptiveAvgPool2d"/>. A side that is null keeps its size.
/// [channels, height, width] → [channels, out height, out width].
/// </summary>
internal sealed record AdaptiveMaxPool2d(int? OutputHeight, int? OutputWidth) : Layer
{
    public static Layer Read(AttributeValues values)
    {
        (int? height, int? width) = AdaptiveOptions.Read(values, "[AdaptiveMaxPool2d(1)] is the maximum of each channel");
        return new AdaptiveMaxPool2d(height, width);
    }

    public override string? WithoutEffect(Shape input, Shape output) => input == output ? $"{input} comes in already" : null;

    public override Shape? InferShape(Shape received, LayerReport report) => ImageInput.Of(received, report) is { } input
        ? Shape.Image(input.Channels, OutputHeight ?? input.Height, OutputWidth ?? input.Width)
        : null;

    public override Expr Forward(Expr x, ForwardContext context) => x.Add(new MaxPool(
        x.Origin, x, AdaptiveOptions.Regions(x.Shape[0], OutputHeight ?? x.Shape[0]),
        AdaptiveOptions.Regions(x.Shape[1], OutputWidth ?? x.Shape[1])));
}
