using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Means over regions so that a wanted size comes out: row i is the mean of rows ⌊i·height/out⌋ to ⌈(i+1)·height/out⌉ - 1. A side that
/// is null keeps its size. [channels, height, width] → [channels, out height, out width].
/// </summary>
internal sealed record AdaptiveAvgPool2d(int? OutputHeight, int? OutputWidth) : Layer
{
    public static Layer Read(AttributeValues values)
    {
        (int? height, int? width) = AdaptiveOptions.Read(values, "[AdaptiveAvgPool2d(1)] is the mean of each channel");
        return new AdaptiveAvgPool2d(height, width);
    }

    public override string? WithoutEffect(Shape input, Shape output) => input == output ? $"{input} comes in already" : null;

    public override Shape? InferShape(Shape received, LayerReport report) => ImageInput.Of(received, report) is { } input
        ? Shape.Image(input.Channels, OutputHeight ?? input.Height, OutputWidth ?? input.Width)
        : null;

    public override Expr Forward(Expr x, ForwardContext context)
    {
        (int height, int width) = (OutputHeight ?? x.Shape[0], OutputWidth ?? x.Shape[1]);
        return height == 1 && width == 1
            ? x.Mean(0, 1)
            : x.Add(new AveragePool(x.Origin, x, Regions(x.Shape[0], height), Regions(x.Shape[1], width),
                new AveragePoolDivisor(null, CountIncludePad: false)));
    }

    private static PoolAxis Regions(int size, int count) => new(size, count, 0, 0, 0, 1, IsAdaptive: true);
}
