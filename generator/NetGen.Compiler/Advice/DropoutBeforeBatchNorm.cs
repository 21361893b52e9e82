using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Advice;

/// <summary>
/// Dropout makes variances larger in training than in prediction, and batch norm keeps the larger ones
/// (Li et al. 2018, "Understanding the Disharmony between Dropout and Batch Normalization", https://arxiv.org/abs/1801.05134). A frozen one
/// learns none.
/// </summary>
internal sealed class DropoutBeforeBatchNorm : ILayerAdvice
{
    public void Give(PathStep step)
    {
        if (step is { Layer: BatchNorm, IsFrozen: false } && step.Previous is { Layer: Dropout } before)
            before.Report.Add(
                Rules.DropoutBeforeBatchNorm, before.Report.AttributeSite,
                [new SuggestedFix(FixKind.SwapWithPrevious, "Dropout", step.Report.AttributeSite)], before.Report.Name, step.Report.Name);
    }
}
