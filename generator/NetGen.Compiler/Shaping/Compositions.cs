using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Shaping;

/// <summary>Residual, Sum, Concat and Multiply: branches that see the same shape, and what their outputs make together.</summary>
internal sealed class Compositions(BlockExpansion blocks, Report report)
{
    public static CompositionKind? KindOf(string kind) => kind switch
    {
        "Residual" => CompositionKind.Residual,
        "Sum" => CompositionKind.Sum,
        "Concat" => CompositionKind.Concat,
        "Multiply" => CompositionKind.Multiply,
        _ => null,
    };

    /// <param name="element">The composition as written.</param>
    /// <param name="name">Its name for messages.</param>
    /// <param name="values">Its arguments.</param>
    /// <param name="frame">The block in which it stands.</param>
    /// <param name="scope">Where its branches' layers are named; an operand adds no level.</param>
    /// <param name="numbered">The level under which a block that stands here twice has its positions.</param>
    /// <param name="flow">What comes in.</param>
    /// <param name="nodes">Where its node goes.</param>
    public Flow Expand(
        ElementSpec element, string name, AttributeValues values, BlockFrame frame, NameScope scope, NameScope numbered, Flow flow,
        List<ShapedNode> nodes)
    {
        CompositionKind kind = KindOf(element.Kind) ?? throw new ArgumentException($"{element.Kind} is no composition", nameof(element));
        if (flow.Shape is not { } input || element.Operands.Count == 0)
            return Incomplete();
        if (kind == CompositionKind.Residual)
            return Residual(element, name, values, frame, scope, numbered, flow, nodes);
        List<Branch> branches = [.. element.Operands.Select((_, position) => Branched(element, position, frame, scope, numbered, flow))];
        Branch? reference = branches.FirstOrDefault(branch => branch.Shape is not null);
        if (reference?.Shape is not { } first)
            return Incomplete();
        int axis = values.Axis("Axis", first.Rank) ?? first.ChannelAxis;
        if (values.IsWrong)
            return Incomplete();
        Shape output = kind switch
        {
            CompositionKind.Sum when values.Flag("Stretch", false) => Stretched(Rules.SumShapes, name, branches, reference, first),
            CompositionKind.Sum => Summed(name, branches, reference, first),
            CompositionKind.Concat => Concatenated(name, branches, reference, first, axis),
            _ => Stretched(Rules.MultiplyShapes, name, branches, reference, first),
        };
        if (branches.Any(branch => branch.Shape is null))
            report.IsIncomplete = true;
        if (!SizeLimits.Check(output, new LayerReport(report, element, name, flow.Origin)))
            return Incomplete();
        bool joinsSteps = kind == CompositionKind.Concat && axis != output.ChannelAxis;
        IEnumerable<Flow> flows = branches.Select(branch => branch.Flow);
        StepPadding? mask = !joinsSteps ? MaskOf(flows) : flows.Any(branch => branch.Mask is not null) ? StepPadding.Joined : null;
        var node = new ShapedComposition(kind, axis, [.. branches.Select(branch => branch.Nodes)], input, output) { Mask = mask };
        nodes.Add(node);
        return flow.After(name, node) with { Width = reference.Flow.Width, Mask = mask };
    }

    private Flow Residual(
        ElementSpec element, string name, AttributeValues values, BlockFrame frame, NameScope scope, NameScope numbered, Flow flow,
        List<ShapedNode> nodes)
    {
        Branch path = Branched(element, 0, frame, scope, numbered, flow);
        bool whenShapeKept = values.Flag("WhenShapeKept", false);
        if (flow.Shape is not { } input || path.Shape is not { } output || values.IsWrong)
            return Incomplete();
        bool isKept = output == input;
        if (!isKept && whenShapeKept)
        {
            nodes.AddRange(path.Nodes);
            return path.Flow;
        }

        IReadOnlyList<ShapedNode> other = [];
        Flow otherFlow = flow;
        if (!isKept && element.Operands.Count > 1)
        {
            Branch projection = Branched(element, 1, frame, scope, numbered, flow);
            if (projection.Shape is { } projected && projected != output)
                Differ(
                    projection.Operand, projected, $"the projection '{projection.Operand.Text}'", "Both must give one shape.",
                    Widening(projection, projected, output));
            (other, otherFlow) = (projection.Nodes, projection.Flow);
        }
        else if (!isKept)
        {
            Differ(path.Operand, output, "the input",
                "A projection, [Residual<A, P>], or WhenShapeKept = true makes it fit.", Projections(input, output, element.Site));
        }

        StepPadding? mask = MaskOf([path.Flow, otherFlow]);
        var node = new ShapedComposition(CompositionKind.Residual, output.ChannelAxis, [path.Nodes, other], input, output) { Mask = mask };
        nodes.Add(node);
        return flow.After(name, node) with { Width = path.Flow.Width, Mask = mask };

        void Differ(OperandSpec operand, Shape shape, string otherSide, string suggestion, IEnumerable<SuggestedFix> fixes)
        {
            Shape added = operand == path.Operand ? input : shape;
            report.AddWithFixes(Rules.ResidualShapes, operand.Site, fixes, name, output, path.Operand.Text, added, otherSide, suggestion);
        }
    }

    /// <summary>A step is padding where it is in all branches: none is where one has no mask.</summary>
    public static StepPadding? MaskOf(IEnumerable<Flow> branches)
    {
        StepPadding?[] masks = [.. branches.Select(branch => branch.Mask).Distinct()];
        return masks.Contains(null) ? null : masks.Length == 1 ? masks[0] : StepPadding.Joined;
    }

    /// <summary>What makes a residual whose path changes the shape fit.</summary>
    private static IEnumerable<SuggestedFix> Projections(Shape input, Shape output, int site)
    {
        if (input.Kind == ShapeKind.Image && output.Kind == ShapeKind.Image)
        {
            // A 1×1 window with a stride gives ⌈size / stride⌉ rows.
            long stride = (input.Height + output.Height - 1) / output.Height;
            bool fits = output.Height == (input.Height + stride - 1) / stride && output.Width == (input.Width + stride - 1) / stride;
            if (fits)
                yield return new SuggestedFix(
                    FixKind.AddProjection,
                        $"Conv2d({output.Channels}, 1{(stride > 1 ? $", Stride = {stride}" : "")}, Bias = false), BatchNorm", site);
        }
        else if (input.Kind is ShapeKind.Vector or ShapeKind.Sequence && input.Kind == output.Kind
            && input.WithChannels(output.Channels) == output)
        {
            yield return new SuggestedFix(FixKind.AddProjection, $"Linear({output.Channels})", site);
        }

        yield return new SuggestedFix(FixKind.SetArgument, "WhenShapeKept = true", site);
    }

    /// <summary>Where one operand has other channels or features than it should, the width of its last layer is changed.</summary>
    private static IEnumerable<SuggestedFix> Widening(Branch branch, Shape shape, Shape wanted) =>
        branch.Flow.Width is { } width && shape.Kind == wanted.Kind && shape.WithChannels(wanted.Channels) == wanted
            && branch.Nodes.Count > 0
            ? [SuggestedFix.Size(wanted.Channels, width.Site)]
            : [];

    private Branch Branched(ElementSpec element, int position, BlockFrame frame, NameScope scope, NameScope numbered, Flow flow)
    {
        var nodes = new List<ShapedNode>();
        return new Branch(element.Operands[position], nodes, blocks.Operand(element, position, frame, scope, numbered, flow, nodes));
    }

    private Shape Summed(string name, List<Branch> branches, Branch reference, Shape first)
    {
        foreach (Branch branch in branches)
            if (branch.Shape is { } shape && shape != first)
                report.AddWithFixes(
                    Rules.SumShapes, branch.Operand.Site, Widening(branch, shape, first), name, shape, branch.Operand.Text, first,
                        reference.Operand.Text);
        return first;
    }

    private Shape Concatenated(string name, List<Branch> branches, Branch reference, Shape first, int axis)
    {
        long joined = 0;
        foreach (Branch branch in branches)
        {
            if (branch.Shape is not { } shape)
                continue;
            bool fits = shape.Kind == first.Kind && shape.With(axis, first[axis]) == first;
            if (!fits)
            {
                string along = axis == first.ChannelAxis ? first.ChannelName : $"axis {axis}";
                report.Add(Rules.ConcatShapes, branch.Operand.Site, name, shape, branch.Operand.Text, first, reference.Operand.Text, along);
            }

            if (fits || shape.Rank == first.Rank)
                joined += shape[axis];
        }

        return first.With(axis, joined);
    }

    private Shape Stretched(Rule rule, string name, List<Branch> branches, Branch reference, Shape first)
    {
        Shape output = first;
        foreach (Branch branch in branches)
        {
            if (branch.Shape is not { } shape)
                continue;
            if (shape.Kind != output.Kind || !shape.Sizes.Zip(output.Sizes, (a, b) => a == b || a == 1 || b == 1).All(fits => fits))
            {
                report.AddWithFixes(
                    rule, branch.Operand.Site, Widening(branch, shape, output), name, shape, branch.Operand.Text, output,
                        reference.Operand.Text);
                continue;
            }

            output = output with { Sizes = shape.Sizes.Zip(output.Sizes, Math.Max).ToEquatableArray() };
        }

        return output;
    }

    private Flow Incomplete()
    {
        report.IsIncomplete = true;
        return Flow.Ended;
    }

    private sealed record Branch(OperandSpec Operand, List<ShapedNode> Nodes, Flow Flow)
    {
        public Shape? Shape => Flow.Shape;
    }
}
