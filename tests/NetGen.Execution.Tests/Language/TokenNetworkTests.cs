using System.Numerics.Tensors;
using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Language;

/// <summary>Networks over tokens: what a caller passes, what a data set gives, and what is refused.</summary>
public class TokenNetworkTests
{
    private const int Steps = 6, Vocabulary = 19, Count = 64;

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile(
        "TokenNetworks",
        [
            ("Sentiment", """
                using NetGen;
                namespace TokenNetworks;

                [Network, Input(6)]
                [Embedding(19, 12, PaddingIndex = 0), PositionEmbedding, Linear(8), ReLU, Dropout(0.1), Flatten, Linear(3)]
                [CrossEntropy]
                public partial class Sentiment;
                """),
            ("Tagger", """
                using NetGen;
                namespace TokenNetworks;

                [Network, Input(6)]
                [Embedding(19, 12, Name = "words"), Linear(12), Tanh, Linear(19, Tied = "words", Bias = false)]
                [CrossEntropy]
                public partial class Tagger;
                """),
            ("Padded", """
                using NetGen;
                namespace TokenNetworks;

                [Network, Input(6, PaddingToken = 0)]
                [Embedding(19, 12, PaddingIndex = 0), Linear(12), Tanh, Linear(5)]
                [CrossEntropy]
                public partial class Padded;
                """),
            ("PaddedFront", """
                using NetGen;
                namespace TokenNetworks;

                [Network, Input(6, PaddingToken = 0)]
                [Embedding(19, 12, PaddingIndex = 0), ClassToken, Linear(5)]
                [CrossEntropy]
                public partial class PaddedFront;
                """),
            ("Numbers", """
                using NetGen;
                namespace TokenNetworks;

                [Network, Input(6), Linear(3), CrossEntropy]
                public partial class Numbers;
                """),
        ]));

    [Fact]
    public void The_padding_row_starts_at_0_and_stays_there()
    {
        Network network = Create("Sentiment");
        Parameter weight = network.Parameters.Single(parameter => parameter.Name == "embedding1.weight");
        Assert.Equal([Vocabulary, 12], weight.Shape.ToArray());
        float[] before = Values(weight);
        Assert.All(before[..12], value => Assert.Equal(0, value));
        Assert.DoesNotContain(0, before[12..]);
        using Trainer trainer = network.CreateTrainer(new AdamW(), batchSize: 8, threads: 1);
        for (int step = 0; step < 3; step++)
            trainer.Step(Tokens(8, step), Labels(8, 3));
        float[] after = Values(weight);
        Assert.All(after[..12], value => Assert.Equal(0, value));
        Assert.NotEqual(before[12..24], after[12..24]);
    }

    [Fact]
    public void All_forms_of_a_prediction_give_the_same()
    {
        Network network = Create("Sentiment");
        int[] tokens = Tokens(5, 1);
        float[] expected = network.Predict(tokens);
        Assert.Equal(15, expected.Length);

        float[] output = new float[15];
        network.Predict(tokens, output.AsSpan());
        Assert.Equal(expected, output);
        NetworkOutputs outputs = network.CreateOutputs(5);
        network.Predict(tokens, outputs);
        Assert.Equal(expected, outputs.Output.ToArray());
        var tensor = new float[15];
        network.Predict(new ReadOnlyTensorSpan<int>(tokens, [5, Steps]), new TensorSpan<float>(tensor, [5, 3]));
        Assert.Equal(expected, tensor);
        using Predictor predictor = network.CreatePredictor(3, threads: 2);
        predictor.Predict(tokens, output.AsSpan());
        Assert.Equal(expected, output);
        for (int sample = 0; sample < 5; sample++)
            Assert.Equal(expected[(sample * 3)..((sample + 1) * 3)], network.Predict(tokens.AsSpan(sample * Steps, Steps)));
    }

    [Theory]
    [InlineData("Sentiment", 16, 1)]
    [InlineData("Sentiment", 1, 3)]
    [InlineData("Tagger", 16, 3)]
    [InlineData("Tagger", 8, 2)]
    [InlineData("Tagger", 4, 1)]
    public void Training_learns_and_does_not_depend_on_threads(string name, int lanes, int threads)
    {
        ArrayDataSet data = DataSet(name);
        Network network = Create(name, lanes);
        double before = network.Evaluate(data, threads).Loss;
        network.Fit(
            data, new Adam(0.01), epochs: 30, batchSize: 16, threads, cancellation: TestContext.Current.CancellationToken);
        Evaluation after = network.Evaluate(data, threads);
        Assert.True(after.Loss < before / 3, $"the loss went from {before} to {after.Loss}");

        Network single = Create(name, lanes);
        single.Fit(
            data, new Adam(0.01), epochs: 30, batchSize: 16, threads: 1, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(network.Parameters.SelectMany(Values), single.Parameters.SelectMany(Values));
    }

    [Fact]
    public void Steps_by_hand_are_those_of_a_step()
    {
        (Network stepped, Network byHand) = (Create("Tagger"), Create("Tagger"));
        int[] tokens = Tokens(4, 2), labels = Labels(4 * Steps, Vocabulary);
        using Trainer first = stepped.CreateTrainer(new SGD(0.1), batchSize: 4, threads: 1);
        using Trainer second = byHand.CreateTrainer(new SGD(0.1), batchSize: 4, threads: 1);
        first.Step(tokens, labels);
        float[] outputs = new float[4 * Steps * Vocabulary], gradient = new float[outputs.Length];
        second.Forward(tokens, outputs.AsSpan());
        Loss.CrossEntropy(outputs, labels, gradient);
        second.Backward(gradient);
        second.Update();
        foreach ((Parameter expected, Parameter actual) in stepped.Parameters.Zip(byHand.Parameters))
            Assert.Equal(Values(expected), Values(actual), (a, b) => Math.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        using Trainer trainer = Create("Tagger").CreateTrainer(new Adam(), batchSize: 8, threads: 1);
        int[] tokens = Tokens(8, 3), labels = Labels(8 * Steps, Vocabulary);
        trainer.Step(tokens, labels);
        trainer.Step(tokens, labels);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int step = 0; step < 10; step++)
            trainer.Step(tokens, labels);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void What_is_no_token_is_refused_with_its_place()
    {
        Network network = Create("Sentiment");
        int[] tokens = Tokens(2, 1);
        tokens[8] = Vocabulary;
        const string Expected =
            "Token 8 (sample 1, step 2 of it) is 19; 'embedding1' of Sentiment has rows for 0 to 18. (Parameter 'tokens')";
        Assert.Equal(Expected, Assert.Throws<ArgumentException>(() => network.Predict(tokens)).Message);
        using Trainer trainer = network.CreateTrainer(new Adam(), batchSize: 2, threads: 1);
        Assert.Equal(Expected, Assert.Throws<ArgumentException>(() => trainer.Step(tokens, Labels(2, 3))).Message);
        Assert.Equal(Expected, Assert.Throws<ArgumentException>(() => trainer.Forward(tokens, new float[6].AsSpan())).Message);
        tokens[8] = -1;
        Assert.Contains("is -1;", Assert.Throws<ArgumentException>(() => network.Predict(tokens)).Message);
        Assert.Equal(
            "'embedding1' of Sentiment takes samples of 6 tokens, [6] each; "
            + "expected a positive multiple of that, got 5 tokens. (Parameter 'tokens')",
            Assert.Throws<ArgumentException>(() => network.Predict(new int[5])).Message);
    }

    [Fact]
    public void Numbers_in_the_place_of_tokens_are_refused()
    {
        Network network = Create("Sentiment");
        using Trainer trainer = network.CreateTrainer(new Adam(), batchSize: 2, threads: 1);
        const string Expected = "'embedding1' of Sentiment takes tokens, whole numbers below 19, as int; got floats. (Parameter '";
        Assert.StartsWith(Expected, Assert.Throws<ArgumentException>(() => network.Predict(new float[6])).Message);
        Assert.StartsWith(Expected, Assert.Throws<ArgumentException>(() => trainer.Step(new float[12], Labels(2, 3))).Message);

        // Whole numbers are numbers: a list of constants is one of int to C#.
        Network numbers = Create("Numbers");
        Assert.Equal(numbers.Predict([1f, 0f, 2f, 0f, 3f, -1f]), numbers.Predict([1, 0, 2, 0, 3, -1]));

        trainer.Forward(Tokens(2, 1), new float[6].AsSpan());
        Assert.StartsWith(
            "'embedding1' of Sentiment takes tokens, which have no gradient",
            Assert.Throws<ArgumentException>(() => trainer.Backward(new float[6], new float[12])).Message);
    }

    /// <summary>Labels at padding steps are any numbers, which nobody reads.</summary>
    [Theory]
    [InlineData("Padded", 0)]
    [InlineData("PaddedFront", 1)]
    public void Labels_of_padding_do_not_count(string name, int front)
    {
        const int Samples = 4, Classes = 5;
        int[] tokens = [3, 4, 0, 0, 0, 0, 7, 8, 9, 1, 2, 3, 0, 5, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0];
        bool[] counts = [.. Enumerable.Range(0, Samples).SelectMany(sample => Enumerable.Repeat(true, front)
            .Concat(Enumerable.Range(0, Steps).Select(step => tokens[(sample * Steps) + step] != 0 || (sample == 3 && step == 0))))];
        var random = new Random(4);
        int[] labels = [.. counts.Select(counted => counted ? random.Next(Classes) : random.Next(-9, 99))];
        int[] ignored = [.. labels.Zip(counts, (label, counted) => counted ? label : -100)];

        Network network = Create(name);
        float[] outputs = network.Predict(tokens);
        float expected = Loss.CrossEntropy(outputs, ignored);
        var data = new ArrayDataSet(tokens, Steps, Vocabulary, labels, Classes);
        Evaluation evaluation = network.Evaluate(data);
        Assert.Equal(expected, evaluation.Loss, 1e-5);
        Assert.Equal(counts.Count(counted => counted), evaluation.Confusion!.Total);
        using Trainer trainer = network.CreateTrainer(new SGD(0.1), Samples, threads: 1);
        Assert.Equal(expected, trainer.Step(tokens, labels), 1e-5f);

        Network fitted = Create(name);
        fitted.Fit(
            data, new SGD(0.1), epochs: 1, batchSize: Samples, options: new FitOptions { Shuffle = false },
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(network.Parameters.SelectMany(Values), fitted.Parameters.SelectMany(Values));

        labels[^1] = 0;
        labels[0] = Classes;
        Assert.Contains("is 5; expected 0 to 4", Assert.Throws<ArgumentException>(() => trainer.Step(tokens, labels)).Message);
    }

    [Fact]
    public void A_data_set_must_fit()
    {
        Network network = Create("Sentiment");
        var wide = new ArrayDataSet(Tokens(4, 1), Steps, Vocabulary + 1, Labels(4, 3), 3);
        Assert.StartsWith(
            "'arrays' has the tokens 0 to 19; 'embedding1' of Sentiment has rows for 0 to 18.",
            Assert.Throws<ArgumentException>(() => network.Evaluate(wide)).Message);
        var numbers = new ArrayDataSet(new float[24], Labels(4, 3), 3, [6]);
        Assert.StartsWith(
            "'arrays' has samples of numbers; 'embedding1' of Sentiment takes tokens.",
            Assert.Throws<ArgumentException>(() => network.Evaluate(numbers)).Message);
        Assert.StartsWith(
            "'arrays' has samples of tokens; 'linear1' of Numbers takes numbers.",
            Assert.Throws<ArgumentException>(() => Create("Numbers").Evaluate(DataSet("Sentiment"))).Message);
        Assert.Contains(
            "step 1; expected 0 to 18",
            Assert.Throws<ArgumentException>(() => new ArrayDataSet(new[] { 0, 19 }, 2, 19, new[] { 0 }, 2)).Message);
    }

    private static Network Create(string name, int lanes = 16) => Compiled.Value.Create("TokenNetworks." + name, lanes);

    /// <summary>The label of a sample is decided by its first token, that of a step by its own.</summary>
    private static ArrayDataSet DataSet(string name)
    {
        int[] tokens = Tokens(Count, 7);
        return name == "Tagger"
            ? new ArrayDataSet(tokens, Steps, Vocabulary, Array.ConvertAll(tokens, token => (token * 7) % Vocabulary), Vocabulary)
            : new ArrayDataSet(tokens, Steps, Vocabulary, Enumerable.Range(0, Count).Select(i => tokens[i * Steps] % 3).ToArray(), 3);
    }

    private static int[] Tokens(int samples, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, samples * Steps).Select(_ => random.Next(Vocabulary))];
    }

    private static int[] Labels(int count, int classes) => [.. Enumerable.Range(0, count).Select(i => i % classes)];

    private static float[] Values(Parameter parameter)
    {
        var values = new float[parameter.Count];
        parameter.CopyTo(values);
        return values;
    }
}
