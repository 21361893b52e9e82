using NetGen.Mutations.Networks;

namespace NetGen.Mutations.Training;

/// <summary>A training that is killed and begun again: with dropout, batch normalisation, a schedule and the best epoch kept.</summary>
internal static class LongTraining
{
    /// <summary>The first argument of a process that trains.</summary>
    public const string Argument = "--train";

    /// <summary>The steps of an epoch.</summary>
    public const int StepsPerEpoch = (Samples + BatchSize - 1) / BatchSize;

    private const int Samples = 310, BatchSize = 20;

    /// <summary>Trains to the end, from the last checkpoint where there is one.</summary>
    /// <param name="folder">The folder of the checkpoints.</param>
    /// <param name="result">The file of the weights.</param>
    /// <param name="epochs">The number of epochs, each of <see cref="StepsPerEpoch"/> steps.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="output">Gets a line for each step.</param>
    public static void Run(string folder, string result, int epochs, int threads, TextWriter output)
    {
        var network = new LongNet(seed: 1);
        network.Fit(Data(Samples, seed: 1), new NAdam(0.01), epochs, BatchSize, threads, seed: 2, new FitOptions
        {
            Checkpoint = new Checkpoint(folder) { EverySteps = 1 },
            Resume = true,
            StepSchedule = new OneCycleSchedule(0.01),
            Validation = Data(50, seed: 3),
            KeepBest = true,
            Progress = progress => Say($"epoch {progress.Epoch}, {progress.SamplesDone} samples"),
        });
        network.Save(result);

        void Say(string step)
        {
            output.WriteLine(step);
            output.Flush();
        }
    }

    private static ArrayDataSet Data(int samples, int seed)
    {
        var random = new Random(seed);
        float[] values = [.. Enumerable.Range(0, samples * 16).Select(_ => (random.NextSingle() * 2) - 1)];
        int[] labels = [.. Enumerable.Range(0, samples).Select(i => (values[16 * i] > 0 ? 1 : 0) + (values[(16 * i) + 1] > 0 ? 2 : 0))];
        return new ArrayDataSet(values, labels, classes: 4, shape: [16]);
    }
}
