using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Means over regions so that a wanted size comes out: row i is the mean of rows ⌊i·height/out⌋ to ⌈(i+1)·height/out⌉ - 1.
/// [channels, height, width] → [channels, out height, out width].
/// </summary>
internal sealed record AdaptiveAvgPool2d(int OutputHeight, int OutputWidth) : Layer
{
    public static Layer Read(AttributeValues values)
    {
        bool isRectangle = values.PositionalCount > 1 || values.Has("outputHeight") || values.Has("outputWidth");
        int height = values.Size(0, isRectangle ? "outputHeight" : "outputSize");
        return new AdaptiveAvgPool2d(height, isRectangle ? values.Size(1, "outputWidth") : height);
    }

    public override Shape? InferShape(Shape received, LayerReport report) =>
        ImageInput.Of(received, report) is { } input ? Shape.Image(input.Channels, OutputHeight, OutputWidth) : null;

    public override Tensor Forward(Tensor x, ForwardContext context) => OutputHeight == 1 && OutputWidth == 1
        ? x.Mean(0, 1)
        : x.Program.Add(new AveragePool(
            x, Regions(x.Shape[0], OutputHeight), Regions(x.Shape[1], OutputWidth), new AveragePoolDivisor(null, CountIncludePad: false)));

    private static PoolAxis Regions(int size, int count) => new(size, count, 0, 0, 0, 1, IsAdaptive: true);
}
