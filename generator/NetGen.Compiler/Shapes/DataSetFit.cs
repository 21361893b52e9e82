using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Shapes;

/// <summary>Whether a data set that a network is trained or judged by has its samples and labels.</summary>
internal static class DataSetFit
{
    /// <summary>What does not fit, as a sentence, or null. A network with faults of its own fits everything.</summary>
    public static string? Misfit(NetworkSpec spec, DataSetSpec dataSet, CancellationToken cancellation)
    {
        if (ShapeEngine.Run(spec, cancellation).Network is not { } network)
            return null;
        Shape sample = StatedShape.Of(dataSet.Sample, dataSet.ChannelsLength);
        if (sample != network.Input)
            return $"it holds samples of {sample} ({sample.Describe()}), but the network takes {network.Input} ({network.Input.Describe()}).{WayOut(sample, network.Input)}";
        Fault? fault = ShapeEngine.Run(spec, dataSet, cancellation).Faults.FirstOrDefault(found => Rules.Of(found.Id).Severity == RuleSeverity.Error);
        return fault?.Message;
    }

    /// <summary>The way out is about the data: a network that takes channels first is right.</summary>
    private static string WayOut(Shape sample, Shape input)
    {
        if (sample.Kind != ShapeKind.Image || input.Kind != ShapeKind.Image)
            return "";
        bool isChannelsLast = sample[0] == input.Height && sample[1] == input.Width && sample[2] == input.Channels;
        return isChannelsLast
            ? $" In channels-last order they would fit: state [Sample({StatedShape.Arguments(input)}, ChannelsLast = true)] on the data set, whose samples are then turned."
            : "";
    }
}
