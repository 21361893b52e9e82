using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Shaping;

/// <summary>
/// Expands a network's blocks and follows the shape of a sample through it. Every diagnostic is collected and the walk goes on, so
/// that one build shows all of them.
/// </summary>
internal sealed class ShapeEngine
{
    private readonly NetworkSpec spec;
    private readonly IAdvice advice;
    private readonly Report report;
    private readonly CancellationToken cancellation;
    private readonly DataSetSpec? dataSet;

    private ShapeEngine(NetworkSpec spec, DataSetSpec? dataSet, IAdvice advice, CancellationToken cancellation)
    {
        this.spec = spec;
        this.dataSet = dataSet;
        this.advice = advice;
        this.cancellation = cancellation;
        report = new Report { IsIncomplete = !spec.IsComplete };
    }

    /// <summary>The checked network with its warnings, or errors.</summary>
    public static ShapingResult Run(NetworkSpec spec, IAdvice advice, CancellationToken cancellation) =>
        Run(spec, dataSet: null, advice, cancellation);

    /// <summary>The same where a data set is given to the network, whose labels must fit the loss.</summary>
    public static ShapingResult Run(NetworkSpec spec, DataSetSpec? dataSet, IAdvice advice, CancellationToken cancellation)
    {
        var engine = new ShapeEngine(spec, dataSet, advice, cancellation);
        foreach (Fault fault in spec.Faults)
            engine.report.Add(fault);
        return engine.Run();
    }

    private ShapingResult Run()
    {
        var inputs = new InputShapes(spec, report, advice, cancellation);
        var names = new LayerNames(report);
        IReadOnlyList<ShapedInput> stated = inputs.Of(spec.Elements, spec.Site, spec.Class.Name, names);
        Shape? input = stated.Count > 0 ? stated[0].Shape : null;
        advice.OnInput(spec, input, report);
        var expansion = new Expansion(spec.Blocks, report, names, advice, cancellation);
        List<ElementSpec> elements = Layers();
        if (elements.Count == 0)
            report.AddWithFixes(
                Rules.NoLayers, spec.Site, spec.Input is { } only
                    ? [new SuggestedFix(FixKind.InsertAfter, "Linear(10)", only.Site)] : [], spec.Class.Name);
        var nodes = new List<ShapedNode>();
        Flow output = expansion.Network(elements, stated, nodes);
        CheckUnread(expansion, nodes, stated);
        CheckVocabulary(expansion.Steps, stated);
        inputs.CheckPadding(stated, expansion.Steps);
        ShapedLoss? loss = new LossShapes(spec, report, advice, dataSet).Of(Last(), input, output);
        if (report.HasErrors || report.IsIncomplete || input is null || output.Shape is null)
            return new ShapingResult(null, report.Faults()) { KnownNodes = nodes, KnownInputs = stated };

        var network = new ShapedNetwork(spec.Class, input, output.Shape, nodes, loss) 
        {
            Inputs = stated,
            Blocks = expansion.Blocks,
            Vocabularies = [.. stated.Select(samples => VocabularyOf(samples, expansion.Steps))],
            Winograd = spec.Winograd,
            HasStream = spec.StreamSite is not null,
            HasActivations = spec.HasActivations,
        };
        SizeLimits.Check(network, spec.Site, report);
        CheckSomethingLearns(network, expansion.Freezing);
        if (spec.StreamSite is { } stream)
            StreamShapes.Check(network, expansion.Steps, stream, report);
        bool isRight = !report.HasErrors;

        // A network above its budget is still valid: its memory can be planned and checked in the same build.
        advice.OnNetwork(spec, network, expansion.Steps, report);
        return new ShapingResult(isRight ? network : null, report.Faults()) { KnownNodes = nodes, KnownInputs = stated };
    }

    /// <summary>What each layer gives is read; in a network with an error before it, more may be meant to be.</summary>
    private void CheckUnread(Expansion expansion, IReadOnlyList<ShapedNode> nodes, IReadOnlyList<ShapedInput> inputs)
    {
        if (report.HasErrors || report.IsIncomplete)
            return;
        foreach (ShapedNode unread in UnreadNodes.Of(nodes, inputs))
        {
            if (unread is ShapedInput input)
            {
                report.Add(Rules.Unread, input.Site, $"The input '{input.Name}', {input.Shape}, is read by nothing", InputAdvice(input));
                continue;
            }

            LayerReport layer = expansion.ReportOf(unread);
            layer.Add(
                Rules.Unread, layer.AttributeSite, [], $"What '{layer.Name}' gives, {unread.Output}, is read by nothing",
                "Each operand after it begins elsewhere: leave it out, or let an operand read it.");
        }

        static string InputAdvice(ShapedInput input) => input.Index == 0
            ? "Each operand after it begins elsewhere."
            : $"[From(\"{input.Name}\")] begins an operand with it.";
    }

    /// <summary>A network with a loss learns something: the last that is frozen, mostly the head, is meant to.</summary>
    private static void CheckSomethingLearns(ShapedNetwork network, IReadOnlyList<LayerReport> freezing)
    {
        if (network is not { Loss: { } loss, ParameterCount: > 0 } || network.FrozenCount < network.ParameterCount)
            return;
        LayerReport last = freezing[freezing.Count - 1];
        last.Add(
            Rules.NothingLearns, last.Site("Frozen"), [new SuggestedFix(FixKind.Remove, "")], network.Class.Name, loss.Name,
            network.ParameterCount, last.Name);
    }

    private static int VocabularyOf(ShapedInput input, IReadOnlyList<PathStep> steps) => steps
        .Where(step => step.TokenInput == input.Index).Select(step => step.Layer.Vocabulary?.Count ?? 0).Where(count => count > 0)
        .DefaultIfEmpty(0).Min();

    /// <summary>Each layer that reads tokens knows all of the data set.</summary>
    private void CheckVocabulary(IReadOnlyList<PathStep> steps, IReadOnlyList<ShapedInput> inputs)
    {
        if ((dataSet ?? spec.InputDataSet) is not { } tokens)
            return;
        foreach (PathStep step in steps)
        {
            if (step is not { TokenInput: { } input, Layer.Vocabulary: (int known, string argument) })
                continue;
            long vocabulary = tokens.SampleOf(input, inputs[input].Name)?.Vocabulary ?? 0;
            if (known < vocabulary)
            {
                step.Report.Add(
                    Rules.Vocabulary, step.Report.Site(argument), [SuggestedFix.Size(vocabulary)], tokens.Name,
                    vocabulary - 1, step.Report.Name, known - 1, vocabulary);
            }
        }
    }

    /// <summary>What stands between the input and the loss. Reports what stands on the wrong side of either.</summary>
    private List<ElementSpec> Layers()
    {
        var layers = new List<ElementSpec>();
        ElementSpec? previous = null;
        ElementSpec? loss = null;
        ElementSpec? output = null;
        int inputs = 0;
        foreach (ElementSpec element in spec.Elements)
        {
            cancellation.ThrowIfCancellationRequested();
            if (element.Block.Length == 0 && element.Kind == ElementSpec.BudgetKind)
                continue;
            bool isLoss = IsLoss(element);
            if (element.Kind == "Input")
            {
                var fix = new SuggestedFix(inputs++ == 0 ? FixKind.MoveFirst : FixKind.Remove, "");
                if (previous is not null and not { Kind: "Input" })
                    report.AddWithFixes(Rules.InputNotFirst, element.Site, [fix], "[" + previous.Text + "]");
            }
            else if (loss is not null && element.Kind != "Output")
            {
                bool hasAnother = spec.Elements.SkipWhile(other => other != element).Any(IsLoss);
                var fix = new SuggestedFix(hasAnother ? FixKind.Remove : FixKind.MoveLast, "");
                report.AddWithFixes(Rules.LossNotLast, loss.Site, [fix], loss.Kind, "[" + element.Text + "]");
                loss = null;
            }
            else if (output is not null && !isLoss)
            {
                report.AddWithFixes(
                    Rules.LossNotLast, output.Site, [new SuggestedFix(FixKind.MoveLast, "")], output.Kind, "[" + element.Text + "]");
                output = null;
            }

            if (element.Kind == "Output" && !StatedShape.IsNamed(element))
                output = element;

            if (isLoss)
                loss = element;
            else if (element.Kind != "Input")
                layers.Add(element);
            previous = element;
        }

        return layers;
    }

    private ElementSpec? Last() => spec.Elements.LastOrDefault(IsLoss);

    private static bool IsLoss(ElementSpec element) => element.Block.Length == 0 && LossCatalog.Find(element.Kind) is not null;
}
