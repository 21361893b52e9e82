namespace NetGen.Tests;

public class PredictorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Gives_what_the_network_gives_and_allocates_nothing(int threads)
    {
        var network = new LinearClassifier(seed: 3);
        var random = new Random(1);
        float[] input = [.. Enumerable.Range(0, 37 * LinearClassifier.Features).Select(_ => random.NextSingle())];
        var output = new float[37 * LinearClassifier.Classes];
        using Predictor predictor = network.CreatePredictor(batchSize: 16, threads);
        predictor.Predict(input, output);
        Assert.Equal(network.Predict(input), output);
        long before = GC.GetAllocatedBytesForCurrentThread();
        predictor.Predict(input, output);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Throws<ArgumentException>("output", () => predictor.Predict(input, new float[5]));
        Assert.Throws<ArgumentOutOfRangeException>("batchSize", () => network.CreatePredictor(0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Is_of_no_use_when_it_is_disposed(int threads)
    {
        var network = new LinearClassifier();
        Predictor predictor = network.CreatePredictor(batchSize: 16, threads);
        predictor.Dispose();
        predictor.Dispose();
        Assert.Throws<ObjectDisposedException>(
            () => predictor.Predict(new float[LinearClassifier.Features], new float[LinearClassifier.Classes]));
        Assert.Throws<ObjectDisposedException>(() => predictor.Predict(new float[LinearClassifier.Features], network.CreateOutputs(1)));
    }
}
