// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

namespace NetGen.Tests.Training;

public class TrainerTests
{
    private static readonly Clusters Data = new(64);

    [Fact]
    public void A_step_gives_the_loss_and_reduces_it()
    {
        var network = new LinearClassifier();
        using Trainer trainer = network.CreateTrainer(new SGD(0.5), batchSize: 64, threads: 1);
        float first = trainer.Step(Data.Samples, Data.Labels);
        Assert.InRange(first, 0.3f, 3f);
        float last = 0;
        for (int step = 0; step < 50; step++)
            last = trainer.Step(Data.Samples, Data.Labels);
        Assert.True(last < first / 3, $"the loss went from {first} to {last}");
    }

    [Fact]
    public void Indices_and_one_hot_targets_teach_the_same()
    {
        var byIndex = new LinearClassifier(seed: 2);
        var byValues = new LinearClassifier(seed: 2);
        using Trainer first = byIndex.CreateTrainer(new SGD(0.5), batchSize: 64, threads: 1);
        using Trainer second = byValues.CreateTrainer(new SGD(0.5), batchSize: 64, threads: 1);
        var targets = new float[64 * LinearClassifier.Classes];
        Data.CopyTargets([.. Enumerable.Range(0, 64)], targets);
        Assert.Equal(first.Step(Data.Samples, Data.Labels), second.Step(Data.Samples, targets), 1e-6f);
        for (int i = 0; i < byIndex.Memory.Parameters.Length; i++)
            Assert.Equal(byIndex.Memory.Parameters[i], byValues.Memory.Parameters[i], 1e-6f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_step_allocates_nothing(int threads)
    {
        var network = new LinearClassifier();
        using Trainer trainer = network.CreateTrainer(new Adam(), batchSize: 64, threads);
        trainer.Step(Data.Samples, Data.Labels);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int step = 0; step < 10; step++)
            trainer.Step(Data.Samples, Data.Labels);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Gradients_are_those_of_finite_differences()
    {
        var network = new LinearClassifier(seed: 4);
        using Trainer trainer = network.CreateTrainer(new SGD(0), batchSize: 64, threads: 2);
        trainer.Step(Data.Samples, Data.Labels);
        float gradient = network.Weight.Gradients[1, 2];
        const float Shift = 1e-2f;
        network.Weight.Values[1, 2] += Shift;
        float above = trainer.Step(Data.Samples, Data.Labels);
        network.Weight.Values[1, 2] -= 2 * Shift;
        float below = trainer.Step(Data.Samples, Data.Labels);
        Assert.Equal((above - below) / (2 * Shift), gradient, 1e-3f);
    }

    [Fact]
    public void Forward_backward_and_update_by_hand_are_a_step()
    {
        var byStep = new LinearClassifier(seed: 5);
        var byHand = new LinearClassifier(seed: 5);
        using Trainer first = byStep.CreateTrainer(new SGD(0.1), batchSize: 8, threads: 1);
        using Trainer second = byHand.CreateTrainer(new SGD(0.1), batchSize: 8, threads: 1);
        ReadOnlySpan<float> inputs = Data.Samples.AsSpan(0, 8 * LinearClassifier.Features);
        ReadOnlySpan<int> labels = Data.Labels.AsSpan(0, 8);
        first.Step(inputs, labels);

        var outputs = new float[8 * LinearClassifier.Classes];
        second.Forward(inputs, outputs);
        Assert.Equal(new LinearClassifier(seed: 5).Predict(inputs), outputs);
        var gradient = new float[outputs.Length];
        for (int b = 0; b < 8; b++)
        {
            float sum = 0;
            for (int o = 0; o < 3; o++)
                sum += MathF.Exp(outputs[(b * 3) + o]);
            for (int o = 0; o < 3; o++)
                gradient[(b * 3) + o] = ((MathF.Exp(outputs[(b * 3) + o]) / sum) - (labels[b] == o ? 1 : 0)) / 8;
        }

        var inputGradient = new float[inputs.Length];
        second.Backward(gradient, inputGradient);
        second.Update();
        Assert.Equal(byStep.Memory.Parameters, byHand.Memory.Parameters);
        float expected = 0;
        for (int o = 0; o < 3; o++)
            expected += gradient[3 + o] * new LinearClassifier(seed: 5).Weight.Values[o, 4];
        Assert.Equal(expected, inputGradient[LinearClassifier.Features + 4], 1e-6f);
    }

    [Fact]
    public void Refuses_backward_without_forward()
    {
        using Trainer trainer = new LinearClassifier().CreateTrainer(new SGD(), batchSize: 8, threads: 1);
        Assert.Throws<InvalidOperationException>(() => trainer.Backward(new float[3]));
        trainer.Forward(new float[10], new float[6]);
        Assert.Throws<ArgumentException>("outputGradient", () => trainer.Backward(new float[3]));
        Assert.Throws<ArgumentException>("inputGradient", () => trainer.Backward(new float[6], new float[5]));
        trainer.Backward(new float[6]);
        Assert.Throws<InvalidOperationException>(() => trainer.Backward(new float[6]));
    }

    [Fact]
    public void Refuses_broken_batches_and_leaves_the_parameters_alone()
    {
        var network = new LinearClassifier();
        using Trainer trainer = network.CreateTrainer(new SGD(0.1), batchSize: 2, threads: 1);
        float[] before = network.Memory.Parameters.ToArray();
        Refuses([], [], "inputs", "positive multiple");
        Refuses(new float[7], [0], "inputs", "got 7 floats");
        Refuses(new float[15], [0, 0, 0], "inputs", "at most 2 samples at once; got 3");
        Refuses(new float[10], [0], "labels", "2 samples have 2 labels for CrossEntropy after the output of LinearClassifier; got 1");
        Refuses(new float[10], [0, 3], "labels", "Label 1 is 3; expected 0 to 2");
        Refuses(new float[10], [-1, 0], "labels", "Label 0 is -1");
        Refuses([0, 0, 0, 0, 0, 0, float.NaN, 0, 0, 0], [0, 0], "inputs", "Value 6 (sample 1, value 1 of it) is NaN");
        Refuses([0, 0, float.NegativeInfinity, 0, 0], [0], "inputs", "Value 2");
        Assert.Contains(
            "Value 3", Assert.Throws<ArgumentException>("targets", () => trainer.Step(new float[10], [0, 0, 0, float.NaN, 0, 0])).Message);
        Assert.Throws<ArgumentException>("targets", () => trainer.Step(new float[10], new float[5]));
        Assert.Throws<NotSupportedException>(() => trainer.Step(new float[10]));
        Assert.Equal(before, network.Memory.Parameters);

        void Refuses(float[] inputs, int[] labels, string argument, string message) =>
            Assert.Contains(message, Assert.Throws<ArgumentException>(argument, () => trainer.Step(inputs, labels)).Message);
    }

    [Fact]
    public void Refuses_no_batch_and_no_thread()
    {
        Assert.Throws<ArgumentOutOfRangeException>("batchSize", () => new LinearClassifier().CreateTrainer(new SGD(), 0));
        Assert.Throws<ArgumentOutOfRangeException>("threads", () => new LinearClassifier().CreateTrainer(new SGD(), 1, threads: 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Is_of_no_use_when_it_is_disposed(int threads)
    {
        var network = new LinearClassifier();
        Trainer trainer = network.CreateTrainer(new SGD(), batchSize: 4, threads);
        var data = new Clusters(4);
        var outputs = new float[4 * LinearClassifier.Classes];
        trainer.Forward(data.Samples, outputs);
        trainer.Dispose();
        trainer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => trainer.Step(data.Samples, data.Labels));
        Assert.Throws<ObjectDisposedException>(() => trainer.Step(data.Samples, outputs));
        Assert.Throws<ObjectDisposedException>(() => trainer.Step(data.Samples));
        Assert.Throws<ObjectDisposedException>(() => trainer.Forward(data.Samples, outputs));
        Assert.Throws<ObjectDisposedException>(() => trainer.Forward(data.Samples, network.CreateOutputs(4)));
        Assert.Throws<ObjectDisposedException>(() => trainer.Backward(outputs));
        Assert.Throws<ObjectDisposedException>(() => trainer.Backward(network.CreateOutputs(4)));
        Assert.Throws<ObjectDisposedException>(trainer.Update);
        Assert.Throws<ObjectDisposedException>(() => trainer.Fit(data, epochs: 1));
        Assert.NotEmpty(network.Predict(data.Samples));
    }

    [Fact]
    public void A_batch_that_no_array_holds_is_refused_by_its_name() => Assert.StartsWith(
        "2147483647 samples of ",
        Assert.Throws<ArgumentOutOfRangeException>(
            "batchSize", () => new LinearClassifier().CreateTrainer(new SGD(), int.MaxValue)).Message,
        StringComparison.Ordinal);

    /// <summary>As in gradient descent over the whole set: whoever wants that need not know how many samples there are.</summary>
    [Fact]
    public void A_fit_of_any_batch_size_takes_the_whole_set_at_once()
    {
        int steps = 0;
        var options = new FitOptions { Shuffle = false, Progress = _ => steps++ };
        var all = new LinearClassifier();
        all.Fit(new Clusters(40), new SGD(0.1), epochs: 2, batchSize: int.MaxValue, threads: 1, options: options);
        Assert.Equal(2, steps);
        var exactly = new LinearClassifier();
        exactly.Fit(new Clusters(40), new SGD(0.1), epochs: 2, batchSize: 40, threads: 1, options: options);
        Assert.Equal(exactly.Memory.Parameters, all.Memory.Parameters);
        Assert.Throws<ArgumentOutOfRangeException>("batchSize", () => all.Fit(new Clusters(40), new SGD(), epochs: 1, batchSize: 0));
    }
}
