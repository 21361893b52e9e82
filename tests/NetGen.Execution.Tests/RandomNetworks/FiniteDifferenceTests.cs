namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>
/// The gradients that the compiler derives are slopes: in double precision they agree with differences of the forward pass.
/// </summary>
public class FiniteDifferenceTests
{
    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Math.Min(50, RandomNetworkSeed.RunCount))];

    [Theory, MemberData(nameof(Numbers))]
    public void Gradients_are_slopes(int number)
    {
        RandomNetwork random = RandomNetworkSeed.Networks[number];
        SlopeComparison.AssertSlopes(
            random, RandomNetworkSeed.Create(random, lanes: 1, seed: number), number,
            $"network {number} of seed {RandomNetworkSeed.Value}");
    }
}
