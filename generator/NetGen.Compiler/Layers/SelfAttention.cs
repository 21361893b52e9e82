using System.Globalization;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Multi-head attention of a sequence to itself, as nn.MultiheadAttention computes it with one tensor for queries, keys and values:
/// a product gives all three, concatenated in each step; attention joins the steps; another product joins the heads. The shape is kept.
/// </summary>
/// <param name="Heads">Heads of queries, which divide the features.</param>
/// <param name="KeyValueHeads">Heads of keys and values, which divide those of queries.</param>
/// <param name="Causal">Whether a step attends to itself and earlier steps only.</param>
/// <param name="Rotary">Whether queries and keys are rotated by their steps.</param>
/// <param name="Dropout">The probability with which training drops a weight.</param>
/// <param name="Bias">Whether both products have a bias.</param>
/// <param name="In">The stated input features.</param>
internal sealed record SelfAttention(
    int Heads, int KeyValueHeads, bool Causal, bool Rotary, double Dropout, bool Bias, int? In) : Layer
{
    private const string Wanted = "a sequence (steps × features)";

    public override ValueRange Range => ValueRange.Any;

    public static Layer Read(AttributeValues values)
    {
        int heads = values.Size("Heads", 1);
        if (!values.Has("Heads"))
            values.Missing("Heads", "it says into how many heads the features are divided", "Heads = 1");
        int shared = values.Size("KeyValueHeads", heads);
        if (heads % shared != 0)
            values.Wrong("KeyValueHeads", shared, $"it must divide the {heads} heads", Text(Nearest(shared, count => heads % count == 0)));
        double dropout = DropProbability.Option(values);
        return new SelfAttention(
            heads, shared, values.Flag("Causal", false), values.Flag("Rotary", false), dropout, values.Flag("Bias", true),
            values.OptionalSize("In"));
    }

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        if (input.Kind == ShapeKind.Signal)
        {
            report.CannotTake(input, Wanted, "Transpose");
            input = Shape.Sequence(input[1], input[0]);
        }
        else if (input.Kind != ShapeKind.Sequence)
        {
            report.CannotTake(input, Wanted);
            return null;
        }

        long features = input.Channels;
        report.CheckIn(In, features, "features");
        if (features % Heads != 0)
            report.Value(
                "Heads", Heads, $"it must divide the {features} features that come in ({report.Origin})",
                Text(Nearest(Heads, count => features % count == 0 && IsShared(count))));
        else if (Rotary && features / Heads % 2 != 0)
            report.Value(
                "Heads", Heads,
                $"with Rotary a head has an even number of features, since pairs turn; here it has {features / Heads} of {features}"
                + $" ({report.Origin})",
                Text(Nearest(Heads, count => features % count == 0 && features / count % 2 == 0 && IsShared(count))));
        return input;
    }

    /// <summary>Padding is no key; what a step of padding gives is its own matter.</summary>
    public override MaskRule MaskRule(Shape input) => Layers.MaskRule.Kept;

    public override string? NotInStream(Shape input) => Causal ? null : "it attends to later steps, unless Causal = true";

    public override SuggestedFix? StreamFix(LayerReport report) => new(FixKind.SetArgument, "Causal = true");

    /// <summary>As nn.MultiheadAttention names, shapes and initialises them.</summary>
    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input)
    {
        long features = input.Channels, joined = features + (2 * KeyValueWidth(features));

        // xavier_uniform_: U(±√(6 / (fan in + fan out))).
        var xavier = Initialization.Uniform(Math.Sqrt(6.0 / (features + joined)));
        ParameterDeclaration inProjection = ParameterDeclaration.Of("in_proj_weight", xavier, joined, features);
        ParameterDeclaration outProjection =
            ParameterDeclaration.Of("out_proj.weight", Initialization.OfFanIn(features), features, features);
        return Bias
            ?
            [
                inProjection, ParameterDeclaration.Of("in_proj_bias", Initialization.Zeros, joined),
                outProjection, ParameterDeclaration.Of("out_proj.bias", Initialization.Zeros, features),
            ]
            : [inProjection, outProjection];
    }

    public override Expr Forward(Expr x, ForwardContext context)
    {
        int features = x.Shape.Inner, shared = (int)KeyValueWidth(features);
        Expr joined = Biased(x.Times(context.Parameter("in_proj_weight")), "in_proj_bias", context).Named("QueriesKeysValues");
        if (context.Stream is { } stream)
            return Projected(Streamed(joined, features, shared, stream, context), context);
        Expr attended = joined.Attended(
            Geometry(features, context) with { KeyColumn = features, ValueColumn = features + shared }, context.Mask);
        return Projected(attended, context);
    }

    /// <summary>The step attends to itself and to the keys and values of those before it, which are kept.</summary>
    private Expr Streamed(Expr joined, int features, int shared, StreamStates stream, ForwardContext context)
    {
        Expr keysValues = stream.Update(
            stream.Rows(joined.Origin, 2 * shared).Named("KeysValues"), joined.Columns(features, 2 * shared).Named("KeyValue"));
        return joined.Attended(
            keysValues, Geometry(features, context) with { KeyColumn = 0, ValueColumn = shared, IsOfStream = true }).Named("Attended");
    }

    /// <summary>The heads of queries that begin in the first column.</summary>
    public AttentionGeometry Geometry(int features, ForwardContext context) => new(Heads, KeyValueHeads, features / Heads)
    {
        IsCausal = Causal,
        IsRotary = Rotary,
        Dropout = context.IsTraining ? Dropout : 0,
        Site = context.Site,
    };

    /// <summary>The product that joins the heads.</summary>
    public Expr Projected(Expr attended, ForwardContext context) =>
        Biased(attended.Named("Attended").Times(context.Parameter("out_proj.weight")), "out_proj.bias", context);

    private Expr Biased(Expr product, string name, ForwardContext context) =>
        Bias ? product + context.Parameter(name, product.Shape.Rank) : product;

    public override long MultiplyAdds(Shape input)
    {
        (long steps, long features) = (input[0], input[1]);
        long scores = Causal ? steps * (steps + 1) / 2 : steps * steps;
        return (steps * features * ((2 * features) + (2 * KeyValueWidth(features)))) + (2 * scores * features);
    }

    /// <summary>Whether so many heads can share those of keys and values, where these are fewer.</summary>
    private bool IsShared(int heads) => KeyValueHeads == Heads || heads % KeyValueHeads == 0;

    private long KeyValueWidth(long features) => features / Heads * KeyValueHeads;

    /// <summary>The largest number up to the stated one that will do, else the smallest above; null where there is none.</summary>
    private static int? Nearest(int stated, Func<int, bool> willDo)
    {
        const int Most = 4096;
        for (int count = Math.Min(stated, Most); count > 0; count--)
            if (willDo(count))
                return count;
        for (int count = stated + 1; count <= Most; count++)
            if (willDo(count))
                return count;
        return null;
    }

    private static string Text(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";
}
