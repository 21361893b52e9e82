using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Shaping;

/// <summary>Whether a data set passed to Fit or Evaluate has the network's samples and labels.</summary>
internal static class DataSetFit
{
    /// <summary>What does not fit, or null. A network with errors fits everything.</summary>
    public static Misfit? Of(NetworkSpec spec, DataSetSpec dataSet, IAdvice advice, CancellationToken cancellation)
    {
        if (ShapeEngine.Run(spec, advice, cancellation).Network is not { } network)
            return null;
        if (dataSet.IsOfArrays)
            dataSet = Completed(dataSet, network);
        foreach (ShapedInput input in network.Inputs)
        {
            if (dataSet.SampleOf(input.Index, input.Name) is not { } given)
                return WithoutInput(input, dataSet);
            Shape sample = StatedShape.Of(given);
            if (sample != input.Shape)
                return OfSample(sample, input, dataSet);
            if (given.HasLengths != input.HasLengths)
                return OfLengths(input, dataSet);
        }

        if (network.Loss is null)
            return WithoutLoss(spec, dataSet);
        Fault? fault = ShapeEngine.Run(spec, dataSet, advice, cancellation)
            .Faults.FirstOrDefault(found => Rules.Of(found.Id).Severity == RuleSeverity.Error);

        // The fixes edit the network; the diagnostic is at the call.
        return fault is null
            ? null
            : new Misfit(fault.Message,
                [.. fault.Fixes.Select(fix => fix.Site == SuggestedFix.AtFault ? fix with { Site = fault.Site } : fix)]);
    }

    /// <summary>A set of arrays with what only the run knows of it as the network has it: the run compares that.</summary>
    private static DataSetSpec Completed(DataSetSpec dataSet, ShapedNetwork network)
    {
        bool isOpen = dataSet.Sample.Count == 0;
        bool hasPositions = network.Output.Positions > 1;
        return dataSet with
        {
            Sample = isOpen ? network.Input.Sizes : dataSet.Sample,
            ChannelsLength = network.Input.Kind == ShapeKind.Signal && (isOpen || dataSet.Sample.Count == 2),
            Classes = dataSet.Classes > 0 ? dataSet.Classes : network.Loss?.Classes ?? 0,
            Per = !hasPositions ? LabelSpacing.Sample : network.Output.Kind == ShapeKind.Image ? LabelSpacing.Pixel : LabelSpacing.Step,
            Target = network.Output.Sizes,
        };
    }

    private static Misfit WithoutLoss(NetworkSpec spec, DataSetSpec dataSet)
    {
        string loss = dataSet.Labels switch
        {
            DataSetLabels.Classes or DataSetLabels.OneHot => "CrossEntropy",
            DataSetLabels.Target => "MSE",
            _ => "MSE(Target = Target.Input)",
        };
        return new Misfit(
            $"the network has no loss to compare its output with the labels. Write one last: [{loss}].",
            [new SuggestedFix(FixKind.InsertAfter, loss, spec.Elements[spec.Elements.Count - 1].Site)]);
    }

    private static Misfit WithoutInput(ShapedInput input, DataSetSpec dataSet)
    {
        string names = string.Join(", ", dataSet.Others.Select(sample => $"'{sample.Name}'"));
        string has = names.Length > 0 ? names : "one input";
        return new Misfit(
            $"the network has the input '{input.Name}' ({input.Shape.Describe()}), and the set has {has}. "
                + $"State [Sample({StatedShape.Arguments(input.Shape)}, Name = \"{input.Name}\")] on it too.",
            []);
    }

    private static Misfit OfLengths(ShapedInput input, DataSetSpec dataSet) => new(
        input.HasLengths
            ? $"the input '{input.Name}' has lengths, which the set does not state: [Sample(…, Lengths = true)]."
            : $"its samples have lengths, which the input '{input.Name}' does not take: [Input(…, Lengths = true)].",
        []);

    private static Misfit OfSample(Shape sample, ShapedInput shaped, DataSetSpec dataSet)
    {
        (Shape input, int inputSite) = (shaped.Shape, shaped.Site);
        string which = shaped.Index == 0 ? "" : $" for '{shaped.Name}'";
        string text = $"it holds samples of {sample} ({sample.Describe()}){which}, but the network takes {input} ({input.Describe()}).";
        bool isChannelsLast = sample.Kind == ShapeKind.Image && input.Kind == ShapeKind.Image
            && sample[0] == input.Height && sample[1] == input.Width && sample[2] == input.Channels;
        if (!isChannelsLast)
        {
            return new Misfit(
                text, shaped.Index > 0 ? [] : [new SuggestedFix(FixKind.Replace, $"Input({StatedShape.Arguments(sample)})", inputSite)]);
        }

        // A network with channels first is correct: the fix edits the data set.
        if (dataSet.IsOfArrays)
        {
            return new Misfit(
                $"{text} In channels-last order they would fit: state the shape channels first, [{StatedShape.Arguments(input)}], and "
                + "ChannelsLast = true, so that samples are transposed.",
                []);
        }

        string stated = $"Sample({StatedShape.Arguments(input)}, ChannelsLast = true)";
        return new Misfit(
            $"{text} In channels-last order they would fit: state [{stated}] on the data set, whose samples are then transposed.",
            dataSet.SampleSite == SuggestedFix.AtFault ? [] : [new SuggestedFix(FixKind.Replace, stated, dataSet.SampleSite)]);
    }
}
