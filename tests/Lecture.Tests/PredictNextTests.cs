using CharGpt;
using Lecture.PredictNext;

namespace Lecture.Tests;

/// <summary>What is learnt of the book predicts better than frequencies of letters do.</summary>
public class PredictNextTests
{
    [Fact]
    public void A_text_of_two_characters_is_a_guess_between_two_by_letters_and_none_by_pairs()
    {
        int[] text = Alphabet.Encode(string.Concat(Enumerable.Repeat("ab", 50_000)));
        var frequencies = new CharacterFrequencies(text);
        Assert.Equal(2, frequencies.PerplexityOfLetters(text), 0.01);
        Assert.Equal(1, frequencies.PerplexityOfPairs(text), 0.01);
    }

    [Fact]
    public void A_few_steps_of_training_predict_better_than_letter_frequencies()
    {
        using var output = new StringWriter();
        var lesson = new Lesson("unused", output) { Threads = 2 };
        PredictNextResult result = new PredictNextRun(steps: 60, measurements: 2, heldOut: 6000).Run(lesson);
        Assert.InRange(result.Pairs, 1, 0.8 * result.Letters);
        Assert.InRange(result.Perplexity, 1, 0.9 * result.Letters);
        Assert.True(result.Perplexity < result.Curve[0].Perplexity);
        Assert.Contains("perplexity", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Probabilities_of_next_characters_are_in_order_and_sum_to_one()
    {
        IReadOnlyList<(char Character, double Probability)> all = NextCharacters.After(new LanguageModel(seed: 1), "Mr. Da", Alphabet.Size);
        Assert.Equal(1, all.Sum(next => next.Probability), 1e-5);
        Assert.Equal(all.OrderByDescending(next => next.Probability), all);
        Assert.Equal(Alphabet.Size, all.Select(next => next.Character).Distinct().Count());
    }
}
