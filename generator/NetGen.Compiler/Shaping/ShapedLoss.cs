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
    /// <summary>Which of the labels belong to padding steps and do not count; null where none do.</summary>
    public StepPadding? Padding { get; init; }

    /// <summary>Whether the network's input is the target.</summary>
    public bool TargetIsInput => Loss.TargetIsInput;
}
