using System.Globalization;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>The values at one index of an axis, which is lost.</summary>
internal sealed record Select(int Index, int Axis) : Layer
{
    public override bool PassesValues => true;

    public static Layer Read(AttributeValues values) => new Select(values.Integer(0, "index", 0), values.Integer("Axis", 0));

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        if (LostAxes.Index(Axis, "Axis", input, report) is not { } axis)
            return null;
        long size = input[axis];
        if (Index < -size || Index >= size)
            report.Value(
                "index", Index, $"axis {Axis} has indices {-size} to {size - 1} ({report.Origin})",
                (size - 1).ToString(CultureInfo.InvariantCulture));
        return LostAxes.InferShape(input, axis, axis, "", report);
    }

    public override Expr Forward(Expr x, ForwardContext context)
    {
        int axis = TensorLayout.Axis(context.Input, Axis < 0 ? Axis + context.Input.Rank : Axis);
        TensorShape result = TensorLayout.Inside(context.Output);
        int[] start = new int[x.Shape.Rank];
        start[axis] = Index < 0 ? Index + x.Shape[axis] : Index;
        int[] kept = [.. Enumerable.Range(0, x.Shape.Rank).Where(other => other != axis)];
        var part = new MovePart(
            start, new int[result.Rank], [.. kept.Select((other, place) => new MoveLoop(x.Shape[other], other, 1, place, 1))]);
        return x.Add(new Move(x.Origin, result, [x], [part]));
    }
}
