namespace NetGen.Reports.Tests.Html;

public class StepLogTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(100_000)]
    public void Steps_are_thinned_out_evenly(int steps)
    {
        var log = new StepLog();
        for (int step = 1; step <= steps; step++)
            log.Add(new StepPoint(step, step / 2.0, double.NaN));
        StepPoint[] kept = log.Points.ToArray();
        Assert.InRange(kept.Length, Math.Min(steps, 500), 1024);
        long stride = kept[1].Step - kept[0].Step;
        Assert.Equal(Enumerable.Range(0, kept.Length).Select(i => kept[0].Step + (i * stride)), kept.Select(point => point.Step));
        Assert.InRange(steps - kept[^1].Step, 0, stride - 1);
        Assert.All(kept, point => Assert.Equal(point.Step / 2.0, point.LearningRate));
    }
}
