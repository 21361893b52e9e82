using CharGpt;

namespace Lecture.PredictNext;

/// <summary>
/// Predictions that need no network: how often a character occurs in a text, after none or after one given character. Each count is one
/// more than it was, so that no character is impossible.
/// </summary>
/// <param name="text">The characters' numbers to count.</param>
internal sealed class CharacterFrequencies(int[] text)
{
    /// <summary>Perplexity where each character is predicted by its frequency alone (unigrams).</summary>
    /// <param name="test">The characters' numbers to predict.</param>
    public double PerplexityOfLetters(int[] test)
    {
        var counts = new Counts(contexts: 1);
        foreach (int character in text)
            counts.Add(0, character);
        return Math.Exp(test.Skip(1).Average(character => -Math.Log(counts.Probability(0, character))));
    }

    /// <summary>Perplexity where each character is predicted by the one before it (bigrams).</summary>
    /// <param name="test">The characters' numbers to predict.</param>
    public double PerplexityOfPairs(int[] test)
    {
        var counts = new Counts(Alphabet.Size);
        for (int i = 1; i < text.Length; i++)
            counts.Add(text[i - 1], text[i]);
        return Math.Exp(Enumerable.Range(1, test.Length - 1).Average(i => -Math.Log(counts.Probability(test[i - 1], test[i]))));
    }

    private sealed class Counts(int contexts)
    {
        private readonly int[] ofPair = new int[contexts * Alphabet.Size];
        private readonly int[] ofContext = new int[contexts];

        public void Add(int context, int character)
        {
            ofPair[(context * Alphabet.Size) + character]++;
            ofContext[context]++;
        }

        public double Probability(int context, int character) =>
            (ofPair[(context * Alphabet.Size) + character] + 1.0) / (ofContext[context] + Alphabet.Size);
    }
}
