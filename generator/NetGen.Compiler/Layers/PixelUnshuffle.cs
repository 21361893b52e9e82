using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>[channels, height · r, width · r] → [channels · r², height, width].</summary>
internal sealed record PixelUnshuffle(int DownscaleFactor) : Layer
{
    public override bool PassesValues => true;

    public static Layer Read(AttributeValues values) => new PixelUnshuffle(values.Size(0, "downscaleFactor"));

    public override string? WithoutEffect(Shape input, Shape output) => DownscaleFactor == 1 ? "its factor is 1" : null;

    public override Shape? InferShape(Shape received, LayerReport report)
    {
        if (ImageInput.Of(received, report) is not { } input)
            return null;
        if (input.Height % DownscaleFactor != 0 || input.Width % DownscaleFactor != 0)
        {
            report.Value(
                "downscaleFactor", DownscaleFactor,
                $"it divides the {input.Height} rows and {input.Width} columns that come in ({report.Origin})");
            return null;
        }

        return Shape.Image(
            Shape.Multiplied(input.Channels, (long)DownscaleFactor * DownscaleFactor),
            input.Height / DownscaleFactor, input.Width / DownscaleFactor);
    }

    public override Expr Forward(Expr x, ForwardContext context) =>
        x.Permuted(TensorLayout.Inside(context.Output), PixelBlocks.Loops(context.Input, DownscaleFactor));
}
