using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>Images [height, width, channels] that are resized.</summary>
internal static class Interpolations
{
    public static TensorValue Resized(Interpolation node, TensorValue image)
    {
        var result = new TensorValue(node.Shape, image.Samples);
        ForEachShare(node.Height, node.Width, image.Samples, node.Shape.Inner, (sample, y, x, imageY, imageX, channel, share) =>
            result[sample, y, x, channel] += share * image[sample, imageY, imageX, channel]);
        return result;
    }

    public static TensorValue Gradient(InterpolationGradient node, TensorValue gradient)
    {
        var result = new TensorValue(node.Shape, gradient.Samples);
        ForEachShare(node.Height, node.Width, gradient.Samples, node.Shape.Inner, (sample, y, x, imageY, imageX, channel, share) =>
            result[sample, imageY, imageX, channel] += share * gradient[sample, y, x, channel]);
        return result;
    }

    private static void ForEachShare(
        InterpolationAxis height, InterpolationAxis width, int samples, int channels, Action<int, int, int, int, int, int, double> action)
    {
        for (int sample = 0; sample < samples; sample++)
            for (int y = 0; y < height.Count; y++)
                for (int x = 0; x < width.Count; x++)
                    foreach ((int imageY, double shareY) in height.Sources(y))
                        foreach ((int imageX, double shareX) in width.Sources(x))
                            for (int channel = 0; channel < channels; channel++)
                                action(sample, y, x, imageY, imageX, channel, shareY * shareX);
    }
}
