using NetGen.Compiler.Lowering;
using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>Compares what emitted code computes with what the slow interpreter does, forward and backward, at every width.</summary>
internal static class InterpreterComparison
{
    private const double Tolerance = 1e-4;

    /// <summary>By how much inputs and parameters are moved, relatively, to see what rounding to floats can do to a result.</summary>
    private const double Rounding = 5e-7;

    /// <summary>By how much a float differs at most, relatively, from what it rounds.</summary>
    private const double UnitRoundoff = 1.0 / (1 << 24);

    /// <summary>How often they are moved where the first movement does not explain a difference.</summary>
    private const int MovementsInDoubt = 16;

    /// <summary>How much further they are moved then: what adds up in single precision over a few layers.</summary>
    private const double RoundingInDoubt = 5e-6;

    /// <summary>Fails with a table of all tensors at the first width whose results are others.</summary>
    /// <param name="random">The network.</param>
    /// <param name="create">The network with kernels of so many lanes, its parameters as new.</param>
    /// <param name="number">Decides the numbers that go in.</param>
    /// <param name="title">What a failure names.</param>
    public static void AssertAgrees(RandomNetwork random, Func<int, Network> create, int number, string title)
    {
        LoweredNetwork lowered = RandomNetworkSeed.Planned(random).Lowered;
        PassInput other = RandomInput.For(random, random.Samples + 2, number + 1000);
        PassInput pass = RandomInput.For(random, random.Samples, number);
        Expected? expected = null;
        ReferenceParameters? parameters = null;
        foreach (int lanes in VectorWidths.All)
        {
            Network network = create(lanes);
            RandomInput.Disturb(network, number);
            parameters ??= ReferenceParameters.Of(network, lowered);
            expected ??= Expect(lowered, parameters, pass);
            float[] statistics = network.Memory.Statistics.ToArray();
            var training = new TrainingPass(network, random.Samples + 2, Workers.Single, lossOfIndices: pass.Labels is not null);
            training.Run(other);
            statistics.CopyTo(network.Memory.Statistics);

            float[] prediction = pass.PredictBy(network);
            bool isSame = WorkersFor(pass).All(workers => PredictBy(workers, network, pass).AsSpan().SequenceEqual(prediction));
            float[][] activations = Activations(network, pass);
            PassResult actual = training.Run(pass);

            // Most networks agree as they are: only where one does not, it is interpreted once more to see what rounding may do.
            Differences differences = Compared();
            if (differences.HasFault && expected.Moved.Count == 0)
            {
                expected = expected with { Moved = [Move(lowered, parameters, pass, 1, Rounding)] };
                differences = Compared();
            }

            if (differences.HasFault && expected.Moved.Count == 1)
            {
                // A rounding can choose between two all but equal values of a max-pool, and then the gradient goes elsewhere:
                // one movement may miss that, many do not.
                expected = expected with
                {
                    Moved = [.. Enumerable.Range(2, MovementsInDoubt)
                        .Select(seed => Move(lowered, parameters, pass, seed, RoundingInDoubt))],
                };
                differences = Compared();
            }

            Differences Compared()
            {
                var found = new Differences(Tolerance);
                Compare(found, lowered, expected, prediction, actual, network);
                CompareActivations(found, lowered, expected, activations);
                found.Require("threads that share samples change no bit", isSame);
                return found;
            }

            differences.Assert($"{title}, {lanes} lanes, {pass.Samples} samples\n{random.Source}");
        }
    }

    /// <summary>Threads, and one that runs their ranges in the other order: it finds each time what threads do by chance.</summary>
    private static IEnumerable<Workers> WorkersFor(PassInput pass)
    {
        using var threads = new Workers(3);
        yield return threads;
        yield return Workers.InReverse(2);
        yield return Workers.InReverse(2 + pass.Samples);
    }

    /// <summary>What is predicted when all work is shared that can be cut.</summary>
    private static float[] PredictBy(Workers workers, Network network, PassInput pass)
    {
        var workspace = new Workspace(network.Description.Predict, network.Memory, pass.Samples, workers) { LeastSharedWork = 0 };
        var outputs = new float[pass.Samples * network.OutputSize];
        network.PredictIn(workspace, pass.InputOf(network), outputs, pass.Samples);
        return outputs;
    }

    /// <summary>What each layer gives for all samples; nothing where that is not kept, or depends on the other samples.</summary>
    private static float[][] Activations(Network network, PassInput pass)
    {
        if (!network.HasActivations || network.Description is not { LayerAcrossSamples: null, LayerThatPredictsTwoSamples: null })
            return [];
        float[] input = pass.InputOf(network);
        IReadOnlyList<LayerActivation>[] ofSamples =
        [
            .. Enumerable.Range(0, pass.Samples)
                .Select(sample => network.ActivationsOf(input.AsSpan(sample * network.InputSize, network.InputSize), "sample")),
        ];
        return [.. ofSamples[0].Select((_, layer) => ofSamples.SelectMany(sample => sample[layer].Values).ToArray())];
    }

    private static void CompareActivations(Differences differences, LoweredNetwork lowered, Expected expected, float[][] activations)
    {
        for (int i = 0; i < activations.Length; i++)
        {
            differences.Compare(
                $"activation of {lowered.LayerResults[i].Name}", expected.Activations[i], activations[i],
                Slack(expected.Activations[i], expected.Moved.Select(m => m.Activations[i])));
        }
    }

    private static void Compare(
        Differences differences, LoweredNetwork lowered, Expected expected, float[] prediction, PassResult actual, Network network)
    {
        ReferenceResult exact = expected.Exact;
        differences.Compare(
            "prediction", expected.Prediction, prediction, Slack(expected.Prediction, expected.Moved.Select(m => m.Prediction)));
        differences.Compare("output", exact.Output, actual.Output, Slack(exact.Output, expected.Moved.Select(m => m.Result.Output)));
        for (int i = 0; i < exact.Named.Length; i++)
            differences.Compare(
                network.Description.NamedOutputs[i].Name, exact.Named[i]!, actual.Named[i],
                Slack(exact.Named[i]!, expected.Moved.Select(m => m.Result.Named[i]!)));
        if (exact.Loss is { } loss)
            differences.Compare(
                "loss", [loss], [actual.Loss!.Value], Slack([loss], expected.Moved.Select(m => new[] { m.Result.Loss!.Value })));
        if (exact.AddedLoss is { } added)
            differences.Compare("added loss", added, actual.AddedLoss, Slack(added, expected.Moved.Select(m => m.Result.AddedLoss!)));
        if (exact.InputGradient is not null)
            differences.Compare(
                "input gradient", exact.InputGradient, actual.InputGradient,
                Slack(exact.InputGradient, expected.Moved.Select(m => m.Result.InputGradient!)));
        for (int i = 0; i < exact.Gradients.Length; i++)
        {
            TensorDescription description = network.Description.Parameters[i];
            if (description.IsFrozen)
            {
                differences.Require($"the frozen {description.Name} has no gradient", exact.Gradients[i] is null);
                continue;
            }

            double[] values = exact.Gradients[i] ?? new double[description.Shape.Aggregate(1, (product, size) => product * size)];
            double[] gradient = ReferenceParameters.Logical(
                network.Memory.Gradients, description.Offset, lowered.Parameters.Layout.Parameters[i].Shape);
            differences.Compare(
                $"gradient of {description.Name}", values, Floats(gradient),
                Slack(values, expected.Moved.Select(m => m.Result.Gradients[i] ?? values)));
            differences.Require(
                $"the padding of {description.Name}'s gradient is zero",
                PaddingIsZero(network.Memory.Gradients, description.Offset, lowered.Parameters.Layout.Parameters[i]));
        }

        for (int i = 0; i < exact.Statistics.Length; i++)
        {
            if (exact.Statistics[i] is not { } values)
                continue;
            TensorDescription description = network.Description.Statistics[i];
            double[] statistic = ReferenceParameters.Logical(
                network.Memory.Statistics, description.Offset, lowered.Parameters.Layout.Statistics[i].Shape);
            differences.Compare(
                description.Name, values, Floats(statistic), Slack(values, expected.Moved.Select(m => m.Result.Statistics[i]!)));
        }
    }

    private static Expected Expect(LoweredNetwork lowered, ReferenceParameters parameters, PassInput pass)
    {
        double[] samples = ReferencePass.Doubles(pass.Input);
        return new Expected(
            ReferencePass.Run(lowered, parameters, pass, samples),
            ReferencePass.Predict(lowered, parameters, pass, samples),
            ReferencePass.Activations(lowered, parameters, pass, samples),
            []);
    }

    /// <summary>The results when inputs and parameters are moved by about a rounding, and each result by one.</summary>
    private static Movement Move(LoweredNetwork lowered, ReferenceParameters parameters, PassInput pass, int seed, double rounding)
    {
        double[] samples = Moved(ReferencePass.Doubles(pass.Input), seed, rounding);
        var moved = new ReferenceParameters(
            [.. parameters.Trained.Select((values, i) => Moved(values, seed + i, rounding))],
            [.. parameters.Statistics.Select((values, i) => Moved(values, seed + i, rounding))])
        {
            Round = RoundingOf(new Random(seed)),
        };
        return new Movement(
            ReferencePass.Run(lowered, moved, pass, samples), ReferencePass.Predict(lowered, moved, pass, samples),
            ReferencePass.Activations(lowered, moved, pass, samples));
    }

    private static double[] Moved(double[] values, int seed, double rounding)
    {
        var random = new Random(seed);
        return Array.ConvertAll(values, value => Moved(value, random, rounding));
    }

    private static double Moved(double value, Random random, double rounding) =>
        value * (1 + (((random.NextDouble() * 2) - 1) * rounding));

    /// <summary>
    /// What single precision does to each result: a sum that is 0 whatever the parameters are, as a bias gradient before a batch norm,
    /// shows only so how large its summands are.
    /// </summary>
    private static Func<double, double> RoundingOf(Random random) => value => Moved(value, random, UnitRoundoff);

    /// <summary>What moving by a rounding does to the tensor's worst element; a few roundings happen on the way.</summary>
    private static double Slack(double[] exact, IEnumerable<double[]> movements)
    {
        double largest = 0;
        foreach (double[] moved in movements)
            for (int i = 0; i < exact.Length; i++)
                largest = Math.Max(largest, Math.Abs(exact[i] - moved[i]));
        return 5 * largest;
    }

    private static bool PaddingIsZero(ReadOnlySpan<float> block, int offset, Compiler.Lowering.StoredParameter place)
    {
        for (int i = 0; i < place.Size; i++)
        {
            bool inside = i / place.Shape.PaddedInner < place.Shape.Rows && i % place.Shape.PaddedInner < place.Shape.Inner;
            if (!inside && block[offset + i] != 0)
                return false;
        }

        return true;
    }

    private static float[] Floats(double[] values) => Array.ConvertAll(values, value => (float)value);

    private sealed record Expected(
        ReferenceResult Exact, double[] Prediction, double[][] Activations, IReadOnlyList<Movement> Moved);

    private sealed record Movement(ReferenceResult Result, double[] Prediction, double[][] Activations);
}
