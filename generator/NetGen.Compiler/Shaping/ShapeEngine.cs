using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
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
        Flow input = inputs.Of(spec.Elements, spec.Site, spec.Class.Name);
        advice.OnInput(spec, input.Shape, report);
        var expansion = new Expansion(spec.Blocks, report, new LayerNames(report), advice, cancellation);
        List<ElementSpec> elements = Layers();
        if (elements.Count == 0)
            report.AddWithFixes(
                Rules.NoLayers, spec.Site, spec.Input is { } only
                    ? [new SuggestedFix(FixKind.InsertAfter, "Linear(10)", only.Site)] : [], spec.Class.Name);
        var nodes = new List<ShapedNode>();
        Flow output = expansion.Network(elements, input, nodes);
        CheckUnread(expansion, nodes, input);
        CheckVocabulary(expansion.Steps);
        inputs.CheckPadding(expansion.Steps);
        ShapedLoss? loss = new LossShapes(spec, report, advice, dataSet).Of(Last(), input.Shape, output);
        if (report.HasErrors || report.IsIncomplete || input.Shape is null || output.Shape is null)
            return new ShapingResult(null, report.Faults()) { KnownNodes = nodes };

        var network = new ShapedNetwork(spec.Class, input.Shape, output.Shape, nodes, loss)
        {
            Inputs = input.Source is ShapedInput samples ? [samples] : [],
            Winograd = spec.Winograd,
            PaddingToken = inputs.PaddingToken,
        };
        SizeLimits.Check(network, spec.Site, report);
        bool isRight = !report.HasErrors;

        // A network above its budget is still valid: its memory can be planned and checked in the same build.
        advice.OnNetwork(spec, network, expansion.Steps, report);
        return new ShapingResult(isRight ? network : null, report.Faults()) { KnownNodes = nodes };
    }

    /// <summary>What each layer gives is read; in a network with an error before it, more may be meant to be.</summary>
    private void CheckUnread(Expansion expansion, IReadOnlyList<ShapedNode> nodes, Flow input)
    {
        if (report.HasErrors || report.IsIncomplete)
            return;
        foreach (ShapedNode unread in UnreadNodes.Of(nodes, input.Source is ShapedInput first ? [first] : []))
        {
            if (unread is ShapedInput)
            {
                report.Add(Rules.Unread, spec.Input!.Site, "input", unread.Output);
                continue;
            }

            LayerReport layer = expansion.ReportOf(unread);
            layer.Add(Rules.Unread, layer.AttributeSite, [], layer.Name, unread.Output);
        }
    }

    /// <summary>Each layer that reads tokens knows all of the data set.</summary>
    private void CheckVocabulary(IReadOnlyList<PathStep> steps)
    {
        if ((dataSet ?? spec.InputDataSet) is not { Vocabulary: > 0 } tokens)
            return;
        foreach (PathStep step in steps)
        {
            if (step.Layer.Vocabulary is (int known, string argument) && known < tokens.Vocabulary)
            {
                step.Report.Add(
                    Rules.Vocabulary, step.Report.Site(argument), [SuggestedFix.Size(tokens.Vocabulary)], tokens.Name,
                    tokens.Vocabulary - 1, step.Report.Name, known - 1, tokens.Vocabulary);
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
                if (previous is not null)
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
