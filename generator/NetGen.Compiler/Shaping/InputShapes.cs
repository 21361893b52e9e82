using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Shaping;

/// <summary>What comes into a network: stated sizes, a data set's samples, or another network's output.</summary>
internal sealed class InputShapes(
    NetworkSpec spec, Report report, IAdvice advice, CancellationToken cancellation, Stack<string>? opened = null)
{
    private readonly Stack<string> open = opened ?? new Stack<string>();
    private bool leadsBack;

    /// <summary>The first input, or an ended path after a report.</summary>
    public Flow Of(IReadOnlyList<ElementSpec> elements, int networkSite, string networkName)
    {
        ElementSpec? input = elements.FirstOrDefault(element => element.Kind == "Input");
        if (input is null)
        {
            // What C# does not know may be meant to be the input.
            if (elements.Any(element => element.Kind.Length == 0))
                return Flow.Ended;
            report.AddWithFixes(Rules.NoInput, networkSite,
                [new SuggestedFix(FixKind.InsertAfter, $"Input({Example(elements.Count > 0 ? elements[0].Kind : "")})")], networkName);
            return Flow.Ended;
        }

        Shape? shape = input.Operands.Count == 0 ? Stated(input) : Named(input, elements);
        if (shape is { Kind: ShapeKind.Vector } && input.Operands.Count == 0 && !OfTokens(elements, ref shape))
            return Flow.Ended;
        if (shape is null)
            return Flow.Ended;
        PaddingToken = PaddingOf(input, shape);
        return Flow.OfInput(new ShapedInput("input", shape)) with { Mask = PaddingToken is null ? null : new StepPadding(TrueSteps: 0) };
    }

    /// <summary>The token that pads samples, where the input or its data set states one.</summary>
    public int? PaddingToken { get; private set; }

    /// <summary>Reports a padding token that a layer does not know.</summary>
    public void CheckPadding(IEnumerable<PathStep> steps)
    {
        if (PaddingToken is not { } padding || spec.Input is not { } input)
            return;
        foreach ((int count, _) in steps.Select(step => step.Layer.Vocabulary).OfType<(int Count, string Argument)>())
        {
            if (padding >= 0 && padding < count)
                continue;
            ValuesOf(input).Wrong("PaddingToken", padding, $"it is a token, 0 to {count - 1}");
            return;
        }
    }

    private AttributeValues ValuesOf(ElementSpec input) => new(input, _ => null, new LayerReport(report, input, "input", ""));

    private int? PaddingOf(ElementSpec input, Shape shape)
    {
        AttributeValues values = ValuesOf(input);
        if (!values.Has("PaddingToken"))
            return spec.InputDataSet?.PaddingToken;
        int token = values.Integer("PaddingToken", 0);
        if (shape.Kind != ShapeKind.Tokens)
            values.Wrong("PaddingToken", token, "only tokens have one, and this input is numbers");
        return values.IsWrong ? null : token;
    }

    /// <summary>
    /// One size is a number of tokens where an Embedding reads it first; false after a report, where something else does too.
    /// </summary>
    private bool OfTokens(IReadOnlyList<ElementSpec> elements, ref Shape? shape)
    {
        IReadOnlyList<InputReader> readers = InputReaders.Of("input", isFirst: true, elements, spec.Blocks);
        InputReader? embedding = readers.FirstOrDefault(ReadsTokens);
        if (embedding is null)
            return true;
        if (readers.FirstOrDefault(reader => !ReadsTokens(reader)) is not { } other)
        {
            shape = Shape.Tokens(shape![0]);
            return true;
        }

        report.Add(Rules.TokensAndNumbers, other.Site, embedding.Text, other.Text);
        return false;

        static bool ReadsTokens(InputReader reader) => LayerCatalog.Find(reader.Kind) is { ReadsTokens: true };
    }

    /// <summary>Sizes that a layer of a kind can take as the first, to be changed by hand.</summary>
    public static string Example(string firstLayer) => firstLayer == "Linear" ? "784" : "1, 28, 28";

    private Shape? Stated(ElementSpec input)
    {
        AttributeValues values = ValuesOf(input);
        Shape? shape = StatedShape.Of(values, "Input", report);
        if (shape is null)
            report.IsIncomplete = true;
        return shape;
    }

    private Shape? Named(ElementSpec input, IReadOnlyList<ElementSpec> elements)
    {
        OperandSpec source = input.Operands[0];
        foreach (DataSetSpec dataSet in spec.DataSets)
            if (dataSet.Key == source.Key)
                return StatedShape.OfSample(dataSet);
        foreach (NetworkSourceSpec network in spec.Sources)
            if (network.Key == source.Key)
                return OutputOf(network, source, input, elements);
        report.IsIncomplete = true;
        return null;
    }

    private Shape? OutputOf(NetworkSourceSpec network, OperandSpec source, ElementSpec input, IReadOnlyList<ElementSpec> elements)
    {
        if (network.Output.Count > 0)
            return StatedShape.Of(network.Output, network.IsSignal);
        if (network.Key == spec.Class.FullName || open.Contains(network.Key))
        {
            leadsBack = network.Key == spec.Class.FullName;
            ReportCycle(source, input, elements);
            return null;
        }

        // The other network's own errors are shown at its class; here only its output matters.
        open.Push(network.Key);
        var silent = new Report();
        var inner = new InputShapes(spec, silent, advice, cancellation, open);
        Flow incoming = inner.Of(network.Elements, source.Site, source.Text);
        var expansion = new Expansion(spec.Blocks, silent, new LayerNames(silent), advice, cancellation);
        IEnumerable<ElementSpec> layers = network.Elements.Where(
            element => element.Kind != "Input" && (element.Block.Length > 0 || LossCatalog.Find(element.Kind) is null));
        Flow output = expansion.Network([.. layers], incoming, []);
        open.Pop();
        if (inner.leadsBack)
        {
            leadsBack = true;
            ReportCycle(source, input, elements);
        }
        else if (silent.HasErrors || output.Shape is null)
            report.IsIncomplete = true;
        return output.Shape;
    }

    private void ReportCycle(OperandSpec source, ElementSpec input, IReadOnlyList<ElementSpec> elements)
    {
        ElementSpec? first = elements.FirstOrDefault(element => element != input);
        var stated = new SuggestedFix(FixKind.Replace, $"Input({Example(first?.Kind ?? "")})", input.Site);
        report.AddWithFixes(Rules.SourceNetwork, source.Site, [stated], source.Text, "its own input leads back to this network");
    }
}
