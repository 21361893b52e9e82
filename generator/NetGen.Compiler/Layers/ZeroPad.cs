using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>Zeros before and behind the values of one axis; negative numbers cut off. The kind of shape is kept.</summary>
internal sealed record ZeroPad(int Before, int After, int Axis) : Layer
{
    public override bool PassesValues => true;

    public static Layer Read(AttributeValues values)
    {
        if (!values.Has("Axis"))
            values.Missing("Axis", "it says which axis is padded", "Axis = 0");
        return new ZeroPad(values.Integer(0, "before", 0), values.Integer(1, "after", 0), values.Integer("Axis", 0));
    }

    public override string? WithoutEffect(Shape input, Shape output) => Before == 0 && After == 0 ? "it adds nothing" : null;

    public override Shape? InferShape(Shape input, LayerReport report) => LostAxes.Index(Axis, "Axis", input, report) is { } axis
        ? PaddedAxis.InferShape(input, axis, (Before, After), PaddingMode.Zeros, report, "before", "after")
        : null;

    public override Expr Forward(Expr x, ForwardContext context)
    {
        int axis = Axis < 0 ? Axis + context.Input.Rank : Axis;
        return x.PaddedAlong(TensorLayout.Axis(context.Input, axis), (Before, After));
    }
}
