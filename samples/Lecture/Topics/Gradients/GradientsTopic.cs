using Lecture.Pictures;
using OxyPlot;

namespace Lecture.Gradients;

/// <summary>Walks down the loss surfaces of two networks with two weights each, by three optimizers.</summary>
internal sealed class GradientsTopic() : Topic("gradients", "Walks down loss surfaces of two weights by SGD, momentum and Adam.")
{
    private const int Steps = 60;
    private const string Letters = "SMA";

    public override void Run(Lesson lesson)
    {
        Landscape valley = Landscape.Valley(lesson.Seed), saddle = Landscape.Saddle(lesson.Seed);
        IReadOnlyList<IReadOnlyList<Place>> down = Tell(lesson, valley), around = Tell(lesson, saddle);
        ChartFile.Write(
            lesson.Picture("gradients.svg"),
            [Map(valley, down, "w", "b"), Map(saddle, around, "w", "v"), Losses(valley, down), Losses(saddle, around)],
            columns: 2, width: 440, height: 360);
    }

    private static IReadOnlyList<IReadOnlyList<Place>> Tell(Lesson lesson, Landscape landscape)
    {
        IReadOnlyList<IReadOnlyList<Place>> paths = landscape.Paths(Steps);
        lesson.Say($"{landscape.Name}: from ({landscape.Start.First}, {landscape.Start.Second}), {Steps} steps; the lower, the lighter.");
        foreach (string line in PathDrawing.Lines(landscape, paths, Letters))
            lesson.Say(line);
        lesson.Say($"{"loss after",-22}{"0 steps",12}{"10",9}{"30",9}{Steps,9}   ends at");
        for (int i = 0; i < paths.Count; i++)
        {
            (IReadOnlyList<Place> path, Place end) = (paths[i], paths[i][^1]);
            lesson.Say($"{Letters[i]}  {landscape.Walks[i].Name,-19}{path[0].Loss,12:F4}{path[10].Loss,9:F4}{path[30].Loss,9:F4}"
                + $"{end.Loss,9:F4}   ({end.First:F2}, {end.Second:F2})");
        }

        lesson.Say();
        return paths;
    }

    private static Chart Map(Landscape landscape, IReadOnlyList<IReadOnlyList<Place>> paths, string first, string second)
    {
        PlaneGrid grid = landscape.Grid;
        double[,] heights = grid.Values(i => Math.Log10(landscape.Surface.At(grid.X(i % grid.Columns), grid.Y(i / grid.Columns))));
        double low = heights.Cast<double>().Min(), high = heights.Cast<double>().Max();
        double[] levels = [.. Enumerable.Range(0, 13).Select(i => low + ((high - low) * (i + 0.5) / 13))];
        Chart chart = new Chart($"Loss of {landscape.Name}", first, second)
            .Limits(grid.Left, grid.Right, grid.Bottom, grid.Top)
            .Shades(grid, heights, low, high, [.. Enumerable.Range(0, 64).Select(Height)])
            .Contours(grid, heights, levels, OxyColor.FromAColor(90, OxyColors.Black), thickness: 0.7);
        for (int i = 0; i < paths.Count; i++)
        {
            chart.Line(landscape.Walks[i].Name, paths[i].Select(place => (place.First, place.Second)), Chart.Colors[i], thickness: 1.6)
                .Dots(null, paths[i].Select(place => (place.First, place.Second)), Chart.Colors[i], size: 2);
        }

        return chart.Label("start", landscape.Start.First, landscape.Start.Second);
    }

    private static Chart Losses(Landscape landscape, IReadOnlyList<IReadOnlyList<Place>> paths)
    {
        var chart = new Chart($"Loss of {landscape.Name} by steps", "step", "loss", isLogarithmic: true);
        for (int i = 0; i < paths.Count; i++)
            chart.Line(landscape.Walks[i].Name, paths[i].Select((place, step) => ((double)step, place.Loss)), Chart.Colors[i]);
        return chart;
    }

    /// <summary>From white in the valley to grey on the heights.</summary>
    private static OxyColor Height(int step) => OxyColor.Interpolate(OxyColors.White, OxyColor.FromRgb(0x8C, 0x96, 0xA8), step / 63.0);
}
