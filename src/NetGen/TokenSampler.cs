using NetGen.Runtime;

namespace NetGen;

/// <summary>Draws tokens by the scores that a language model gives them.</summary>
/// <remarks>
/// The probabilities are the softmax of the scores divided by the temperature. Of all tokens only the likeliest may be drawn: the first
/// <c>topK</c>, and of them as few as have <c>topP</c> of the probability together (Holtzman et al. 2019,
/// https://arxiv.org/abs/1904.09751). The same seed draws the same tokens. One thread at a time uses a sampler.
/// </remarks>
public sealed class TokenSampler
{
    private readonly double temperature;
    private readonly int topK;
    private readonly double topP;
    private readonly RandomStream random;
    private float[] keys = [];
    private int[] tokens = [];

    /// <param name="temperature">Below 1, likely tokens become likelier; 0 always takes the likeliest.</param>
    /// <param name="topK">How many of the likeliest tokens may be drawn; 0 for all.</param>
    /// <param name="topP">The probability that those which may be drawn have together, above 0 and at most 1.</param>
    /// <param name="seed">Seeds the draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    public TokenSampler(double temperature = 1, int topK = 0, double topP = 1, int seed = 0)
    {
        if (!(temperature >= 0 && double.IsFinite(temperature)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(temperature), temperature, $"Expected a temperature of 0 or more; {temperature} came.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(topK);
        if (!(topP > 0 && topP <= 1))
            throw new ArgumentOutOfRangeException(nameof(topP), topP, $"Expected a probability above 0 and at most 1; {topP} came.");
        (this.temperature, this.topK, this.topP) = (temperature, topK, topP);
        random = new RandomStream((ulong)(uint)seed, stream: 0);
    }

    /// <summary>Draws a token.</summary>
    /// <param name="scores">The score of each token, as the network gives them before a softmax.</param>
    /// <returns>A token: an index of the scores.</returns>
    /// <exception cref="ArgumentException">There are no scores, or one is not a number or positive infinity.</exception>
    public int Sample(ReadOnlySpan<float> scores)
    {
        if (scores.IsEmpty)
            throw new ArgumentException("Expected the score of a token at least; none came.", nameof(scores));
        int likeliest = 0;
        for (int token = 0; token < scores.Length; token++)
        {
            if (float.IsNaN(scores[token]) || float.IsPositiveInfinity(scores[token]))
                throw new ArgumentException($"The score of token {token} is {scores[token]}; expected a number.", nameof(scores));
            if (scores[token] > scores[likeliest])
                likeliest = token;
        }

        if (float.IsNegativeInfinity(scores[likeliest]))
            throw new ArgumentException("All scores are -∞: no token has a probability.", nameof(scores));
        return temperature == 0 || topK == 1 ? likeliest : Draw(scores, scores[likeliest]);
    }

    private int Draw(ReadOnlySpan<float> scores, float highest)
    {
        if (keys.Length < scores.Length)
            (keys, tokens) = (new float[scores.Length], new int[scores.Length]);
        Span<float> weights = keys.AsSpan(0, scores.Length);
        Span<int> order = tokens.AsSpan(0, scores.Length);

        // As negative numbers, so that the likeliest comes first.
        for (int token = 0; token < scores.Length; token++)
            (weights[token], order[token]) = (-(float)Math.Exp((scores[token] - (double)highest) / temperature), token);
        if (topK > 0 || topP < 1)
            weights.Sort(order);
        int count = topK > 0 ? Math.Min(topK, scores.Length) : scores.Length;
        double total = Sum(weights[..count]);
        if (topP < 1)
        {
            double enough = topP * total, sum = 0;
            int kept = 0;
            while (kept < count && sum < enough)
                sum -= weights[kept++];
            (count, total) = (kept, sum);
        }

        double drawn = random.NextSingle() * total;
        for (int place = 0; place < count - 1; place++)
            if ((drawn += weights[place]) < 0)
                return order[place];
        return order[count - 1];
    }

    private static double Sum(ReadOnlySpan<float> weights)
    {
        double sum = 0;
        foreach (float weight in weights)
            sum -= weight;
        return sum;
    }
}
