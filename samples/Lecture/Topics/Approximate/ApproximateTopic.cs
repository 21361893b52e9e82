using Lecture.Approximate.Networks;
using Lecture.Pictures;
using NetGen;
using OxyPlot;

namespace Lecture.Approximate;

/// <summary>Fits networks h = a(hW + B) to a function, and shows what loss, width, depth and activation change.</summary>
internal sealed class ApproximateTopic() : Topic("approximate", "Fits networks to a function: two losses, and width, depth and activation.")
{
    private static readonly OxyColor OfCurve = OxyColors.Black;

    public override void Run(Lesson lesson)
    {
        var approximation = new Approximation(lesson);
        CurveSamples samples = approximation.WithOutliers();
        CurveFit byMean = approximation.ByMean(), byMedian = approximation.ByMedian();
        lesson.Say($"{approximation.Samples} points of f(x) = sin 2x + x/4 + 0.25 sin 5x with noise; one in seven lies far too high.");
        foreach (int epoch in approximation.Shown)
            Tell(lesson, $"By MSE after {epoch} epochs", byMean.Stages[epoch]);
        Tell(lesson, $"By MSE after {approximation.Epochs} epochs, the mean, which outliers raise", byMean.Final);
        Tell(lesson, $"By MAE after {approximation.Epochs} epochs, the median, which they hardly move", byMedian.Final);

        IReadOnlyList<Variant> width =
        [
            new("2 neurons", new Width2(lesson.Seed)), new("4 neurons", new Width4(lesson.Seed)),
            new("16 neurons", new Width16(lesson.Seed)),
        ];
        IReadOnlyList<Variant> depth =
        [
            new("1 layer", new Width4(lesson.Seed)), new("2 layers", new Depth2(lesson.Seed)), new("3 layers", new Depth3(lesson.Seed)),
        ];
        IReadOnlyList<Variant> activation =
        [
            new("none", new WithoutActivation(lesson.Seed)), new("ReLU", new WithReLU(lesson.Seed)),
            new("tanh", new WithTanh(lesson.Seed)),
        ];
        lesson.Say("Without noise, by MSE:                     parameters     RMSE from f");
        Chart[] variants =
        [
            Compare(lesson, approximation, "Width: one hidden layer", width),
            Compare(lesson, approximation, "Depth: hidden layers of 4", depth),
            Compare(lesson, approximation, "Activation: one hidden layer of 8", activation),
        ];
        Chart losses = new Chart("Training loss", "epoch", "loss", isLogarithmic: true)
            .Line("MSE", Curved(byMean.Losses), Chart.Colors[0])
            .Line("MAE", Curved(byMedian.Losses), Chart.Colors[1]);
        ChartFile.Write(
            lesson.Picture("approximate.svg"),
            [
                Stages("Fitted by MSE", samples, byMean, approximation.Epochs),
                Stages("Fitted by MAE", samples, byMedian, approximation.Epochs), losses, .. variants,
            ],
            columns: 3);
    }

    private static void Tell(Lesson lesson, string what, float[] fit)
    {
        lesson.Say();
        lesson.Say($"{what}: RMSE from f {Curve.ErrorOf(fit):F3}");
        foreach (string line in Blocks.Lines(CurveDrawing.Of(fit)))
            lesson.Say(line);
    }

    private static Chart Compare(Lesson lesson, Approximation approximation, string title, IReadOnlyList<Variant> variants)
    {
        Chart chart = Axes(title).Line("f", Along(Curve.At), OfCurve, thickness: 1.2);
        for (int i = 0; i < variants.Count; i++)
        {
            (string name, Network network) = variants[i];
            CurveFit fit = approximation.Exact(network);
            chart.Line(name, Through(fit.Final), Chart.Colors[i]);
            lesson.Say($"  {title + ", " + name,-48}{network.ParameterCount,5}{fit.Error,16:F3}");
        }

        return chart;
    }

    private static Chart Stages(string title, CurveSamples samples, CurveFit fit, int epochs)
    {
        Chart chart = Axes(title).Dots(null, samples.Pairs, OxyColor.FromRgb(0xB0, 0xB0, 0xB0), size: 1.6)
            .Line("f", Along(Curve.At), OfCurve, thickness: 1.2);
        int color = Chart.Colors.Count;
        foreach ((int epoch, float[] stage) in fit.Stages.OrderBy(stage => stage.Key))
            chart.Line($"epoch {epoch}", Through(stage), Chart.Colors[--color], thickness: 1.5);
        return chart.Line($"epoch {epochs}", Through(fit.Final), Chart.Colors[title.EndsWith("MSE", StringComparison.Ordinal) ? 0 : 1]);
    }

    private static Chart Axes(string title) => new Chart(title, "x", "y").Limits(Curve.Left, Curve.Right, -2.2, 3.2);

    private static IEnumerable<(double X, double Y)> Along(Func<double, double> function) =>
        Curve.Xs.Select(x => ((double)x, function(x)));

    private static IEnumerable<(double X, double Y)> Through(float[] fit) => Curve.Xs.Zip(fit, (x, y) => ((double)x, (double)y));

    private static IEnumerable<(double X, double Y)> Curved(IReadOnlyList<double> losses) =>
        losses.Select((loss, index) => (index + 1.0, loss));

    private sealed record Variant(string Name, Network Network);
}
