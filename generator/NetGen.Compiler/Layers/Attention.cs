using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Multi-head attention of a sequence to another one, which an operand gives: queries from what comes in, keys and values from there. The
/// parameters are those of attention to itself, of whose first product the columns are used apart.
/// </summary>
/// <param name="Heads">The heads and options.</param>
internal sealed record Attention(SelfAttention Heads) : Layer
{
    /// <summary>The shape of the operand.</summary>
    public Shape? Keys { get; init; }

    public override ValueRange Range => ValueRange.Any;

    public static Layer Read(AttributeValues values) => new Attention((SelfAttention)SelfAttention.Read(values));

    public override Layer WithOperands(IReadOnlyList<Shape> operands) => this with { Keys = operands[0] };

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        if (Heads.InferShape(input, report) is not { } output)
            return null;
        if (Keys is { Kind: not ShapeKind.Sequence })
            report.Operand(Keys, "keys are a sequence (steps × features)");
        else if (Keys is not null && Keys.Channels != output.Channels)
            report.Operand(Keys, $"keys have as many features as the queries, {output.Channels} ({report.Origin})");
        else if (Keys is not null && Heads.Rotary && Keys[0] != output[0])
            report.Operand(Keys, $"with Rotary = true there are as many keys as queries, {output[0]} ({report.Origin})");
        return output;
    }

    /// <summary>Padding of the operand is no key; that of what comes in is its own matter.</summary>
    public override MaskRule MaskRule(Shape input) => Layers.MaskRule.Kept;

    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input) => Heads.Declare(input);

    public override Expr Forward(Expr x, ForwardContext context)
    {
        int features = x.Shape.Inner, shared = features / Heads.Heads * Heads.KeyValueHeads;
        Expr queries = Projected(x, first: 0, features).Named("Queries");
        Expr keys = Projected(context.Operand(0).At(x.Origin), first: features, 2 * shared).Named("KeysValues");
        Expr attended = queries.Attended(
            keys,
            Heads.Geometry(features, context) with { KeyColumn = 0, ValueColumn = shared },
            context.MaskOfOperand(0));
        return Heads.Projected(attended, context);

        Expr Projected(Expr from, int first, int count)
        {
            Expr product = from.Times(context.Parameter("in_proj_weight").Columns(first, count));
            return Heads.Bias ? product + context.Parameter("in_proj_bias", from.Shape.Rank).Columns(first, count) : product;
        }
    }

    public override long MultiplyAdds(Shape input)
    {
        long steps = input[0], features = input[1], keySteps = Keys?[0] ?? steps;
        long shared = features / Heads.Heads * Heads.KeyValueHeads;
        return (2 * steps * features * features) + (2 * keySteps * features * shared) + (2 * steps * keySteps * features);
    }
}
