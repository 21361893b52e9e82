using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;

namespace NetGen.Compiler.Advice;

/// <summary>Whether the last layer gives what the loss takes: logits, probabilities or their logarithms.</summary>
internal static class LossInput
{
    public static void Check(Loss loss, PathStep? last, LayerReport lossReport)
    {
        if (last.Effective() is not { } step)
            return;
        ValueRange range = step.Layer.Range;
        switch (loss)
        {
            case CrossEntropy when range is ValueRange.Distribution or ValueRange.LogDistribution:
                Superfluous("applies the softmax itself");
                break;
            case BCEWithLogits or MultiLabelSoftMargin when range is ValueRange.Probability or ValueRange.Distribution:
                Superfluous("applies the sigmoid itself");
                break;
            case CrossEntropy or BCEWithLogits or MultiLabelSoftMargin or SoftMargin
                when range is ValueRange.NotNegative or ValueRange.Probability:
                Superfluous("takes logits, which are any numbers");
                break;
            case NLL when range is ValueRange.Distribution:
                lossReport.Add(
                    Rules.LossTakes, lossReport.AttributeSite,
                    [new SuggestedFix(FixKind.ReplaceName, "LogSoftmax", step.Report.AttributeSite)],
                    lossReport.Name, "log probabilities", step.Report.Name, "[LogSoftmax] in its place gives them.");
                break;
            case NLL when range is not ValueRange.LogDistribution:
                lossReport.Add(
                    Rules.LossTakes, lossReport.AttributeSite,
                    [new SuggestedFix(FixKind.ReplaceName, "CrossEntropy"), new SuggestedFix(FixKind.InsertBefore, "LogSoftmax")],
                    lossReport.Name, "log probabilities", step.Report.Name, "[LogSoftmax] gives them; [CrossEntropy] is both in one.");
                break;
            case KLDiv when range is not ValueRange.LogDistribution:
                lossReport.Add(
                    Rules.LossTakes, lossReport.AttributeSite, [new SuggestedFix(FixKind.InsertBefore, "LogSoftmax")],
                    lossReport.Name, "log probabilities", step.Report.Name, "[LogSoftmax] gives them.");
                break;
            case BCE when range is ValueRange.Any or ValueRange.NotNegative or ValueRange.LogDistribution:
                lossReport.Add(
                    Rules.LossTakes, lossReport.AttributeSite,
                    [new SuggestedFix(FixKind.ReplaceName, "BCEWithLogits"), new SuggestedFix(FixKind.InsertBefore, "Sigmoid")],
                    lossReport.Name, "probabilities, 0 to 1", step.Report.Name, "[Sigmoid] gives them; [BCEWithLogits] is both in one.");
                break;
        }

        void Superfluous(string reason) => step.Report.Add(
            Rules.SuperfluousActivation, step.Report.AttributeSite, [new SuggestedFix(FixKind.Remove, "")],
            step.Report.Name, lossReport.Name, reason);
    }
}
