using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Means over regions so that a wanted length comes out: value i is the mean of values ⌊i·length/out⌋ to ⌈(i+1)·length/out⌉ - 1.
/// [channels, length] → [channels, out length].
/// </summary>
internal sealed record AdaptiveAvgPool1d(int OutputSize) : Layer
{
    public static Layer Read(AttributeValues values) => new AdaptiveAvgPool1d(values.Size(0, "outputSize"));

    public override string? WithoutEffect(Shape input, Shape output) => input == output ? $"{input} comes in already" : null;

    public override Shape? InferShape(Shape received, LayerReport report) =>
        SignalInput.Of(received, report) is { } input ? Shape.Signal(input.Channels, OutputSize) : null;

    public override Expr Forward(Expr x, ForwardContext context)
    {
        if (OutputSize == 1)
            return x.Mean(0);
        Expr image = x.AsImage();
        return image.Add(new AveragePool(
            x.Origin, image, SignalWindow.PoolAxisOfRow, new PoolAxis(x.Shape[0], OutputSize, 0, 0, 0, 1, IsAdaptive: true),
            new AveragePoolDivisor(null, CountIncludePad: false))).AsSignal();
    }
}
