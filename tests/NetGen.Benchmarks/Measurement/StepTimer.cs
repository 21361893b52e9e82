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
