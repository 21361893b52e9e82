using System.Globalization;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Lecture.Pictures;

/// <summary>A chart of lines, points, shades and contours. <see cref="ChartFile"/> writes some of them side by side.</summary>
internal sealed class Chart
{
    private readonly PlotModel model;
    private readonly Axis across, up;

    /// <param name="title">What the chart shows.</param>
    /// <param name="across">What the axis at the bottom counts.</param>
    /// <param name="up">What the axis at the left counts.</param>
    /// <param name="isLogarithmic">Whether the axis at the left is logarithmic.</param>
    public Chart(string title, string across, string up, bool isLogarithmic = false)
    {
        model = new PlotModel
        {
            Title = title,
            TitleFontSize = 14,
            TitleFontWeight = FontWeights.Bold,
            Culture = CultureInfo.InvariantCulture,
            DefaultFont = "sans-serif",
            DefaultFontSize = 12,
            PlotAreaBorderColor = OxyColors.Gray,
            Padding = new OxyThickness(14, 8, 14, 6),
        };
        this.across = Titled(new LinearAxis { Position = AxisPosition.Bottom }, across);
        Axis left = isLogarithmic ? new LogarithmicAxis() : new LinearAxis();
        left.Position = AxisPosition.Left;
        this.up = Titled(left, up);
    }

    /// <summary>Colours that people of any colour vision tell apart, by Okabe and Ito; the first for what a network gives.</summary>
    public static IReadOnlyList<OxyColor> Colors { get; } =
    [
        OxyColor.FromRgb(0x00, 0x72, 0xB2), OxyColor.FromRgb(0xD5, 0x5E, 0x00), OxyColor.FromRgb(0x00, 0x9E, 0x73),
        OxyColor.FromRgb(0xCC, 0x79, 0xA7), OxyColor.FromRgb(0xE6, 0x9F, 0x00), OxyColor.FromRgb(0x56, 0xB4, 0xE9),
    ];

    /// <summary>Shows what lies between these; without, all that is drawn.</summary>
    public Chart Limits(double left, double right, double bottom, double top)
    {
        (across.Minimum, across.Maximum, up.Minimum, up.Maximum) = (left, right, bottom, top);
        return this;
    }

    /// <summary>Adds a line through points; without a name it is not in the legend.</summary>
    public Chart Line(string? name, IEnumerable<(double X, double Y)> points, OxyColor color, double thickness = 2)
    {
        var line = new LineSeries { Title = Widened(name), RenderInLegend = name is not null, Color = color, StrokeThickness = thickness };
        line.Points.AddRange(points.Select(point => new DataPoint(point.X, point.Y)));
        model.Series.Add(line);
        ShowLegend(name);
        return this;
    }

    /// <summary>Adds dots; without a name they are not in the legend.</summary>
    public Chart Dots(
        string? name, IEnumerable<(double X, double Y)> points, OxyColor color, double size = 2, OxyColor? outline = null)
    {
        // A line without a line: a scatter series would take its colours from the axis of shades.
        var dots = new LineSeries
        {
            Title = Widened(name),
            RenderInLegend = name is not null,
            LineStyle = LineStyle.None,
            MarkerType = MarkerType.Circle,
            MarkerFill = color,
            MarkerStroke = outline ?? OxyColors.Undefined,
            MarkerStrokeThickness = outline is null ? 0 : 0.7,
            MarkerSize = size,
        };
        dots.Points.AddRange(points.Select(point => new DataPoint(point.X, point.Y)));
        model.Series.Add(dots);
        ShowLegend(name);
        return this;
    }

    /// <summary>Fills the plane by colours of values.</summary>
    /// <param name="grid">The points of the plane.</param>
    /// <param name="values">Their values, [columns, rows].</param>
    /// <param name="low">The value of the first colour.</param>
    /// <param name="high">The value of the last colour.</param>
    /// <param name="colors">The colours between.</param>
    public Chart Shades(PlaneGrid grid, double[,] values, double low, double high, IReadOnlyList<OxyColor> colors)
    {
        const string Key = "shades";
        model.Axes.Add(new LinearColorAxis
        {
            Key = Key,
            Position = AxisPosition.None,
            Minimum = low,
            Maximum = high,
            Palette = new OxyPalette(colors),
        });
        model.Series.Add(new HeatMapSeries
        {
            X0 = grid.Left,
            X1 = grid.Right,
            Y0 = grid.Bottom,
            Y1 = grid.Top,
            Data = values,
            Interpolate = true,
            ColorAxisKey = Key,
            RenderInLegend = false,
        });
        return this;
    }

    /// <summary>Adds the lines on which values are equal.</summary>
    /// <param name="grid">The points of the plane.</param>
    /// <param name="values">Their values, [columns, rows].</param>
    /// <param name="levels">The values of the lines.</param>
    /// <param name="color">The colour of the lines.</param>
    /// <param name="thickness">Their thickness.</param>
    public Chart Contours(PlaneGrid grid, double[,] values, double[] levels, OxyColor color, double thickness = 1)
    {
        model.Series.Add(new ContourSeries
        {
            ColumnCoordinates = [.. Enumerable.Range(0, grid.Columns).Select(grid.X)],
            RowCoordinates = [.. Enumerable.Range(0, grid.Rows).Select(grid.Y)],
            Data = values,
            ContourLevels = levels,
            Color = color,
            StrokeThickness = thickness,
            LabelStep = int.MaxValue,
            RenderInLegend = false,
        });
        return this;
    }

    /// <summary>Writes a word into the plane, such as where a path begins.</summary>
    public Chart Label(string text, double x, double y)
    {
        model.Annotations.Add(new TextAnnotation
        {
            Text = text,
            TextPosition = new DataPoint(x, y),
            StrokeThickness = 0,
            Background = OxyColor.FromAColor(190, OxyColors.White),
        });
        return this;
    }

    /// <summary>The chart as an <c>svg</c> element.</summary>
    public string Svg(int width, int height) =>
        new SvgExporter { Width = width, Height = height, IsDocument = false, UseVerticalTextAlignmentWorkaround = true }
            .ExportToString(model);

    /// <summary>OxyPlot takes text for narrower than browsers draw it, and cuts names off.</summary>
    private static string? Widened(string? name) => name is null ? null : name + new string('\u00A0', 2 + (name.Length / 4));

    private Axis Titled(Axis axis, string title)
    {
        axis.Title = title;
        axis.MajorGridlineStyle = LineStyle.Solid;
        axis.MajorGridlineColor = OxyColor.FromRgb(0xE4, 0xE4, 0xE4);
        axis.TickStyle = TickStyle.None;
        axis.AxisTitleDistance = 10;
        model.Axes.Add(axis);
        return axis;
    }

    private void ShowLegend(string? name)
    {
        if (name is null || model.Legends.Count > 0)
            return;
        model.Legends.Add(new Legend
        {
            LegendPosition = LegendPosition.BottomCenter,
            LegendPlacement = LegendPlacement.Outside,
            LegendOrientation = LegendOrientation.Horizontal,
        });
    }
}
