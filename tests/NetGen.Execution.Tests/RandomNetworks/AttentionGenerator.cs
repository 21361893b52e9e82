namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>Attention of all options, over sequences.</summary>
internal sealed class AttentionGenerator(Choices random)
{
    public Chain Attention(Chain chain) => Attention("SelfAttention", random.Of("", ", Causal = true"), chain, turns: true);

    /// <summary>To the steps of a block, of as many features.</summary>
    public Chain AttentionTo(string block, Chain chain) => Attention($"Attention<{block}>", "", chain, turns: false);

    private Chain Attention(string layer, string causal, Chain chain, bool turns)
    {
        SampleShape shape = chain.Output;
        int heads = Divisor(shape.Width);
        int shared = random.OneIn(3) ? Divisor(heads) : heads;
        string rotary = shape.Width / heads % 2 == 0 && random.OneIn(3) && turns ? ", Rotary = true" : "";
        return chain.Then(
            $"{layer}(Heads = {heads}{(shared < heads ? $", KeyValueHeads = {shared}" : "")}"
            + $"{causal}{rotary}{random.Of("", "", ", Dropout = 0.25")}{random.Of("", "", ", Bias = false")})",
            shape);
    }

    private int Divisor(int count) => random.Of<int>([.. Enumerable.Range(1, count).Where(divisor => count % divisor == 0)]);
}
