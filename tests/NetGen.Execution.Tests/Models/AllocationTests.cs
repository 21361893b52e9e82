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
