using System.Globalization;
using System.Text.RegularExpressions;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace NetGen.Reports;

/// <summary>Plots as SVG that stands in the page, drawn by OxyPlot and coloured by the page's style sheet.</summary>
/// <remarks>
/// A plot is drawn about as wide as a narrow screen, and a wide one shows several side by side, so that its text is readable on both.
/// </remarks>
internal sealed partial class PlotSvg
{
    private const double Width = 380;
    private const double Height = 235;
    private const double FontSize = 12;
    private const int MostMarked = 40;

    // Elements of several plots in a page have different names.
    private int plots;

    /// <summary>Curves over numbers such as epochs or steps.</summary>
    public string Curves(string across, IReadOnlyList<PlotCurve> curves, bool isLogarithmic = false)
    {
        PlotModel model = Model();
        model.Axes.Add(Axis(
            new LinearAxis { MinimumMajorStep = 1, MinimumPadding = 0.015, MaximumPadding = 0.02 }, AxisPosition.Bottom, across));
        model.Axes.Add(isLogarithmic
            ? Axis(new LogarithmicAxis { UseSuperExponentialFormat = false }, AxisPosition.Left)
            : Axis(new LinearAxis { MinimumPadding = 0.05, MaximumPadding = 0.05 }, AxisPosition.Left));
        for (int i = 0; i < curves.Count; i++)
        {
            PlotColor color = PlotColor.Series[i % PlotColor.Series.Count];
            var line = new LineSeries { Color = color.Placeholder, StrokeThickness = 2, LineJoin = LineJoin.Round };
            if (curves[i].Points.Count <= MostMarked)
                (line.MarkerType, line.MarkerSize, line.MarkerFill) = (MarkerType.Circle, 2.5, color.Placeholder);
            foreach ((double x, double y) in curves[i].Points)
                line.Points.Add(new DataPoint(x, double.IsFinite(y) ? y : double.NaN));
            model.Series.Add(line);
        }

        return Draw(model);
    }

    /// <summary>Predicted over true values, with the line on which both are equal.</summary>
    public string Scatter(string across, string up, IReadOnlyList<(double X, double Y)> points)
    {
        PlotModel model = Model();
        model.Axes.Add(Axis(new LinearAxis { MinimumPadding = 0.04, MaximumPadding = 0.04 }, AxisPosition.Bottom, across));
        model.Axes.Add(Axis(new LinearAxis { MinimumPadding = 0.04, MaximumPadding = 0.04 }, AxisPosition.Left, up));
        var equal = new LineSeries { Color = PlotColor.Series[1].Placeholder, StrokeThickness = 1.5, LineStyle = LineStyle.Dash };
        double low = points.Min(point => point.X), high = points.Max(point => point.X);
        equal.Points.AddRange([new DataPoint(low, low), new DataPoint(high, high)]);
        var series = new ScatterSeries { MarkerType = MarkerType.Circle, MarkerSize = 2, MarkerFill = PlotColor.Series[0].Placeholder };
        series.Points.AddRange(points.Select(point => new ScatterPoint(point.X, point.Y)));
        model.Series.Add(series);
        model.Series.Add(equal);
        return Draw(model);
    }

    /// <summary>How often values lie in each of some intervals of equal width.</summary>
    public string Histogram(string across, IReadOnlyList<double> values, int intervals)
    {
        double low = values.Min(), high = values.Max();
        double width = high > low ? (high - low) / intervals : 1;
        int[] counts = new int[high > low ? intervals : 1];
        foreach (double value in values)
            counts[Math.Min((int)((value - low) / width), counts.Length - 1)]++;
        PlotModel model = Model();
        model.Axes.Add(Axis(new LinearAxis { MinimumPadding = 0.02, MaximumPadding = 0.02 }, AxisPosition.Bottom, across));
        model.Axes.Add(Axis(new LinearAxis { Minimum = 0, MaximumPadding = 0.06, MinimumMajorStep = 1 }, AxisPosition.Left, "samples"));
        var bars = new RectangleBarSeries { FillColor = PlotColor.Series[0].Placeholder, StrokeThickness = 0 };
        double gap = width * 0.06;
        for (int i = 0; i < counts.Length; i++)
            bars.Items.Add(new RectangleBarItem(low + (i * width) + gap, 0, low + ((i + 1) * width) - gap, counts[i]));
        model.Series.Add(bars);
        return Draw(model);
    }

    private static PlotModel Model() => new()
    {
        Culture = CultureInfo.InvariantCulture,
        Background = OxyColors.Undefined,
        PlotAreaBorderThickness = new OxyThickness(0),
        PlotAreaBorderColor = OxyColors.Undefined,
        // OxyPlot measures text in a narrower font than some browsers have.
        Padding = new OxyThickness(18, 6, 8, 0),
        TextColor = PlotColor.Text.Placeholder,
        DefaultFont = "inherit",
        DefaultFontSize = FontSize,
    };

    private static TAxis Axis<TAxis>(TAxis axis, AxisPosition position, string? title = null)
        where TAxis : Axis
    {
        axis.Position = position;
        axis.Title = title;
        axis.TickStyle = TickStyle.None;
        axis.AxislineStyle = position == AxisPosition.Bottom ? LineStyle.Solid : LineStyle.None;
        axis.AxislineColor = PlotColor.Text.Placeholder;
        axis.MajorGridlineStyle = position == AxisPosition.Left ? LineStyle.Solid : LineStyle.None;
        axis.MajorGridlineColor = PlotColor.Grid.Placeholder;
        axis.TitleColor = PlotColor.Text.Placeholder;
        axis.LabelFormatter = NumberText.Short;
        axis.AxisTitleDistance = 8;
        axis.IntervalLength = position == AxisPosition.Left ? 40 : 60;
        return axis;
    }

    private string Draw(PlotModel model)
    {
        string svg = new SvgExporter { Width = Width, Height = Height, IsDocument = false }.ExportToString(model);
        svg = svg[svg.IndexOf("<svg", StringComparison.Ordinal)..].ReplaceLineEndings("\n").TrimEnd();
        svg = Opening().Replace(
            svg, string.Create(
                CultureInfo.InvariantCulture,
                $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" aria-hidden=\"true\">"), 1);
        foreach (PlotColor color in PlotColor.All)
        {
            OxyColor drawn = color.Placeholder;
            svg = svg.Replace($"rgb({drawn.R},{drawn.G},{drawn.B})", $"var({color.Variable})", StringComparison.Ordinal);
        }

        plots++;
        return Indentation().Replace(
            svg.Replace("id=\"clipPath", $"id=\"plot{plots}-", StringComparison.Ordinal)
                .Replace("url(#clipPath", $"url(#plot{plots}-", StringComparison.Ordinal),
            "\n");
    }

    [GeneratedRegex("<svg[^>]*>")]
    private static partial Regex Opening();

    [GeneratedRegex("\n *")]
    private static partial Regex Indentation();
}
