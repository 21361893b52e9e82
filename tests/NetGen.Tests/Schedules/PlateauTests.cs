namespace NetGen.Tests.Schedules;

/// <summary>The state beside a transcript of <c>torch.optim.lr_scheduler.ReduceLROnPlateau.step</c>.</summary>
public class PlateauTests
{
    public static TheoryData<bool, ThresholdMode, int, int> Cases
    {
        get
        {
            var cases = new TheoryData<bool, ThresholdMode, int, int>();
            foreach (bool largerIsBetter in new[] { false, true })
            {
                foreach (ThresholdMode mode in Enum.GetValues<ThresholdMode>())
                {
                    cases.Add(largerIsBetter, mode, 0, 0);
                    cases.Add(largerIsBetter, mode, 1, 2);
                    cases.Add(largerIsBetter, mode, 3, 1);
                }
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Follows_PyTorch(bool largerIsBetter, ThresholdMode mode, int patience, int cooldown)
    {
        const double Factor = 0.5, Threshold = 0.02, Lowest = 0.01, Epsilon = 1e-3;
        var state = new PlateauState(
            new ReduceOnPlateau
            {
                Factor = Factor, Threshold = Threshold, ThresholdMode = mode, Patience = patience, Cooldown = cooldown,
                MinLearningRate = Lowest, Epsilon = Epsilon,
            },
            largerIsBetter);
        var random = new Random(5);
        double rate = 1, expected = 1, best = largerIsBetter ? double.NegativeInfinity : double.PositiveInfinity;
        int bad = 0, cooling = 0;
        for (int epoch = 0; epoch < 60; epoch++)
        {
            double value = epoch % 17 == 16 ? double.NaN : 1 + (0.1 * random.NextDouble());
            bool isBetter = (mode, largerIsBetter) switch
            {
                (ThresholdMode.Relative, false) => value < best * (1 - Threshold),
                (ThresholdMode.Absolute, false) => value < best - Threshold,
                (ThresholdMode.Relative, true) => value > best * (Threshold + 1),
                _ => value > best + Threshold,
            };
            (best, bad) = isBetter ? (value, 0) : (best, bad + 1);
            if (cooling > 0)
                (cooling, bad) = (cooling - 1, 0);
            if (bad > patience)
            {
                double lower = Math.Max(expected * Factor, Lowest);
                expected = expected - lower > Epsilon ? lower : expected;
                (cooling, bad) = (cooldown, 0);
            }

            rate = state.Next(value, rate);
            Assert.Equal(expected, rate);
        }

        Assert.Equal(Lowest, rate, 0.01);
    }

    [Fact]
    public void Values_by_hand()
    {
        var state = new PlateauState(new ReduceOnPlateau { Patience = 1, Factor = 0.1, Cooldown = 1 }, largerIsBetter: false);

        // Two epochs at 1 after the first are one too many; the next does not count, the two after it do.
        double rate = 1;
        Assert.Equal(
            [1, 1, 0.1, 0.1, 0.1, 0.01], Enumerable.Range(0, 6).Select(_ => rate = Math.Round(state.Next(1, rate), 9)));
    }

    [Fact]
    public void Refuses_bad_arguments()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Factor", () => new ReduceOnPlateau { Factor = 1 });
        Assert.Throws<ArgumentOutOfRangeException>("Patience", () => new ReduceOnPlateau { Patience = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("Cooldown", () => new ReduceOnPlateau { Cooldown = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("Threshold", () => new ReduceOnPlateau { Threshold = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>("MinLearningRate", () => new ReduceOnPlateau { MinLearningRate = -1 });
    }
}
