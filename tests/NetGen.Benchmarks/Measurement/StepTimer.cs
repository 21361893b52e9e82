using System.Diagnostics;

namespace NetGen.Benchmarks.Measurement;

/// <summary>Times a step or call: warm-up, calibration, then repetitions of a fixed number of steps.</summary>
internal static class StepTimer
{
    private const int MinimalWarmSteps = 3;
    private const double LongEnough = 0.5;
    private const int FastestGrowth = 8;

    /// <summary>Seconds of one step, once for each repetition.</summary>
    public static double[] Measure(Action step, TimingOptions options)
    {
        WarmUp(step, options.WarmSeconds);
        int steps = Calibrate(step, options.RepetitionSeconds);
        var samples = new double[options.Repetitions];
        for (int i = 0; i < samples.Length; i++)
            samples[i] = Seconds(step, steps) / steps;
        return samples;
    }

    /// <summary>Seconds of two steps that run in turn, each by itself, once for each repetition.</summary>
    public static (double[] First, double[] Second) MeasureInTurn(Action first, Action second, TimingOptions options)
    {
        long inFirst = 0, inSecond = 0;
        var (ofFirst, ofSecond) = (new List<double>(), new List<double>());
        MeasureEach(Both, options, begin: () => (inFirst, inSecond) = (0, 0), end: steps =>
        {
            ofFirst.Add((double)inFirst / Stopwatch.Frequency / steps);
            ofSecond.Add((double)inSecond / Stopwatch.Frequency / steps);
        });
        return ([.. ofFirst], [.. ofSecond]);

        void Both()
        {
            long started = Stopwatch.GetTimestamp();
            first();
            long between = Stopwatch.GetTimestamp();
            second();
            inFirst += between - started;
            inSecond += Stopwatch.GetTimestamp() - between;
        }
    }

    /// <summary>
    /// Repetitions of a step that is timed elsewhere: what happens before each, and after it with the number of its steps.
    /// </summary>
    public static void MeasureEach(Action step, TimingOptions options, Action begin, Action<int> end)
    {
        WarmUp(step, options.WarmSeconds);
        int steps = Calibrate(step, options.RepetitionSeconds);
        for (int i = 0; i < options.Repetitions; i++)
        {
            begin();
            for (int j = 0; j < steps; j++)
                step();
            end(steps);
        }
    }

    /// <summary>The middle of the values, or the mean of the two in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static void WarmUp(Action step, double seconds)
    {
        long started = Stopwatch.GetTimestamp();
        int steps = 0;
        do
        {
            step();
            steps++;
        }
        while (Stopwatch.GetElapsedTime(started).TotalSeconds < seconds || steps < MinimalWarmSteps);
    }

    // As many steps as fill a repetition, from more and more of them until they take half of one.
    private static int Calibrate(Action step, double repetition)
    {
        for (int steps = 1; ;)
        {
            double seconds = Seconds(step, steps);
            if (seconds >= repetition * LongEnough)
                return Math.Max(1, (int)Math.Round(steps * repetition / seconds));
            double wanted = seconds <= 0 ? double.PositiveInfinity : steps * repetition / seconds;
            steps = Math.Max(steps + 1, (int)Math.Min((double)steps * FastestGrowth, wanted));
        }
    }

    private static double Seconds(Action step, int steps)
    {
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < steps; i++)
            step();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
