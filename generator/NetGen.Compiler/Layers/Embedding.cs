using System.Globalization;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>Looks up a row of its weight for each token. Tokens [steps] → a sequence [steps, embeddingDim].</summary>
internal sealed record Embedding(int NumEmbeddings, int EmbeddingDim, int? PaddingIndex, double Std) : Layer
{
    public override string? WidthArgument => "embeddingDim";

    public override bool TakesTokens => true;

    public override (int Count, string Argument)? Vocabulary => (NumEmbeddings, "numEmbeddings");

    public override ValueRange Range => ValueRange.Any;

    public static Layer Read(AttributeValues values)
    {
        int rows = values.Size(0, "numEmbeddings");
        int? padding = values.Has("PaddingIndex") ? values.Integer("PaddingIndex", 0) : null;
        if (padding is { } index && (index < -rows || index >= rows) && !values.IsWrong)
        {
            values.Wrong(
                "PaddingIndex", index, $"it names one of {rows} rows, {-rows} to {rows - 1}",
                (index < 0 ? 0 : rows - 1).ToString(CultureInfo.InvariantCulture));
        }

        var layer = new Embedding(rows, values.Size(1, "embeddingDim"), padding < 0 ? padding + rows : padding, values.Number("Std", 1));
        if (layer.Std < 0)
            values.Wrong("Std", layer.Std, "it is not negative");
        return layer;
    }

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        if (input.Kind == ShapeKind.Tokens)
            return Shape.Sequence(input[0], EmbeddingDim);
        report.CannotTake(
            input, "tokens, which are an input's whole numbers", "Write it first after [Input(steps)], with nothing before it.", fix: null);
        return input.Kind == ShapeKind.Vector ? Shape.Sequence(input[0], EmbeddingDim) : null;
    }

    public override MaskRule MaskRule(Shape input) => Layers.MaskRule.Kept;

    public override string? NotInStream(Shape input) => null;

    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input) =>
    [
        ParameterDeclaration.Of("weight", Initialization.Normal(0, Std) with { ZeroRow = PaddingIndex ?? -1 }, NumEmbeddings, EmbeddingDim)
            with { IsByRows = true },
    ];

    public override Expr Forward(Expr x, ForwardContext context)
    {
        Expr table = context.Parameter("weight");
        return x.Add(new Gather(x.Origin, x, context.IsByRows("weight") ? table : table.Transposed(), PaddingIndex ?? -1));
    }
}
