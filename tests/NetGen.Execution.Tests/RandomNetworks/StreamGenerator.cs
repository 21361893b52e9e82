namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>Networks that can be streams: chains of layers, and of their branches, that need no later step.</summary>
internal sealed class StreamGenerator(Choices random)
{
    private const int MostWork = 40_000;

    private static readonly string[] Activations =
        ["ReLU", "Tanh", "GELU", "SiLU", "Softplus", "LeakyReLU(0.2)", "Dropout(0.25)", "Identity"];

    private readonly List<string> blocks = [];

    /// <summary>The network of a number, as source.</summary>
    public string Network(string className)
    {
        int steps = random.Of(1, 2, 3, 7, 9, 17, 33);
        bool isOfTokens = random.OneIn(3);
        var input = isOfTokens ? SampleShape.Tokens(steps) : SampleShape.Sequence(steps, random.Width());
        var chain = new Chain([], input);
        if (isOfTokens)
        {
            int width = random.Width();
            chain = chain.Then($"Embedding(19, {width}{random.Of("", ", PaddingIndex = 0")})", SampleShape.Sequence(steps, width));
        }

        for (int count = random.Between(1, 5); count > 0; count--)
            chain = Layer(chain, depth: 0);
        if (random.OneIn(5))
            chain = chain.Then($"GRU({random.Width(20)}, Last = true)", chain.Output).Then("Linear(3)", chain.Output);
        return $$"""
            using NetGen;

            namespace {{NetworkGenerator.Namespace}};

            [Network(Stream = true)]
            [Input({{input}}{{(isOfTokens ? random.Of("", ", PaddingToken = 0") : "")}})]
            [{{string.Join("]\n[", chain.Attributes)}}]
            public partial class {{className}}
            {
            {{string.Join("\n", blocks)}}
            }
            """;
    }

    private Chain Layer(Chain chain, int depth)
    {
        SampleShape shape = chain.Output;
        switch (random.Below(depth == 0 ? 13 : 10))
        {
            case 0 or 1:
                int outputs = random.Width(MostWork / shape.Count);
                return chain.Then($"Linear({outputs}{random.Of("", ", Bias = false")})", shape.WithWidth(outputs));
            case 2 or 3:
                int hidden = random.Width(20);
                string kind = random.Of("LSTM", "GRU", "RNN");
                return chain.Then(
                    $"{kind}({hidden}{random.Of("", ", NumLayers = 2", ", Bias = false", ", RecurrentBias = false")})",
                    shape.WithWidth(hidden));
            case 4 or 5:
                return Attention(chain);
            case 6:
                return chain.Then(random.Of("PositionEmbedding", "PositionEmbedding(40)", "PositionEmbedding(Sinusoidal = true)"), shape);
            case 7:
                return chain.Then(
                    shape.Width < 4 ? "Scale" : random.Of("LayerNorm", "RMSNorm", "Scale", "LayerNorm(Bias = false)"), shape);
            case 8:
                return shape.Width > 1 ? chain.Then(random.Of("Softmax", "LogSoftmax", "Softmin"), shape) : chain;
            case 10:
                return chain.Then($"Residual<{Block(shape, shape)}>{random.Of("", "(Repeat = 2)")}", shape);
            case 11:
                string joined = random.Of("Sum", "Multiply");
                return chain.Then($"{joined}<{Block(shape, shape)}, {random.Of("Identity", Block(shape, shape))}>", shape);
            case 12:
                return chain.Then(
                    $"Concat<Identity, {Block(shape, shape)}>", shape.WithWidth(2 * shape.Width));
            default:
                return chain.Then(random.Of(Activations), shape);
        }
    }

    private Chain Attention(Chain chain)
    {
        int width = chain.Output.Width;
        int heads = Divisor(width), shared = random.OneIn(3) ? Divisor(heads) : heads;
        string rotary = width / heads % 2 == 0 && random.OneIn(2) ? ", Rotary = true" : "";
        return chain.Then(
            $"SelfAttention(Heads = {heads}, Causal = true{(shared < heads ? $", KeyValueHeads = {shared}" : "")}{rotary}"
            + $"{random.Of("", ", Bias = false", ", Dropout = 0.5")})", chain.Output);
    }

    /// <summary>A nested block from one shape to another.</summary>
    private string Block(SampleShape from, SampleShape to)
    {
        var inner = new Chain([], from);
        for (int count = random.Between(1, 2); count > 0; count--)
            inner = Layer(inner, depth: 1);
        inner = inner.Then($"Linear({to.Width})", to);
        string name = $"Block{blocks.Count}";
        blocks.Add($"    [{string.Join(", ", inner.Attributes)}]\n    partial class {name} : Block;");
        return name;
    }

    private int Divisor(int count) => random.Of<int>([.. Enumerable.Range(1, count).Where(divisor => count % divisor == 0)]);
}
