namespace NetGen.Tests.Runtime;

public class TokenSamplerTests
{
    /// <summary>Probabilities ½, ¼, ⅛, ⅛ in another order.</summary>
    private static readonly float[] Scores = [MathF.Log(0.125f), MathF.Log(0.5f), MathF.Log(0.25f), MathF.Log(0.125f)];

    [Fact]
    public void Tokens_are_drawn_as_often_as_they_are_likely()
    {
        double[] frequencies = Frequencies(new TokenSampler(seed: 4));
        Assert.Equal(0.125, frequencies[0], 0.01);
        Assert.Equal(0.5, frequencies[1], 0.01);
        Assert.Equal(0.25, frequencies[2], 0.01);
        Assert.Equal(0.125, frequencies[3], 0.01);
    }

    /// <summary>At half the temperature probabilities are squared: 1/64, 1/4, 1/16, 1/64 of 22/64.</summary>
    [Fact]
    public void A_low_temperature_makes_likely_tokens_likelier()
    {
        double[] frequencies = Frequencies(new TokenSampler(temperature: 0.5));
        Assert.Equal(1 / 22.0, frequencies[0], 0.01);
        Assert.Equal(16 / 22.0, frequencies[1], 0.01);
    }

    [Fact]
    public void At_temperature_0_it_is_the_likeliest() => Assert.Equal([0, 1, 0, 0], Frequencies(new TokenSampler(temperature: 0)));

    [Fact]
    public void Only_the_first_k_are_drawn()
    {
        Assert.Equal([0, 1, 0, 0], Frequencies(new TokenSampler(topK: 1)));
        double[] frequencies = Frequencies(new TokenSampler(topK: 2));
        Assert.Equal(2 / 3.0, frequencies[1], 0.01);
        Assert.Equal(1 / 3.0, frequencies[2], 0.01);
        Assert.Equal(0.125, Frequencies(new TokenSampler(topK: 100))[3], 0.01);
    }

    [Fact]
    public void As_few_are_drawn_as_have_the_probability_together()
    {
        Assert.Equal([0, 1, 0, 0], Frequencies(new TokenSampler(topP: 0.5)));
        double[] frequencies = Frequencies(new TokenSampler(topP: 0.51));
        Assert.Equal(2 / 3.0, frequencies[1], 0.01);
        Assert.Equal((0.0, 0.0), (frequencies[0], frequencies[3]));
        frequencies = Frequencies(new TokenSampler(topP: 0.8));
        Assert.Equal(4 / 7.0, frequencies[1], 0.01);
        Assert.Equal(1, frequencies.Count(frequency => frequency == 0));
    }

    /// <summary>Of the two likeliest, half the probability is one of them.</summary>
    [Fact]
    public void Both_limits_hold_together() => Assert.Equal([0, 1, 0, 0], Frequencies(new TokenSampler(topK: 2, topP: 0.6)));

    [Fact]
    public void The_same_seed_draws_the_same_tokens()
    {
        Assert.Equal(Drawn(new TokenSampler(seed: 3)), Drawn(new TokenSampler(seed: 3)));
        Assert.NotEqual(Drawn(new TokenSampler(seed: 3)), Drawn(new TokenSampler(seed: 4)));

        static int[] Drawn(TokenSampler sampler) => [.. Enumerable.Range(0, 50).Select(_ => sampler.Sample(Scores))];
    }

    [Fact]
    public void A_token_without_a_probability_is_never_drawn() =>
        Assert.Equal(1, Frequencies(new TokenSampler(), [float.NegativeInfinity, 3, float.NegativeInfinity])[1]);

    [Fact]
    public void A_draw_allocates_nothing()
    {
        var sampler = new TokenSampler(0.8, 3, 0.9);
        sampler.Sample(Scores);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            sampler.Sample(Scores);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void What_cannot_be_drawn_from_is_refused()
    {
        var sampler = new TokenSampler();
        Assert.StartsWith(
            "The score of token 1 is NaN; expected a number.",
            Assert.Throws<ArgumentException>(() => sampler.Sample([1, float.NaN])).Message);
        Assert.StartsWith("Expected the score of a token", Assert.Throws<ArgumentException>(() => sampler.Sample([])).Message);
        Assert.StartsWith("All scores are -∞", Assert.Throws<ArgumentException>(() => sampler.Sample([float.NegativeInfinity])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TokenSampler(temperature: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TokenSampler(temperature: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TokenSampler(topK: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TokenSampler(topP: 0));
    }

    private static double[] Frequencies(TokenSampler sampler, float[]? scores = null)
    {
        const int Draws = 40_000;
        var counts = new double[(scores ?? Scores).Length];
        for (int i = 0; i < Draws; i++)
            counts[sampler.Sample(scores ?? Scores)]++;
        return Array.ConvertAll(counts, count => count / Draws);
    }
}
