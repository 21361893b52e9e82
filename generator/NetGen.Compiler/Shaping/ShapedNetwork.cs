using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Shaping;

/// <summary>
/// A network whose blocks are expanded and whose shapes are checked: what the compiler lowers. It exists only for a network
/// without errors.
/// </summary>
internal sealed record ShapedNetwork(
    ClassSpec Class, Shape Input, Shape Output, IReadOnlyList<ShapedNode> Nodes, ShapedLoss? Loss)
{
    /// <summary>The full names of parameters and running statistics that a frozen layer uses, tied ones by their owner's.</summary>
    private readonly HashSet<string> frozenOwners = new(
        Flattened(Nodes).OfType<ShapedLayer>().Where(layer => layer.IsFrozen).SelectMany(layer => layer.Parameters)
            .Select(parameter => parameter.Owner),
        StringComparer.Ordinal);

    /// <summary>What comes in, in the order written; the layers begin at the first.</summary>
    public IReadOnlyList<ShapedInput> Inputs { get; init; } = [new ShapedInput(0, ShapedInput.OnlyName, Input, 0)];

    /// <summary>
    /// What a program reads of a sample: the input, or a row of all inputs one after another, where there are several or one has lengths.
    /// </summary>
    public Shape Samples => HasRows ? Shape.Vector(Inputs.Sum(input => input.Size)) : Input;

    /// <summary>Whether the inputs of a sample lie in a row.</summary>
    public bool HasRows => Inputs.Count > 1 || Inputs[0].HasLengths;

    /// <summary>Whether convolutions may be computed by Winograd's algorithm.</summary>
    public bool Winograd { get; init; } = true;

    /// <summary>All uses of blocks, in the order in which they end.</summary>
    public IReadOnlyList<ShapedBlock> Blocks { get; init; } = [];

    /// <summary>For each input, how many tokens all layers that read it know; 0 where it is numbers.</summary>
    public IReadOnlyList<int> Vocabularies { get; init; } = [0];

    /// <summary>All layers in order of their names' appearance, those of compositions' branches included.</summary>
    public IReadOnlyList<ShapedLayer> Layers => [.. Flattened(Nodes).OfType<ShapedLayer>()];

    /// <summary>Whether a stream, which takes one step at a time, is emitted too.</summary>
    public bool HasStream { get; init; }

    /// <summary>Whether a prediction is emitted too that keeps what each layer gives.</summary>
    public bool HasActivations { get; init; }

    /// <summary>All compositions, those of branches included.</summary>
    public IEnumerable<ShapedComposition> Compositions => CompositionsOf(Nodes);

    /// <summary>The layer that samples come into, or null where they come into several branches.</summary>
    public ShapedLayer? FirstLayer => Nodes.FirstOrDefault(node => node is not ShapedOutput) as ShapedLayer;

    /// <summary>The layer that gives the output, or null where several branches do.</summary>
    public ShapedLayer? LastLayer => Nodes.LastOrDefault(node => node is not ShapedOutput) as ShapedLayer;

    /// <summary>The places whose values are results besides the output, in the same order.</summary>
    public IReadOnlyList<ShapedOutput> NamedOutputs => [.. Flattened(Nodes).OfType<ShapedOutput>()];

    /// <summary>Numbers of the parameters, trained and frozen; running statistics are not counted.</summary>
    public long ParameterCount => Layers.Sum(layer => layer.ParameterCount);

    /// <summary>Those of them that are not trained.</summary>
    public long FrozenCount => Layers.SelectMany(layer => layer.OwnParameters).Where(IsFrozen)
        .Sum(parameter => parameter.Declaration.Count);

    /// <summary>Numbers that are saved with the network and not trained.</summary>
    public long StatisticCount => Layers.SelectMany(layer => layer.Parameters)
        .Where(parameter => parameter.Declaration.IsStatistic).Sum(parameter => parameter.Declaration.Count);

    /// <summary>Multiply-adds for one sample, forward.</summary>
    public long MultiplyAdds => Layers.Sum(layer => layer.MultiplyAdds);

    /// <summary>Whether training leaves a parameter or running statistic as it is: one of the layers that use it is frozen.</summary>
    public bool IsFrozen(ShapedParameter parameter) => frozenOwners.Contains(parameter.Owner);

    /// <summary>Layers and named outputs one after the other, those of compositions' branches included.</summary>
    public static IEnumerable<ShapedNode> Flattened(IEnumerable<ShapedNode> nodes) =>
        nodes.SelectMany(node => node switch
        {
            ShapedComposition composition => composition.Branches.SelectMany(Flattened),
            ShapedLayer { Operands.Count: > 0 } layer => layer.Operands.SelectMany(Flattened).Append(layer),
            _ => [node],
        });

    private static IEnumerable<ShapedComposition> CompositionsOf(IEnumerable<ShapedNode> nodes) => nodes.OfType<ShapedComposition>()
        .SelectMany(composition => composition.Branches.SelectMany(CompositionsOf).Append(composition));

    /// <summary>Nodes whose results an operand elsewhere begins with.</summary>
    public static HashSet<ShapedNode> Sources(IEnumerable<ShapedNode> nodes) =>
        [.. Flattened(nodes).OfType<ShapedFrom>().Select(from => from.Source)];
}
