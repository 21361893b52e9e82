using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Language;

/// <summary>Streams: a network step by step gives what it gives for the whole sequence, bit for bit.</summary>
public class StreamTests
{
    private static readonly (string Name, string Layers, string Blocks)[] Networks =
    [
        ("Lstm", "Input(9, 5), LSTM(12, NumLayers = 2, Dropout = 0.5), Linear(3)", ""),
        ("Gru", "Input(9, 5), LayerNorm, GRU(33), ReLU, Dropout, GRU(3, Bias = false), Softmax", ""),
        ("Rnn", "Input(9, 1), RNN(20), RNN(4, Nonlinearity = \"relu\", RecurrentBias = false), Scale, RMSNorm", ""),
        ("LastState", "Input(9, 5), LSTM(16, Last = true), BatchNorm, Linear(2), Tanh", ""),
        ("Attention", "Input(9, 8), SelfAttention(Heads = 2, Causal = true), Linear(5), GELU", ""),
        (
            "Llama", "Input(9), Embedding(11, 24), Layer(Repeat = 2), RMSNorm, Linear(11)",
            """
            [Residual<Mixed>, Residual<Gated>] partial class Layer : Block
            {
                [RMSNorm, SelfAttention(Heads = 4, KeyValueHeads = 2, Causal = true, Rotary = true, Bias = false)]
                partial class Mixed : Block;
                [RMSNorm, Multiply<Up, Gate>, Linear(24, Bias = false)] partial class Gated : Block;
                [Linear(40, Bias = false)] partial class Up : Block;
                [Linear(40, Bias = false), SiLU] partial class Gate : Block;
            }
            """),
        (
            "Gpt", "Input(9, PaddingToken = 0), Embedding(11, 16, Name = \"words\"), PositionEmbedding(20), Layer(Repeat = 2), "
                + "Linear(11, Tied = \"words\")",
            """
            [Residual<Mixed>, Residual<Wide>] partial class Layer : Block
            {
                [LayerNorm, SelfAttention(Heads = 4, Causal = true, Dropout = 0.2), Dropout] partial class Mixed : Block;
                [LayerNorm, Linear(64), GELU, Linear(16)] partial class Wide : Block;
            }
            """),
        (
            "Joined", "Input(9, 6), Linear(8, Name = \"first\"), PositionEmbedding(Sinusoidal = true), Concat<Loop, Skip>, GLU, "
                + "Sum<Identity, Identity>",
            "[GRU(8)] partial class Loop : Block; [From(\"first\"), Tanh] partial class Skip : Block;"),
        (
            "Drawn", "Input(9, 5), GRU(8), Reparameterize<Middle, Spread>, Linear(3), Tanh, MSE",
            "[GRU(6)] partial class Middle : Block; [Linear(6)] partial class Spread : Block;"),
    ];

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile(
        "Streams", Networks.Select(network => (network.Name, $$"""
            using NetGen;
            namespace Streams;
            [Network(Stream = true), {{network.Layers}}]
            public partial class {{network.Name}}
            {
                {{network.Blocks}}
            }
            """))));

    public static TheoryData<string> Names => [.. Networks.Select(network => network.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Its_outputs_are_the_whole_sequences_to_the_bit(string name)
    {
        foreach (int lanes in VectorWidths.All)
        {
            Network network = Create(name, lanes);
            PredictionStream stream = Stream(network);
            int steps = network.InputShape[0];
            for (int sequence = 0; sequence < 2; sequence++)
            {
                float[] whole = Whole(network, sequence, steps, out int[]? tokens, out float[]? numbers);
                float[] output = new float[stream.OutputSize];
                for (int step = 0; step < steps; step++)
                {
                    Assert.Equal(step, stream.Steps);
                    if (tokens is not null)
                        stream.Predict(tokens[step], output);
                    else
                        stream.Predict(numbers.AsSpan(step * stream.StepSize, stream.StepSize), output);
                    if (network.OutputShape.Length == 2)
                        Assert.Equal(whole.AsSpan(step * output.Length, output.Length), output.AsSpan());
                }

                if (network.OutputShape.Length == 1)
                    Assert.Equal(whole, output);
                stream.Reset();
            }
        }
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        Network network = Create("Gpt", VectorWidth.Preferred);
        PredictionStream stream = Stream(network);
        float[] output = new float[stream.OutputSize];
        stream.Predict(3, output);
        stream.Predict(4, output);
        long before = GC.GetAllocatedBytesForCurrentThread();
        stream.Predict(5, output);
        stream.Reset();
        stream.Predict(6, output);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Streams_of_one_network_do_not_disturb_each_other()
    {
        Network network = Create("Lstm", VectorWidth.Preferred);
        (PredictionStream a, PredictionStream b) = (Stream(network), Stream(network));
        float[] step = [1, 2, 3, 4, 5], other = [-1, 0, 0, 0, 2];
        float[] first = a.Predict(step);
        b.Predict(other);
        float[] second = a.Predict(other);
        PredictionStream alone = Stream(network);
        Assert.Equal(first, alone.Predict(step));
        Assert.Equal(second, alone.Predict(other));
    }

    [Fact]
    public void A_stream_ends_where_its_layers_keep_something_of_each_step()
    {
        PredictionStream stream = Stream(Create("Attention", VectorWidth.Preferred));
        Assert.Equal(9, stream.MaxSteps);
        float[] step = new float[8];
        for (int i = 0; i < 9; i++)
            stream.Predict(step);
        Assert.Equal(
            "The stream of Attention has taken all of its 9 steps, of each of which its layers keep something; Reset() begins another "
            + "sequence.", Assert.Throws<InvalidOperationException>(() => stream.Predict(step)).Message);
        stream.Reset();
        stream.Predict(step);
        PredictionStream endless = Stream(Create("Gru", VectorWidth.Preferred));
        Assert.Null(endless.MaxSteps);
        for (int i = 0; i < 20; i++)
            endless.Predict(new float[5]);
        Assert.Equal(20, endless.Steps);
    }

    [Fact]
    public void What_is_no_step_is_refused()
    {
        PredictionStream numbers = Stream(Create("Lstm", VectorWidth.Preferred)), tokens = Stream(Create("Gpt", VectorWidth.Preferred));
        Assert.StartsWith(
            "A step of Lstm has 5 floats; got 4.", Assert.Throws<ArgumentException>(() => numbers.Predict(new float[4])).Message);
        Assert.StartsWith(
            "A step gives 3 floats; there is room for 2.",
            Assert.Throws<ArgumentException>(() => numbers.Predict(new float[5], new float[2])).Message);
        Assert.StartsWith("Lstm takes steps of 5 floats; got a token.", Assert.Throws<ArgumentException>(() => numbers.Predict(1)).Message);
        Assert.StartsWith(
            "Step 0 is the token 11; 'words' of Gpt has rows for 0 to 10.",
            Assert.Throws<ArgumentOutOfRangeException>(() => tokens.Predict(11)).Message);
        Assert.StartsWith("'words' of Gpt takes tokens", Assert.Throws<ArgumentException>(() => tokens.Predict(new float[1])).Message);
        Assert.Equal(0, tokens.Steps);
    }

    private static Network Create(string name, int lanes) => Compiled.Value.Create($"Streams.{name}", lanes, seed: 5);

    private static PredictionStream Stream(Network network) =>
        (PredictionStream)network.GetType().GetMethod("CreateStream")!.Invoke(network, null)!;

    private static float[] Whole(Network network, int seed, int steps, out int[]? tokens, out float[]? numbers)
    {
        var random = new Random(seed);
        (tokens, numbers) = (null, null);
        if (network.InputShape.Length == 1)
        {
            tokens = [.. Enumerable.Range(0, steps).Select(_ => random.Next(1, 11))];
            return network.Predict(tokens);
        }

        numbers = [.. Enumerable.Range(0, steps * network.InputShape[1]).Select(_ => (random.NextSingle() * 4) - 2)];
        return network.Predict(numbers);
    }
}
