using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Advice;

/// <summary>
/// Two linear layers with no activation between them are together one linear layer. A narrow first one is a product of two
/// small matrices, and a convolution in groups is one half of a separable convolution: both are meant.
/// </summary>
internal sealed class NoNonlinearity : ILayerAdvice
{
    public void Give(PathStep step)
    {
        if (!step.Layer.IsLinear || step.Before() is not { } first || !first.Layer.IsLinear)
            return;
        bool isNarrow = first.Output.Channels < first.Input.Channels && first.Output.Channels < step.Output.Channels;
        if (isNarrow && first.Layer.Kind == step.Layer.Kind)
            return;
        step.Report.Add(
            Rules.NoNonlinearity, step.Report.AttributeSite, [new SuggestedFix(FixKind.InsertBefore, "ReLU")], step.Report.Name,
                first.Report.Name);
    }
}
