using NetGen.Execution.Tests.Compilation;
using NetGen.Execution.Tests.Models;

namespace NetGen.Execution.Tests.Convolutions;

/// <summary>
/// Convolutions of few channels compute as many samples together as a vector has lanes, and one by one those that are left: a
/// sample's numbers are the same to the bit, whichever of them it belongs to.
/// </summary>
public class BatchLaneTests
{
    private const int Samples = 37;

    public static TheoryData<int> Widths => [.. VectorWidths.All];

    [Theory, MemberData(nameof(Widths))]
    public void A_sample_among_others_is_as_by_itself(int width)
    {
        Network network = ModelSources.Create("LeNet", width, seed: 5);
        float[] images = ModelSources.Numbers(Samples * network.InputSize, 2);
        float[] together = new float[Samples * network.OutputSize];
        float[] alone = new float[Samples * network.OutputSize];
        using Trainer trainer = network.CreateTrainer(new SGD(0.1), Samples, threads: 1);
        trainer.Forward(images, together);
        for (int sample = 0; sample < Samples; sample++)
            trainer.Forward(
                images.AsSpan(sample * network.InputSize, network.InputSize),
                alone.AsSpan(sample * network.OutputSize, network.OutputSize));
        Assert.Equal(alone, together);
        Assert.Equal(together, network.Predict(images));
    }
}
