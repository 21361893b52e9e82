using NetGen.Benchmarks.Report;

namespace NetGen.Benchmarks.Measurement;

/// <summary>Measures training steps: forward, loss, backward, update.</summary>
internal static class TrainingBenchmark
{
    private const int Batches = 16;
    private const int Seed = 1;

    /// <summary>One row for a batch size.</summary>
    public static ResultRow Measure(MeasurementOptions options, int batchSize, string optimizer)
    {
        Network network = options.Model.Create(Seed);
        SampleBatches batches = SampleBatches.Create(options.Model, network, Batches, batchSize, options.Mnist);
        using Trainer trainer = network.CreateTrainer(BenchmarkOptimizers.Create(optimizer), batchSize, options.Threads, Seed);
        int next = 0;
        double[] seconds = StepTimer.Measure(Step, options.Timing);
        return new ResultRow
        {
            Bench = "train",
            Model = options.Model.Name,
            Batch = batchSize,
            Threads = options.Threads,
            Optimizer = optimizer,
            Input = batches.Origin,
            FlopsPerImage = options.Model.TrainingFlops,
            Seconds = seconds,
            AllocatedBytes = Allocations.PerStep(Step),
        };

        void Step()
        {
            batches.Train(trainer, next);
            next = (next + 1) % Batches;
        }
    }
}
