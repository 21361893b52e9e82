using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>The largest value under each window; padding counts as -∞. [channels, height, width] → [channels, height', width'].</summary>
internal sealed record MaxPool2d(WindowAxis Height, WindowAxis Width) : Layer
{
    public static Layer Read(AttributeValues values)
    {
        (WindowAxis height, WindowAxis width) = WindowOptions.Read(values, position: 0, strideIsKernel: true);
        WindowOptions.RequireHalfPadding(values, height, width);
        return new MaxPool2d(height, width);
    }

    public override string? WithoutEffect(Shape input, Shape output) => Height.IsPoint && Width.IsPoint ? "its window is one pixel" : null;

    public override Shape? InferShape(Shape received, LayerReport report) =>
        ImageInput.Of(received, report) is { } input
            ? WindowOptions.InferShape(input, Height, Width, input.Channels, isPooling: true, report)
            : null;

    public override Expr Forward(Expr x, ForwardContext context) =>
        x.Add(new MaxPool(x.Origin, x, WindowOptions.PoolAxis(Height, x.Shape[0]), WindowOptions.PoolAxis(Width, x.Shape[1])));
}
