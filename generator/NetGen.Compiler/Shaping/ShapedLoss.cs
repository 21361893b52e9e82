using NetGen.Compiler.Losses;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Shaping;

/// <summary>
/// The loss with what a label is: class indices (<paramref name="LabelsPerSample"/> of them, each below
/// <paramref name="Classes"/>), numbers of the output's shape, or either. Classes is 0 where no index is taken.
/// </summary>
internal sealed record ShapedLoss(
    Loss Loss, string Name, Shape Input, LabelForms Labels, int LabelsPerSample, int Classes)
{
    /// <summary>Whether the network's input is the target.</summary>
    public bool TargetIsInput => Loss.TargetIsInput;
}
