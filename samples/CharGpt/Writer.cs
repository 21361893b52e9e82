using NetGen;

namespace CharGpt;

/// <summary>Writes text with a model, one character after the other.</summary>
/// <param name="model">The model.</param>
/// <param name="sampler">Draws the characters.</param>
internal sealed class Writer(LanguageModel model, TokenSampler sampler)
{
    private readonly float[] scores = new float[Alphabet.Size];

    /// <summary>Continues a text.</summary>
    /// <param name="beginning">The text, of one character at least.</param>
    /// <param name="characters">How many to write.</param>
    /// <returns>The beginning and what follows.</returns>
    public string Continue(string beginning, int characters)
    {
        List<int> text = [.. Alphabet.Encode(beginning)];
        PredictionStream stream = model.CreateStream();
        int read = 0;
        for (int i = 0; i < characters; i++)
        {
            // The model knows so many positions: a full stream begins again with the second half of what it has read.
            if (stream.Steps == stream.MaxSteps)
            {
                stream.Reset();
                read = text.Count - (TextWindows.Length / 2);
            }

            while (read < text.Count)
                stream.Predict(text[read++], scores);
            text.Add(sampler.Sample(scores));
        }

        return string.Concat(text.Select(Alphabet.Decode));
    }
}
