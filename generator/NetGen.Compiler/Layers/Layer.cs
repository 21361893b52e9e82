using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// A kind of layer with its options: all that the compiler knows about it. It is its own equatable description. Each has a
/// static Read, which <see cref="LayerCatalog"/> lists.
/// </summary>
internal abstract record Layer
{
    /// <summary>The attribute's name, which is PyTorch's: "Conv2d".</summary>
    public virtual string Kind => GetType().Name;

    /// <summary>Whether it gives the shape it gets and means the same values, as an activation does.</summary>
    public virtual bool KeepsShape => false;

    /// <summary>Whether it is an activation: a function of each value that is not linear.</summary>
    public virtual bool IsActivation => false;

    /// <summary>Whether it is linear in all that comes in, so that two in a row are together one.</summary>
    public virtual bool IsLinear => false;

    /// <summary>Whether it adds a trained number to each feature or channel.</summary>
    public virtual bool HasBias => false;

    /// <summary>Whether it only permutes values, or drops some in training.</summary>
    public virtual bool PassesValues => false;

    /// <summary>Whether it takes tokens, which are no numbers to compute with.</summary>
    public virtual bool TakesTokens => false;

    /// <summary>
    /// Whether it reads what comes in. One that does not reads its operands alone, each of which may begin with what comes in.
    /// </summary>
    public virtual bool ReadsInput => true;

    /// <summary>Whether it adds to the loss (<see cref="ForwardContext.AddToLoss"/>).</summary>
    public virtual bool AddsToLoss => false;

    /// <summary>How many tokens it knows, and the argument that says so; null where it knows none.</summary>
    public virtual (int Count, string Argument)? Vocabulary => null;

    /// <summary>
    /// What becomes of the mask of the steps that come in; where it reads operands alone, of that which these have in common.
    /// </summary>
    public virtual MaskRule MaskRule(Shape input) => KeepsShape ? Layers.MaskRule.Kept : Layers.MaskRule.Ended;

    /// <summary>The values that it gives.</summary>
    public virtual ValueRange Range => ValueRange.Unknown;

    /// <summary>The argument that decides how many features or channels come out, or null where no argument does.</summary>
    public virtual string? WidthArgument => null;

    /// <summary>
    /// Earlier results or inputs that arguments of the layer name, as further operands: State = "h0". Each with its argument.
    /// </summary>
    public virtual IReadOnlyList<(string Argument, string Name)> NamedOperands => [];

    /// <summary>
    /// The layer with the shapes that its operands give, where it has any: those between &lt; and &gt;, then those that it names.
    /// </summary>
    public virtual Layer WithOperands(IReadOnlyList<Shape> operands) => this;

    /// <summary>
    /// The shape of the output, or null where nothing can follow. A layer that gets the wrong kind of shape reports it and goes on as if
    /// the proposed fix were applied.
    /// </summary>
    public abstract Shape? InferShape(Shape input, LayerReport report);

    /// <summary>Parameters and running statistics, in PyTorch's order. Called only with a shape that was accepted.</summary>
    public virtual IReadOnlyList<ParameterDeclaration> Declare(Shape input) => [];

    /// <summary>What it computes, as tensor expressions over channels-last tensors; the backward pass is derived from it.</summary>
    public abstract Expr Forward(Expr x, ForwardContext context);

    /// <summary>
    /// Why the layer cannot compute a sequence step by step, each when those after it are not known yet; null where it can. It completes a
    /// sentence.
    /// </summary>
    public virtual string? NotInStream(Shape input) => KeepsShape && (IsActivation || PassesValues) ? null : "it needs all steps at once";

    /// <summary>The edit after which it can, where there is one.</summary>
    public virtual SuggestedFix? StreamFix(LayerReport report) => null;

    /// <summary>The option with which it gives one result for all steps in place of one for each; null where it has none.</summary>
    public virtual string? OptionOfOneResult => null;

    /// <summary>Why the layer has no effect, as a message says it; null where it has one.</summary>
    public virtual string? WithoutEffect(Shape input, Shape output) => null;

    /// <summary>Multiply-adds for one sample, forward.</summary>
    public virtual long MultiplyAdds(Shape input) => 0;
}
