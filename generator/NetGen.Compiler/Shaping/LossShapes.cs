using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Shaping;

/// <summary>
/// Whether the output fits the loss, and both fit the labels of the data set: the one that the input names, or the one given.
/// </summary>
internal sealed class LossShapes(NetworkSpec spec, Report report, IAdvice advice, DataSetSpec? given = null)
{
    public ShapedLoss? Of(ElementSpec? element, Shape? input, Flow output)
    {
        if (element is null || LossCatalog.Find(element.Kind) is not { } entry)
            return null;
        string name = new NameScope("").Next(element.Kind);
        var lossReport = new LayerReport(report, element, name, output.Origin);
        var values = new AttributeValues(element, _ => null, lossReport);
        string stated = values.Text("Name", "");
        if (stated.Length > 0 && MemberNames.IsValid(stated))
            lossReport.Name = name = stated;
        else if (values.Has("Name") && !values.IsWrong)
            report.AddWithFixes(Rules.InvalidName, lossReport.Site("Name"), [LayerNames.Named(MemberNames.Mended(stated))], stated);
        Loss loss = entry.Read(values);
        if (values.IsWrong)
            report.IsIncomplete = true;
        if (values.IsWrong || output.Shape is not { } shape || input is null)
            return null;
        if (!HasOneClass(loss, shape))
            loss.Check(shape, lossReport);
        advice.OnLoss(loss, output.Path, lossReport);
        if (loss.TargetIsInput && shape != input)
            LossOfInput(input, shape, output, lossReport);
        if (!loss.TargetIsInput && DataSet() is { } dataSet)
            CheckLabels(loss, dataSet, input, output, shape, lossReport);
        LabelForms labels = loss.Labels(shape);
        return new ShapedLoss(loss, name, shape, labels, (int)loss.LabelsPerSample(shape), (int)loss.Classes(shape))
        {
            Padding = PaddingOf(loss, output, shape, lossReport),
        };
    }

    /// <summary>Which labels belong to padding, where each step has one.</summary>
    private StepPadding? PaddingOf(Loss loss, Flow output, Shape shape, LayerReport lossReport)
    {
        if (output.Mask is not { } padding)
            return null;
        bool areIndices = (loss.Labels(shape) & LabelForms.Index) != 0 && loss.IgnoreIndex is not null && shape.Positions > 1;
        if (areIndices && padding != StepPadding.Joined)
            return padding;
        report.Add(
            Rules.PaddedNumbers, lossReport.AttributeSite, lossReport.Name,
            areIndices ? "has a label for each step" : "compares numbers of each step", output.Origin, areIndices
                ? "by several inputs at once, so that no one of them says which labels to leave out. Give one result for all steps."
                : "which has nothing to be compared with. Only losses of class indices leave padding out.");
        return null;
    }

    private static void LossOfInput(Shape input, Shape output, Flow flow, LayerReport lossReport)
    {
        string wants = $"compares the output with the input ({input})";
        if (input.Kind == output.Kind && flow.Width is { } width && output.WithChannels(input.Channels) == input)
            lossReport.Loss(wants, output, $"Did you mean {input.Channels}?", SuggestedFix.Size(input.Channels, width.Site));
        else if (input.Count == output.Count)
        {
            string reshape = input.Kind == ShapeKind.Vector ? "Flatten" : $"Reshape({StatedShape.Arguments(input)})";
            lossReport.Loss(wants, output, $"Insert [{reshape}] before it.", new SuggestedFix(FixKind.InsertBefore, reshape));
        }
        else
            lossReport.Loss(wants, output, "Both must have one shape.");
    }

    private DataSetSpec? DataSet() => given ?? spec.InputDataSet;

    private void CheckLabels(Loss loss, DataSetSpec dataSet, Shape input, Flow flow, Shape output, LayerReport lossReport)
    {
        LabelForms forms = loss.Labels(output);
        switch (dataSet.Labels)
        {
            case DataSetLabels.None:
                MisfitOf(Wanted(forms), "no labels", "Target = Target.Input compares with the input.",
                    new SuggestedFix(FixKind.SetArgument, "Target = Target.Input"));
                break;
            case DataSetLabels.Classes when (forms & LabelForms.Index) == 0 && input.Count == output.Count:
                Misfit(
                    ClassesOf(dataSet), "Target = Target.Input compares with the input; [CrossEntropy] takes a class index.",
                    new SuggestedFix(FixKind.SetArgument, "Target = Target.Input"), new SuggestedFix(FixKind.Replace, "CrossEntropy"));
                break;
            case DataSetLabels.Classes when (forms & LabelForms.Index) == 0:
                Misfit(ClassesOf(dataSet), "[CrossEntropy] takes a class index.", new SuggestedFix(FixKind.Replace, "CrossEntropy"));
                break;
            case DataSetLabels.Classes when loss.LabelsPerSample(output) != LabelsPerSample(dataSet, output):
                SuggestedFix? oneForAll = OneForAll();
                string each = dataSet.Per == LabelSpacing.Pixel && output.Kind == ShapeKind.Vector
                    ? $"Give an output for each: [Conv2d({dataSet.Classes}, 1)] last, and no [Flatten] before it."
                    : "Both must be the same.";
                string suggestion = oneForAll?.Kind switch
                {
                    FixKind.SetArgument => $"'{LayerOfSteps(flow)!.Report.Name}' gives its last state alone with {oneForAll.Text}.",
                    FixKind.InsertBefore => $"[{oneForAll.Text}] before "
                        + $"{(oneForAll.Site == SuggestedFix.AtFault ? "it" : $"'{flow.Width?.Name}'")} leaves one position.",
                    _ => each,
                };
                MisfitOf(Positions(loss.LabelsPerSample(output), flow.Origin), ClassesOf(dataSet), suggestion, oneForAll);
                break;
            case DataSetLabels.Classes when loss.Classes(output) != dataSet.Classes:
                WrongClassCount(dataSet, flow, output, loss.Classes(output), lossReport);
                break;
            case DataSetLabels.OneHot when (forms & LabelForms.Values) == 0:
                Misfit($"probabilities of {dataSet.Classes} classes", "[CrossEntropy] takes probabilities.",
                    new SuggestedFix(FixKind.Replace, "CrossEntropy"));
                break;
            case DataSetLabels.OneHot when output.Count != dataSet.Classes:
                WrongClassCount(dataSet, flow, output, output.Count, lossReport);
                break;
            case DataSetLabels.Target when (forms & LabelForms.Values) == 0:
                Misfit($"numbers ({string.Join("×", dataSet.Target)})", "[MSE] takes numbers.", new SuggestedFix(FixKind.Replace, "MSE"));
                break;
            case DataSetLabels.Target when !output.Sizes.Equals(dataSet.Target):
                report.AddWithFixes(
                    Rules.TargetShape, flow.Width?.Site ?? lossReport.AttributeSite, WidthOf(dataSet.Target), dataSet.Name,
                    string.Join("×", dataSet.Target), $"{output} ({flow.Origin})");
                break;
        }

        void Misfit(string has, string suggestion, params SuggestedFix?[] fixes) => MisfitOf(
            Wanted(forms, loss.Classes(output), flow.Origin), has, suggestion, fixes);

        void MisfitOf(string wanted, string has, string suggestion, params SuggestedFix?[] fixes) => report.AddWithFixes(
            Rules.LossLabels, lossReport.AttributeSite, fixes.OfType<SuggestedFix>(), lossReport.Name, wanted, dataSet.Name, has,
                suggestion);

        // One label for the whole sample: what the positions say is brought together.
        SuggestedFix? OneForAll() => (dataSet.Per, output.Kind) switch
        {
            (LabelSpacing.Sample, ShapeKind.Image) => new SuggestedFix(FixKind.InsertBefore, "AdaptiveAvgPool2d(1), Flatten"),
            (LabelSpacing.Sample, ShapeKind.Sequence) when LayerOfSteps(flow) is { } layer => new SuggestedFix(
                FixKind.SetArgument, layer.Layer.OptionOfOneResult!, layer.Report.AttributeSite),
            (LabelSpacing.Sample, ShapeKind.Sequence) when flow.Width is { } width => new SuggestedFix(
                FixKind.InsertBefore, "Flatten", width.Site),
            _ => null,
        };

        IEnumerable<SuggestedFix> WidthOf(EquatableArray<long> target) =>
            flow.Width is not null && target.Count == output.Rank && output.WithChannels(target[output.ChannelAxis]).Sizes.Equals(target)
                ? [SuggestedFix.Size(target[output.ChannelAxis])]
                : [];
    }

    private void WrongClassCount(DataSetSpec dataSet, Flow flow, Shape output, long classes, LayerReport lossReport)
    {
        string last = flow.Width?.Name ?? "the network";
        var fixes = new List<SuggestedFix>();
        if (flow.Width is not null)
            fixes.Add(SuggestedFix.Size(dataSet.Classes));
        bool isOneOfTwo = classes == 1 && dataSet.Classes == 2;

        // One output that tells two classes apart is still one.
        bool isTwoInOne = classes == 2 && output.Channels == 1;
        if (isOneOfTwo)
            fixes.Add(new SuggestedFix(FixKind.Replace, "BCEWithLogits", lossReport.AttributeSite));
        report.AddWithFixes(
            Rules.ClassCount, flow.Width?.Site ?? lossReport.AttributeSite, fixes, dataSet.Name, dataSet.Classes, last, isTwoInOne
                ? 1 : classes,
            LayerReport.Unit(isTwoInOne ? 1 : classes, output.ChannelName), flow.Origin,
            isOneOfTwo ? " For two classes in one number use [BCEWithLogits]." : isTwoInOne
                ? $" [CrossEntropy] takes so many; '{lossReport.Name}' tells two classes apart." : "");
    }

    /// <summary>The last layer that could give one result for all steps; null where none can.</summary>
    private static PathStep? LayerOfSteps(Flow flow)
    {
        PathStep? step = flow.Path;
        while (step is { Output.Kind: ShapeKind.Sequence, Layer.OptionOfOneResult: null })
            step = step.Previous;
        return step?.Layer.OptionOfOneResult is null ? null : step;
    }

    /// <summary>Whether the number of classes says what is wrong, so that the loss need not say that one is too few.</summary>
    private bool HasOneClass(Loss loss, Shape output) =>
        !loss.TargetIsInput && loss.Classes(output) == 1 && DataSet() is { Labels: DataSetLabels.Classes } dataSet
        && loss.LabelsPerSample(output) == LabelsPerSample(dataSet, output);

    private static long LabelsPerSample(DataSetSpec dataSet, Shape output) => dataSet.Per switch
    {
        LabelSpacing.Step => output.Kind is ShapeKind.Sequence or ShapeKind.Signal ? output.Positions : 0,
        LabelSpacing.Pixel => output.Kind == ShapeKind.Image ? output.Positions : 0,
        _ => 1,
    };

    /// <summary>What the labels are, with their number of classes as far as it is known.</summary>
    private static string ClassesOf(DataSetSpec dataSet)
    {
        string place = dataSet.Per switch
        {
            LabelSpacing.Step => "step",
            LabelSpacing.Pixel => "pixel",
            _ => "sample",
        };
        return $"a class index for each {place}{(dataSet.Classes > 0 ? $", of {dataSet.Classes} classes" : "")}";
    }

    private static string Positions(long positions, string origin) =>
        positions == 1 ? $"one class index ({origin})" : $"a class index for each of {positions} positions ({origin})";

    private static string Wanted(LabelForms forms) => forms switch
    {
        LabelForms.Index => "class indices",
        LabelForms.Values => "numbers of the output's shape",
        _ => "class indices or numbers of the output's shape",
    };

    /// <summary>The same with the sizes that stand beside those of the labels.</summary>
    private static string Wanted(LabelForms forms, long classes, string origin) =>
        Wanted(forms) + (forms == LabelForms.Index ? $" of {classes} classes" : $" ({origin})");
}
