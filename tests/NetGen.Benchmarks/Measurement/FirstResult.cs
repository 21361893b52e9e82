using NetGen.Benchmarks.Models;
using NetGen.Benchmarks.Report;

namespace NetGen.Benchmarks.Measurement;

/// <summary>Times the way from the start of the process to its first prediction.</summary>
internal static class FirstResult
{
    private const int NanosecondsPerTick = 100;

    /// <summary>Makes a network, predicts one sample twice, and writes a row.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(BenchmarkModel model, DateTime processBegan, DateTime mainBegan)
    {
        Network network = model.Create(1);
        var input = new float[SampleSize.Of(network.InputShape)];
        var tokens = new int[input.Length];
        var output = new float[SampleSize.Of(network.OutputShape)];
        for (int i = 0; i < input.Length; i++)
            input[i] = 0.5f;
        DateTime networkMade = DateTime.UtcNow;
        Predict();
        DateTime first = DateTime.UtcNow;
        TimeSpan processorTime = Environment.CpuUsage.TotalTime;
        DateTime secondBegan = DateTime.UtcNow;
        Predict();
        DateTime second = DateTime.UtcNow;
        new RowOutput(file: null).Write(new FirstResultRow(
            model.Name, mainBegan - processBegan, networkMade - processBegan, first - processBegan, processorTime, second - secondBegan));
        return 0;

        void Predict()
        {
            if (model.Vocabulary > 0)
                network.Predict(tokens, output);
            else
                network.Predict(input, output);
        }
    }

    public static DateTime FromUnixNanoseconds(long nanoseconds) => DateTime.UnixEpoch.AddTicks(nanoseconds / NanosecondsPerTick);

    /// <summary>Now, in nanoseconds of Unix time.</summary>
    public static long UnixNanoseconds() => (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * NanosecondsPerTick;
}
