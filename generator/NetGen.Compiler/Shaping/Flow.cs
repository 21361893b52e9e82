using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Shaping;

/// <summary>What is known at one place of a network: the shape there, or null after an error that ends the path.</summary>
/// <param name="Shape">The shape of a sample.</param>
/// <param name="Origin">How it came about, as messages say it: "64×12×12 after flatten1".</param>
/// <param name="Width">The last layer whose argument decides the number of features or channels, or null.</param>
/// <param name="Path">The last layer passed, or null at the input and after a fork or a composition.</param>
internal sealed record Flow(Shape? Shape, string Origin, WidthSource? Width, PathStep? Path = null)
{
    /// <summary>The node whose result it is; null after an error.</summary>
    public ShapedNode? Source { get; init; }

    /// <summary>The input, where it is its tokens that lie here.</summary>
    public ShapedInput? Tokens { get; init; }

    /// <summary>Which steps may be padding; null where none is.</summary>
    public StepPadding? Mask { get; init; }

    public static Flow Ended { get; } = new(null, "", null);

    public static Flow OfInput(ShapedInput input) =>
        new(input.Shape, $"{input.Shape}, the input{(input.Index == 0 ? "" : $" '{input.Name}'")}", null)
        {
            Source = input,
            Tokens = input.Shape.Kind == ShapeKind.Tokens ? input : null,
            Mask = input is { PaddingToken: null, HasLengths: false } ? null : new StepPadding(input.Index, TrueSteps: 0),
        };

    /// <summary>After something that is not a layer, such as a composition.</summary>
    public Flow After(string name, ShapedNode node) => new(node.Output, $"{node.Output} after {name}", Width) { Source = node };

    /// <summary>The mask behind a layer.</summary>
    public StepPadding? MaskAfter(Layer layer) => Shape is not { } input || Mask is null ? null : layer.MaskRule(input) switch
    {
        MaskRule.Kept => Mask,
        MaskRule.StepInFront when Mask == StepPadding.Joined => Mask,
        MaskRule.StepInFront => Mask with { TrueSteps = Mask.TrueSteps + 1 },
        _ => null,
    };

    /// <summary>At the beginning of one branch of several: what comes in goes elsewhere too.</summary>
    public Flow Forked => this with { Path = null };
}
