using System.Globalization;

namespace NetGen.Compiler.Layers;

/// <summary>The groups of channels of a convolution that do not see each other: how they are read and checked.</summary>
internal static class ConvolutionGroups
{
    public static int Read(AttributeValues values, int outChannels)
    {
        int groups = values.Size("Groups", 1);
        if (outChannels % groups != 0)
            values.Wrong("Groups", groups, $"it must divide the {outChannels} channels that come out", Nearest(groups, outChannels));
        return groups;
    }

    /// <summary>Reports groups that do not divide the channels that come in.</summary>
    public static void Check(int groups, long inChannels, long outChannels, LayerReport report)
    {
        if (inChannels % groups != 0)
            report.Value(
                "Groups", groups, $"it must divide the {inChannels} channels that come in ({report.Origin})",
                    Nearest(groups, inChannels, outChannels));
    }

    /// <summary>The largest number of groups up to the stated one that divides the channels, as code.</summary>
    private static string Nearest(int groups, params long[] channels)
    {
        while (channels.Any(count => count % groups != 0))
            groups--;
        return groups.ToString(CultureInfo.InvariantCulture);
    }
}
