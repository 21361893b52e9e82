// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

using NetGen.Execution.Tests.Compilation;
using NetGen.Execution.Tests.Models;
using NetGen.Execution.Tests.RandomNetworks;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Layers;

/// <summary>
/// What a draw between two heads gives, and what it adds to the loss: its divergence, divided by what the loss divides by. Each network has
/// a counterpart that differs in Beta = 0 alone, so that it has the same parameters, draws and outputs, and a smaller loss.
/// </summary>
public class ReparameterizeTests
{
    private const double Beta = 0.7;
    private const double Tolerance = 2e-5;
    private const int Samples = 90;
    private const int Latent = 5;

    private const string Heads = """
        [Linear(5, Name = "mean"), Output(5, Name = "mean_of")] partial class Mean : Block;
        [Linear(5, Name = "spread"), Output(5, Name = "spread_of")] partial class Spread : Block;
        """;

    private static readonly (string Name, string Loss, RandomLabels Labels)[] Losses =
    [
        ("Squares", "MSE", RandomLabels.Numbers),
        ("SumOfSquares", "MSE(Reduction = Reduction.Sum)", RandomLabels.Numbers),
        ("Divergence", "LogSoftmax, KLDiv(Reduction = Reduction.BatchMean)", RandomLabels.Probabilities),
        ("Binary", "BCEWithLogits", RandomLabels.UnitNumbers),
        ("OfLogits", "Sigmoid, BCE", RandomLabels.UnitNumbers),
        ("Classes", "CrossEntropy", RandomLabels.Indices),
        ("SumOfClasses", "CrossEntropy(Reduction = Reduction.Sum)", RandomLabels.Indices),
        ("Probabilities", "CrossEntropy(LabelSmoothing = 0.1)", RandomLabels.Probabilities),
        ("WithoutFirst", "CrossEntropy(IgnoreIndex = 0)", RandomLabels.IndicesWithoutFirst),
        ("Weighted", "CrossEntropy(IgnoreIndex = 0, Weight = new[] { 1.0, 3, 0.5, 2 })", RandomLabels.IndicesWithoutFirst),
        ("WeightedLog", "LogSoftmax, NLL(Weight = new[] { 1.0, 3, 0.5, 2 })", RandomLabels.Indices),
        ("Margins", "MultiMargin", RandomLabels.Indices),
        ("None", "", RandomLabels.None),
    ];

    private static readonly RandomNetwork[] Networks =
    [
        .. Losses.SelectMany(loss => new[] { Of(loss.Name, Beta), Of(loss.Name, 0) }),
        Lengths("Padded", "Beta = 0.7"), Lengths("PaddedPlain", "Beta = 0"),
        Network("Twice", "Reparameterize<Mean, Spread>(Beta = 0.5), Linear(6), Reparameterize<Again, Again>, Linear(4), MSE",
            RandomLabels.Numbers, "[Linear(7)] partial class Again : Block;"),
        Bare("Bare", ", MSE", RandomLabels.Numbers), Bare("BareWithoutLoss", "", RandomLabels.None),
        Network("AcrossSamples", "BatchNorm(TrackRunningStats = false), Reparameterize<Mean, Spread>, Linear(4), MSE",
            RandomLabels.Numbers, ""),
        Frozen("FrozenHeads", "Input(6), Linear(8, Frozen = true), Tanh", SampleShape.Vector(6), vocabulary: 0),
        Frozen("FrozenWords", "Input(6), Embedding(9, 4, Frozen = true), Flatten", SampleShape.Tokens(6), vocabulary: 9),
        OfSteps("WeightedSteps", "CrossEntropy(IgnoreIndex = 0, Weight = new[] { 1.0, 3, 0.5, 2 })", RandomLabels.IndicesWithoutFirst),
        OfSteps("Steps", "CrossEntropy", RandomLabels.Indices),
        Network("Deep", "Inner, Linear(4), MSE", RandomLabels.Numbers,
            """
            [Residual<Drawn>] partial class Inner : Block
            {
                [Reparameterize<Mean, Spread>(Name = "z"), Linear(6)] partial class Drawn : Block;
            }
            """),
    ];

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile(
        "Reparameterized", Networks.Select(network => (network.ClassName, network.Source))));

    public static TheoryData<string> Names => [.. Networks.Select(network => network.ClassName)];

    public static TheoryData<string> WithLoss => [.. Losses.Where(loss => loss.Labels != RandomLabels.None).Select(loss => loss.Name)];

    public static TheoryData<int> Widths => VectorWidths.Data;

    [Theory, MemberData(nameof(Names))]
    public void Emitted_code_agrees_with_the_interpreter(string name) => InterpreterComparison.AssertAgrees(
        Networks.Single(network => network.ClassName == name), lanes => Create(name, lanes), number: 11, name);

    [Theory, MemberData(nameof(Names))]
    public void Gradients_are_slopes(string name) =>
        SlopeComparison.AssertSlopes(Networks.Single(network => network.ClassName == name), Create(name, lanes: 1), number: 13, name);

    /// <summary>More than one batch of an evaluation.</summary>
    [Theory, MemberData(nameof(WithLoss))]
    public void An_evaluation_contains_the_divergence_by_the_losss_divisor(string name)
    {
        foreach (int lanes in VectorWidths.All)
        {
            Network network = Create(name, lanes), plain = Create(name + "Plain", lanes);
            IDataSet data = Data(name, out float[] inputs, out double divisor);
            NetworkOutputs outputs = network.CreateOutputs(Samples);
            network.Predict(inputs, outputs);
            double expected = plain.Evaluate(data, threads: 1).Loss + (Beta * Divergence(outputs, 0, Samples) / divisor);
            foreach (int threads in new[] { 1, 2, 3 })
                Assert.Equal(expected, network.Evaluate(data, threads).Loss, Math.Abs(expected) * Tolerance);
        }
    }

    [Theory, MemberData(nameof(WithLoss))]
    public void An_epoch_reports_it_too_whatever_the_size_of_the_batches(string name)
    {
        IDataSet data = Data(name, out float[] inputs, out double divisor);
        Network network = Create(name, lanes: 1), plain = Create(name + "Plain", lanes: 1);
        var options = new FitOptions { Shuffle = false };
        NetworkOutputs outputs = network.CreateOutputs(Samples);
        network.Predict(inputs, outputs);
        double added = Beta * Divergence(outputs, 0, Samples) / divisor;
        foreach (int batchSize in new[] { 7, 64, 90 })
        {
            double without = Loss(plain), with = Loss(network);
            Assert.Equal(without + added, with, Math.Abs(with) * Tolerance);

            double Loss(Network fitted) => Assert.Single(
                fitted.Fit(data, new SGD(0), epochs: 1, batchSize, threads: 2, seed: 5, options: options)).Loss;
        }
    }

    /// <summary>Such a batch has the loss 0 / 0, of which nothing is learnt.</summary>
    [Theory]
    [InlineData("WithoutFirst")]
    [InlineData("Weighted")]
    public void Where_no_label_counts_nothing_is_learnt(string name)
    {
        Network network = Create(name, lanes: 8);
        float[] before = network.Memory.Parameters.ToArray();
        using Trainer trainer = network.CreateTrainer(new SGD(0.5), batchSize: 4, threads: 1);
        Assert.False(float.IsFinite(trainer.Step(Inputs(4), new int[4])));
        Assert.Equal(before, network.Memory.Parameters.ToArray());
        Assert.True(float.IsFinite(trainer.Step(Inputs(4), [0, 1, 2, 3])));
        Assert.NotEqual(before, network.Memory.Parameters.ToArray());
    }

    /// <summary>Of ½ (mean² + exp(s) - 1 - s) they are mean and ½ (exp(s) - 1).</summary>
    [Theory]
    [InlineData("None")]
    [InlineData("SumOfSquares")]
    public void Backward_adds_the_gradient_of_the_divergence_divided_by_the_samples(string name)
    {
        const int Few = 6;
        Network network = Create(name, lanes: 4);
        using Trainer trainer = network.CreateTrainer(new SGD(0), Few, threads: 1);
        NetworkOutputs outputs = network.CreateOutputs(Few), zeros = network.CreateOutputs(Few);
        Assert.Equal(0, trainer.AddedLoss);
        trainer.Forward(Inputs(Few), outputs);
        trainer.Backward(zeros, default(Span<float>));
        Assert.Equal(Beta * Divergence(outputs, 0, Few) / Few, trainer.AddedLoss, Tolerance);
        for (int feature = 0; feature < Latent; feature++)
        {
            double mean = Column("mean_of", feature).Sum(value => (double)value);
            double spread = Column("spread_of", feature).Sum(value => 0.5 * (Math.Exp(value) - 1));
            Assert.Equal(Beta * mean / Few, Gradient("mean.bias", feature), Tolerance);
            Assert.Equal(Beta * spread / Few, Gradient("spread.bias", feature), Tolerance);
        }

        IEnumerable<float> Column(string output, int feature) => outputs[output].ToArray().Where((_, i) => i % Latent == feature);

        double Gradient(string parameter, int feature)
        {
            Parameter found = network.Parameters.Single(other => other.Name == parameter);
            var gradient = new float[found.Count];
            new StridedCopy(found.Description).Gather(network.Memory.Gradients, gradient);
            return gradient[feature];
        }
    }

    /// <summary>The loss contains a divergence that nothing can lower, and what stands behind the draw learns.</summary>
    [Fact]
    public void A_draw_between_frozen_heads_trains()
    {
        Network network = Create("FrozenWords", lanes: 8);
        using Trainer trainer = network.CreateTrainer(new SGD(0.1), batchSize: 4, threads: 1);
        int[] words = [.. Enumerable.Range(0, 24).Select(i => i * 5 % 9)];
        float first = trainer.Step(words, Targets(4, 2)), added = trainer.AddedLoss;
        for (int step = 0; step < 20; step++)
            Assert.InRange(trainer.Step(words, Targets(4, 2)), added / 4, float.MaxValue);
        Assert.Equal(added, trainer.AddedLoss);
        Assert.True(added > 0 && trainer.Step(words, Targets(4, 2)) < first);
    }

    /// <summary>A step is padding where it is in both heads.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void Steps_of_padding_have_no_divergence(int lanes)
    {
        Network network = Create("Padded", lanes), plain = Create("PaddedPlain", lanes);
        int[] lengths = [7, 3, 1, 5];
        float[] inputs = ModelSources.Numbers(lengths.Length * 42, 3);
        NetworkOutputs outputs = network.CreateOutputs(lengths.Length);
        IDataSet data = new ArrayDataSet(inputs, new float[lengths.Length * 4], [7, 6]).WithLengths(lengths);
        using (var rows = new InputRows(network, inputs.Length, "input", isTraining: false))
        {
            rows.Put(0, inputs, "input");
            rows.PutLengths(0, lengths, "lengths");
            network.Predict(rows, outputs);
        }

        double divergence = lengths.Select((length, sample) => Divergence(outputs, sample * 7, length)).Sum();
        double expected = plain.Evaluate(data, threads: 1).Loss + (Beta * divergence / (lengths.Length * 4));
        Assert.Equal(expected, network.Evaluate(data, threads: 1).Loss, expected * Tolerance);
    }

    [Theory, MemberData(nameof(Widths))]
    public void What_is_drawn_has_the_heads_mean_and_variance(int lanes)
    {
        Network network = Create("None", lanes);
        foreach (Parameter parameter in network.Parameters)
        {
            float[] values = new float[parameter.Count];
            if (parameter.Name == "last.weight")
                for (int i = 0; i < 4; i++)
                    values[(i * Latent) + i] = 1;
            Array.Fill(values, parameter.Name == "mean.bias" ? 3 : parameter.Name == "spread.bias" ? 2 * MathF.Log(0.5f) : 0, 0,
                parameter.Name.EndsWith("bias", StringComparison.Ordinal) ? values.Length : 0);
            parameter.CopyFrom(values);
        }

        const int Many = 1500;
        using Trainer trainer = network.CreateTrainer(new SGD(0), Many, threads: 2, seed: 9);
        float[] first = new float[Many * 4], second = new float[Many * 4];
        trainer.Forward(Inputs(Many), first);
        trainer.Forward(Inputs(Many), second);
        double[] noise = [.. first.Concat(second).Select(value => (value - 3) / 0.5)];
        Assert.Equal(noise.Length, noise.Distinct().Count(), noise.Length / 500.0);
        Assert.InRange(noise.Average(), -0.04, 0.04);
        Assert.InRange(noise.Average(z => z * z), 0.95, 1.05);
        Assert.InRange(noise.Average(z => z * z * z * z), 2.6, 3.4);
        Assert.InRange(noise[..first.Length].Zip(noise[first.Length..], (a, b) => a * b).Average(), -0.05, 0.05);
        Assert.All(network.Predict(Inputs(2)), value => Assert.Equal(3, value, 1e-6f));
    }

    [Theory]
    [InlineData("Squares")]
    [InlineData("Twice")]
    public void Any_number_of_threads_gives_the_same_bits(string name)
    {
        float[] alone = Trained(threads: 1);
        Assert.Equal(alone, Trained(threads: 2));
        Assert.Equal(alone, Trained(threads: 3));

        float[] Trained(int threads)
        {
            Network network = Create(name, lanes: 8);
            using Trainer trainer = network.CreateTrainer(new SGD(0.05), batchSize: 17, threads, seed: 4);
            float loss = 0;
            for (int step = 0; step < 4; step++)
                loss = trainer.Step(Inputs(17), Targets(17, 8));
            return [.. network.Memory.Parameters, loss];
        }
    }

    /// <summary>What only a loss reads, the head of the log variance too, is left out of a prediction.</summary>
    [Fact]
    public void A_prediction_does_not_compute_what_only_the_loss_reads()
    {
        string[] lines = Emitted("Bare");
        string[] runs = [.. lines.Where(line => line.Contains("workspace.Run", StringComparison.Ordinal))];
        string[] rare = [.. runs.Where(line =>
            lines[Array.IndexOf(lines, line) - 1].Contains("if (workspace.WantsAddedLoss)", StringComparison.Ordinal))];
        Assert.Equal(
            ["Reparameterize1", "Spread"],
            rare.Select(line => line.Contains("Spread", StringComparison.Ordinal) ? "Spread" : "Reparameterize1").Order().Distinct());
        Assert.DoesNotContain(runs.Except(rare), line => line.Contains("Spread", StringComparison.Ordinal));
        foreach (string name in new[] { "BareWithoutLoss", "SquaresPlain" })
            Assert.DoesNotContain("AddedLoss", string.Join("\n", Emitted(name)), StringComparison.Ordinal);

        static string[] Emitted(string name)
        {
            string[] lines = Compiled.Value.GeneratedSources
                .Single(source => source.Key.EndsWith($".{name}.Kernels.g.cs", StringComparison.Ordinal)).Value.Split('\n');
            int begin = Array.FindIndex(lines, line => line.Contains("void Predict(Workspace", StringComparison.Ordinal));
            return [.. lines.Skip(begin).TakeWhile(line => !line.StartsWith("        }", StringComparison.Ordinal))];
        }
    }

    private static Network Create(string name, int lanes) =>
        Compiled.Value.Create($"{NetworkGenerator.Namespace}.{name}", lanes, seed: 6);

    /// <summary>The divergence of some rows from N(0, 1), by its formula.</summary>
    private static double Divergence(NetworkOutputs outputs, int first, int rows)
    {
        Span<float> means = outputs["mean_of"], spreads = outputs["spread_of"];
        double sum = 0;
        for (int i = first * Latent; i < (first + rows) * Latent; i++)
            sum -= 0.5 * (1 + spreads[i] - ((double)means[i] * means[i]) - Math.Exp(spreads[i]));
        return sum;
    }

    /// <summary>Samples and labels for a network, and what an evaluation divides the sum of its losses by.</summary>
    private static IDataSet Data(string name, out float[] inputs, out double divisor)
    {
        (_, string loss, RandomLabels labels) = Losses.Single(entry => entry.Name == name);
        inputs = Inputs(Samples);
        int[] classes = [.. Enumerable.Range(0, Samples).Select(i => i * 7 % 5 % 4)];
        double[] weights = [1, 3, 0.5, 2];
        divisor = loss switch
        {
            _ when labels is RandomLabels.Numbers or RandomLabels.UnitNumbers && !loss.Contains("Sum", StringComparison.Ordinal) =>
                Samples * 4,
            _ when loss.Contains("Weight", StringComparison.Ordinal) =>
                classes.Sum(label => loss.Contains("IgnoreIndex", StringComparison.Ordinal) && label == 0 ? 0 : weights[label]),
            _ when loss.Contains("IgnoreIndex", StringComparison.Ordinal) => classes.Count(label => label > 0),
            _ => Samples,
        };
        if (labels is RandomLabels.Indices or RandomLabels.IndicesWithoutFirst)
            return new ArrayDataSet(inputs, classes, classes: 4, [6]);
        float[] targets = labels == RandomLabels.Probabilities
            ? [.. Enumerable.Repeat(new[] { 0.1f, 0.2f, 0.3f, 0.4f }, Samples).SelectMany(row => row)]
            : [.. Targets(Samples, 2).Select(value => Math.Min(Math.Abs(value), 1))];
        return new ArrayDataSet(inputs, targets, [6]);
    }

    private static float[] Inputs(int samples) => ModelSources.Numbers(samples * 6, 1);

    private static float[] Targets(int samples, int seed) => ModelSources.Numbers(samples * 4, seed);

    private static RandomNetwork Of(string name, double beta)
    {
        (_, string loss, RandomLabels labels) = Losses.Single(entry => entry.Name == name);
        string layers = $"Linear(8), Tanh, Reparameterize<Mean, Spread>(Beta = {(beta == 0 ? "0" : "0.7")}), Linear(4, Name = \"last\")";
        return Network(beta == 0 ? name + "Plain" : name, loss.Length > 0 ? $"{layers}, {loss}" : layers, labels, "");
    }

    private static RandomNetwork Network(string name, string layers, RandomLabels labels, string blocks) => new(
        name, Source(name, $"Input(6), {layers}", blocks), SampleShape.Vector(6), SampleShape.Vector(4), labels, Samples: 5)
    {
        NamedOutputs = [Latent, Latent],
    };

    /// <summary>Without named outputs, which any prediction computes.</summary>
    private static RandomNetwork Bare(string name, string loss, RandomLabels labels)
    {
        RandomNetwork network = Network(name, "Tanh, Reparameterize<Mean, Spread>, Linear(4)" + loss, labels, "");
        return network with
        {
            Source = network.Source.Replace(", Output(5, Name = \"mean_of\")", "", StringComparison.Ordinal)
                .Replace(", Output(5, Name = \"spread_of\")", "", StringComparison.Ordinal),
            NamedOutputs = [],
        };
    }

    /// <summary>A loss with a label for each step.</summary>
    private static RandomNetwork OfSteps(string name, string loss, RandomLabels labels) => new(
        name,
        Source(name, $"Input(7, 6), Reparameterize<Mean, Spread>, Linear(4), {loss}", "")
            .Replace("Output(5,", "Output(7, 5,", StringComparison.Ordinal),
        SampleShape.Sequence(7, 6), SampleShape.Sequence(7, 4), labels, Samples: 3)
    {
        NamedOutputs = [7 * Latent, 7 * Latent],
    };

    /// <summary>Nothing learns before the draw; where the input is tokens, nothing at all reads the gradient of the divergence.</summary>
    private static RandomNetwork Frozen(string name, string layers, SampleShape input, int vocabulary) => new(
        name,
        Source(name, $"{layers}, Reparameterize<Mean, Spread>, Linear(4), MSE", "")
            .Replace("Linear(5,", "Linear(5, Frozen = true,", StringComparison.Ordinal),
        input, SampleShape.Vector(4), RandomLabels.Numbers, Samples: 4)
    {
        NamedOutputs = [Latent, Latent],
        Vocabulary = vocabulary,
    };

    private static RandomNetwork Lengths(string name, string beta) => new(
        name,
        Source(
            name, $"Input(7, 6, Lengths = true), Reparameterize<Mean, Spread>({beta}), Sum(Axis = 0), Linear(4), MSE", "")
            .Replace("Output(5,", "Output(7, 5,", StringComparison.Ordinal),
        SampleShape.Sequence(7, 6), SampleShape.Vector(4), RandomLabels.Numbers, Samples: 5)
    {
        NamedOutputs = [7 * Latent, 7 * Latent],
        Sources = [new(42, 0), new(1, 8)],
    };

    private static string Source(string name, string layers, string blocks) => $$"""
        using NetGen;

        namespace {{NetworkGenerator.Namespace}};

        [Network, {{layers}}]
        public partial class {{name}}
        {
            {{Heads}}
            {{blocks}}
        }
        """;
}
