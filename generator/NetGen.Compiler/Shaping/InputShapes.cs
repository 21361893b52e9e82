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

    /// <summary>The inputs in their order; none after a report.</summary>
    /// <param name="elements">The network's attributes in order.</param>
    /// <param name="networkSite">Where a missing input is reported.</param>
    /// <param name="networkName">What the message calls the network.</param>
    /// <param name="names">All names of the network.</param>
    public IReadOnlyList<ShapedInput> Of(IReadOnlyList<ElementSpec> elements, int networkSite, string networkName, LayerNames names)
    {
        List<ElementSpec> written = Written(elements);
        if (written.Count == 0)
        {
            // What C# does not know may be meant to be the input.
            if (elements.Any(element => element.Kind.Length == 0))
                return [];
            report.AddWithFixes(Rules.NoInput, networkSite,
                [new SuggestedFix(FixKind.InsertAfter, $"Input({Example(elements.Count > 0 ? elements[0].Kind : "")})")], networkName);
            return [];
        }

        var inputs = new List<ShapedInput>();
        foreach (ElementSpec input in written)
        {
            AttributeValues values = ValuesOf(input);
            string? stated = values.Has("Name") ? values.Text("Name", "") : null;
            if (stated is not null && (values.IsWrong || names.Checked(stated, values.Report) is null))
                return [];
            int before = inputs.Count;
            if (DataSetOf(input) is { } dataSet)
                inputs.AddRange(dataSet.Samples.Select((sample, place) => OfSample(sample, before + place, stated, input)));
            else if ((input.Operands.Count == 0 ? Stated(input, values) : OutputOf(input, elements)) is { } shape)
                inputs.Add(new ShapedInput(before, NameOf(stated, before), shape, input.Site));
            if (inputs.Count == before)
                return [];
            for (int index = before; index < inputs.Count; index++)
            {
                if (Completed(inputs[index], values, elements) is not { } completed || !IsNamed(completed, values, names))
                    return [];
                inputs[index] = completed;
            }
        }

        return inputs;
    }

    /// <summary>The inputs in the order written. One that stands elsewhere, and has no name, is reported there.</summary>
    private static List<ElementSpec> Written(IReadOnlyList<ElementSpec> elements)
    {
        var written = new List<ElementSpec>();
        ElementSpec? previous = null;
        foreach (ElementSpec element in elements)
        {
            if (element is { Block.Length: 0, Kind: "Input" }
                && (written.Count == 0 || previous?.Kind == "Input" || element.Arguments.Any(argument => argument.Name == "Name")))
                written.Add(element);
            previous = element;
        }

        return written;
    }

    /// <summary>Reports a padding token that a layer does not know.</summary>
    public void CheckPadding(IReadOnlyList<ShapedInput> inputs, IEnumerable<PathStep> steps)
    {
        foreach (PathStep step in steps)
        {
            if (step is not { TokenInput: { } input, Layer.Vocabulary: (int count, _) }
                || inputs[input].PaddingToken is not { } padding || (padding >= 0 && padding < count))
                continue;
            ValuesOf(spec.Elements.First(element => element.Site == inputs[input].Site))
                .Wrong("PaddingToken", padding, $"it is a token, 0 to {count - 1}");
            return;
        }
    }

    private AttributeValues ValuesOf(ElementSpec input) => new(input, _ => null, new LayerReport(report, input, ShapedInput.OnlyName, ""));

    private static string NameOf(string? stated, int index) => stated ?? (index == 0 ? ShapedInput.OnlyName : "");

    /// <summary>What a data set's sample says; the name that the network states is for the first of its inputs.</summary>
    private static ShapedInput OfSample(SampleSpec sample, int index, string? stated, ElementSpec input) =>
        new(index, stated ?? NameOf(sample.Name.Length > 0 ? sample.Name : null, index), StatedShape.Of(sample), input.Site)
        {
            PaddingToken = sample.PaddingToken,
            HasLengths = sample.HasLengths,
        };

    /// <summary>With what the attribute says of padding; null after a report.</summary>
    private ShapedInput? Completed(ShapedInput input, AttributeValues values, IReadOnlyList<ElementSpec> elements)
    {
        Shape shape = input.Shape;
        if (shape.Kind == ShapeKind.Vector && !OfTokens(input, elements, ref shape))
            return null;
        input = input with { Shape = shape, Input = shape, Output = shape };
        if (values.Has("PaddingToken"))
        {
            int token = values.Integer("PaddingToken", 0);
            if (shape.Kind != ShapeKind.Tokens)
                values.Wrong("PaddingToken", token, "only tokens have one, and this input is numbers");
            input = input with { PaddingToken = token };
        }

        if (values.Flag("Lengths", false))
            input = input with { HasLengths = true };
        if (input.HasLengths && shape.Kind is not (ShapeKind.Sequence or ShapeKind.Signal or ShapeKind.Tokens))
            values.Wrong("Lengths", "true", $"steps have a length, and this input is {shape.Describe()}");
        else if (input is { HasLengths: true, PaddingToken: not null })
            values.Wrong("Lengths", "true", "the padding token says already which steps are true");
        return values.IsWrong ? null : input;
    }

    /// <summary>Whether it has a name of its own, by which operands begin with it and callers hand it over.</summary>
    private bool IsNamed(ShapedInput input, AttributeValues values, LayerNames names)
    {
        if (input.Name.Length > 0)
            return (input.Index == 0 && input.Name == ShapedInput.OnlyName) || names.Take(input.Name, "Input", values.Report);
        const string Example = "Name = \"label\"";
        report.AddWithFixes(
            Rules.ValueOutOfRange, input.Site, [new SuggestedFix(FixKind.SetArgument, Example)], "Name", $"input{input.Index + 1}",
            "not stated", "each input behind the first has one, by which an operand begins with it");
        return false;
    }

    /// <summary>
    /// One size is a number of tokens where an Embedding reads it first; false after a report, where something else does too.
    /// </summary>
    private bool OfTokens(ShapedInput input, IReadOnlyList<ElementSpec> elements, ref Shape shape)
    {
        IReadOnlyList<InputReader> readers = InputReaders.Of(input.Name, isFirst: input.Index == 0, elements, spec.Blocks);
        InputReader? embedding = readers.FirstOrDefault(ReadsTokens);
        if (embedding is null)
            return true;
        if (readers.FirstOrDefault(reader => !ReadsTokens(reader)) is not { } other)
        {
            shape = Shape.Tokens(shape[0]);
            return true;
        }

        report.Add(Rules.TokensAndNumbers, other.Site, embedding.Text, other.Text);
        return false;

        static bool ReadsTokens(InputReader reader) => LayerCatalog.Find(reader.Kind) is { ReadsTokens: true };
    }

    /// <summary>Sizes that a layer of a kind can take as the first, to be changed by hand.</summary>
    public static string Example(string firstLayer) => firstLayer == "Linear" ? "784" : "1, 28, 28";

    private Shape? Stated(ElementSpec input, AttributeValues values)
    {
        Shape? shape = StatedShape.Of(values, "Input", report);
        if (shape is null)
            report.IsIncomplete = true;
        return shape;
    }

    private DataSetSpec? DataSetOf(ElementSpec input) =>
        input.Operands.Count == 0 ? null : spec.DataSets.FirstOrDefault(dataSet => dataSet.Key == input.Operands[0].Key);

    private Shape? OutputOf(ElementSpec input, IReadOnlyList<ElementSpec> elements)
    {
        OperandSpec source = input.Operands[0];
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
        var names = new LayerNames(silent);
        IReadOnlyList<ShapedInput> incoming = inner.Of(network.Elements, source.Site, source.Text, names);
        var expansion = new Expansion(spec.Blocks, silent, names, advice, cancellation);
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
