namespace NetGen.Execution.Tests.Layers;

internal static partial class LayerCases
{
    private static IEnumerable<LayerCase> Norms() =>
    [
        Kept("InstanceNormOfImage", "InstanceNorm", Image, x => at => Normalised(x, at, 1e-5, 1, 2)),
        Kept("InstanceNormOfSignal", "InstanceNorm(Affine = true, Eps = 0.01)", Signal, x => at => Normalised(x, at, 0.01, 1)),

        // By the running statistics, which are 0 and 1 at first.
        Kept("InstanceNormTracked", "InstanceNorm(TrackRunningStats = true, Momentum = 0.3)", Image,
            x => at => x[at] / Math.Sqrt(1 + 1e-5)),
        Kept("InstanceNormAffineTracked", "InstanceNorm(Affine = true, TrackRunningStats = true)", Signal,
            x => at => x[at] / Math.Sqrt(1 + 1e-5)),

        // A frozen one normalises by them in training too.
        Kept("InstanceNormFrozen", "InstanceNorm(Affine = true, TrackRunningStats = true, Frozen = true)", Image,
            x => at => x[at] / Math.Sqrt(1 + 1e-5)),
        Kept("BatchNormFrozenOfImage", "BatchNorm(Frozen = true)", Image, x => at => x[at] / Math.Sqrt(1 + 1e-5)),
        Kept("BatchNormFrozenOfVector", "BatchNorm(Affine = false, CumulativeAverage = true, Eps = 0.01, Frozen = true)", Vector,
            x => at => x[at] / Math.Sqrt(1 + 0.01)),
        Kept("RMSNormOfVector", "RMSNorm", Vector, x => at => RootMeanSquared(x, at, 1.1920929e-7, 0)),
        Kept("RMSNormOfSequence", "RMSNorm(Eps = 0.01)", Sequence, x => at => RootMeanSquared(x, at, 0.01, 1)),
        Kept("RMSNormOfSignal", "RMSNorm(ElementwiseAffine = false)", Signal, x => at => RootMeanSquared(x, at, 1.1920929e-7, 0, 1)),
        Kept("RMSNormOfImage", "RMSNorm", Image, x => at => RootMeanSquared(x, at, 1.1920929e-7, 0, 1, 2)),
        Kept("LayerNormOfChannels", "LayerNorm(Channels = true)", Image, x => at => Normalised(x, at, 1e-5, 0)),
        Kept("LayerNormOfChannelsOfSignal", "LayerNorm(Channels = true, Bias = false, Eps = 0.01)", Signal,
            x => at => Normalised(x, at, 0.01, 0)),
        Kept("LayerNormOfChannelsWithoutWeight", "LayerNorm(Channels = true, ElementwiseAffine = false)", Image,
            x => at => Normalised(x, at, 1e-5, 0)),
        Kept("GroupNormOfSignal", "GroupNorm(3)", Signal, x => at => Grouped(x, at, groups: 3, channelAxis: 0)),
        Kept("GroupNormOfSequence", "GroupNorm(2)", Sequence, x => at => Grouped(x, at, groups: 2, channelAxis: 1)),
        Kept("ScaleOfImage", "Scale", Image, x => at => x[at]),
        Kept("ScaleOfSequence", "Scale(Initial = 0.1)", Sequence, x => at => 0.1 * x[at]),
        Kept("ScaleOfVector", "Scale(Initial = -2)", Vector, x => at => -2 * x[at]),
    ];

    private static double Normalised(SampleValues x, int[] at, double eps, params int[] axes) =>
        Normalised(x[at], [.. x.Along(at, axes)], eps);

    private static double Normalised(double value, double[] values, double eps)
    {
        double mean = values.Average();
        return (value - mean) / Math.Sqrt(values.Average(other => (other - mean) * (other - mean)) + eps);
    }

    private static double RootMeanSquared(SampleValues x, int[] at, double eps, params int[] axes) =>
        x[at] / Math.Sqrt(x.Along(at, axes).Average(value => value * value) + eps);

    private static double Grouped(SampleValues x, int[] at, int groups, int channelAxis)
    {
        int width = x.Shape.Width / groups;
        IEnumerable<int[]> group = SampleValues.Indices(x.Shape).Where(other => other[channelAxis] / width == at[channelAxis] / width);
        return Normalised(x[at], [.. group.Select(other => x[other])], 1e-5);
    }
}
