using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.Runtime;

namespace NetGen.Data;

/// <summary>Gaussian noise with the same bits on every machine.</summary>
/// <remarks>
/// A number that is evenly distributed over (-1, 1) becomes √2 · erf⁻¹ of it, by the polynomials of M. Giles, "Approximating the erfinv
/// function" (GPU Computing Gems, 2011).
/// </remarks>
internal static class NormalNoise
{
    private const float RootOfTwo = 1.41421356f;

    /// <summary>Adds noise to numbers.</summary>
    /// <param name="values">Any number of them.</param>
    /// <param name="key">Which noise: the same key gives the same.</param>
    /// <param name="deviation">The standard deviation.</param>
    public static void Add(Span<float> values, uint key, float deviation)
    {
        Span<Vector256<float>> vectors = MemoryMarshal.Cast<float, Vector256<float>>(values);
        Vector256<float> factor = Vector256.Create(deviation * RootOfTwo);
        for (int i = 0; i < vectors.Length; i++)
            vectors[i] += InverseErf(DropoutMask.Draw256(key, (uint)(8 * i))) * factor;
        int done = 8 * vectors.Length;
        if (done == values.Length)
            return;
        Vector256<float> last = InverseErf(DropoutMask.Draw256(key, (uint)done)) * factor;
        for (int i = done; i < values.Length; i++)
            values[i] += last[i - done];
    }

    private static Vector256<float> InverseErf(Vector256<float> x)
    {
        Vector256<float> w = -VectorMath.Log((Vector256<float>.One - x) * (Vector256<float>.One + x));
        Vector256<float> near = w - Vector256.Create(2.5f);
        Vector256<float> p = Vector256.Create(2.81022636e-08f);
        p = (p * near) + Vector256.Create(3.43273939e-07f);
        p = (p * near) + Vector256.Create(-3.5233877e-06f);
        p = (p * near) + Vector256.Create(-4.39150654e-06f);
        p = (p * near) + Vector256.Create(0.00021858087f);
        p = (p * near) + Vector256.Create(-0.00125372503f);
        p = (p * near) + Vector256.Create(-0.00417768164f);
        p = (p * near) + Vector256.Create(0.246640727f);
        p = (p * near) + Vector256.Create(1.50140941f);

        Vector256<float> far = Vector256.Sqrt(w) - Vector256.Create(3f);
        Vector256<float> q = Vector256.Create(-0.000200214257f);
        q = (q * far) + Vector256.Create(0.000100950558f);
        q = (q * far) + Vector256.Create(0.00134934322f);
        q = (q * far) + Vector256.Create(-0.00367342844f);
        q = (q * far) + Vector256.Create(0.00573950773f);
        q = (q * far) + Vector256.Create(-0.0076224613f);
        q = (q * far) + Vector256.Create(0.00943887047f);
        q = (q * far) + Vector256.Create(1.00167406f);
        q = (q * far) + Vector256.Create(2.83297682f);
        return Vector256.ConditionalSelect(Vector256.LessThan(w, Vector256.Create(5f)), p, q) * x;
    }
}
