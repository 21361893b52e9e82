using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// [channels · r², height, width] → [channels, height · r, width · r] (Shi et al. 2016, https://arxiv.org/abs/1609.05158).
/// </summary>
internal sealed record PixelShuffle(int UpscaleFactor) : Layer
{
    public override bool PassesValues => true;

    public static Layer Read(AttributeValues values) => new PixelShuffle(values.Size(0, "upscaleFactor"));

    public override string? WithoutEffect(Shape input, Shape output) => UpscaleFactor == 1 ? "its factor is 1" : null;

    public override Shape? InferShape(Shape received, LayerReport report)
    {
        if (ImageInput.Of(received, report) is not { } input)
            return null;
        long square = (long)UpscaleFactor * UpscaleFactor;
        if (input.Channels % square != 0)
        {
            report.Value(
                "upscaleFactor", UpscaleFactor,
                $"its square, {square}, divides the {input.Channels} channels that come in ({report.Origin})");
            return null;
        }

        return Shape.Image(
            input.Channels / square, Shape.Multiplied(input.Height, UpscaleFactor), Shape.Multiplied(input.Width, UpscaleFactor));
    }

    public override Expr Forward(Expr x, ForwardContext context) => x.Permuted(
        TensorLayout.Inside(context.Output), [.. PixelBlocks.Loops(context.Output, UpscaleFactor).Select(loop => loop.Inverse)]);
}
