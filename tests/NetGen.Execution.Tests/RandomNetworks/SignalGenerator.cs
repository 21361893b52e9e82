namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>Layers along the length of a signal, with all their options, sized to it.</summary>
internal sealed class SignalGenerator(Choices random, int mostWork)
{
    public Chain Layer(Chain chain) => random.Below(6) switch
    {
        5 => Resized(chain),
        < 2 => Pool(chain),
        2 => Transposed(chain),
        _ => Convolution(chain),
    };

    private Chain Convolution(Chain chain)
    {
        SampleShape signal = chain.Output;
        int length = signal.Sizes[1], groups = Groups(signal.Width);
        int kernel = random.Of(1, 2, 3, 3, 5), stride = random.Of(1, 1, 2, 3), dilation = random.OneIn(5) ? 2 : 1;
        int padding = random.Below(((kernel - 1) / 2) + 2), reach = (dilation * (kernel - 1)) + 1;
        if (length + (2 * padding) < reach)
            (kernel, dilation, padding, reach) = (1, 1, 0, 1);
        int output = ((length + (2 * padding) - reach) / stride) + 1;
        string options = Option("Stride", stride, 1) + Option("Padding", padding, 0);
        if (random.OneIn(6))
            (output, options) = ((length + stride - 1) / stride, Option("Stride", stride, 1) + ", Padding = Pad.Same");
        else if (padding > 0 && padding < length && random.OneIn(3))
            options += $", PaddingMode = \"{random.Of("reflect", "replicate", "circular")}\"";
        int channels = Channels(signal.Width / groups * kernel * output, groups);
        options += Option("Dilation", dilation, 1) + Option("Groups", groups, 1) + random.Of("", "", ", Bias = false");
        return chain.Then($"Conv1d({channels}, {kernel}{options})", SampleShape.Signal(channels, output));
    }

    private Chain Transposed(Chain chain)
    {
        SampleShape signal = chain.Output;
        int length = signal.Sizes[1], groups = Groups(signal.Width);
        int kernel = random.Of(1, 2, 3, 4), stride = random.Of(1, 2, 3), dilation = random.OneIn(5) ? 2 : 1;
        int padding = random.Below(((dilation * (kernel - 1)) / 2) + 1), outputPadding = random.Below(Math.Max(stride, dilation));
        int output = ((length - 1) * stride) - (2 * padding) + (dilation * (kernel - 1)) + outputPadding + 1;
        if (output < 1 || output > 40)
            return Convolution(chain);
        int channels = Channels(signal.Width / groups * kernel * output, groups);
        string options = Option("Stride", stride, 1) + Option("Padding", padding, 0) + Option("OutputPadding", outputPadding, 0)
            + Option("Dilation", dilation, 1) + Option("Groups", groups, 1) + random.Of("", "", ", Bias = false");
        return chain.Then($"ConvTranspose1d({channels}, {kernel}{options})", SampleShape.Signal(channels, output));
    }

    private Chain Resized(Chain chain)
    {
        const int Longest = 40;
        SampleShape signal = chain.Output;
        int length = signal.Sizes[1], size = random.Between(1, Longest / 2);
        string mode = random.Of("", ", Mode = \"linear\"", ", Mode = \"linear\", AlignCorners = true");
        if (random.OneIn(2) || length * 2 > Longest)
            return chain.Then($"Upsample(Size = {size}{mode})", SampleShape.Signal(signal.Width, size));
        (string factor, int output) = random.Of(("2", length * 2), ("1.5", length * 3 / 2));
        return chain.Then($"Upsample(ScaleFactor = {factor}{mode})", SampleShape.Signal(signal.Width, output));
    }

    private Chain Pool(Chain chain)
    {
        SampleShape signal = chain.Output;
        int length = signal.Sizes[1], kernel = Math.Min(length, random.Of(1, 2, 2, 3)), stride = random.Of(1, 2, 3);
        if (random.OneIn(2))
        {
            int wanted = random.Between(1, length);
            return chain.Then($"{random.Of("AdaptiveAvgPool1d", "AdaptiveMaxPool1d")}({wanted})", SampleShape.Signal(signal.Width, wanted));
        }

        int padding = random.Below((kernel / 2) + 1), room = length + (2 * padding) - kernel;
        bool ceil = random.OneIn(4);
        int output = (ceil ? (room + stride - 1) / stride : room / stride) + 1;
        if (ceil && (output - 1) * stride >= length + padding)
            output--;
        string options = $", Stride = {stride}" + Option("Padding", padding, 0) + (ceil ? ", CeilMode = true" : "");
        string kind = random.Of("MaxPool1d", "AvgPool1d");
        if (kind == "AvgPool1d")
            options += random.Of("", ", CountIncludePad = false");
        return chain.Then($"{kind}({kernel}{options})", SampleShape.Signal(signal.Width, output));
    }

    private int Groups(int channels) => channels % 2 == 0 && random.OneIn(4) ? random.Of(channels, 2) : 1;

    private int Channels(int work, int groups) => groups == 1
        ? random.Width(mostWork / work)
        : groups * random.Between(1, Math.Clamp(mostWork / work / groups, 1, 2));

    private static string Option(string name, int value, int byDefault) => value == byDefault ? "" : $", {name} = {value}";
}
