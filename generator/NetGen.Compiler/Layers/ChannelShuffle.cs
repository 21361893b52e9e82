using System.Globalization;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Channels in groups, as the rows of a matrix that is transposed (ShuffleNet, https://arxiv.org/abs/1707.01083). The image's shape is
/// kept.
/// </summary>
internal sealed record ChannelShuffle(int Groups) : Layer
{
    public override bool PassesValues => true;

    public static Layer Read(AttributeValues values) => new ChannelShuffle(values.Size(0, "groups"));

    public override string? WithoutEffect(Shape input, Shape output) =>
        Groups == 1 || Groups == input.Channels ? "its groups leave the channels in their order" : null;

    public override Shape? InferShape(Shape received, LayerReport report)
    {
        if (ImageInput.Of(received, report) is not { } input)
            return null;
        if (input.Channels % Groups != 0)
        {
            int nearest = Enumerable.Range(1, (int)Math.Min(Groups, input.Channels)).Last(groups => input.Channels % groups == 0);
            report.Value(
                "groups", Groups, $"it divides the {input.Channels} channels that come in ({report.Origin})",
                nearest.ToString(CultureInfo.InvariantCulture));
        }

        return input;
    }

    public override Expr Forward(Expr x, ForwardContext context)
    {
        int width = x.Shape.Inner / Groups;
        return x.Permuted(
            x.Shape,
            new MoveLoop(x.Shape[0], 0, 1, 0, 1),
            new MoveLoop(x.Shape[1], 1, 1, 1, 1),
            new MoveLoop(Groups, 2, width, 2, 1),
            new MoveLoop(width, 2, 1, 2, Groups));
    }
}
