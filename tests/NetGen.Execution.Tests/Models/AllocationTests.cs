using NetGen.Runtime;

namespace NetGen.Execution.Tests.Models;

/// <summary>Once warm, training and prediction ask the garbage collector for nothing.</summary>
public class AllocationTests
{
    private const int Samples = 8;

    [Theory]
    [InlineData("Mlp", 1)]
    [InlineData("Mlp", 2)]
    [InlineData("LeNet", 1)]
    [InlineData("LeNet", 2)]
    [InlineData("WinogradCnn", 1)]
    [InlineData("WinogradCnn", 2)]
    [InlineData("AllForms", 1)]
    [InlineData("AllForms", 2)]
    public void A_training_step_allocates_nothing(string model, int threads)
    {
        Network network = ModelSources.Create(model, VectorWidth.Preferred);
        float[] images = ModelSources.Numbers(Samples * network.InputSize, 1);
        int[] labels = ModelSources.Digits(Samples, 2);
        using Trainer trainer = network.CreateTrainer(new SGD(0.01, momentum: 0.9), Samples, threads);
        Assert.Equal(0, Allocated(() => trainer.Step(images, labels)));
    }

    /// <summary>With clipping and an average; and in a fit, whose epochs allocate the same for any number of accumulated batches.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_step_with_clipping_and_an_average_allocates_nothing(int threads)
    {
        Network network = ModelSources.Create("LeNet", VectorWidth.Preferred);
        float[] images = ModelSources.Numbers(Samples * network.InputSize, 1);
        int[] labels = ModelSources.Digits(Samples, 2);
        using Trainer trainer = network.CreateTrainer(new ScheduleFreeAdamW(0.01), Samples, threads);
        (trainer.ClipNorm, trainer.ClipValue) = (0.01, 0.01);
        Assert.Equal(0, Allocated(() =>
        {
            trainer.Step(images, labels);
            trainer.UseAveragedWeights();
        }));

        Network averaged = ModelSources.Create("LeNet", VectorWidth.Preferred);
        using Trainer averaging = averaged.CreateTrainer(new Lion { Groups = [new("**.bias")] }, Samples, threads);
        averaging.Average = new WeightAverage();
        Assert.Equal(0, Allocated(() => averaging.Step(images, labels)));

        using Trainer whole = ModelSources.Create("LeNet", VectorWidth.Preferred).CreateTrainer(new Muon(), Samples, threads);
        Assert.Equal(0, Allocated(() => whole.Step(images, labels)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_accumulated_step_allocates_nothing(int threads)
    {
        Network network = ModelSources.Create("Mlp", VectorWidth.Preferred);
        var data = new ArrayDataSet(ModelSources.Numbers(64 * Samples * network.InputSize, 1), ModelSources.Digits(64 * Samples, 2), 10,
            [network.InputSize]);
        using Trainer trainer = network.CreateTrainer(new SGD(0.01), Samples, threads);
        long first = 0;
        Assert.Equal(0, Enumerable.Range(0, 3).Min(_ =>
        {
            long inSteps = 0;
            trainer.Fit(data, 1, new FitOptions
            {
                Accumulate = 4, Progress = progress =>
                {
                    // After eight steps, so that all that is made once is there.
                    if (progress.SamplesDone == 32 * Samples)
                        first = GC.GetAllocatedBytesForCurrentThread();
                    else if (progress.SamplesDone == 64 * Samples)
                        inSteps = GC.GetAllocatedBytesForCurrentThread() - first;
                },
            });
            return inSteps;
        }));
    }

    [Theory]
    [InlineData("Mlp", 1)]
    [InlineData("Mlp", Samples)]
    [InlineData("LeNet", 1)]
    [InlineData("LeNet", Samples)]
    [InlineData("WinogradCnn", 1)]
    [InlineData("WinogradCnn", Samples)]
    [InlineData("AllForms", 1)]
    [InlineData("AllForms", Samples)]
    public void A_prediction_allocates_nothing(string model, int samples)
    {
        Network network = ModelSources.Create(model, VectorWidth.Preferred);
        float[] images = ModelSources.Numbers(samples * network.InputSize, 1);
        var output = new float[samples * network.OutputSize];
        Assert.Equal(0, Allocated(() => network.Predict(images, output)));
    }

    /// <summary>
    /// Bytes of five runs, the least of three times: what happens once, as when a thread first has to wait for another in a
    /// process full of tests, is no part of the steady state.
    /// </summary>
    private static long Allocated(Action action)
    {
        for (int i = 0; i < 5; i++)
            action();
        return Enumerable.Range(0, 3).Min(_ =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 5; i++)
                action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }
}
