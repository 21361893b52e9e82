namespace NetGen.Execution.Tests.Language;

/// <summary>Two networks that are chained by hand: one paints, the other judges what it is shown.</summary>
public class ChainedNetworkTests
{
    private const int Samples = 12;

    /// <summary>The gradient that comes out of the judge's input goes into the painter's output: together they are one network.</summary>
    [Theory]
    [InlineData(16)]
    [InlineData(8)]
    [InlineData(4)]
    [InlineData(1)]
    public void Gradients_of_a_chain_are_those_of_one_network(int lanes)
    {
        Network painter = LanguageNetworks.Create("Painter", lanes, seed: 1);
        Network judge = LanguageNetworks.Create("Judge", lanes, seed: 2);
        Network whole = LanguageNetworks.Create("PainterAndJudge", lanes, seed: 3);
        Parameter[] parts = [.. painter.Parameters, .. judge.Parameters];
        for (int i = 0; i < parts.Length; i++)
            whole.Parameters[i].CopyFrom(Values(parts[i]));
        using Trainer painting = painter.CreateTrainer(new SGD(0.1), Samples, threads: 1);
        using Trainer judging = judge.CreateTrainer(new SGD(0.1), Samples, threads: 1);
        using Trainer both = whole.CreateTrainer(new SGD(0.1), Samples, threads: 1);
        float[] noise = LanguageNetworks.Numbers(Samples * 6, 4);
        float[] gradient = LanguageNetworks.Numbers(Samples, 5);

        var images = new float[Samples * 25];
        var verdicts = new float[Samples];
        var imageGradient = new float[Samples * 25];
        painting.Forward(noise, images);
        judging.Forward(images, verdicts);
        judging.Backward(gradient, imageGradient);
        painting.Backward(imageGradient);

        var expected = new float[Samples];
        both.Forward(noise, expected);
        both.Backward(gradient);
        AssertNear(expected, verdicts);
        for (int i = 0; i < parts.Length; i++)
            AssertNear(Gradients(whole.Parameters[i]), Gradients(parts[i]));
    }

    /// <summary>
    /// The caller may fill his samples anew between the passes; a step, which reads them where they lie, leaves nothing to go back through.
    /// </summary>
    [Fact]
    public void A_backward_pass_goes_back_through_the_samples_of_its_forward_pass()
    {
        Network judge = LanguageNetworks.Create("Judge", seed: 2);
        using Trainer judging = judge.CreateTrainer(new SGD(0.1), Samples, threads: 1);
        float[] images = LanguageNetworks.Numbers(Samples * 25, 4);
        float[] gradient = LanguageNetworks.Numbers(Samples, 5);
        var verdicts = new float[Samples];
        judging.Forward(images, verdicts);
        judging.Backward(gradient);
        float[][] expected = [.. judge.Parameters.Select(Gradients)];

        judging.Forward(images, verdicts);
        float[] given = [.. images];
        Array.Clear(images);
        judging.Backward(gradient);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], Gradients(judge.Parameters[i]));

        judging.Step(given, new float[Samples]);
        Assert.Throws<InvalidOperationException>(() => judging.Backward(gradient));
    }

    /// <summary>
    /// A generative adversarial network: the judge learns to tell the painted images from the given ones, the painter to be taken for them.
    /// </summary>
    [Fact]
    public void A_painter_learns_from_its_judge()
    {
        Network painter = LanguageNetworks.Create("Painter", seed: 1);
        Network judge = LanguageNetworks.Create("Judge", seed: 2);
        using Trainer painting = painter.CreateTrainer(new Adam(0.01), Samples, threads: 1);
        using Trainer judging = judge.CreateTrainer(new Adam(0.005), Samples, threads: 1);
        float[] ones = [.. Enumerable.Repeat(1f, Samples)];
        float[] zeros = new float[Samples];
        var images = new float[Samples * 25];
        var verdicts = new float[Samples];
        var verdictGradient = new float[Samples];
        var imageGradient = new float[Samples * 25];

        // Given are images that are dark on the left and light on the right.
        float[] given = [.. Enumerable.Range(0, Samples * 25).Select(i => i % 5 < 2 ? -0.8f : 0.8f)];
        float before = Distance(painter.Predict(LanguageNetworks.Numbers(Samples * 6, 99)), given);
        for (int step = 0; step < 400; step++)
        {
            float[] noise = LanguageNetworks.Numbers(Samples * 6, step);
            painter.Predict(noise, images);
            judging.Step(given, ones);
            judging.Step(images, zeros);

            painting.Forward(noise, images);
            judging.Forward(images, verdicts);

            // The loss −log σ(v), by which the painter wants the judge to say yes, has the gradient σ(v) − 1.
            for (int i = 0; i < Samples; i++)
                verdictGradient[i] = ((1 / (1 + MathF.Exp(-verdicts[i]))) - 1) / Samples;
            judging.Backward(verdictGradient, imageGradient);
            painting.Backward(imageGradient);
            painting.Update();
        }

        float after = Distance(painter.Predict(LanguageNetworks.Numbers(Samples * 6, 99)), given);
        Assert.True(after < before / 2, $"the mean distance of painted from given images went from {before} to {after}");
    }

    private static float Distance(float[] a, float[] b) => a.Zip(b, (x, y) => MathF.Abs(x - y)).Average();

    private static float[] Values(Parameter parameter)
    {
        var values = new float[parameter.Count];
        parameter.Values.FlattenTo(values);
        return values;
    }

    private static float[] Gradients(Parameter parameter)
    {
        var values = new float[parameter.Count];
        parameter.Gradients.FlattenTo(values);
        return values;
    }

    private static void AssertNear(float[] expected, float[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-4f + (1e-4f * MathF.Abs(pair.First))));
}
