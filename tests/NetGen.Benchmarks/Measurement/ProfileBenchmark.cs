using System.Diagnostics;

namespace NetGen.Benchmarks.Measurement;

/// <summary>Measures where the time of steps and predictions goes, for as long as all repetitions of a timing take together.</summary>
internal static class ProfileBenchmark
{
    private const int Batches = 16;
    private const int Seed = 1;

    /// <summary>Of training steps.</summary>
    public static ProfileReport OfTraining(MeasurementOptions options, int batchSize, string optimizer)
    {
        Network network = options.Model.Create(Seed);
        SampleBatches batches = SampleBatches.Create(options.Model, network, Batches, batchSize, options.Mnist);
        using Trainer trainer = network.CreateTrainer(BenchmarkOptimizers.Create(optimizer), batchSize, options.Threads, Seed);
        Profile profile = trainer.Profile = new Profile();
        Run(profile, options.Timing, step => batches.Train(trainer, step % Batches));
        return new ProfileReport(options, batchSize, optimizer, profile, MachinePeak.MultiplyAddsPerSecond(options.Threads));
    }

    /// <summary>Of predictions.</summary>
    public static ProfileReport OfInference(MeasurementOptions options, int batchSize)
    {
        Network network = options.Model.Create(Seed);
        SampleBatches batches = SampleBatches.Create(options.Model, network, Batches, batchSize, options.Mnist);
        using Predictor predictor = network.CreatePredictor(batchSize, options.Threads);
        var output = new float[batchSize * SampleSize.Of(network.OutputShape)];
        Profile profile = predictor.Profile = new Profile();
        Run(profile, options.Timing, step => batches.Predict(predictor, step % Batches, output));
        return new ProfileReport(options, batchSize, null, profile, MachinePeak.MultiplyAddsPerSecond(options.Threads));
    }

    private static void Run(Profile profile, TimingOptions timing, Action<int> step)
    {
        RunFor(timing.WarmSeconds, step);
        profile.Clear();
        RunFor(timing.Repetitions * timing.RepetitionSeconds, step);
    }

    private static void RunFor(double seconds, Action<int> step)
    {
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i == 0 || Stopwatch.GetElapsedTime(started).TotalSeconds < seconds; i++)
            step(i);
    }
}
