using DigitPad.Inspection;
using DigitPad.Training;
using Microsoft.AspNetCore.Components;

namespace DigitPad.Components;

/// <summary>Loss and accuracy over the steps.</summary>
public sealed partial class TrainingCurve
{
    // The loss of a network that knows nothing is ln 10.
    private const double MostLoss = 2.4;
    private const int MostPoints = 160, Width = 320, Top = 4, Height = 88;

    /// <summary>The points, in the order of the steps.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TrainingPoint> Points { get; set; } = [];

    private string Label => Points.Count == 0
        ? "No training yet"
        : $"After {Points[^1].Step} steps: loss {NumberText.Of(Points[^1].Loss)}, "
            + $"accuracy {NumberText.Percent(Points[^1].Accuracy)} percent";

    private string Line(Func<TrainingPoint, double> height)
    {
        int stride = Math.Max(1, (Points.Count + MostPoints - 1) / MostPoints);
        double last = Math.Max(1, Points.Count - 1);
        return string.Join(' ', Enumerable.Range(0, Points.Count).Where(index => index % stride == 0 || index == Points.Count - 1)
            .Select(index => $"{NumberText.Coordinate(index / last * Width)},"
                + NumberText.Coordinate(Top + ((1 - height(Points[index])) * Height))));
    }
}
