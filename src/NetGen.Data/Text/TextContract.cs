namespace NetGen.Data;

/// <summary>What [Sample] and [Classes] of a set of texts state.</summary>
/// <param name="Steps">The tokens of a sample.</param>
/// <param name="Vocabulary">The most tokens that are learnt.</param>
/// <param name="Classes">The number of classes.</param>
internal sealed record TextContract(int Steps, int Vocabulary, int Classes)
{
    /// <summary>That of texts with a class each.</summary>
    /// <exception cref="InvalidOperationException">The type states something else.</exception>
    public static TextContract OfTexts(Type type, TokenizerKind kind)
    {
        SampleAttribute sample = SampleOf(type, kind);
        if (ClassesOf(type) is not { Per: Per.Sample } classes)
        {
            throw new InvalidOperationException(
                $"{type.Name} has texts with a class each: expected [Classes(n)] on it, without {nameof(Per)}.");
        }

        return new TextContract(sample.Sizes[0], sample.Vocabulary, classes.Count);
    }

    /// <summary>That of windows of a text, each step of which has the next token as its label.</summary>
    /// <exception cref="InvalidOperationException">The type states something else.</exception>
    public static TextContract OfWindows(Type type, TokenizerKind kind)
    {
        SampleAttribute sample = SampleOf(type, kind);
        if (ClassesOf(type) is not { Per: Per.Step } classes || classes.Count != sample.Vocabulary)
        {
            throw new InvalidOperationException(
                $"{type.Name} predicts the next token of each step: expected [Classes({sample.Vocabulary}, {nameof(Per)} = Per.Step)] on "
                    + "it, as many classes as tokens.");
        }

        return new TextContract(sample.Sizes[0], sample.Vocabulary, classes.Count);
    }

    private static ClassesAttribute? ClassesOf(Type type) =>
        (ClassesAttribute?)Attribute.GetCustomAttribute(type, typeof(ClassesAttribute));

    private static SampleAttribute SampleOf(Type type, TokenizerKind kind)
    {
        if (DataSetShapes.OfType(type) is not { Sizes: [> 0], Vocabulary: > 0 } sample)
        {
            throw new InvalidOperationException(
                $"{type.Name} has texts: expected [Sample(64, {nameof(SampleAttribute.Vocabulary)} = 1000)] on it, the tokens of a sample "
                    + "and how many different ones there are.");
        }

        if (sample.PaddingToken != Tokenizer.PaddingToken)
        {
            throw new InvalidOperationException(
                $"{type.Name} states {nameof(SampleAttribute.PaddingToken)} = {sample.PaddingToken}; texts are padded with "
                    + $"{Tokenizer.PaddingToken}.");
        }

        return Tokenizer.ReasonAgainst(kind, sample.Vocabulary) is { } reason
            ? throw new InvalidOperationException(
                $"{type.Name} states {nameof(SampleAttribute.Vocabulary)} = {sample.Vocabulary}. {reason}")
            : sample;
    }
}
