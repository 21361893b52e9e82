using System.Text.RegularExpressions;
using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Language;

/// <summary>Frozen layers and blocks as a user sees them: training leaves them as they are, and costs nothing for them.</summary>
public class FrozenTests
{
    private const int Samples = 8;
    private const int Inputs = 3 * 8 * 8;
    private const int Classes = 4;

    /// <summary>A trunk with batch norms and a dropout, of which networks with several heads and a frozen one are made.</summary>
    private const string Source = """
        using NetGen;

        [Conv2d(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2d(2)]
        [Conv2d(24, 3, Padding = 1), ReLU, Flatten, Linear(32, Bias = false), BatchNorm, Tanh, Dropout(Rate)]
        public partial class Trunk(double rate = 0) : Block;

        [Network, Input(3, 8, 8), Trunk(0.5, Name = "trunk"), Linear(4, Name = "head"), CrossEntropy]
        public partial class Whole;

        [Network, Input(3, 8, 8), Trunk(0.5, Name = "trunk", Frozen = true), Linear(4, Name = "head"), CrossEntropy]
        public partial class Tuned;

        [Network, Input(3, 8, 8), Trunk(Name = "trunk", Frozen = true), Linear(4, Name = "head"), CrossEntropy]
        public partial class TunedWithoutDropout;

        [Network, Input(3, 8, 8), Trunk(Name = "trunk", Frozen = true)]
        public partial class TrunkAlone;

        [Network, Input(32), Linear(4, Name = "head"), CrossEntropy]
        public partial class HeadAlone;

        [Network, Input(12), Linear(20, Name = "a"), Tanh, LayerNorm(Name = "b"), Linear(5, Name = "c")]
        public partial class Learning;

        [Network, Input(12), Linear(20, Name = "a", Frozen = true), Tanh, LayerNorm(Name = "b", Frozen = true), Linear(5, Name = "c")]
        public partial class Fixed;

        [Network, Input(256), Linear(256, Name = "first"), Tanh, Linear(256, Name = "second", Frozen = true), Tanh]
        [Linear(256, Name = "third"), Tanh, Linear(4, Name = "last", Frozen = true), CrossEntropy]
        public partial class Alternating;

        [Network, Input(6), Embedding(9, 8, Name = "words", Frozen = true), SelfAttention(Heads = 2, Frozen = true)]
        [Mean(Axis = 0), Linear(4), CrossEntropy]
        public partial class Words;

        [Network, Input(16), Linear(16, Name = "a"), Tanh, Linear(16, Tied = "a", Frozen = true), Tanh, Linear(4), CrossEntropy]
        public partial class TiedToFrozen;
        """;

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile("Frozen", [("Frozen", Source)]));

    public static TheoryData<int, int> WidthsAndThreads => [.. VectorWidths.All.Select(lanes => (lanes, lanes == 8 ? 3 : 1))];

    /// <summary>Weights come from a network whose trunk learns; decay and momentum would move what they reach.</summary>
    [Theory, MemberData(nameof(WidthsAndThreads))]
    public void A_head_learns_on_a_trunk_that_keeps_its_bits(int lanes, int threads)
    {
        using MemoryStream file = Pretrained(lanes);
        Network network = Create("Tuned", lanes, seed: 9);
        network.Load(file);
        float[][] trunk = Values(network, "trunk.");
        float[][] head = Values(network, "head.");
        float[] images = LanguageNetworks.Numbers(Samples * Inputs, 1);
        using Trainer trainer = network.CreateTrainer(new AdamW(0.02, weightDecay: 0.1), Samples, threads);
        float first = Step(trainer, images), last = 0;
        for (int step = 0; step < 200; step++)
            last = Step(trainer, images);
        Assert.True(last < first * 0.6, $"the loss went from {first} to {last}");
        Assert.Equal(trunk, Values(network, "trunk."));
        Assert.All(head.Zip(Values(network, "head.")), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    /// <summary>Without a dropout the trunk gives in training what it predicts: its head may as well be trained by itself.</summary>
    [Theory, MemberData(nameof(WidthsAndThreads))]
    public void It_trains_as_a_head_on_what_the_trunk_predicts(int lanes, int threads)
    {
        Network whole = Create("TunedWithoutDropout", lanes, seed: 9);
        Network trunk = Create("TrunkAlone", lanes), head = Create("HeadAlone", lanes);
        using (MemoryStream file = Pretrained(lanes))
            whole.Load(file);
        foreach (Parameter tensor in trunk.Parameters.Concat(trunk.Statistics).Concat(head.Parameters))
            tensor.CopyFrom(Values(whole, tensor.Name).Single());
        using Trainer training = whole.CreateTrainer(new SGD(0.1, momentum: 0.9, weightDecay: 0.01), Samples, threads);
        using Trainer heading = head.CreateTrainer(new SGD(0.1, momentum: 0.9, weightDecay: 0.01), Samples, threads);
        for (int step = 0; step < 5; step++)
        {
            float[] images = LanguageNetworks.Numbers(Samples * Inputs, step);
            Assert.Equal(Step(heading, trunk.Predict(images)), Step(training, images), 1e-5f);
        }

        foreach (Parameter tensor in head.Parameters)
            AssertNear(Values(head, tensor.Name).Single(), Values(whole, tensor.Name).Single());
    }

    /// <summary>One class for each way to train; files are the same.</summary>
    [Fact]
    public void To_unfreeze_is_another_class_and_a_file()
    {
        Network tuned = Create("Tuned", seed: 3);
        using var file = new MemoryStream();
        tuned.Save(file);
        file.Position = 0;
        Network whole = Create("Whole", seed: 4);
        whole.Load(file);
        Assert.Equal(tuned.Parameters.Select(tensor => tensor.Name), whole.Parameters.Select(tensor => tensor.Name));
        Assert.Equal(Values(tuned, ""), Values(whole, ""));

        float[][] before = Values(whole, "trunk.");
        using Trainer trainer = whole.CreateTrainer(new SGD(0.1), Samples, threads: 1);
        Step(trainer, LanguageNetworks.Numbers(Samples * Inputs, 1));
        Assert.All(before.Zip(Values(whole, "trunk.")), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void Dropout_drops_in_a_frozen_block()
    {
        float[] images = LanguageNetworks.Numbers(Samples * Inputs, 1);
        Assert.NotEqual(Forward(Create("Tuned"), images), Create("Tuned").Predict(images));
        AssertNear(Create("TunedWithoutDropout").Predict(images), Forward(Create("TunedWithoutDropout"), images));
    }

    /// <summary>By running statistics a sample needs no others beside it.</summary>
    [Fact]
    public void A_frozen_batch_norm_takes_a_batch_of_one()
    {
        Network network = Create("Tuned");
        using Trainer trainer = network.CreateTrainer(new SGD(0.1), batchSize: 1, threads: 1);
        Assert.True(float.IsFinite(trainer.Step(LanguageNetworks.Numbers(Inputs, 1), [2])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Create("Whole").CreateTrainer(new SGD(0.1), batchSize: 1, threads: 1));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(8)]
    [InlineData(4)]
    [InlineData(1)]
    public void Gradients_go_through_to_the_input_and_to_what_learns(int lanes)
    {
        Network learning = Create("Learning", lanes, seed: 5), frozen = Create("Fixed", lanes, seed: 5);
        (float[] expected, float[] input) = (Backward(learning), Backward(frozen));
        AssertNear(expected, input);
        Assert.Contains(input, value => Math.Abs(value) > 1e-3);
        foreach (string name in (string[])["c.weight", "c.bias"])
            AssertNear(Gradients(learning, name), Gradients(frozen, name));
        Assert.Equal(
            "'a.weight' is frozen; it is not trained and has no gradient.",
            Assert.Throws<InvalidOperationException>(() => Gradients(frozen, "a.weight")).Message);

        static float[] Backward(Network network)
        {
            using Trainer trainer = network.CreateTrainer(new SGD(0.1), Samples, threads: 1);
            trainer.Forward(LanguageNetworks.Numbers(Samples * 12, 1), new float[Samples * 5]);
            var input = new float[Samples * 12];
            trainer.Backward(LanguageNetworks.Numbers(Samples * 5, 2), input);
            return input;
        }
    }

    /// <summary>A network that is frozen as a whole passes gradients on: a judge that does not learn, or a measure of likeness.</summary>
    [Fact]
    public void A_network_without_a_loss_may_be_frozen_as_a_whole()
    {
        Network network = Create("TrunkAlone");
        float[][] before = Values(network, "");
        using Trainer trainer = network.CreateTrainer(new Adam(0.1), Samples, threads: 1);
        trainer.Forward(LanguageNetworks.Numbers(Samples * Inputs, 1), new float[Samples * 32]);
        var input = new float[Samples * Inputs];
        trainer.Backward(LanguageNetworks.Numbers(Samples * 32, 2), input);
        trainer.Update();
        Assert.Contains(input, value => value != 0);
        Assert.Equal(before, Values(network, ""));
        Assert.Equal((0, 0), (network.Memory.Gradients.Length, network.TrainableParameterCount));
        Assert.All(trainer.Optimizer.States, state => Assert.Equal(0, state.Length));
    }

    /// <summary>
    /// Frozen matrices lie behind the others, whatever their place among the layers, and large ones that learn update at their gradients.
    /// </summary>
    [Theory]
    [InlineData(16, 1)]
    [InlineData(8, 3)]
    [InlineData(1, 1)]
    public void A_step_is_forward_backward_and_update(int lanes, int threads)
    {
        Assert.Equal(Train(byHand: true), Train(byHand: false));
        Assert.Equal(
            [256 * 256, 256 * 256],
            Create("Alternating", lanes).Description.Training.FusedUpdates!.Select(range => range.Length));

        float[][] Train(bool byHand)
        {
            Network network = Create("Alternating", lanes);
            float[][] frozen = [.. Values(network, "second."), .. Values(network, "last.")];
            using Trainer trainer = network.CreateTrainer(new SGD(0.05, momentum: 0.9, weightDecay: 0.1), Samples, threads);
            using var workers = new Workers(1);
            var loss = new LossRunner(network, Samples, workers);
            for (int step = 0; step < 3; step++)
            {
                float[] inputs = LanguageNetworks.Numbers(Samples * 256, step);
                if (!byHand)
                {
                    Step(trainer, inputs);
                    continue;
                }

                var output = new float[Samples * Classes];
                trainer.Forward(inputs, output);
                loss.Run(output, Labels, Samples);
                trainer.Backward(loss.OutputGradient);
                trainer.Update();
            }

            Assert.Equal(frozen, [.. Values(network, "second."), .. Values(network, "last.")]);
            return Values(network, "");
        }
    }

    [Fact]
    public void A_weight_that_is_tied_to_a_frozen_layer_does_not_learn_but_its_biases_may()
    {
        Network network = Create("TiedToFrozen");
        Assert.Equal(
            [("a.weight", true), ("a.bias", false), ("linear2.bias", true), ("linear3.weight", false), ("linear3.bias", false)],
            network.Parameters.Select(tensor => (tensor.Name, tensor.IsFrozen)));
        float[][] frozen = [.. Values(network, "a.weight"), .. Values(network, "linear2.bias")];
        float[][] learning = [.. Values(network, "a.bias"), .. Values(network, "linear3.")];
        using Trainer trainer = network.CreateTrainer(new Adam(0.1, weightDecay: 0.1), Samples, threads: 1);
        Step(trainer, LanguageNetworks.Numbers(Samples * 16, 1));
        Assert.Equal(frozen, [.. Values(network, "a.weight"), .. Values(network, "linear2.bias")]);
        Assert.All(
            learning.Zip([.. Values(network, "a.bias"), .. Values(network, "linear3.")]),
            pair => Assert.NotEqual(pair.First, pair.Second));
    }

    /// <summary>Gradients and the optimizer's state have room for what learns, and steps make no garbage.</summary>
    [Fact]
    public void Frozen_parameters_have_neither_gradient_nor_state()
    {
        const int Head = (32 * Classes) + Classes;
        Network network = Create("Tuned");
        using Trainer trainer = network.CreateTrainer(new Adam(0.01), Samples, threads: 1);
        float[] images = LanguageNetworks.Numbers(Samples * Inputs, 1);
        Step(trainer, images);
        int trained = network.Parameters.Where(tensor => !tensor.IsFrozen).Sum(tensor => tensor.Description.StorageSize);
        Assert.Equal(trained, network.Memory.Gradients.Length);
        Assert.Equal(
            [trained, trained], trainer.Optimizer.States.Select(state => state.Length));
        Assert.Equal(Head, network.TrainableParameterCount);
        Assert.Equal(
            (network.ParameterCount, (long)Head),
            (Constant<long>(network, "TotalParameters"), Constant<long>(network, "TrainableParameters")));
        Assert.All(network.Statistics, statistic => Assert.True(statistic.IsFrozen));

        int[] labels = Labels;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int step = 0; step < 10; step++)
            trainer.Step(images, labels);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void The_summary_counts_what_is_frozen()
    {
        string summary = Constant<string>(Create("Tuned"), "Summary");
        Assert.Matches(@"trunk +Trunk, frozen +\[batch, 32\] +16,296", summary);
        Assert.Matches(@"├─ conv2d1 +Conv2d, frozen ", summary);
        Assert.Matches(@"├─ relu1 +ReLU +\[", summary);
        Assert.Contains(
            "Total parameters: 16,428 (65,712 bytes)\nTrainable parameters: 132\nFrozen parameters: 16,296\n", summary,
            StringComparison.Ordinal);
        Assert.DoesNotContain("frozen", Constant<string>(Create("Whole"), "Summary"), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// No kernel sums a weight's gradient in the trunk, and those that lead to the input run only where its gradient is asked for; behind
    /// tokens there are none at all.
    /// </summary>
    [Theory]
    [InlineData("Tuned", "Trunk", "Head", true)]
    [InlineData("Words", "Words|Selfattention", "Linear1", false)]
    public void The_backward_pass_ends_where_nothing_learns(string name, string trunk, string head, bool reachesInput)
    {
        string kernels = Compiled.Value.GeneratedSources[$"{name}.Kernels.g.cs"];
        string[] methods =
            [.. Regex.Matches(kernels, @"static void (\w+)\(Workspace workspace, int begin").Select(found => found.Groups[1].Value)];
        Assert.Contains($"{head}WeightGradient", methods);
        Assert.DoesNotContain(methods, method => Regex.IsMatch(method, $"^({trunk}).*(WeightGradient|BatchSum|Statistic)"));
        string backward = Regex.Match(
            kernels, @"static void Backward\(Workspace workspace\)\s*\{(.*?)\n {8}\}", RegexOptions.Singleline).Groups[1].Value;
        Assert.DoesNotMatch($@"(?<!WantsInputGradient\)\s+)workspace\.Run\w*\(({trunk})", backward);
        Assert.Equal(reachesInput, backward.Contains("WantsInputGradient", StringComparison.Ordinal));
    }

    [Fact]
    public void A_step_runs_no_backward_method_of_the_trunk()
    {
        Network network = Create("Tuned");
        var profile = new Profile();
        using Trainer trainer = network.CreateTrainer(new Adam(0.01), Samples, threads: 1);
        trainer.Profile = profile;
        Step(trainer, LanguageNetworks.Numbers(Samples * Inputs, 1));
        string[] backward = [.. profile.Groups.Where(group => group.Pass == Pass.Backward).Select(group => group.Layers).Distinct()];
        Assert.Equal(["head"], backward);
    }

    private static int[] Labels => [.. Enumerable.Range(0, Samples).Select(label => label % Classes)];

    private static Network Create(string name, int lanes = 16, int seed = 1) => Compiled.Value.Create(name, lanes, seed);

    /// <summary>A file of the network whose trunk learns, whose running statistics are no longer those of the beginning.</summary>
    private static MemoryStream Pretrained(int lanes)
    {
        Network network = Create("Whole", lanes, seed: 2);
        using Trainer trainer = network.CreateTrainer(new Adam(0.01), Samples, threads: 1);
        for (int step = 0; step < 4; step++)
            Step(trainer, LanguageNetworks.Numbers(Samples * Inputs, 100 + step));
        var file = new MemoryStream();
        network.Save(file);
        file.Position = 0;
        return file;
    }

    private static float Step(Trainer trainer, float[] inputs) => trainer.Step(inputs, Labels);

    private static float[] Forward(Network network, float[] inputs)
    {
        using Trainer trainer = network.CreateTrainer(new SGD(0.1), Samples, threads: 1);
        var outputs = new float[Samples * Classes];
        trainer.Forward(inputs, outputs);
        return outputs;
    }

    /// <summary>The values of parameters and running statistics whose names begin so.</summary>
    private static float[][] Values(Network network, string prefix) =>
    [
        .. network.Parameters.Concat(network.Statistics)
            .Where(tensor => tensor.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(tensor =>
            {
                var values = new float[tensor.Count];
                tensor.CopyTo(values);
                return values;
            }),
    ];

    private static float[] Gradients(Network network, string name)
    {
        Parameter tensor = network.Parameters.Single(parameter => parameter.Name == name);
        var values = new float[tensor.Count];
        tensor.Gradients.FlattenTo(values);
        return values;
    }

    private static T Constant<T>(Network network, string name) => (T)network.GetType().GetField(name)!.GetRawConstantValue()!;

    private static void AssertNear(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-4f + (1e-4f * MathF.Abs(pair.First))));
    }
}
