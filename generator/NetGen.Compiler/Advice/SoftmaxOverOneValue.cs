using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Advice;

/// <summary>A softmax over one value is 1, whatever comes in.</summary>
internal sealed class SoftmaxOverOneValue : ILayerAdvice
{
    public void Give(PathStep step)
    {
        int? axis = step.Layer switch
        {
            Softmax softmax => softmax.AxisOf(step.Input),
            LogSoftmax softmax => softmax.AxisOf(step.Input),
            _ => null,
        };
        if (axis is not { } along || along < 0 || along >= step.Input.Rank || step.Input[along] != 1)
            return;
        step.Report.Add(
            Rules.SoftmaxOverOneValue, step.Report.AttributeSite,
            step.Layer is Softmax ? [new SuggestedFix(FixKind.Replace, "Sigmoid")] : [],
            step.Report.Name, step.Report.Origin, step.Layer is Softmax ? "1" : "0");
    }
}
