using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Shaping;

/// <summary>
/// A network as a stream: one step of its sequence at a time. What it computes of a step may depend on the steps before and on none after.
/// </summary>
internal static class StreamShapes
{
    /// <summary>Reports what has no place in a stream.</summary>
    /// <param name="network">The network.</param>
    /// <param name="steps">Its layers with their reports.</param>
    /// <param name="site">Where the stream is asked for.</param>
    /// <param name="report">Gets the faults.</param>
    public static void Check(ShapedNetwork network, IReadOnlyList<PathStep> steps, int site, Report report)
    {
        if (network.HasRows)
            Fault("a stream has one input, without lengths");
        else if (!HasSteps(network.Input))
            Fault($"its input is {network.Input.Describe()} ({network.Input}); a stream's are tokens or a sequence");
        else if (network.NamedOutputs.Count > 0)
            Fault($"'{network.NamedOutputs[0].Name}' is a second output, and a stream has one");
        foreach (ShapedComposition joined in network.Compositions)
            if (joined is { Kind: CompositionKind.Concat, Axis: 0, Output.Kind: ShapeKind.Sequence })
                Fault("a Concat along the steps makes more of them");
        foreach (PathStep step in steps)
        {
            string? reason = HasSteps(step.Input) ? step.Layer.NotInStream(step.Input)
                : HasSteps(step.Output) ? "it makes other steps" : null;
            if (reason is not null)
            {
                SuggestedFix[] fixes = step.Layer.StreamFix(step.Report) is { } fix ? [fix] : [];
                step.Report.Add(Rules.Stream, step.Report.AttributeSite, fixes, $"'{step.Report.Name}' has no place in it", reason);
            }
        }

        void Fault(string reason) => report.AddWithFixes(
            Rules.Stream, site, [new SuggestedFix(FixKind.Remove, "")], $"'{network.Class.Name}' has none", reason);
    }

    /// <summary>The nodes of one step.</summary>
    public static ShapedNetwork OfStep(ShapedNetwork network)
    {
        var known = new Dictionary<ShapedNode, ShapedNode>();
        ShapedInput input = network.Inputs[0];
        var first = new ShapedInput(0, input.Name, OfStep(input.Shape), input.Site);
        known.Add(input, first);
        IReadOnlyList<ShapedNode> nodes = Nodes(network.Nodes);
        return network with { Input = first.Shape, Inputs = [first], Nodes = nodes, Output = OfStep(network.Output), Loss = null };

        IReadOnlyList<ShapedNode> Nodes(IReadOnlyList<ShapedNode> sequence)
        {
            var mapped = new List<ShapedNode>();
            foreach (ShapedNode node in sequence)
            {
                ShapedNode one = node switch
                {
                    ShapedLayer layer => new ShapedLayer(
                        layer.Layer, layer.Name, OfStep(layer.Input), OfStep(layer.Output), layer.Parameters)
                    {
                        Operands = [.. layer.Operands.Select(Nodes)],
                    },
                    ShapedFrom from => new ShapedFrom(known[from.Source], OfStep(from.Shape)),
                    ShapedComposition composition => new ShapedComposition(
                        composition.Kind, composition.Axis, [.. composition.Branches.Select(Nodes)], OfStep(composition.Input),
                        OfStep(composition.Output)),
                    _ => throw new InvalidOperationException($"{node} has no place in a stream"),
                };
                known.Add(node, one);
                mapped.Add(one);
            }

            return mapped;
        }
    }

    /// <summary>The shape of one step.</summary>
    public static Shape OfStep(Shape shape) => HasSteps(shape) ? shape.With(0, 1) : shape;

    private static bool HasSteps(Shape shape) => shape.Kind is ShapeKind.Sequence or ShapeKind.Tokens;
}
