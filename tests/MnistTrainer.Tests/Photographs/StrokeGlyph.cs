namespace MnistTrainer.Tests.Photographs;

/// <summary>A digit of polylines, drawn with a round pen.</summary>
internal sealed class StrokeGlyph : IGlyph
{
    private static readonly string[] Strokes =
    [
        ".5,.05 .25,.15 .15,.5 .25,.85 .5,.95 .75,.85 .85,.5 .75,.15 .5,.05",
        ".35,.25 .55,.05 .55,.95",
        ".2,.25 .35,.08 .6,.05 .8,.2 .75,.45 .45,.7 .15,.93 .5,.9 .88,.93",
        ".2,.1 .5,.05 .78,.18 .7,.4 .45,.48 .75,.55 .82,.78 .55,.95 .18,.88",
        ".6,.05 .15,.65 .9,.65|.65,.4 .62,.95",
        ".8,.07 .3,.07 .25,.45 .55,.4 .8,.55 .8,.8 .55,.95 .2,.88",
        ".7,.05 .35,.3 .2,.65 .3,.9 .6,.95 .8,.78 .7,.58 .45,.55 .22,.7",
        ".15,.1 .85,.08 .6,.45 .4,.95",
        ".5,.48 .25,.3 .3,.1 .55,.04 .75,.15 .7,.35 .3,.65 .25,.85 .5,.96 .75,.85 .72,.65 .5,.48",
        ".78,.25 .55,.08 .3,.15 .22,.38 .45,.52 .72,.42 .78,.25 .75,.6 .6,.95",
    ];

    private readonly (double X, double Y)[][] lines;
    private readonly double width;

    /// <param name="digit">0 to 9.</param>
    /// <param name="width">Of the pen, as a part of the digit's height.</param>
    /// <param name="random">Moves the points a little.</param>
    public StrokeGlyph(int digit, double width, Random random)
    {
        this.width = width;
        lines = [.. Strokes[digit].Split('|').Select(stroke => stroke.Split(' ').Select(point => Moved(point, random)).ToArray())];
    }

    public bool HasInk(double x, double y)
    {
        foreach ((double X, double Y)[] line in lines)
        {
            for (int i = 1; i < line.Length; i++)
            {
                if (Distance(x, y, line[i - 1], line[i]) < width / 2)
                    return true;
            }
        }

        return false;
    }

    private static (double X, double Y) Moved(string point, Random random)
    {
        double[] numbers = [.. point.Split(',').Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
        return (numbers[0] + ((random.NextDouble() - 0.5) * 0.05), numbers[1] + ((random.NextDouble() - 0.5) * 0.05));
    }

    private static double Distance(double x, double y, (double X, double Y) from, (double X, double Y) to)
    {
        (double across, double down) = (to.X - from.X, to.Y - from.Y);
        double part = Math.Clamp((((x - from.X) * across) + ((y - from.Y) * down)) / ((across * across) + (down * down)), 0, 1);
        return Math.Sqrt(Math.Pow(x - from.X - (part * across), 2) + Math.Pow(y - from.Y - (part * down), 2));
    }
}
