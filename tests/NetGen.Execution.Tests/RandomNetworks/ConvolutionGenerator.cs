namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>Convolutions with all their options, sized to their image.</summary>
internal sealed class ConvolutionGenerator(Choices random, int mostWork)
{
    public Chain Convolution(Chain chain)
    {
        SampleShape image = chain.Output;
        Axis height = OneAxis(image.Sizes[1]);
        Axis width = OneAxis(image.Sizes[2]);
        int groups = image.Width % 2 == 0 && random.OneIn(4) ? random.OneIn(2) ? image.Width : 2 : 1;
        int work = image.Width / groups * height.Kernel * width.Kernel * height.Output * width.Output;
        int channels = groups == 1 ? random.Width(mostWork / work) : groups * random.Between(1, Math.Clamp(mostWork / work / groups, 1, 2));
        string options = "";
        if (random.OneIn(6))
        {
            (height, width) = (height.Same(image.Sizes[1]), width.Same(image.Sizes[2]));
            options += ", Padding = Pad.Same" + Pair("Stride", height.Stride, width.Stride, 1);
        }
        else
        {
            options += Pair("Stride", height.Stride, width.Stride, 1) + Pair("Padding", height.Padding, width.Padding, 0);
        }

        options += Pair("Dilation", height.Dilation, width.Dilation, 1);
        options += (groups == 1 ? "" : $", Groups = {groups}") + random.Of("", "", ", Bias = false");
        if (random.OneIn(6))
            options += random.Of(", Init = Init.Dirac", ", Init = Init.Orthogonal", ", Init = Init.KaimingNormal", ", Std = 0.1");
        string kernel = height.Kernel == width.Kernel ? $"{height.Kernel}" : $"{height.Kernel}, {width.Kernel}";
        return chain.Then($"Conv2d({channels}, {kernel}{options})", SampleShape.Image(channels, height.Output, width.Output));
    }

    private Axis OneAxis(int size)
    {
        int kernel = random.Of(1, 2, 3, 3, 3, 5);
        int dilation = random.OneIn(5) ? 2 : 1;
        int stride = random.Of(1, 1, 1, 2, 3);
        int reach = (dilation * (kernel - 1)) + 1;
        int padding = random.Below(((kernel - 1) / 2) + 2);
        return size + (2 * padding) >= reach ? new Axis(size, kernel, stride, padding, dilation) : new Axis(size, 1, stride, 0, 1);
    }

    private static string Pair(string name, int height, int width, int byDefault) =>
        height != width ? $", {name}Height = {height}, {name}Width = {width}" : height != byDefault ? $", {name} = {height}" : "";

    private sealed record Axis(int Size, int Kernel, int Stride, int Padding, int Dilation)
    {
        public int Output { get; private init; } = ((Size + (2 * Padding) - (Dilation * (Kernel - 1)) - 1) / Stride) + 1;

        /// <summary>Keras' "same": the size divided by the stride, rounded up.</summary>
        public Axis Same(int size) => this with { Output = (size + Stride - 1) / Stride };
    }
}
