using CharGpt;
using NetGen;

namespace Lecture.PredictNext;

/// <summary>What a model expects behind a text.</summary>
internal static class NextCharacters
{
    /// <summary>The likeliest characters, each with its probability, the likeliest first.</summary>
    /// <param name="model">The model.</param>
    /// <param name="text">The text, of at most 64 characters.</param>
    /// <param name="count">How many characters to name.</param>
    public static IReadOnlyList<(char Character, double Probability)> After(LanguageModel model, string text, int count)
    {
        var scores = new float[Alphabet.Size];
        PredictionStream stream = model.CreateStream();
        foreach (int token in Alphabet.Encode(text))
            stream.Predict(token, scores);

        // Softmax: what the loss compares with the character that follows.
        double sum = scores.Sum(score => Math.Exp(score));
        return
        [
            .. scores.Select((score, token) => (Alphabet.Decode(token), Math.Exp(score) / sum))
                .OrderByDescending(next => next.Item2)
                .Take(count),
        ];
    }
}
