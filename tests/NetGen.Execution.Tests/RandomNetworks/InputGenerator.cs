namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>The inputs of a random network: the first, with padding in some, and in some another that an operand begins with.</summary>
internal sealed class InputGenerator
{
    private const string OtherName = "other";

    private readonly Choices random;
    private readonly SampleShape input;
    private readonly int vocabulary;
    private readonly bool hasPadding;
    private readonly bool hasLengths;
    private readonly int otherCount;
    private readonly int otherVocabulary;

    public InputGenerator(Choices random, SampleShape input, int vocabulary)
    {
        (this.random, this.input, this.vocabulary) = (random, input, vocabulary);
        bool hasSteps = input.Kind is SampleKind.Tokens or SampleKind.Sequence or SampleKind.Signal;
        hasPadding = vocabulary > 0 && random.OneIn(2);
        hasLengths = hasSteps && !hasPadding && random.OneIn(3);
        if (random.OneIn(6))
            (otherCount, otherVocabulary) = random.OneIn(2) ? (random.Width(9), 0) : (random.Of(1, 3, 5), random.Of(2, 11));
    }

    /// <summary>What a sample is a row of; nothing where it is the one input alone.</summary>
    public IReadOnlyList<RandomSource> Sources => !hasLengths && otherCount == 0
        ? []
        :
        [
            new(input.Count, vocabulary),
            .. hasLengths ? new RandomSource[] { new(1, Steps + 1) } : [],
            .. otherCount > 0 ? new RandomSource[] { new(otherCount, otherVocabulary) } : [],
        ];

    /// <summary>The attributes that state them.</summary>
    public string Attributes
    {
        get
        {
            string axes = input.Kind == SampleKind.Signal ? ", Axes = Axes.ChannelsLength" : "";
            string padding = hasPadding ? ", PaddingToken = 1" : hasLengths ? ", Lengths = true" : "";
            return $"[Input({input}{axes}{padding})]" + (otherCount > 0 ? $"\n[Input({otherCount}, Name = \"{OtherName}\")]" : "");
        }
    }

    private int Steps => input.Kind == SampleKind.Signal ? input.Sizes[1] : input.Sizes[0];

    /// <summary>
    /// Brings in the other input, and then one value for all steps where some may be padding: only losses of class indices may be a step.
    /// </summary>
    public Chain Joined(Chain chain, LayerGenerator layers)
    {
        SampleShape shape = chain.Output;
        if (otherCount > 0 && otherVocabulary > 0 && shape.Kind == SampleKind.Sequence && random.OneIn(2))
        {
            string memory = layers.Block($"From(\"{OtherName}\")", $"Embedding({otherVocabulary}, {shape.Width})");
            chain = new AttentionGenerator(random).AttentionTo(memory, chain);
        }
        else if (otherCount > 0 && otherVocabulary == 0 && shape.Kind == SampleKind.Sequence && random.OneIn(2))
        {
            chain = new RecurrentGenerator(random, LayerGenerator.MostWork).From(OtherName, otherCount, chain);
        }
        else if (otherCount > 0)
        {
            int width = random.Width(9);
            if (shape.Kind != SampleKind.Vector)
                chain = chain.Then("Flatten", SampleShape.Vector(shape.Count));
            string other = otherVocabulary > 0
                ? layers.Block($"From(\"{OtherName}\")", $"Embedding({otherVocabulary}, {width})", "Flatten")
                : layers.Block($"From(\"{OtherName}\")", $"Linear({width})", "Tanh");
            int joined = otherVocabulary > 0 ? otherCount * width : width;
            chain = chain.Then($"Concat<Identity, {other}>", SampleShape.Vector(chain.Output.Width + joined));
        }

        if (!hasPadding && !hasLengths)
            return chain;
        shape = chain.Output;
        return shape.Kind is SampleKind.Sequence or SampleKind.Signal
            ? chain.Then($"Mean(Axis = {(shape.Kind == SampleKind.Signal ? 1 : 0)})", SampleShape.Vector(shape.Width))
            : chain;
    }
}
