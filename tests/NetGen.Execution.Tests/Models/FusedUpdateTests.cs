using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Models;

/// <summary>A large matrix changes inside the backward pass of a step, with the same result as all parameters after it.</summary>
public class FusedUpdateTests
{
    private const int Samples = 8;

    public static TheoryData<string, int, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int, int>();
            foreach (int width in VectorWidths.All)
            {
                cases.Add("Mlp", width, 1);
                cases.Add("LeNet", width, 3);
                cases.Add("WideMlp", width, 3);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_step_is_forward_backward_and_update(string model, int width, int threads)
    {
        foreach (Func<Optimizer> optimizer in new Func<Optimizer>[]
        {
            () => new SGD(0.05, momentum: 0.9), () => new Adam(0.01), () => new Lion(1e-3),
            () => new ScheduleFreeAdamW(0.01),
        })
            Assert.Equal(Train(model, width, threads, optimizer(), byHand: true), Train(model, width, threads, optimizer(), byHand: false));
    }

    /// <summary>
    /// Groups are ranges of the same blocks, whose limits a fused update respects; a limit above all norms changes no bit.
    /// </summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Groups_and_clipping_give_the_same_bits_with_and_without_fused_updates(string model, int width, int threads)
    {
        float[] expected = Train(model, width, threads, Create(), byHand: true);
        Assert.Equal(expected, Train(model, width, threads, Create(), byHand: false));
        Assert.Equal(expected, Train(model, width, threads, Create(), byHand: false, clipNorm: 1e9));
        Assert.NotEqual(expected, Train(model, width, threads, Create(), byHand: false, clipNorm: 1e-3));

        static Optimizer Create() => new AdamW(0.01, weightDecay: 0.1)
        {
            Groups = [ParameterGroup.Vectors with { WeightDecay = 0 }, new("**.weight") { LearningRateFactor = 0.5 }],
        };
    }

    /// <summary>
    /// A callback that reads gradients has those of all parameters, the same as where a limit of the norm switches fused updates off; and
    /// reading changes no bit of the weights.
    /// </summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void A_callback_that_needs_gradients_has_all_of_them(string model, int width, int threads)
    {
        GradientReader reading = Fit(new GradientReader(needsGradients: true)), unfused = Fit(new GradientReader(false), clipNorm: 1e9);
        GradientReader fused = Fit(new GradientReader(needsGradients: false));
        Assert.Equal(3, reading.Gradients.Count);
        Assert.Equal(unfused.Gradients, reading.Gradients);
        Assert.Equal(unfused.Weights, reading.Weights);
        Assert.Equal(fused.Weights, reading.Weights);
        Assert.All(reading.Gradients, gradients => Assert.NotEqual(new float[gradients.Length], gradients));

        GradientReader Fit(GradientReader reader, double? clipNorm = null)
        {
            Network network = ModelSources.Create(model, width);
            var data = new ArrayDataSet(
                ModelSources.Numbers(3 * Samples * network.InputSize, 1), ModelSources.Digits(3 * Samples, 1), 10,
                network.InputShape.ToArray());
            network.Fit(
                data, new AdamW(0.01), epochs: 1, Samples, threads, seed: 5, new FitOptions { Callbacks = [reader], ClipNorm = clipNorm },
                TestContext.Current.CancellationToken);
            return reader;
        }
    }

    [Fact]
    public void A_large_matrix_that_nothing_reads_after_its_gradient_changes_at_once()
    {
        ParameterRange[] ranges = ModelSources.Create("LeNet", VectorWidth.Preferred).Description.Training.FusedUpdates!;
        Assert.Equal(400 * 128, Assert.Single(ranges).Length);
        Assert.Null(ModelSources.Create("LeNet", VectorWidth.Preferred).Description.Predict.FusedUpdates);
    }

    /// <summary>
    /// The parameters after three steps. By hand the same gradient of the loss goes through a backward pass that changes nothing.
    /// </summary>
    private static float[] Train(string model, int width, int threads, Optimizer optimizer, bool byHand, double? clipNorm = null)
    {
        Network network = ModelSources.Create(model, width);
        using Trainer trainer = network.CreateTrainer(optimizer, Samples, threads, seed: 5);
        trainer.ClipNorm = clipNorm;
        float[] output = new float[Samples * network.OutputSize];
        for (int step = 0; step < 3; step++)
        {
            float[] images = ModelSources.Numbers(Samples * network.InputSize, step);
            int[] labels = ModelSources.Digits(Samples, step);
            if (!byHand)
            {
                trainer.Step(images, labels);
                continue;
            }

            trainer.Forward(images, output);
            trainer.Backward(LossGradient(network, output, labels));
            trainer.Update();
        }

        return network.Memory.Parameters.ToArray();
    }

    private static float[] LossGradient(Network network, float[] output, int[] labels)
    {
        using var workers = new Workers(1);
        var loss = new LossRunner(network, Samples, workers);
        loss.Run(output, labels, Samples);
        return loss.OutputGradient.ToArray();
    }

    private sealed class GradientReader(bool needsGradients) : FitCallback
    {
        public override bool NeedsGradients => needsGradients;

        /// <summary>Those of each step.</summary>
        public List<float[]> Gradients { get; } = [];

        /// <summary>The weights behind the last step.</summary>
        public float[] Weights { get; private set; } = [];

        public override void OnStepEnd(FitContext fit, in FitProgress progress) =>
            Gradients.Add(fit.Network.Memory.Gradients.ToArray());

        public override void OnFitEnd(FitContext fit, FitHistory history) => Weights = fit.Network.Memory.Parameters.ToArray();
    }
}
