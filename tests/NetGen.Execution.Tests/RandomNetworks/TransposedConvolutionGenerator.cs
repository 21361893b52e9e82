namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>Transposed convolutions with all their options, of images small enough to grow.</summary>
internal sealed class TransposedConvolutionGenerator(Choices random, int mostWork)
{
    /// <summary>Rows or columns of an image that is not made larger any more.</summary>
    private const int Largest = 13;

    public static bool Takes(SampleShape image) => Math.Max(image.Sizes[1], image.Sizes[2]) < Largest;

    public Chain Convolution(Chain chain)
    {
        SampleShape image = chain.Output;
        bool isSame = random.OneIn(6);
        Axis height = OneAxis(image.Sizes[1], isSame);
        Axis width = OneAxis(image.Sizes[2], isSame);
        int groups = image.Width % 2 == 0 && random.OneIn(4) ? random.OneIn(2) ? image.Width : 2 : 1;
        int work = Math.Max(image.Count * height.Kernel * width.Kernel / groups, height.Output * width.Output);
        int channels = groups == 1 ? random.Width(mostWork / work) : groups * random.Between(1, 2);
        string options = Pair("Stride", height.Stride, width.Stride, 1)
            + (isSame ? ", Padding = Pad.Same" : Pair("Padding", height.Padding, width.Padding, 0))
            + Pair("OutputPadding", height.OutputPadding, width.OutputPadding, 0)
            + Pair("Dilation", height.Dilation, width.Dilation, 1)
            + (groups == 1 ? "" : $", Groups = {groups}") + random.Of("", "", ", Bias = false");
        string kernel = height.Kernel == width.Kernel ? $"{height.Kernel}" : $"{height.Kernel}, {width.Kernel}";
        return chain.Then($"ConvTranspose2d({channels}, {kernel}{options})", SampleShape.Image(channels, height.Output, width.Output));
    }

    private Axis OneAxis(int size, bool isSame)
    {
        int kernel = random.Of(1, 2, 2, 3, 3, 4, 5);
        int dilation = random.OneIn(5) ? 2 : 1;
        int stride = random.Of(1, 2, 2, 3);
        int reached = ((size - 1) * stride) + (dilation * (kernel - 1)) + 1;
        if (isSame)
            return new Axis(kernel, stride, 0, dilation, 0, size * stride);
        int padding = Math.Min(random.Below(kernel + 1), (reached - 1) / 2);
        int outputPadding = random.OneIn(2) ? random.Below(Math.Max(stride, dilation)) : 0;
        return new Axis(kernel, stride, padding, dilation, outputPadding, reached + outputPadding - (2 * padding));
    }

    private static string Pair(string name, int height, int width, int byDefault) =>
        height != width ? $", {name}Height = {height}, {name}Width = {width}" : height != byDefault ? $", {name} = {height}" : "";

    private sealed record Axis(int Kernel, int Stride, int Padding, int Dilation, int OutputPadding, int Output);
}
