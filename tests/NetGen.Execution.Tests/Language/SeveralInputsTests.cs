using System.Reflection;
using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Language;

/// <summary>Networks with several inputs, and with lengths: the forms that are emitted for them, data sets, and what is refused.</summary>
public class SeveralInputsTests
{
    private const int Count = 70, Steps = 6;

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile(
        "SeveralInputs",
        [
            ("Networks", """
                using System;
                using NetGen;
                namespace SeveralInputs;

                [Network, Input(1, 5, 5, Name = "image"), Input(3, Name = "event"), Input(4, Name = "words")]
                [Conv2d(3, 3), ReLU, Flatten, Concat<Identity, Time, Words>, Linear(12), Tanh, Linear(3), CrossEntropy]
                public partial class Joined
                {
                    [From("event"), Linear(5), Tanh] partial class Time : Block;
                    [From("words"), Embedding(11, 4), Flatten] partial class Words : Block;
                }

                [Network, Input(6, 4, Lengths = true), Linear(8), Tanh, SelfAttention(Heads = 2), Mean(Axis = 0), Linear(2), CrossEntropy]
                public partial class Sensor;

                [Network, Input(4, 6, Axes = Axes.ChannelsLength, Lengths = true), Transpose, Linear(3), CrossEntropy]
                public partial class Labelled;

                [Network, Input(6, Name = "sample"), Input(2, Name = "label"), Concat<Identity, Label>, Linear(4), Tanh]
                [Linear(6), MSE(Target = Target.Input)]
                public partial class Conditional
                {
                    [From("label")] partial class Label : Block;
                }

                [Network, Input(4, Name = "weights"), Input(3, Name = "event"), Concat<Identity, Event>, Linear(2), MSE]
                public partial class Regression
                {
                    [From("event")] partial class Event : Block;
                }

                [Network, Input(4, Name = "sample"), Input(2, Name = "one"), Input(3, Name = "two"), Concat<Identity, One, Two>]
                [Linear(4), MSE(Target = Target.Input)]
                public partial class Twofold
                {
                    [From("one")] partial class One : Block;
                    [From("two")] partial class Two : Block;
                }

                [DataSet, Sample(1, 5, 5), Sample(3, Name = "event"), Sample(4, Vocabulary = 11, Name = "words"), Classes(3)]
                public sealed class Events(float[] images, float[] times, int[] words, int[] labels) : IDataSet
                {
                    public string Name => "events";
                    public int Count => labels.Length;
                    public int SampleSize => 25;
                    public int Classes => 3;
                    public int LabelsPerSample => 1;
                    public void CopySamples(ReadOnlySpan<int> indices, Span<float> to) => Copy(images, 25, indices, to);
                    public void CopyInput(string name, ReadOnlySpan<int> indices, Span<float> to) => Copy(times, 3, indices, to);
                    public void CopyInput(string name, ReadOnlySpan<int> indices, Span<int> to) => Copy(words, 4, indices, to);
                    public void CopyLabels(ReadOnlySpan<int> indices, Span<int> to) => Copy(labels, 1, indices, to);
                    public void CopyTargets(ReadOnlySpan<int> indices, Span<float> to) => throw new NotSupportedException();
                    private static void Copy<T>(T[] from, int size, ReadOnlySpan<int> indices, Span<T> to)
                    {
                        for (int i = 0; i < indices.Length; i++)
                            from.AsSpan(indices[i] * size, size).CopyTo(to[(i * size)..]);
                    }
                }

                public static class Caller
                {
                    public static float[] Joined(Network network, float[] image, float[] time, int[] words)
                    {
                        var joined = (Joined)network;
                        var output = new float[image.Length / 25 * 3];
                        joined.Predict(image, time, words, output);
                        if (!output.AsSpan().SequenceEqual(joined.Predict(image, time, words)))
                            throw new InvalidOperationException("the forms of Predict differ");
                        return output;
                    }

                    public static float Step(Network network, float[] image, float[] time, int[] words, int[] labels)
                    {
                        using Joined.Trainer trainer = ((Joined)network).CreateTrainer(new SGD(0.1), labels.Length, threads: 2, seed: 3);
                        return trainer.Step(image, time, words, labels) + trainer.Step(image, time, words, labels);
                    }

                    public static float StepWeighted(
                        Network network, float[] image, float[] time, int[] words, int[] labels, float[] weights)
                    {
                        using Joined.Trainer trainer = ((Joined)network).CreateTrainer(new SGD(0.1), labels.Length);
                        return trainer.Step(image, time, words, labels, weights);
                    }

                    public static float StepOfNumbers(Network network, float[] sample, float[] time, float[] targets, float[]? weights)
                    {
                        using Regression.Trainer trainer = ((Regression)network).CreateTrainer(new SGD(0.1), targets.Length / 2);
                        return weights is null
                            ? trainer.Step(sample, time, targets)
                            : trainer.Step(sample, time, targets, weights);
                    }

                    public static float StepOfThree(Network network, float[] sample, float[] one, float[] two, float[]? weights)
                    {
                        using Twofold.Trainer trainer = ((Twofold)network).CreateTrainer(new SGD(0.1), sample.Length / 4);
                        return weights is null ? trainer.Step(sample, one, two) : trainer.Step(sample, one, two, weights);
                    }

                    public static float[] Gradients(Network network, float[] image, float[] time, int[] words, float[] gradient)
                    {
                        using Joined.Trainer trainer = ((Joined)network).CreateTrainer(new SGD(0.1), image.Length / 25);
                        var outputs = new float[gradient.Length];
                        trainer.Forward(image, time, words, outputs);
                        var (ofImage, ofTime) = (new float[image.Length], new float[time.Length]);
                        trainer.Backward(gradient, ofImage, ofTime);
                        trainer.Forward(image, time, words, outputs);
                        var onlyTime = new float[time.Length];
                        trainer.Backward(gradient, @eventGradient: onlyTime);
                        if (!onlyTime.AsSpan().SequenceEqual(ofTime))
                            throw new InvalidOperationException("a gradient depends on which are wanted");
                        return [.. ofImage, .. ofTime];
                    }

                    public static float[] Sensor(Network network, float[] input, int[] lengths) =>
                        ((Sensor)network).Predict(input, lengths);

                    public static float[] Conditional(Network network, float[] sample, float[] label) =>
                        ((Conditional)network).Predict(sample, label);

                    public static float StepConditional(Network network, float[] sample, float[] label)
                    {
                        using var trainer = ((Conditional)network).CreateTrainer(new SGD(0.1), label.Length / 2);
                        return trainer.Step(sample, label);
                    }

                    public static float StepConditionalWeighted(Network network, float[] sample, float[] label, float[] weights)
                    {
                        using var trainer = ((Conditional)network).CreateTrainer(new SGD(0.1), label.Length / 2);
                        return trainer.Step(sample, label, weights);
                    }

                    public static IDataSet Events(float[] images, float[] times, int[] words, int[] labels) =>
                        new Events(images, times, words, labels);
                }
                """),
        ]));

    private readonly float[] images = Numbers(Count * 25, 1);
    private readonly float[] times = Numbers(Count * 3, 2);
    private readonly int[] words = Whole(Count * 4, 11, 3);
    private readonly int[] labels = Whole(Count, 3, 4);

    [Fact]
    public void Inputs_are_handed_over_one_by_one()
    {
        Network network = Create("Joined");
        float[] all = Call<float[]>("Joined", network, images, times, words);
        for (int sample = 0; sample < Count; sample += 23)
        {
            float[] one = Call<float[]>(
                "Joined", network, images[(25 * sample)..(25 * (sample + 1))], times[(3 * sample)..(3 * (sample + 1))],
                words[(4 * sample)..(4 * (sample + 1))]);
            for (int i = 0; i < one.Length; i++)
                Assert.Equal(all[(3 * sample) + i], one[i], 1e-5);
        }

        // Each input has its part in the output.
        float[] otherTimes = Numbers(Count * 3, 9);
        Assert.NotEqual(all, Call<float[]>("Joined", network, images, otherTimes, words));
        Assert.NotEqual(all, Call<float[]>("Joined", network, images, times, Whole(Count * 4, 11, 8)));
    }

    /// <summary>The slopes of the outputs, weighted, by each of the inputs of numbers.</summary>
    [Fact]
    public void Gradients_come_back_one_by_one()
    {
        const int Samples = 3;
        Network network = Create("Joined");
        (float[] image, float[] time, int[] tokens) = (images[..(25 * Samples)], times[..(3 * Samples)], words[..(4 * Samples)]);
        float[] weights = Numbers(3 * Samples, 7);
        float[] gradients = Call<float[]>("Gradients", network, image, time, tokens, weights);
        Assert.Equal(28 * Samples, gradients.Length);
        foreach (int place in (int[])[0, 30, 74])
            Assert.Equal(Slope(image, place), gradients[place], 2e-2);
        foreach (int place in (int[])[0, 4, 8])
            Assert.Equal(Slope(time, place), gradients[image.Length + place], 2e-2);

        double Slope(float[] values, int place)
        {
            const float Move = 1e-2f;
            float before = values[place];
            values[place] = before + Move;
            double above = Weighted();
            values[place] = before - Move;
            double below = Weighted();
            values[place] = before;
            return (above - below) / (2 * Move);
        }

        double Weighted() => Call<float[]>("Joined", network, image, time, tokens)
            .Zip(weights, (value, weight) => (double)value * weight).Sum();
    }

    [Fact]
    public void A_step_by_hand_is_that_of_a_fit()
    {
        Network byHand = Create("Joined"), fitted = Create("Joined");
        float sum = Call<float>("Step", byHand, images, times, words, labels);
        var data = new ArrayDataSet(images, labels, 3, [1, 5, 5]).WithInput("event", times).WithInput("words", words);
        IReadOnlyList<EpochResult> results = fitted.Fit(
            data, new SGD(0.1), 2, Count, 1, 3, new FitOptions { Shuffle = false }, TestContext.Current.CancellationToken);
        Assert.Equal(sum, results.Sum(result => result.Loss), 1e-5);
        Assert.Equal(byHand.Memory.Parameters.ToArray(), fitted.Memory.Parameters.ToArray());
        Evaluation evaluation = fitted.Evaluate(data);
        Assert.InRange(evaluation.Accuracy, 0.3, 1);

        // A set of the user's own says the same by [Sample]s.
        IDataSet own = Call<IDataSet>("Events", images, times, words, labels);
        Assert.Equal(evaluation, fitted.Evaluate(own) with { Confusion = evaluation.Confusion });
    }

    /// <summary>A sample of weight 2 is one that stands twice: by labels, by targets, and where the first input is the target.</summary>
    [Fact]
    public void A_step_takes_weights_of_samples()
    {
        int[] stands = [0, 0, 2, 3];
        float[] weights = [2, 0, 1, 1];
        RequireSame(
            "Joined",
            network => Call<float>("StepWeighted", network, Rows(images, 25), Rows(times, 3), words[..16], labels[..4], weights),
            network => Call<float>(
                "StepWeighted", network, Repeated(images, 25), Repeated(times, 3),
                stands.SelectMany(i => words[(4 * i)..((4 * i) + 4)]).ToArray(), stands.Select(i => labels[i]).ToArray(),
                new float[] { 1, 1, 1, 1 }));
        float[] samples = Numbers(16, 11), targets = Numbers(8, 12), one = Numbers(8, 13), two = Numbers(24, 14);
        RequireSame(
            "Regression",
            network => Call<float>("StepOfNumbers", network, samples, Rows(times, 3), targets, weights),
            network => Call<float>("StepOfNumbers", network, Repeated(samples, 4), Repeated(times, 3), Repeated(targets, 2), null!));
        RequireSame(
            "Twofold",
            network => Call<float>("StepOfThree", network, samples, one, Rows(times, 3), weights),
            network => Call<float>("StepOfThree", network, Repeated(samples, 4), Repeated(one, 2), Repeated(times, 3), null!));
        RequireSame(
            "Conditional",
            network => Call<float>("StepConditionalWeighted", network, two, one, weights),
            network => Call<float>("StepConditional", network, Repeated(two, 6), Repeated(one, 2)));

        static float[] Rows(float[] values, int size) => values[..(4 * size)];

        float[] Repeated(float[] values, int size) => [.. stands.SelectMany(i => values[(size * i)..(size * (i + 1))])];

        static void RequireSame(string name, Func<Network, float> weighted, Func<Network, float> repeated)
        {
            Network first = Create(name), second = Create(name);
            Assert.Equal(repeated(second), weighted(first), 1e-5f);
            float[] expected = second.Memory.Parameters.ToArray(), actual = first.Memory.Parameters.ToArray();
            for (int i = 0; i < expected.Length; i++)
                Assert.Equal(expected[i], actual[i], 1e-5f);
        }
    }

    [Fact]
    public void What_lies_behind_the_length_does_not_matter()
    {
        Network network = Create("Sensor");
        int[] lengths = [.. Enumerable.Range(0, Count).Select(sample => sample % (Steps + 1))];
        float[] series = Numbers(Count * Steps * 4, 5), other = [.. series];
        for (int i = 0; i < other.Length; i++)
            if (i / 4 % Steps >= Math.Max(1, lengths[i / 4 / Steps]))
                other[i] = 1000 + i;
        float[] expected = Call<float[]>("Sensor", network, series, lengths);
        Assert.Equal(expected, Call<float[]>("Sensor", network, other, lengths));
        Assert.NotEqual(expected, Call<float[]>("Sensor", network, series, Enumerable.Repeat(Steps, Count).ToArray()));
        var data = new ArrayDataSet(series, Whole(Count, 2, 6), 2, [Steps, 4]).WithLengths(lengths);
        network.Fit(data, new Adam(), 1, cancellation: TestContext.Current.CancellationToken);
        Assert.True(double.IsFinite(network.Evaluate(data).Loss));
    }

    /// <summary>Labels there may be any number.</summary>
    [Fact]
    public void Labels_behind_the_length_do_not_count()
    {
        Network network = Create("Labelled");
        int[] lengths = [.. Enumerable.Range(0, Count).Select(sample => 1 + (sample % Steps))];
        float[] series = Numbers(Count * Steps * 4, 5);
        int[] ofSteps = Whole(Count * Steps, 3, 7), wrong = [.. ofSteps];
        for (int i = 0; i < wrong.Length; i++)
            if (i % Steps >= lengths[i / Steps])
                wrong[i] = -7;
        Evaluation expected = Evaluated(ofSteps), actual = Evaluated(wrong);
        Assert.Equal(expected.Loss, actual.Loss);
        Assert.Equal(expected.Accuracy, actual.Accuracy);

        Evaluation Evaluated(int[] all) => network.Evaluate(
            new ArrayDataSet(series, all, 3, [4, Steps]) { Name = "series" }.WithLengths(lengths));
    }

    [Fact]
    public void The_first_input_can_be_the_target()
    {
        Network network = Create("Conditional");
        float[] samples = Numbers(10 * 6, 1), given = Numbers(10 * 2, 2);
        float[] output = Call<float[]>("Conditional", network, samples, given);
        double expected = output.Zip(samples, (a, b) => (double)(a - b) * (a - b)).Average();
        Assert.Equal(expected, network.Evaluate(new ArrayDataSet(samples, [6]).WithInput("label", given)).Loss, 1e-5);
        Assert.Equal(expected, Call<float>("StepConditional", network, samples, given), 1e-5);

        // Where all inputs are numbers, a sample may also be given as the row that it is.
        float[] rows = [.. Enumerable.Range(0, 10).SelectMany(i => samples[(6 * i)..(6 * i + 6)].Concat(given[(2 * i)..(2 * i + 2)]))];
        Assert.Equal(Call<float[]>("Conditional", Create("Conditional"), samples, given), Create("Conditional").Predict(rows));
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_name()
    {
        Network network = Create("Joined"), sensor = Create("Sensor");
        Assert.Contains("as image", Refused(() => Call<float[]>("Joined", network, new float[24], times, words)));
        Assert.Contains("'event'", Refused(() => Call<float[]>("Joined", network, images, times[3..], words)));
        Assert.Contains("rows for 0 to 10", Refused(() => Call<float[]>("Joined", network, images, times, Whole(Count * 4, 30, 1))));
        Assert.Contains("expected finite numbers", Refused(
            () => Call<float>("Step", network, images, times.Select(_ => float.NaN).ToArray(), words, labels)));
        Assert.Contains("'words' (tokens)", Assert.Throws<ArgumentException>(() => network.Predict(new float[32])).Message);
        Assert.Contains("has the length 7", Refused(() => Call<float[]>("Sensor", sensor, new float[24], new[] { 7 })));
        Assert.Contains("of another instance", Assert.Throws<ArgumentException>(() =>
        {
            using var rows = new InputRows(Create("Joined"), 25, "image", isTraining: false);
            network.Predict(rows);
        }).Message);
        var without = new ArrayDataSet(images, labels, 3, [1, 5, 5]);
        Assert.Contains("no input 'event'", Assert.Throws<NotSupportedException>(() => network.Evaluate(without)).Message);
        Assert.Contains(
            "no lengths of 'input'",
            Assert.Throws<NotSupportedException>(
                () => sensor.Evaluate(new ArrayDataSet(new float[24], new[] { 1 }, 2, [Steps, 4]))).Message);

        static string Refused(Action action) =>
            Assert.IsType<ArgumentException>(Assert.Throws<TargetInvocationException>(action).InnerException).Message;
    }

    [Fact]
    public void A_prediction_and_a_step_allocate_nothing()
    {
        Network network = Create("Joined");
        using Trainer trainer = network.CreateTrainer(new SGD(0.1), 2, threads: 1);
        Network labelled = Create("Labelled");
        using Trainer ofSteps = labelled.CreateTrainer(new SGD(0.1), 2, threads: 1);
        float[] series = Numbers(2 * Steps * 4, 5);
        int[] each = Whole(2 * Steps, 3, 7);
        var output = new float[6];
        for (int i = 0; i < 3; i++)
            Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Run()
        {
            using var rows = new InputRows(network, 50, "image", isTraining: true);
            rows.Put(0, images.AsSpan(0, 50), "image");
            rows.Put(1, times.AsSpan(0, 6), "event");
            rows.Put(2, words.AsSpan(0, 8), "words");
            network.Predict(rows, output);
            trainer.Step(rows, labels.AsSpan(0, 2));
            using var padded = new InputRows(labelled, series.Length, "input", isTraining: true);
            padded.Put(0, series, "input");
            padded.PutLengths(0, [4, Steps], "lengths");
            ofSteps.Step(padded, each);
        }
    }

    private static Network Create(string name) => Compiled.Value.Create($"SeveralInputs.{name}", lanes: 8, seed: 1);

    private static T Call<T>(string method, params object[] arguments) => (T)Compiled.Value.Types(lanes: 8)
        .Single(type => type.Name == "Caller").GetMethod(method)!.Invoke(null, arguments)!;

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }

    private static int[] Whole(int count, int below, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(below))];
    }
}
