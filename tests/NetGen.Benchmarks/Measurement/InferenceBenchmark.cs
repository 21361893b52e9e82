using NetGen.Benchmarks.Report;

namespace NetGen.Benchmarks.Measurement;

/// <summary>Measures predictions into memory that is there already.</summary>
internal static class InferenceBenchmark
{
    private const int SingleSamples = 64;
    private const int Batches = 8;
    private const int Seed = 1;

    /// <summary>One row for a batch size. A single sample, and a batch on one thread, run on the calling thread without workers.</summary>
    public static ResultRow Measure(MeasurementOptions options, int batchSize)
    {
        Network network = options.Model.Create(Seed);
        SampleBatches batches = SampleBatches.Create(
            options.Model, network, batchSize == 1 ? SingleSamples : Batches, batchSize, options.Mnist);
        var output = new float[batchSize * SampleSize.Of(network.OutputShape)];
        using Predictor? predictor = options.Threads > 1 ? network.CreatePredictor(batchSize, options.Threads) : null;
        int next = 0;
        double[] seconds = StepTimer.Measure(Call, options.Timing);
        return new ResultRow
        {
            Bench = "infer",
            Model = options.Model.Name,
            Batch = batchSize,
            Threads = options.Threads,
            Input = batches.Origin,
            FlopsPerImage = options.Model.PredictionFlops,
            Seconds = seconds,
            AllocatedBytes = Allocations.PerStep(Call),
        };

        void Call()
        {
            if (predictor is null)
                batches.Predict(network, next, output);
            else
                batches.Predict(predictor, next, output);
            next = (next + 1) % batches.Count;
        }
    }
}
