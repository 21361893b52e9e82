using NetGen.Compiler.Graph;
using static NetGen.Compiler.Graph.ScalarExpression;

namespace NetGen.Compiler.Emission;

/// <summary>A batch norm that predicts, as a factor and an addend of each column.</summary>
/// <param name="Mean">The running mean.</param>
/// <param name="Variance">The running variance.</param>
/// <param name="Epsilon">What is added to it.</param>
/// <param name="Weight">The weight.</param>
/// <param name="Bias">The bias.</param>
/// <param name="Scale">The factors.</param>
/// <param name="Shift">The addends.</param>
internal sealed record BatchNormFold(Tensor Mean, Tensor Variance, double Epsilon, Tensor Weight, Tensor Bias, Tensor Scale, Tensor Shift)
{
    private static readonly Placeholder OfMean = new(PlaceholderKind.Row, "mean");
    private static readonly Placeholder OfVariance = new(PlaceholderKind.Row, "variance");
    private static readonly Placeholder OfWeight = new(PlaceholderKind.Row, "weight");
    private static readonly Placeholder OfBias = new(PlaceholderKind.Row, "bias");
    private static readonly Placeholder OfEpsilon = new(PlaceholderKind.Number, "epsilon");
    private static readonly Placeholder OfScale = new(PlaceholderKind.Any, "scale");

    private static readonly ScalarExpression Factor = (1 / Sqrt(OfVariance + OfEpsilon)) * OfWeight;
    private static readonly ScalarExpression Addend = OfBias - (OfMean * OfScale);

    /// <summary>Whether two tensors are those of a batch norm, and of which; else null.</summary>
    public static BatchNormFold? Of(KernelContext context, EpilogueElement element, Tensor scale, Tensor shift)
    {
        var terms = new ElementTerms(context);
        var unifier = new PatternUnifier(terms, element);
        foreach (Bindings factor in unifier.Unify(Factor, terms.Of(scale), Bindings.None.With(OfScale, terms.Of(scale))))
            foreach (Bindings found in unifier.Unify(Addend, terms.Of(shift), factor))
                return new(
                    TensorOf(found, OfMean), TensorOf(found, OfVariance),
                    ((Constant)terms.Opened(found[OfEpsilon]!.Value)!.Value.Part).Value,
                    TensorOf(found, OfWeight), TensorOf(found, OfBias), scale, shift);
        return null;
    }

    private static Tensor TensorOf(Bindings bindings, Placeholder placeholder) => bindings[placeholder]!.Value.Tensor!;
}
