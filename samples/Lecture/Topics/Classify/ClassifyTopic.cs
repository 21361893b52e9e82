using Lecture.Classify.Networks;
using Lecture.Pictures;
using OxyPlot;

namespace Lecture.Classify;

/// <summary>Separates moons by binary cross-entropy and spirals by cross-entropy, with and without hidden layers.</summary>
internal sealed class ClassifyTopic() : Topic("classify", "Separates two moons and three spirals, and draws the borders between classes.")
{
    private const int Shades = 32;

    private static readonly PlaneGrid AroundMoons = new(-1.6, 2.6, -1.2, 1.7, 101, 101);
    private static readonly PlaneGrid AroundSpirals = new(-1.25, 1.25, -1.25, 1.25, 101, 101);

    public override void Run(Lesson lesson)
    {
        var classification = new Classification(lesson);
        lesson.Say($"{classification.TrainingPoints} points to learn from, {classification.HeldOutPoints} held out.");
        lesson.Say();
        lesson.Say("                                                   held out    training");
        lesson.Say("                                             loss   accuracy   accuracy");
        Classifier moons = Tell(lesson, "moons, binary cross-entropy", classification.Moons(new MoonsNetwork(lesson.Seed)));
        Classifier moonsLine = Tell(lesson, "  without hidden layers", classification.Moons(new MoonsLine(lesson.Seed)));
        Classifier spirals = Tell(lesson, "spirals, cross-entropy", classification.Spirals(new SpiralsNetwork(lesson.Seed)));
        Classifier spiralsLine = Tell(lesson, "  without hidden layers", classification.Spirals(new SpiralsLine(lesson.Seed)));
        Show(lesson, "What the network takes for each moon:", moons, AroundMoons with { Columns = 38, Rows = 15 });
        Show(lesson, "For each arm of the spirals:", spirals, AroundSpirals with { Columns = 38, Rows = 19 });
        ChartFile.Write(
            lesson.Picture("classify.svg"),
            [
                Regions("Moons, two hidden layers", moons, AroundMoons), Regions("Spirals, two hidden layers", spirals, AroundSpirals),
                Regions("Moons, no hidden layer", moonsLine, AroundMoons), Regions("Spirals, no hidden layer", spiralsLine, AroundSpirals),
            ],
            columns: 2, width: 420, height: 360);
    }

    private static Classifier Tell(Lesson lesson, string name, Classifier classifier)
    {
        (double loss, double heldOut) = (classifier.OnHeldOut.Loss, classifier.OnHeldOut.Accuracy);
        lesson.Say($"{name,-40}{loss,9:F4}{heldOut,11:P1}{classifier.OnTraining.Accuracy,11:P1}");
        return classifier;
    }

    private static void Show(Lesson lesson, string what, Classifier classifier, PlaneGrid grid)
    {
        lesson.Say();
        lesson.Say(what);
        ClassProbabilities probabilities = ClassProbabilities.Of(classifier.Network, grid.Points());
        foreach (string line in Blocks.Lines(grid.Image(point => (float)probabilities.Predicted(point) / (probabilities.Classes - 1))))
            lesson.Say(line);
    }

    /// <summary>Held-out points over what the network takes each place for: the whiter, the less sure.</summary>
    private static Chart Regions(string title, Classifier classifier, PlaneGrid grid)
    {
        ClassProbabilities probabilities = ClassProbabilities.Of(classifier.Network, grid.Points());
        int classes = probabilities.Classes;
        Chart chart = new Chart($"{title}: {classifier.OnHeldOut.Accuracy:P1}", "x₁", "x₂")
            .Limits(grid.Left, grid.Right, grid.Bottom, grid.Top)
            .Shades(grid, grid.Values(point => Shade(probabilities, point)), 0, classes, Palette(classes));
        for (int label = 0; label < (classes == 2 ? 1 : classes); label++)
            chart.Contours(grid, grid.Values(point => probabilities.Margin(point, label)), [0], OxyColors.Black, thickness: 1.6);
        for (int label = 0; label < classes; label++)
            chart.Dots(null, classifier.HeldOut.OfClass(label), Chart.Colors[label], size: 2.4, outline: OxyColors.White);
        return chart;
    }

    /// <summary>The class, and behind the point how sure the network is: 0 where all classes are equally probable.</summary>
    private static double Shade(ClassProbabilities probabilities, int point)
    {
        int label = probabilities.Predicted(point);
        double chance = 1.0 / probabilities.Classes;
        return label + (0.999 * Math.Clamp((probabilities[point, label] - chance) / (1 - chance), 0, 1));
    }

    private static OxyColor[] Palette(int classes) =>
    [
        .. Enumerable.Range(0, classes * Shades).Select(i =>
            OxyColor.Interpolate(OxyColors.White, Chart.Colors[i / Shades], 0.55 * (i % Shades) / (Shades - 1))),
    ];
}
