namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>Pooling layers with all their options, sized to their image.</summary>
internal sealed class PoolGenerator(Choices random)
{
    public Chain Pool(Chain chain)
    {
        SampleShape image = chain.Output;
        (int h, int w) = (image.Sizes[1], image.Sizes[2]);
        if (random.OneIn(4))
        {
            (int outputHeight, int outputWidth) = (random.Between(1, h), random.Between(1, w));
            return random.Below(4) switch
            {
                0 => chain.Then(
                    $"AdaptiveAvgPool2d({outputHeight}, {outputWidth})", SampleShape.Image(image.Width, outputHeight, outputWidth)),
                1 when random.OneIn(2) => chain.Then(
                    $"AdaptiveAvgPool2d(OutputHeight = {outputHeight})", SampleShape.Image(image.Width, outputHeight, w)),
                1 => chain.Then($"AdaptiveAvgPool2d(OutputWidth = {outputWidth})", SampleShape.Image(image.Width, h, outputWidth)),
                2 => chain.Then(
                    $"AdaptiveMaxPool2d({outputHeight}, {outputWidth})", SampleShape.Image(image.Width, outputHeight, outputWidth)),
                _ => chain.Then("AdaptiveAvgPool2d(1)", SampleShape.Image(image.Width, 1, 1)),
            };
        }

        if (random.OneIn(8))
            return chain.Then(random.Of("LocalResponseNorm(3, Alpha = 0.5)", "LocalResponseNorm(2, Beta = 0.5, K = 2)"), image);
        if (random.OneIn(5) && Math.Min(h, w) >= 2)
            return chain.Then($"LPPool2d({random.Of(1, 2)}, 2)", SampleShape.Image(image.Width, h / 2, w / 2));

        bool max = random.OneIn(2);
        int kernel = random.Of(2, 2, 3);
        int stride = random.Of(kernel, kernel, 1, 2, 3);
        int padding = random.Below((kernel / 2) + 1);
        int dilation = max && padding == 0 && random.OneIn(4) ? 2 : 1;
        bool ceil = random.OneIn(3);
        int reach = (dilation * (kernel - 1)) + 1;
        if (Math.Min(h, w) + (2 * padding) < reach)
            return chain;

        string options = (stride == kernel ? "" : $", Stride = {stride}") + (padding == 0 ? "" : $", Padding = {padding}")
            + (dilation == 1 ? "" : $", Dilation = {dilation}") + (ceil ? ", CeilMode = true" : "");
        if (!max)
            options += random.Of("", ", CountIncludePad = false", ", DivisorOverride = 3");
        return chain.Then(
            $"{(max ? "MaxPool2d" : "AvgPool2d")}({kernel}{options})",
            SampleShape.Image(image.Width, Windows(h, reach, stride, padding, ceil), Windows(w, reach, stride, padding, ceil)));
    }

    /// <summary>PyTorch's count of windows; when rounding up, the last one must begin inside the image or its left padding.</summary>
    private static int Windows(int size, int reach, int stride, int padding, bool ceil)
    {
        int free = size + (2 * padding) - reach;
        int windows = ((free + (ceil ? stride - 1 : 0)) / stride) + 1;
        return ceil && (windows - 1) * stride >= size + padding ? windows - 1 : windows;
    }
}
