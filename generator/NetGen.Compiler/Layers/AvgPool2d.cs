using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// The mean under each window. [channels, height, width] → [channels, height', width']. The divisor is the window's size,
/// padding counted or not (<paramref name="CountIncludePad"/>), or <paramref name="DivisorOverride"/>.
/// </summary>
internal sealed record AvgPool2d(WindowAxis Height, WindowAxis Width, bool CountIncludePad, int? DivisorOverride) : Layer
{
    public static Layer Read(AttributeValues values)
    {
        (WindowAxis height, WindowAxis width) = WindowOptions.Read(values, position: 0, strideIsKernel: true);
        WindowOptions.RequireHalfPadding(values, height, width);

        // "Same" is Keras', which leaves what it adds out of the mean; PyTorch counts its padding.
        bool countsPadding = !height.IsSame && !width.IsSame;
        return new AvgPool2d(height, width, values.Flag("CountIncludePad", countsPadding), values.OptionalSize("DivisorOverride"));
    }

    public override string? WithoutEffect(Shape input, Shape output) =>
        Height.IsPoint && Width.IsPoint && DivisorOverride is null ? "its window is one pixel" : null;

    public override Shape? InferShape(Shape received, LayerReport report) =>
        ImageInput.Of(received, report) is { } input
            ? WindowOptions.InferShape(input, Height, Width, input.Channels, isPooling: true, report)
            : null;

    public override Expr Forward(Expr x, ForwardContext context) => x.Add(new AveragePool(x.Origin, x,
        WindowOptions.PoolAxis(Height, x.Shape[0]),
        WindowOptions.PoolAxis(Width, x.Shape[1]),
        new AveragePoolDivisor(DivisorOverride, CountIncludePad)));
}
