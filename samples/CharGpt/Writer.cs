namespace CharGpt;

/// <summary>Writes text with a model, one character after the other.</summary>
/// <param name="model">The model.</param>
/// <param name="random">Draws the characters.</param>
internal sealed class Writer(LanguageModel model, Random random)
{
    private readonly int[] window = new int[TextWindows.Length];
    private readonly float[] scores = new float[TextWindows.Length * Alphabet.Size];

    /// <summary>Continues a text.</summary>
    /// <param name="beginning">The text, of one character at least.</param>
    /// <param name="characters">How many to write.</param>
    /// <param name="temperature">Below 1, likely characters become likelier.</param>
    /// <returns>The beginning and what follows.</returns>
    public string Continue(string beginning, int characters, double temperature)
    {
        List<int> text = [.. Alphabet.Encode(beginning)];
        for (int i = 0; i < characters; i++)
        {
            // A step sees those before it only: what stands behind the text does not matter.
            int known = Math.Min(text.Count, window.Length);
            text[^known..].CopyTo(window);
            model.Predict(window, scores);
            text.Add(Draw(scores.AsSpan((known - 1) * Alphabet.Size, Alphabet.Size), temperature));
        }

        return string.Concat(text.Select(Alphabet.Decode));
    }

    /// <summary>A character by its probability, the softmax of the scores.</summary>
    private int Draw(ReadOnlySpan<float> scoresOfStep, double temperature)
    {
        Span<double> weights = stackalloc double[Alphabet.Size];
        double highest = scoresOfStep.ToArray().Max(), sum = 0;
        for (int token = 0; token < weights.Length; token++)
            sum += weights[token] = Math.Exp((scoresOfStep[token] - highest) / temperature);
        double drawn = random.NextDouble() * sum;
        int last = weights.Length - 1;
        for (int token = 0; token < last; token++)
            if ((drawn -= weights[token]) < 0)
                return token;
        return last;
    }
}
