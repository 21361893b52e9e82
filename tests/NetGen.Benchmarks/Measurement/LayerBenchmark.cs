using NetGen.Benchmarks.Models.Layers;
using NetGen.Benchmarks.Report;
using NetGen.Runtime;

namespace NetGen.Benchmarks.Measurement;

/// <summary>
/// Measures one layer alone, as it trains: forward, and backward with the gradients of its parameters and of its input.
/// Of a loss: the loss and its gradient, which one method computes.
/// </summary>
internal static class LayerBenchmark
{
    private const int BatchSize = 64;
    private const int Seed = 1;

    /// <summary>So small that no weight changes: a loss is always asked about the same outputs.</summary>
    private const double LearningRate = 1e-30;

    /// <summary>One row.</summary>
    public static LayerRow Measure(LayerModel model, int threads, TimingOptions timing)
    {
        Network network = model.Create(Seed);
        using Trainer trainer = network.CreateTrainer(new SGD(LearningRate), BatchSize, threads, Seed);
        return model.Targets is LossTargets targets
            ? OfLoss(model, targets, trainer, timing)
            : OfLayer(model, trainer, timing);
    }

    private static LayerRow OfLayer(LayerModel model, Trainer trainer, TimingOptions timing)
    {
        Network network = trainer.Network;
        var random = new Random(Seed);
        int inputs = BatchSize * SampleSize.Of(network.InputShape), outputs = BatchSize * SampleSize.Of(network.OutputShape);
        float[] outputGradient = NormalNumbers.Create(random, outputs);
        var output = new float[outputs];
        (Action forward, float[] inputGradient) = Inputs();
        void Backward() => trainer.Backward(outputGradient, inputGradient);
        (double[] ofForward, double[] ofBackward) = StepTimer.MeasureInTurn(forward, Backward, timing);
        var methods = new MethodTimes(trainer, timing);
        methods.Run(() =>
        {
            forward();
            Backward();
        });
        return Row(model, network, trainer.Threads) with
        {
            Forward = ofForward.Min(),
            Backward = ofBackward.Min(),
            ForwardMethods = methods.Least(Pass.Forward),
            BackwardMethods = methods.Least(Pass.Backward),
        };

        // Tokens have no gradient.
        (Action Forward, float[] Gradient) Inputs()
        {
            if (model.Vocabulary > 0)
            {
                int[] tokens = [.. Enumerable.Range(0, inputs).Select(_ => random.Next(model.Vocabulary))];
                return (() => trainer.Forward(tokens, output), []);
            }

            float[] numbers = NormalNumbers.Create(random, inputs);
            return (() => trainer.Forward(numbers, output), new float[inputs]);
        }
    }

    private static LayerRow OfLoss(LayerModel model, LossTargets kind, Trainer trainer, TimingOptions timing)
    {
        Network network = trainer.Network;
        var random = new Random(Seed);
        int classes = SampleSize.Of(network.OutputShape);
        float[] numbers = NormalNumbers.Create(random, BatchSize * SampleSize.Of(network.InputShape));
        var methods = new MethodTimes(trainer, timing);
        if (kind == LossTargets.Classes)
        {
            int[] labels = [.. Enumerable.Range(0, BatchSize).Select(_ => random.Next(classes))];
            methods.Run(() => trainer.Step(numbers, labels));
        }
        else
        {
            float[] targets = LossTargetNumbers.Create(kind, random, BatchSize, classes);
            methods.Run(() => trainer.Step(numbers, targets));
        }

        return Row(model, network, trainer.Threads) with { Loss = methods.Least(Pass.Loss) };
    }

    private static LayerRow Row(LayerModel model, Network network, int threads) => new()
    {
        Layer = model.Name,
        Input = network.InputShape.ToArray(),
        Output = network.OutputShape.ToArray(),
        Batch = BatchSize,
        Threads = threads,
    };
}
