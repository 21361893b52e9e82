using System.Numerics.Tensors;
using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Models;

/// <summary>What predictions make of the parameters once is made again whenever these change, whoever changes them.</summary>
public class PreparedWeightTests
{
    private const int Samples = 4;
    private const string Model = "ResNet8";

    public static TheoryData<int> Widths => VectorWidths.Data;

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_training_step_is_seen(int width)
    {
        Network network = ModelSources.Create(Model, width, seed: 1);
        float[] images = ModelSources.Numbers(Samples * network.InputSize, 1);
        float[] before = network.Predict(images);
        using Trainer trainer = network.CreateTrainer(new SGD(0.1), Samples, threads: 1);
        trainer.Step(images, ModelSources.Digits(Samples, 1));
        float[] after = network.Predict(images);
        Assert.NotEqual(before, after);
        Assert.Equal(OfAFreshNetwork(network, width, images), after);

        // A forward pass alone moves the running statistics.
        trainer.Forward(images, new float[Samples * network.OutputSize]);
        float[] moved = network.Predict(images);
        Assert.NotEqual(after, moved);
        Assert.Equal(OfAFreshNetwork(network, width, images), moved);
    }

    [Theory]
    [InlineData("conv2d1.weight")]
    [InlineData("basicblock1.conv2d1.weight")]
    [InlineData("basicblock1.batchnorm1.weight")]
    [InlineData("basicblock1.batchnorm1.running_var")]
    public void A_view_that_is_kept_writes_what_the_next_prediction_reads(string name)
    {
        Network network = ModelSources.Create(Model, 16, seed: 1);
        float[] images = ModelSources.Numbers(Samples * network.InputSize, 1);
        TensorSpan<float> values = network.Parameters.Concat(network.Statistics).First(parameter => parameter.Name == name).Values;
        float[] before = network.Predict(images);
        for (int write = 0; write < 2; write++)
        {
            values.Fill(0.5f + write);
            float[] after = network.Predict(images);
            Assert.NotEqual(before, after);
            Assert.Equal(OfAFreshNetwork(network, 16, images), after);
            before = after;
        }
    }

    [Fact]
    public void Weights_that_stay_the_same_are_made_ready_once()
    {
        Network network = ModelSources.Create(Model, 16);
        float[] images = ModelSources.Numbers(Samples * network.InputSize, 1);
        using Predictor predictor = network.CreatePredictor(Samples, threads: 1);
        Profile profile = predictor.Profile = new Profile();
        var output = new float[Samples * network.OutputSize];
        predictor.Predict(images, output);
        Assert.Contains(profile.Groups, IsPrepared);
        profile.Clear();
        predictor.Predict(images, output);
        Assert.DoesNotContain(profile.Groups, IsPrepared);

        // Even where somebody could have changed them.
        _ = network.Parameters[0].Values;
        predictor.Predict(images, output);
        Assert.DoesNotContain(profile.Groups, IsPrepared);

        static bool IsPrepared(GroupProfile group) => group.Name.Contains("WinogradWeight", StringComparison.Ordinal);
    }

    /// <summary>What a network predicts that has just got these parameters.</summary>
    private static float[] OfAFreshNetwork(Network network, int width, float[] images)
    {
        string file = Path.GetTempFileName();
        try
        {
            network.Save(file);
            Network fresh = ModelSources.Create(Model, width, seed: 2);
            fresh.Load(file);
            return fresh.Predict(images);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
