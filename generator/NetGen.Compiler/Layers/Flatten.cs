using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Joins the axes <paramref name="Start"/> to <paramref name="End"/> of the sample, in PyTorch's order of values. All of
/// them make a vector, those after the first a signal, those before the last a sequence.
/// </summary>
internal sealed record Flatten(int Start, int End) : Layer
{
    public override bool PassesValues => true;

    public static Layer Read(AttributeValues values) => new Flatten(values.Integer("Start", 0), values.Integer("End", -1));

    public override string? WithoutEffect(Shape input, Shape output) => input == output ? $"{input} comes in already" : null;

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        int start = Start < 0 ? Start + input.Rank : Start;
        int end = End < 0 ? End + input.Rank : End;
        if (start < 0 || start >= input.Rank)
            return Outside("Start", Start);
        if (end < start || end >= input.Rank)
            return Outside("End", End);
        if (start == end)
            return input;
        long joined = input.Sizes.Skip(start).Take(end - start + 1).Aggregate(1L, Shape.Multiplied);
        if (start == 0 && end == input.Rank - 1)
            return Shape.Vector(joined);
        return start > 0 ? Shape.Signal(input[0], joined) : Shape.Sequence(joined, input[input.Rank - 1]);

        Shape? Outside(string argument, int value)
        {
            string order = argument == "End" ? ", and is not before Start" : "";
            report.Value(argument, value, $"the sample ({report.Origin}) has axes {-input.Rank} to {input.Rank - 1}{order}");
            return null;
        }
    }

    public override Expr Forward(Expr x, ForwardContext context) =>
        TensorLayout.Reshaped(x, context.Input, context.Output);
}
