using CsCheck;
using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>On streams that nobody thought of, a network step by step gives the bits that it gives for the whole sequence.</summary>
public class RandomStreamTests
{
    private const int Count = 24;

    private static readonly Lazy<(string Name, string Source)[]> Made = new(() =>
    {
        var random = new Choices(new PCG(1, RandomNetworkSeed.Value));
        return
        [
            .. Enumerable.Range(0, Count).Select(number => $"Stream{number}")
                .Select(name => (name, new StreamGenerator(random).Network(name))),
        ];
    });

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile("RandomStreams", Made.Value));

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Count)];

    [Theory, MemberData(nameof(Numbers))]
    public void A_stream_gives_the_bits_of_the_whole_sequence(int number)
    {
        (string name, string source) = Made.Value[number];
        var values = new Random(number);
        foreach (int lanes in VectorWidths.All)
        {
            Network network = Compiled.Value.Create($"{NetworkGenerator.Namespace}.{name}", lanes, seed: number);
            var stream = (PredictionStream)network.GetType().GetMethod("CreateStream")!.Invoke(network, null)!;
            int steps = network.InputShape[0];
            bool isOfTokens = network.InputShape.Length == 1;
            int[] tokens = [.. Enumerable.Range(0, isOfTokens ? steps : 0).Select(_ => values.Next(1, 19))];
            float[] numbers = [.. Enumerable.Range(0, isOfTokens ? 0 : steps * stream.StepSize).Select(_ => (values.NextSingle() * 4) - 2)];
            float[] whole = isOfTokens ? network.Predict(tokens) : network.Predict(numbers), output = [];
            var all = new List<float>();
            for (int step = 0; step < steps; step++)
            {
                output = isOfTokens
                    ? stream.Predict(tokens[step]) : stream.Predict(numbers.AsSpan(step * stream.StepSize, stream.StepSize));
                all.AddRange(output);
            }

            Assert.True(
                whole.AsSpan().SequenceEqual(network.OutputShape.Length == 2 ? [.. all] : output),
                $"stream {number} of seed {RandomNetworkSeed.Value}, {lanes} lanes\n{source}\n{string.Join(" ", whole)}\n"
                + string.Join(" ", all));
        }
    }

    [Theory, MemberData(nameof(Numbers))]
    public void What_each_pass_promises_holds_after_it_and_once_more_changes_nothing(int number)
    {
        (string name, string source) = Made.Value[number];
        NetworkCompilation.Plan($"{NetworkGenerator.Namespace}.{name}", source, report =>
        {
            Assert.True(report.Pass.Faults(report.Program) is [], $"{report}\n{source}");
            string once = report.Pass.Print(report.Program);
            report.Pass.Apply(report.Program);
            Assert.Equal(once, report.Pass.Print(report.Program));
        });
    }

    /// <summary>The layers that keep something, and those that need nothing, are among them.</summary>
    [Theory]
    [InlineData("LSTM(")]
    [InlineData("GRU(")]
    [InlineData("RNN(")]
    [InlineData("SelfAttention(")]
    [InlineData("Rotary = true")]
    [InlineData("KeyValueHeads")]
    [InlineData("PositionEmbedding")]
    [InlineData("Sinusoidal = true")]
    [InlineData("Embedding(19")]
    [InlineData("Residual<")]
    [InlineData("Concat<")]
    [InlineData("Last = true")]
    public void Every_kind_of_layer_is_tried(string part) =>
        Assert.Contains(Made.Value, network => network.Source.Contains(part, StringComparison.Ordinal));
}
