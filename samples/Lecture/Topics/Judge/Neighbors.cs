using System.Numerics.Tensors;
using Lecture.Data;
using NetGen;

namespace Lecture.Judge;

/// <summary>The nearest pictures of a set, by the Euclidean distance of the pixels.</summary>
/// <param name="Distances">For each picture the distance to its nearest one.</param>
/// <param name="Indices">Which one that is.</param>
internal sealed record Neighbors(float[] Distances, int[] Indices)
{
    /// <summary>The median of the distances.</summary>
    public float Median => Distances.Order().ElementAt(Distances.Length / 2);

    /// <summary>Looks for the nearest pictures.</summary>
    /// <param name="pictures">[pictures, 28, 28].</param>
    /// <param name="among">[set, 28, 28].</param>
    /// <param name="threads">Threads that look.</param>
    public static Neighbors Of(float[] pictures, float[] among, int threads)
    {
        int count = pictures.Length / Mnist.PixelsPerImage;
        var found = new Neighbors(new float[count], new int[count]);
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, picture =>
        {
            ReadOnlySpan<float> pixels = Shades.At(pictures, picture);
            (float nearest, int index) = (float.PositiveInfinity, 0);
            for (int i = 0; i < among.Length / Mnist.PixelsPerImage; i++)
            {
                float distance = TensorPrimitives.Distance(pixels, Shades.At(among, i));
                if (distance < nearest)
                    (nearest, index) = (distance, i);
            }

            (found.Distances[picture], found.Indices[picture]) = (nearest, index);
        });
        return found;
    }
}
