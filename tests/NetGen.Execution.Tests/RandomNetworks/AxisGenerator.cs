namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>Layers that lose an axis or halve it, those that put values into another order, and those that only pad.</summary>
internal sealed class AxisGenerator(Choices random)
{
    private static readonly string[] Pads = ["ConstantPad", "ReflectionPad", "ReplicationPad", "CircularPad"];

    public Chain Axis(Chain chain)
    {
        switch (random.Below(3))
        {
            case 0:
                return Moved(chain);
            case 1:
                return Padded(chain);
            default:
                Chain lost = Lost(chain);
                return lost.Output.Kind == SampleKind.Signal ? Padded(lost) : lost;
        }
    }

    private Chain Padded(Chain chain)
    {
        SampleShape shape = chain.Output;
        int[] sizes = shape.Sizes;
        if (shape.Kind is SampleKind.Vector or SampleKind.Sequence || random.OneIn(4))
        {
            int axis = random.Below(sizes.Length);
            (int before, int after) = (random.Below(3), sizes[axis] > 1 ? random.Between(-1, 2) : 1);
            return chain.Then($"ZeroPad({before}, {after}, Axis = {axis})", With(shape, axis, before + sizes[axis] + after));
        }

        (int left, int right) = Sides(sizes[^1]);
        string pad = random.Of(Pads);
        string value = pad == "ConstantPad" ? random.Of("", ", Value = 0.5") : "";
        SampleShape wide = With(shape, sizes.Length - 1, left + sizes[^1] + right);
        if (shape.Kind == SampleKind.Signal)
            return chain.Then($"{pad}1d({left}, {right}{value})", wide);
        (int top, int bottom) = Sides(sizes[1]);
        string name = pad == "ConstantPad" && value.Length == 0 ? "ZeroPad" : pad;
        return chain.Then($"{name}2d({left}, {right}, {top}, {bottom}{value})", With(wide, 1, top + sizes[1] + bottom));

        (int, int) Sides(int size) => (random.Below(Math.Min(3, size)), size > 1 ? random.Between(-1, Math.Min(2, size - 1)) : 0);
    }

    private Chain Lost(Chain chain)
    {
        SampleShape shape = chain.Output;
        if (shape.Width % 2 == 0 && random.OneIn(3))
            return chain.Then("GLU", shape.WithWidth(shape.Width / 2));
        string reduction = random.Of("Mean", "Sum", "Max");
        if (shape.Kind == SampleKind.Vector || random.OneIn(4))
        {
            int kept = random.Below(shape.Sizes.Length);
            return chain.Then($"{reduction}(Axis = {kept}, KeepDim = true)", With(shape, kept, 1));
        }

        int axis = shape.Kind == SampleKind.Sequence ? 0 : random.Between(1, shape.Sizes.Length - 1);
        SampleShape lost = shape.Kind == SampleKind.Image
            ? SampleShape.Signal(shape.Width, shape.Sizes[3 - axis])
            : SampleShape.Vector(shape.Width);
        if (random.OneIn(4))
            return chain.Then($"Select({random.Between(-shape.Sizes[axis], shape.Sizes[axis] - 1)}, Axis = {axis})", lost);
        return shape.Kind == SampleKind.Image && random.OneIn(3)
            ? chain.Then($"{reduction}(Axis = 1, AxisTo = 2)", SampleShape.Vector(shape.Width))
            : chain.Then($"{reduction}(Axis = {axis})", lost);
    }

    private Chain Moved(Chain chain)
    {
        SampleShape shape = chain.Output;
        int[] sizes = shape.Sizes;
        if (shape.Kind == SampleKind.Vector)
            return chain;
        if (shape.Kind != SampleKind.Image)
            return shape.Kind == SampleKind.Sequence
                ? chain.Then("Transpose(Axes = Axes.StepsFeatures)", SampleShape.Sequence(sizes[1], sizes[0]))
                : chain.Then("Transpose(Axes = Axes.ChannelsLength)", SampleShape.Signal(sizes[1], sizes[0]));
        if (sizes[0] % 4 == 0 && random.OneIn(2))
            return chain.Then("PixelShuffle(2)", SampleShape.Image(sizes[0] / 4, 2 * sizes[1], 2 * sizes[2]));
        if (sizes[0] < 16 && sizes[1] > 1 && sizes[2] > 1)
        {
            (int odd, int wide) = (sizes[1] % 2, sizes[2] % 2);
            return chain.Then($"ZeroPad2d(0, {-wide}, 0, {-odd})", SampleShape.Image(sizes[0], sizes[1] - odd, sizes[2] - wide))
                .Then("PixelUnshuffle(2)", SampleShape.Image(4 * sizes[0], sizes[1] / 2, sizes[2] / 2));
        }

        return sizes[0] % 2 == 0 ? chain.Then("ChannelShuffle(2)", shape) : Padded(chain);
    }

    private static SampleShape With(SampleShape shape, int axis, int size)
    {
        int[] sizes = [.. shape.Sizes];
        sizes[axis] = size;
        return new SampleShape(shape.Kind, sizes);
    }
}
