using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Shaping;

/// <summary>Expands sequences of elements: layers, uses of blocks, and compositions, each with its repetitions.</summary>
internal sealed class Expansion
{
    private readonly Dictionary<string, BlockSpec> blocks;
    private readonly Report report;
    private readonly LayerNames names;
    private readonly IAdvice advice;
    private readonly CancellationToken cancellation;
    private readonly BlockExpansion blockExpansion;
    private readonly Compositions compositions;
    private readonly WeightTies ties = new();
    private readonly NamedResults results = new();
    private readonly List<PathStep> steps = [];
    private readonly List<ShapedBlock> shapedBlocks = [];
    private readonly Dictionary<ShapedNode, LayerReport> reports = [];
    private readonly List<LayerReport> freezing = [];
    private int elementCount;

    /// <summary>Whether a block or composition around what is expanded is stated to be frozen.</summary>
    private bool isFrozen;

    public Expansion(IReadOnlyList<BlockSpec> blocks, Report report, LayerNames names, IAdvice advice, CancellationToken cancellation)
    {
        this.blocks = blocks.GroupBy(block => block.Key).ToDictionary(group => group.Key, group => group.First());
        this.report = report;
        this.names = names;
        this.advice = advice;
        this.cancellation = cancellation;
        blockExpansion = new BlockExpansion(this, report);
        compositions = new Compositions(blockExpansion, report);
    }

    /// <summary>All layers passed, in order.</summary>
    public IReadOnlyList<PathStep> Steps => steps;

    /// <summary>All uses of blocks passed, in the order in which they end.</summary>
    public IReadOnlyList<ShapedBlock> Blocks => shapedBlocks;

    /// <summary>The layers and uses of blocks with Frozen = true, in order.</summary>
    public IReadOnlyList<LayerReport> Freezing => freezing;

    /// <summary>Where a layer reports what is found when all are known.</summary>
    public LayerReport ReportOf(ShapedNode layer) => reports[layer];

    public static bool IsFrom(ElementSpec element) => element.Block.Length == 0 && element.Kind == "From";

    public BlockSpec? Find(string key) => blocks.TryGetValue(key, out BlockSpec block) ? block : null;

    /// <summary>All elements of a network, and what can be said only when all are known. They begin at the first input.</summary>
    public Flow Network(IReadOnlyList<ElementSpec> elements, IReadOnlyList<ShapedInput> inputs, List<ShapedNode> nodes)
    {
        foreach (ShapedInput input in inputs)
            results.Add(input.Name, Flow.OfInput(input));
        Flow start = inputs.Count == 0 ? Flow.Ended : Flow.OfInput(inputs[0]);
        Flow output = Sequence(elements, BlockFrame.OfNetwork, new NameScope(""), start, nodes);
        ties.Finish();
        results.Finish();
        return output;
    }

    /// <summary>Elements one after the other; adds their nodes and gives what comes out.</summary>
    public Flow Sequence(IReadOnlyList<ElementSpec> elements, BlockFrame frame, NameScope scope, Flow flow, List<ShapedNode> nodes)
    {
        foreach (ElementSpec element in elements)
        {
            cancellation.ThrowIfCancellationRequested();
            flow = Element(element, frame, scope, flow, nodes);
        }

        return flow;
    }

    private Flow Element(ElementSpec element, BlockFrame frame, NameScope scope, Flow flow, List<ShapedNode> nodes)
    {
        if (element.Block.Length == 0 && element.Kind == ElementSpec.BudgetKind)
            return flow;
        if (IsTooMany(element))
            return Flow.Ended;
        if (element.Block.Length > 0)
            return Find(element.Block) is { } block ? Repeated(element, frame, scope, flow, nodes, block) : Incomplete();
        if (element.Kind is "Shape" or "Output")
            return Stated(element, frame, scope, flow, nodes);
        if (IsFrom(element))
        {
            report.AddWithFixes(Rules.FromPlace, element.Site, [new SuggestedFix(FixKind.Remove, "")], element.Text);
            return Flow.Ended;
        }

        if (Compositions.KindOf(element.Kind) is not null && !IsLayer(element))
            return Repeated(element, frame, scope, flow, nodes, block: null);
        return LayerCatalog.Find(element.Kind) is { } entry ? Layer(element, entry.Read, frame, scope, flow, nodes) : Incomplete();
    }

    /// <summary>The first element of an operand: goes on with the result that it names.</summary>
    public Flow From(ElementSpec element, BlockFrame frame, NameScope scope, Flow flow, List<ShapedNode> nodes)
    {
        var fromReport = new LayerReport(report, element, element.Kind, flow.Origin);
        var values = new AttributeValues(element, frame.ValueOf, fromReport);
        string name = values.Text(0, "name", "");
        if (values.IsWrong)
            return Incomplete();
        if (results.Find(name, scope, fromReport) is not { } found)
            return Flow.Ended;
        if (found is not { Shape: { } shape, Source: { } source })
            return Flow.Ended;
        nodes.Add(new ShapedFrom(source, shape));
        return found.Forked;
    }

    /// <summary>Sum is a composition with operands, and a layer without.</summary>
    private static bool IsLayer(ElementSpec element) => element.Operands.Count == 0 && LayerCatalog.Find(element.Kind) is not null;

    private Flow Layer(
        ElementSpec element, Func<AttributeValues, Layer> read, BlockFrame frame, NameScope scope, Flow flow, List<ShapedNode> nodes)
    {
        string automatic = scope.Next(element.Kind);
        var layerReport = new LayerReport(report, element, scope.Full(automatic), flow.Origin, flow.Path);
        var values = new AttributeValues(element, frame.ValueOf, layerReport);
        string? stated = StatedName(values);
        string name = scope.Full(stated ?? automatic);
        layerReport.Name = name;
        Layer layer = read(values);
        string? tied = values.Has("Tied") ? values.Text("Tied", "") : null;
        bool statesFrozen = values.Flag("Frozen", false);
        if (values.IsWrong)
            return Incomplete();
        if (flow.Shape is not { } input)
            return flow;
        var operands = new List<IReadOnlyList<ShapedNode>>();
        var flows = new List<Flow>();
        for (int position = 0; position < element.Operands.Count; position++)
        {
            var own = new List<ShapedNode>();
            flows.Add(blockExpansion.Operand(element, position, frame, scope, scope.Level(stated ?? automatic), flow, own));
            operands.Add(own);
        }

        if (flows.Any(operand => operand.Shape is null))
            return Incomplete();
        layerReport.OperandWidths = [.. flows.Select(operand => operand.Width == flow.Width ? null : operand.Width?.Site)];
        List<Shape> given = [.. flows.Select(operand => operand.Shape!)];

        foreach ((string naming, string source) in layer.NamedOperands)
        {
            if (results.Find(source, scope, layerReport, naming) is not { Shape: { } shape, Source: { } found })
                return Incomplete();
            operands.Add([new ShapedFrom(found, shape)]);
            given.Add(shape);
        }

        if (given.Count > 0)
            layer = layer.WithOperands(given);
        names.Take(name, element.Kind, layerReport);
        if (input.Kind == ShapeKind.Tokens && !layer.TakesTokens)
        {
            const string Meant = "Embedding(1000, 64)";
            layerReport.CannotTake(
                input, "numbers, not tokens", $"[{Meant}] before it gives a row of numbers for each token.",
                new SuggestedFix(FixKind.InsertBefore, Meant));
            return Incomplete();
        }

        if (layer.InferShape(input, layerReport) is not { } output || !SizeLimits.Check(output, layerReport))
            return Incomplete();
        IReadOnlyList<ParameterDeclaration> declarations = layer.Declare(input);
        if (!SizeLimits.Check(declarations, layerReport))
            return Incomplete();
        var shaped = new ShapedLayer(
            layer, name, input, output, [.. declarations.Select(declared => new ShapedParameter(name + "." + declared.Name, declared))])
        {
            Operands = operands,
            IsFrozen = isFrozen || statesFrozen,
        };
        if (tied is not null)
            shaped = ties.Tied(shaped, tied, scope, layerReport);
        ties.Add(shaped);
        nodes.Add(shaped);
        reports.Add(shaped, layerReport);
        if (statesFrozen)
            Freeze(layerReport, [shaped]);
        string origin = layer.KeepsShape ? flow.Origin : $"{(layer is Flatten ? input : output)} after {name}";
        Flow readFlow = layer.ReadsInput ? flow : flows[0] with { Mask = Compositions.MaskOf(flows) };
        WidthSource? width = layer.WidthArgument is { } argument ? new WidthSource(name, layerReport.Site(argument)) : readFlow.Width;
        var step = new PathStep(layer, input, output, layerReport, flow.Path)
        {
            IsMasked = readFlow.Mask is not null,
            TokenInput = flow.Tokens?.Index,
            IsFrozen = shaped.IsFrozen,
        };
        steps.Add(step);
        advice.OnLayer(step);
        var result = new Flow(output, origin, width, step)
        {
            Mask = readFlow.MaskAfter(layer),
            Source = shaped,
            Tokens = output.Kind == ShapeKind.Tokens ? flow.Tokens : null,
        };
        if (stated is not null)
            results.Add(name, result);
        return result;
    }

    /// <summary>A stated shape, which is checked; with a name, its value is a result too.</summary>
    private Flow Stated(ElementSpec element, BlockFrame frame, NameScope scope, Flow flow, List<ShapedNode> nodes)
    {
        var layerReport = new LayerReport(report, element, element.Kind, flow.Origin);
        var values = new AttributeValues(element, frame.ValueOf, layerReport);
        Shape? stated = StatedShape.Of(values, element.Kind, report);
        if (StatedName(values) is { } name && flow.Shape is { } named && names.Take(scope.Full(name), element.Kind, layerReport))
        {
            nodes.Add(new ShapedOutput(scope.Full(name), named));
            results.Add(scope.Full(name), flow);
        }

        if (values.IsWrong)
            report.IsIncomplete = true;
        if (stated is null || flow.Shape is not { } shape || stated == shape || AreTokens(stated, shape))
            return flow;
        string arguments = StatedShape.Arguments(shape);
        report.AddWithFixes(
            element.Kind == "Shape" ? Rules.StatedShape : Rules.StatedOutput, element.Site, Fixes(),
            StatedShape.Arguments(stated), $"{shape.Describe()} ({flow.Origin})", arguments);
        return flow;

        IEnumerable<SuggestedFix> Fixes()
        {
            yield return shape.Kind == ShapeKind.Signal
                ? new SuggestedFix(FixKind.Replace, $"{element.Kind}({arguments})")
                : new SuggestedFix(FixKind.ReplaceSizes, arguments);
            if (flow.Width is { } width && shape.WithChannels(stated.Channels) == stated)
                yield return SuggestedFix.Size(stated.Channels, width.Site);
        }
    }

    /// <summary>One size states a vector, and tokens too.</summary>
    private static bool AreTokens(Shape stated, Shape shape) =>
        stated.Kind == ShapeKind.Vector && shape.Kind == ShapeKind.Tokens && stated[0] == shape[0];

    /// <summary>A block or composition as often as Repeat says. Each repetition sees the shape that the one before gave.</summary>
    private Flow Repeated(ElementSpec element, BlockFrame frame, NameScope scope, Flow flow, List<ShapedNode> nodes, BlockSpec? block)
    {
        string automatic = scope.Next(block?.Name ?? element.Kind);
        var elementReport = new LayerReport(report, element, automatic, flow.Origin);
        var values = new AttributeValues(element, frame.ValueOf, elementReport);
        int repeat = values.Integer("Repeat", 1);
        if (repeat is < 0 or > SizeLimits.MostElements)
            values.Wrong("Repeat", repeat, $"it is 0 to {SizeLimits.MostElements}");
        string? stated = StatedName(values);
        bool statesFrozen = values.Flag("Frozen", false);
        if (values.IsWrong)
            return Incomplete();
        elementReport.Name = scope.Full(stated ?? automatic);
        bool isFrozenAround = isFrozen;
        isFrozen |= statesFrozen;
        int first = nodes.Count;
        bool addsLevel = block is not null || stated is not null || values.Has("Repeat");
        for (int repetition = 0; repetition < repeat && flow.Shape is not null; repetition++)
        {
            if (IsTooMany(element))
            {
                flow = Flow.Ended;
                break;
            }

            string level = Level(stated ?? automatic, repetition);
            if (addsLevel && !names.Take(scope.Full(level), block?.Name ?? element.Kind, elementReport))
                level = Level(automatic, repetition);
            NameScope inner = scope.Level(level);
            int before = nodes.Count;
            flow = block is not null
                ? blockExpansion.Use(element, block, scope.Full(level), values, frame, inner, flow, nodes)
                : compositions.Expand(element, scope.Full(level), values, frame, addsLevel ? inner : scope, inner, flow, nodes);
            if (addsLevel && flow.Shape is { } output)
                shapedBlocks.Add(new ShapedBlock(scope.Full(level), block?.Name ?? element.Kind, output, [.. nodes.Skip(before)]));
            if (stated is not null)
                results.Add(scope.Full(level), flow);
        }

        isFrozen = isFrozenAround;
        if (statesFrozen && repeat > 0)
            Freeze(elementReport, ShapedNetwork.Flattened(nodes.Skip(first)).OfType<ShapedLayer>());
        if (stated is not null)
            results.Add(scope.Full(stated), flow);
        return flow;

        string Level(string name, int repetition) => values.Has("Repeat") ? NameScope.Repeated(name, repetition) : name;
    }

    /// <summary>Notes what is stated to be frozen: these layers.</summary>
    private void Freeze(LayerReport stated, IEnumerable<ShapedLayer> layers)
    {
        freezing.Add(stated);
        advice.OnFrozen(stated, [.. layers]);
    }

    /// <summary>Counts elements and repetitions, so that a Repeat of Repeats comes to an end. Reports the first that is too many.</summary>
    private bool IsTooMany(ElementSpec element)
    {
        if (++elementCount == SizeLimits.MostElements + 1)
            report.Add(Rules.ValueOutOfRange, element.Site, "Repeat", element.Text, "too large",
                $"a network has at most {SizeLimits.MostElements} layers and blocks");
        return elementCount > SizeLimits.MostElements;
    }

    private string? StatedName(AttributeValues values)
    {
        if (!values.Has("Name"))
            return null;
        string name = values.Text("Name", "");
        return values.IsWrong ? null : names.Checked(name, values.Report);
    }

    /// <summary>Ends the path after an error of the network or of C#.</summary>
    private Flow Incomplete()
    {
        report.IsIncomplete = true;
        return Flow.Ended;
    }
}
