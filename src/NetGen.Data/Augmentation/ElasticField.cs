using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.Runtime;

namespace NetGen.Data;

/// <summary>
/// A random field of displacements: numbers evenly distributed over (-1, 1), one a pixel, smoothed by a Gaussian and scaled (Simard,
/// Steinkraus and Platt, "Best Practices for Convolutional Neural Networks Applied to Visual Document Analysis", 2003).
/// </summary>
/// <remarks>
/// Outside of the image the numbers are 0. Sums have one order for all vector widths, so that the field is the same on every machine.
/// </remarks>
internal sealed class ElasticField
{
    // The Gaussian is cut off at three standard deviations.
    private const double Extent = 3;
    private const int Lanes = 8;
    private const int Block = 4 * Lanes;

    private readonly int height;
    private readonly int radius;
    private readonly int margin;
    private readonly float[] gaussian;
    private readonly float[] scaled;
    private readonly float[] noise;
    private readonly float[] columns;

    /// <summary>Allocates for images of one size.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="strength">The factor of the smoothed numbers, in pixels.</param>
    /// <param name="smoothing">The standard deviation of the Gaussian, in pixels.</param>
    public ElasticField(int width, int height, double strength, double smoothing)
    {
        this.height = height;
        Width = width;
        Stride = RoundUp(width);
        radius = (int)Math.Ceiling(Extent * smoothing);
        margin = RoundUp(radius);
        gaussian = Gaussian(radius, smoothing);
        scaled = [.. gaussian.Select(weight => (float)(weight * strength))];
        noise = new float[(height + (2 * radius)) * Stride];
        columns = new float[height * (Stride + (2 * margin))];
    }

    /// <summary>The width of the image.</summary>
    public int Width { get; }

    /// <summary>The floats of a row of the field; those after the width are of no use.</summary>
    public int Stride { get; }

    /// <summary>Draws a field.</summary>
    /// <param name="key">Which: the same key gives the same.</param>
    /// <param name="field">[height, <see cref="Stride"/>].</param>
    public void Draw(uint key, Span<float> field)
    {
        DrawNoise(key);
        int wide = Stride + (2 * margin);
        for (int y = 0; y < height; y++)
        {
            Smooth(gaussian, ref noise[(y + radius) * Stride], Stride, ref columns[(y * wide) + margin], Stride);
            Smooth(scaled, ref columns[(y * wide) + margin], 1, ref field[y * Stride], Stride);
        }
    }

    private static int RoundUp(int length) => (length + Lanes - 1) / Lanes * Lanes;

    private static float[] Gaussian(int radius, double deviation)
    {
        var weights = new float[radius + 1];
        double sum = 0;
        for (int i = 0; i <= radius; i++)
        {
            weights[i] = VectorMath.Exp((float)(-i * i / (2 * deviation * deviation)));
            sum += i == 0 ? weights[i] : 2 * weights[i];
        }

        for (int i = 0; i <= radius; i++)
            weights[i] = (float)(weights[i] / sum);
        return weights;
    }

    private void DrawNoise(uint key)
    {
        for (int y = 0; y < height; y++)
        {
            Span<float> row = noise.AsSpan((y + radius) * Stride, Stride);
            Span<Vector256<float>> vectors = MemoryMarshal.Cast<float, Vector256<float>>(row);
            for (int i = 0; i < vectors.Length; i++)
                vectors[i] = DropoutMask.Draw256(key, (uint)((y * Stride) + (Lanes * i)));
            row[Width..].Clear();
        }
    }

    /// <summary>A row of a symmetric sum over elements that lie a number of floats apart.</summary>
    private static void Smooth(float[] weights, ref float source, int step, ref float destination, int count)
    {
        int i = 0;
        for (; i + Block <= count; i += Block)
        {
            ref float middle = ref Unsafe.Add(ref source, i);
            Vector256<float> weight = Vector256.Create(weights[0]);
            Vector256<float> a = Load(ref middle, 0) * weight, b = Load(ref middle, Lanes) * weight;
            Vector256<float> c = Load(ref middle, 2 * Lanes) * weight, d = Load(ref middle, 3 * Lanes) * weight;
            for (int k = 1; k < weights.Length; k++)
            {
                int away = k * step;
                weight = Vector256.Create(weights[k]);
                a += (Load(ref middle, -away) + Load(ref middle, away)) * weight;
                b += (Load(ref middle, Lanes - away) + Load(ref middle, Lanes + away)) * weight;
                c += (Load(ref middle, (2 * Lanes) - away) + Load(ref middle, (2 * Lanes) + away)) * weight;
                d += (Load(ref middle, (3 * Lanes) - away) + Load(ref middle, (3 * Lanes) + away)) * weight;
            }

            a.StoreUnsafe(ref destination, (nuint)i);
            b.StoreUnsafe(ref destination, (nuint)(i + Lanes));
            c.StoreUnsafe(ref destination, (nuint)(i + (2 * Lanes)));
            d.StoreUnsafe(ref destination, (nuint)(i + (3 * Lanes)));
        }

        for (; i < count; i += Lanes)
        {
            Vector256<float> sum = Load(ref source, i) * Vector256.Create(weights[0]);
            for (int k = 1; k < weights.Length; k++)
                sum += (Load(ref source, i - (k * step)) + Load(ref source, i + (k * step))) * Vector256.Create(weights[k]);
            sum.StoreUnsafe(ref destination, (nuint)i);
        }
    }

    private static Vector256<float> Load(ref float from, int offset) => Vector256.LoadUnsafe(ref Unsafe.Add(ref from, offset));
}
