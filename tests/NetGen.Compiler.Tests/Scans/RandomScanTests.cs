using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Tests.Scans;

/// <summary>Scans whose bodies chance makes up: they go through all passes, and their gradients are slopes.</summary>
public class RandomScanTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_gradients_of_any_scan_are_slopes(int seed)
    {
        var sizes = new Random(seed);
        int steps = sizes.Next(1, 5);
        int hidden = sizes.Next(2, 6);
        Slopes.Check(TensorShape.Batched(steps, hidden), x =>
        {
            // The same network each time that it is asked for.
            var network = new RandomScan(new Random(seed), x);
            return network.Outputs(steps, hidden);
        });
    }
}
