using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>Adds a trained row to each step of a sequence, or the fixed one of a <see cref="Sinusoid"/>. The shape is kept.</summary>
/// <param name="MaxSteps">Rows of the weight, of which the first are used; null for as many as there are steps.</param>
/// <param name="Std">The standard deviation of the initial values.</param>
/// <param name="IsSinusoidal">Whether sines and cosines are added, and there is no weight.</param>
internal sealed record PositionEmbedding(int? MaxSteps, double Std, bool IsSinusoidal) : Layer
{
    private const double DefaultStd = 0.02;
    private const string WithoutWeight = "with Sinusoidal = true there is no weight";

    public override bool KeepsShape => true;

    public override ValueRange Range => ValueRange.Any;

    public static Layer Read(AttributeValues values)
    {
        int steps = values.Integer(0, "maxSteps", 0);
        if (steps < 0)
            values.Wrong("maxSteps", steps, "it is a number of rows, or 0 for as many as there are steps", "0");
        var layer = new PositionEmbedding(
            steps == 0 ? null : steps, values.Number("Std", DefaultStd), values.Flag("Sinusoidal", false));
        if (layer.Std < 0)
            values.Wrong("Std", layer.Std, "it is not negative");
        else if (layer.IsSinusoidal && layer.MaxSteps is { } rows)
            values.Wrong("maxSteps", rows, WithoutWeight);
        else if (layer.IsSinusoidal && layer.Std != DefaultStd)
            values.Wrong("Std", layer.Std, WithoutWeight);
        return layer;
    }

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        if (input.Kind != ShapeKind.Sequence)
        {
            report.CannotTake(input, "a sequence", input.Kind == ShapeKind.Signal ? "Transpose" : "");
            return input.Kind == ShapeKind.Signal ? Shape.Sequence(input[1], input[0]) : null;
        }

        if (MaxSteps < input[0])
        {
            report.Value(
                "maxSteps", MaxSteps, $"it is at least the {input[0]} steps that come in ({report.Origin})",
                input[0].ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return input;
    }

    public override string? NotInStream(Shape input) => null;

    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input) => IsSinusoidal
        ? []
        :
    [
        ParameterDeclaration.Of("weight", Initialization.Normal(0, Std), Math.Max(MaxSteps ?? 0, input[0]), input[1]) with
        {
            IsByRows = true,
        },
    ];

    public override Expr Forward(Expr x, ForwardContext context)
    {
        if (IsSinusoidal)
        {
            return context.Stream is { } sines
                ? x + sines.RowOf(x.Filled(new Sinusoid(sines.Steps, x.Shape[1]), TensorShape.Unbatched(sines.Steps, x.Shape[1])))
                : Map.Of(new Operand(0) + (ScalarExpression)new Sinusoid(x.Shape[0], x.Shape[1]), x);
        }

        Expr weight = context.Parameter("weight");
        if (context.Stream is { } stream)
            return x + stream.RowOf(weight).At(x.Origin);
        if (weight.Shape[0] == x.Shape[0])
            return x + weight;
        return x + weight.Permuted(
            x.Shape.WithBatched(false), new MoveLoop(x.Shape[0], 0, 1, 0, 1), new MoveLoop(x.Shape[1], 1, 1, 1, 1));
    }
}
