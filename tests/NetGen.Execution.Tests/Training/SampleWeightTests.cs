// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Training;

/// <summary>A sample of weight 2 is one that stands twice, one of weight 0 is one that is not there: for each kind of loss.</summary>
public class SampleWeightTests
{
    private static readonly int[] Times = [2, 0, 1, 3, 1, 0, 2, 1];

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile(
        "Weighted",
        [
            ("Networks", """
                using NetGen;
                namespace Weighted;

                [Network, Input(4), Linear(3), CrossEntropy] public partial class Classes;
                [Network, Input(4), Linear(3), CrossEntropy(Weight = new[] { 0.5, 2.0, 1.0 }, IgnoreIndex = 2, LabelSmoothing = 0.1)]
                public partial class WeightedClasses;
                [Network, Input(4), Linear(3), CrossEntropy(Reduction = Reduction.Sum)] public partial class SumOfClasses;
                [Network, Input(2, 4), Linear(3), CrossEntropy(IgnoreIndex = 2)] public partial class Steps;
                [Network, Input(4), Linear(3), MSE] public partial class Numbers;
                [Network, Input(4), Linear(3), MSE(Reduction = Reduction.Sum)] public partial class SumOfNumbers;
                [Network, Input(4), Linear(3), Sigmoid, BCE] public partial class Probabilities;
                [Network, Input(4), Linear(3), LogSoftmax, KLDiv(Reduction = Reduction.BatchMean)] public partial class Divergence;
                [Network, Input(4), Embedding(7, 3), Flatten, Linear(3), CrossEntropy] public partial class OfTokens;
                [Network, Input(4), Embedding(7, 3), Flatten, Linear(3), MSE] public partial class NumbersOfTokens;
                [Network, Input(4), Linear(3), Huber] public partial class Robust;
                [Network, Input(4), Reparameterize<Mean, Variance>(Beta = 0.5), Linear(3), MSE] public partial class Variational
                {
                    [Linear(2)] partial class Mean : Block;
                    [Linear(2)] partial class Variance : Block;
                }
                """),
        ]));

    public static TheoryData<string> Networks =>
        ["Classes", "WeightedClasses", "SumOfClasses", "Steps", "Numbers", "SumOfNumbers", "Probabilities", "Divergence", "Robust"];

    [Theory, MemberData(nameof(Networks))]
    public void Of_any_loss(string name)
    {
        Network weighted = Create(name), repeated = Create(name);
        int[] all = [.. Enumerable.Range(0, Times.Length)], several = [.. all.SelectMany(i => Enumerable.Repeat(i, Times[i]))];
        IDataSet withWeights = Data(weighted, all).WithWeights(Times.Select(times => (float)times).ToArray());
        IDataSet withCopies = Data(repeated, several);
        bool isSum = weighted.Description.Loss!.Reduction == Reduction.Sum;
        double loss = weighted.Evaluate(withWeights, threads: 1).Loss * (isSum ? all.Length : 1);
        Assert.Equal(repeated.Evaluate(withCopies, threads: 1).Loss * (isSum ? several.Length : 1), loss, 1e-5);
        var options = new FitOptions { Shuffle = false };
        for (int epoch = 0; epoch < 2; epoch++)
        {
            FitHistory history = weighted.Fit(withWeights, new SGD(0.1), 1, 16, threads: 1, options: options);
            repeated.Fit(withCopies, new SGD(0.1), 1, 16, threads: 1, options: options);
            if (epoch == 0)
                Assert.Equal(loss, history[0].Loss * (isSum ? all.Length : 1), 1e-5);
        }

        float[] expected = repeated.Memory.Parameters.ToArray(), actual = weighted.Memory.Parameters.ToArray();
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-5f);
    }

    /// <summary>
    /// What layers add to the loss counts by the weights too; samples draw their own numbers, so that none can stand twice.
    /// </summary>
    [Fact]
    public void Of_what_layers_add()
    {
        int[] all = [.. Enumerable.Range(0, Times.Length)];
        Network plain = Create("Variational"), doubled = Create("Variational"), left = Create("Variational"), alone = Create("Variational");
        Fit(plain, Data(plain, all));
        Fit(doubled, Data(plain, all).WithWeights(Enumerable.Repeat(2f, all.Length).ToArray()));
        Fit(left, Data(plain, all).WithWeights(all.Select(i => i < 3 ? 1f : 0).ToArray()));
        Fit(alone, Data(plain, all[..3]));
        RequireClose(plain, doubled);
        RequireClose(alone, left);

        static void Fit(Network network, IDataSet data) =>
            network.Fit(data, new SGD(0.1), 2, 16, threads: 1, options: new FitOptions { Shuffle = false });

        static void RequireClose(Network expected, Network actual)
        {
            foreach ((float one, float other) in expected.Memory.Parameters.ToArray().Zip(actual.Memory.Parameters.ToArray()))
                Assert.Equal(one, other, 1e-5f);
        }
    }

    [Fact]
    public void Of_steps_over_tokens()
    {
        var random = new Random(3);
        int[] tokens = [.. Enumerable.Range(0, 16).Select(_ => random.Next(7))], labels = [0, 2, 1, 2], stands = [0, 0, 2, 3];
        float[] targets = Numbers(random, 12), weights = [2, 0, 1, 1];
        int[] repeatedTokens = [.. stands.SelectMany(i => tokens[(4 * i)..((4 * i) + 4)])];
        float[] repeatedTargets = [.. stands.SelectMany(i => targets[(3 * i)..((3 * i) + 3)])];
        RequireSame(
            "OfTokens", trainer => trainer.Step(tokens, labels, weights),
            trainer => trainer.Step(repeatedTokens, stands.Select(i => labels[i]).ToArray()));
        RequireSame(
            "NumbersOfTokens", trainer => trainer.Step(tokens, targets, weights), trainer => trainer.Step(repeatedTokens, repeatedTargets));

        static void RequireSame(string name, Func<Trainer, float> weighted, Func<Trainer, float> repeated)
        {
            Network first = Create(name), second = Create(name);
            using Trainer ofFirst = first.CreateTrainer(new SGD(0.1), 4, threads: 1);
            using Trainer ofSecond = second.CreateTrainer(new SGD(0.1), 4, threads: 1);
            Assert.Equal(repeated(ofSecond), weighted(ofFirst), 1e-5f);
            foreach ((float one, float other) in first.Memory.Parameters.ToArray().Zip(second.Memory.Parameters.ToArray()))
                Assert.Equal(one, other, 1e-5f);
        }
    }

    private static ArrayDataSet Data(Network network, int[] samples)
    {
        var random = new Random(5);
        float[][] inputs = [.. Times.Select(_ => Numbers(random, network.InputSize))];
        int perSample = network.Description.Loss!.LabelsPerSample;
        int[][] labels = [.. Times.Select(_ => Enumerable.Range(0, perSample).Select(_ => random.Next(3)).ToArray())];
        float[][] targets = [.. Times.Select(_ => Numbers(random, network.OutputSize))];
        float[][] chosen = [.. samples.Select(i => inputs[i])];
        return (network.Description.Loss!.Forms & LabelForm.Index) != 0
            ? new ArrayDataSet(chosen, samples.SelectMany(i => labels[i]).ToArray(), 3)
            : new ArrayDataSet(chosen, samples.Select(i => targets[i]).ToArray());
    }

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];

    private static Network Create(string name) => Compiled.Value.Create($"Weighted.{name}", lanes: 8, seed: 1);
}
