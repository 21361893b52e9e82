using Gallery.Networks;
using NetGen;
using NetGen.Tests.Data;

namespace MnistTrainer.Tests;

/// <summary>A U-Net of nested blocks and one by <c>From</c> are one network in two notations.</summary>
public sealed class GalleryUNetTests : IDisposable
{
    private const int Samples = 2;

    private readonly TemporaryFolder folder = new();
    private readonly UNet nested = new(seed: 1);
    private readonly UNetWithSkips flat = new(seed: 2);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Both_have_the_same_parameters() => Assert.Equal(Tensors(nested), Tensors(flat));

    /// <summary>One loads what the other has saved; then they predict and learn the same.</summary>
    [Fact]
    public void With_the_same_weights_both_compute_the_same()
    {
        float[] images = Numbers(Samples * UNet.InputLength, seed: 3);
        Assert.NotEqual(nested.Predict(images), flat.Predict(images));
        string weights = Path.Combine(folder.Path, "unet.safetensors");
        nested.Save(weights);
        flat.Load(weights);
        Assert.Equal(nested.Predict(images), flat.Predict(images));

        float[] masks = [.. Numbers(Samples * UNet.OutputLength, seed: 4).Select(number => number > 0 ? 1f : 0)];
        using Trainer ofNested = nested.CreateTrainer(new Adam(1e-3), Samples), ofFlat = flat.CreateTrainer(new Adam(1e-3), Samples);
        Assert.Equal(ofNested.Step(images, masks), ofFlat.Step(images, masks));
        Assert.Equal(nested.Predict(images), flat.Predict(images));
    }

    private static IEnumerable<string> Tensors(Network network) => network.Parameters.Concat(network.Statistics)
        .Select(tensor => $"{tensor.Name} [{string.Join(", ", tensor.Shape.ToArray())}]");

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }
}
