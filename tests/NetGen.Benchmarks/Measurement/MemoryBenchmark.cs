using System.Diagnostics;
using NetGen.Benchmarks.Report;

namespace NetGen.Benchmarks.Measurement;

/// <summary>Measures how much memory a process that trains takes at most.</summary>
internal static class MemoryBenchmark
{
    private const int Batches = 16;
    private const int Seed = 1;
    private const double Mebibyte = 1 << 20;

    /// <summary>Trains for some steps.</summary>
    public static MemoryRow Measure(MeasurementOptions options, int batchSize, string optimizer, int steps)
    {
        Network network = options.Model.Create(Seed);
        SampleBatches batches = SampleBatches.Create(options.Model, network, Batches, batchSize, options.Mnist);
        using Trainer trainer = network.CreateTrainer(BenchmarkOptimizers.Create(optimizer), batchSize, options.Threads, Seed);
        using Process process = Process.GetCurrentProcess();
        double before = process.WorkingSet64 / Mebibyte;
        for (int step = 0; step < steps; step++)
            batches.Train(trainer, step % Batches);
        process.Refresh();
        return new MemoryRow(options.Model.Name, batchSize, options.Threads, optimizer, before, process.PeakWorkingSet64 / Mebibyte);
    }
}
