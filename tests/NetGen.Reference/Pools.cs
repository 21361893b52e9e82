using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>The form Window without weights: maximum and mean over windows of [height, width, channels].</summary>
internal static class Pools
{
    public static TensorValue Max(MaxPool pool, TensorValue image)
    {
        var result = new TensorValue(pool.Shape, image.Samples);
        ForEach(
            pool.Shape, image.Samples,
            (sample, y, x, channel) => result[sample, y, x, channel] = Largest(pool, image, sample, y, x, channel).Value);
        return result;
    }

    public static TensorValue Argmax(MaxPool pool, TensorValue image)
    {
        var result = new TensorValue(pool.Shape, image.Samples);
        ForEach(
            pool.Shape, image.Samples,
            (sample, y, x, channel) => result[sample, y, x, channel] = Largest(pool, image, sample, y, x, channel).Argmax);
        return result;
    }

    /// <summary>Each gradient is added where its window's maximum was.</summary>
    public static TensorValue MaxGradient(MaxPoolGradient node, TensorValue gradient, TensorValue tap)
    {
        var result = new TensorValue(node.Shape, gradient.Samples);
        ForEach(gradient.Shape, gradient.Samples, (sample, y, x, channel) =>
        {
            int held = (int)tap[sample, y, x, channel];
            int imageY = node.Height.Start(y) + (held / node.Width.Kernel * node.Height.Dilation);
            int imageX = node.Width.Start(x) + (held % node.Width.Kernel * node.Width.Dilation);
            result[sample, imageY, imageX, channel] += gradient[sample, y, x, channel];
        });
        return result;
    }

    public static TensorValue Average(AveragePool pool, TensorValue image)
    {
        var result = new TensorValue(pool.Shape, image.Samples);
        ForEach(pool.Shape, image.Samples, (sample, y, x, channel) =>
        {
            foreach (int imageY in Inside(pool.Height, y))
                foreach (int imageX in Inside(pool.Width, x))
                    result[sample, y, x, channel] += image[sample, imageY, imageX, channel];
            result[sample, y, x, channel] /= pool.Divisor.Of(pool.Height, pool.Width, y, x);
        });
        return result;
    }

    public static TensorValue AverageGradient(AveragePoolGradient node, TensorValue gradient)
    {
        var result = new TensorValue(node.Shape, gradient.Samples);
        ForEach(gradient.Shape, gradient.Samples, (sample, y, x, channel) =>
        {
            double share = gradient[sample, y, x, channel] / node.Divisor.Of(node.Height, node.Width, y, x);
            foreach (int imageY in Inside(node.Height, y))
                foreach (int imageX in Inside(node.Width, x))
                    result[sample, imageY, imageX, channel] += share;
        });
        return result;
    }

    /// <summary>
    /// The maximum of a window and the tap (ky · kernel width + kx) that holds it. Of equal values it takes the first,
    /// of several NaN the last, as PyTorch does.
    /// </summary>
    private static (double Value, int Argmax) Largest(MaxPool pool, TensorValue image, int sample, int y, int x, int channel)
    {
        (double Value, int Argmax) largest = (double.NegativeInfinity, -1);
        for (int ky = 0; ky < Taps(pool.Height, y); ky++)
        {
            for (int kx = 0; kx < Taps(pool.Width, x); kx++)
            {
                int imageY = pool.Height.Start(y) + (ky * pool.Height.Dilation);
                int imageX = pool.Width.Start(x) + (kx * pool.Width.Dilation);
                if (imageY < 0 || imageY >= pool.Height.Size || imageX < 0 || imageX >= pool.Width.Size)
                    continue;
                double value = image[sample, imageY, imageX, channel];
                if (largest.Argmax < 0 || value > largest.Value || double.IsNaN(value))
                    largest = (value, (ky * pool.Width.Kernel) + kx);
            }
        }

        return largest;
    }

    /// <summary>Positions of a window: adaptive ones are not all as large as the largest, which is their kernel.</summary>
    private static int Taps(PoolAxis axis, int window) => axis.IsAdaptive ? axis.End(window) - axis.Start(window) : axis.Kernel;

    /// <summary>The positions that a window of a mean covers inside the image.</summary>
    private static IEnumerable<int> Inside(PoolAxis axis, int window)
    {
        for (int position = axis.Start(window); position < axis.End(window); position++)
            if (position >= 0 && position < axis.Size)
                yield return position;
    }

    private static void ForEach(TensorShape shape, int samples, Action<int, int, int, int> action)
    {
        for (int sample = 0; sample < samples; sample++)
            foreach (int[] at in Indices.Of(shape.Sizes))
                action(sample, at[0], at[1], at[2]);
    }
}
