using NetGen.Runtime;

namespace NetGen.Execution.Tests.Models;

/// <summary>A generated network tells a profile which of its methods is which, and how much each computes.</summary>
public class ProfileTests
{
    private const int Samples = 4;

    [Theory]
    [InlineData("Mlp", 784 * 128, 0, 0)]
    [InlineData("LeNet", 28 * 28 * 5 * 5 * 6, 28 * 28 * 5 * 5 * 6, 10 * 10 * 5 * 5 * 6 * 16)]
    [InlineData("MnistCnn", 26 * 26 * 3 * 3 * 32, 0, 24 * 24 * 3 * 3 * 32 * 64)]
    [InlineData("ResNet8", 32 * 32 * 3 * 3 * 3 * 16, 0, 0)]
    public void A_steps_groups_have_names_and_the_networks_multiply_adds(
        string model, long firstLayer, long firstLayerPooled, long laterPooled)
    {
        Network network = ModelSources.Create(model, VectorWidth.Preferred);
        using Trainer trainer = network.CreateTrainer(new SGD(0.01), Samples, threads: 1);
        Profile profile = trainer.Profile = new Profile();
        trainer.Step(ModelSources.Numbers(Samples * network.InputSize, 1), ModelSources.Digits(Samples, 2));

        Assert.DoesNotContain(profile.Groups, group => group.Name == "unnamed");
        long total = TotalMultiplyAdds(network);
        Assert.Equal(Samples * total, MultiplyAdds(profile, Pass.Forward));

        // As many again for the weights and for the inputs but the first layer's; behind a 2×2 max-pool, of one position in four.
        // Gradients by inputs also multiply zeros that pad their operand.
        long least = (2 * total) - firstLayer - (3 * firstLayerPooled / 4) - (3 * 2 * laterPooled / 4);
        Assert.InRange(MultiplyAdds(profile, Pass.Backward), Samples * least, Samples * 3 * total);
        Assert.Contains(profile.Groups, group => group.Pass == Pass.Loss);
        Assert.Equal("SGD", profile.Groups[^1].Name);
    }

    [Theory]
    [InlineData("Mlp")]
    [InlineData("ResNet8")]
    public void A_predictions_groups_are_of_the_prediction_program(string model)
    {
        Network network = ModelSources.Create(model, VectorWidth.Preferred);
        using Predictor predictor = network.CreatePredictor(Samples, threads: 1);
        Profile profile = predictor.Profile = new Profile();
        predictor.Predict(ModelSources.Numbers(Samples * network.InputSize, 1), new float[Samples * network.OutputSize]);

        Assert.All(profile.Groups, group => Assert.Equal(Pass.Predict, group.Pass));
        Assert.Equal(Samples * TotalMultiplyAdds(network), MultiplyAdds(profile, Pass.Predict));
    }

    /// <summary>The constant of the generated class.</summary>
    private static long TotalMultiplyAdds(Network network) => (long)network.GetType().GetField("TotalMultiplyAdds")!.GetRawConstantValue()!;

    private static long MultiplyAdds(Profile profile, Pass pass) =>
        profile.Groups.Where(group => group.Pass == pass).Sum(group => group.MultiplyAdds);
}
