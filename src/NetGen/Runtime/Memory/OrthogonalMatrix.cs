using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>
/// Draws a matrix whose rows, or columns where these are fewer, have length 1 and are orthogonal to each other: of all such matrices each
/// is as probable.
/// </summary>
/// <remarks>
/// As PyTorch's <c>orthogonal_</c> it is the Q of a QR decomposition of normal numbers whose R has a positive diagonal. The modified
/// process of Gram and Schmidt gives that. In doubles it is exact for floats, and vectors of one width give the same bits on every machine.
/// </remarks>
internal static class OrthogonalMatrix
{
    /// <summary>Fills a matrix in row-major order.</summary>
    /// <param name="values">The matrix.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="random">Where random numbers come from.</param>
    public static void Fill(Span<float> values, int rows, RandomStream random)
    {
        int columns = values.Length / rows;
        (int count, int length) = (Math.Min(rows, columns), Math.Max(rows, columns));
        int stride = (length + Vector256<double>.Count - 1) / Vector256<double>.Count * Vector256<double>.Count;
        var vectors = new double[count][];
        for (int i = 0; i < count; i++)
        {
            vectors[i] = new double[stride];
            foreach (ref double value in vectors[i].AsSpan(0, length))
                value = random.NextNormal();
        }

        for (int i = 0; i < count; i++)
        {
            Span<Vector256<double>> vector = MemoryMarshal.Cast<double, Vector256<double>>(vectors[i].AsSpan());
            Scale(vector, 1 / Math.Sqrt(Dot(vector, vector)));
            for (int later = i + 1; later < count; later++)
            {
                Span<Vector256<double>> other = MemoryMarshal.Cast<double, Vector256<double>>(vectors[later].AsSpan());
                Subtract(other, vector, Dot(other, vector));
            }
        }

        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                values[(row * columns) + column] = (float)(rows <= columns ? vectors[row][column] : vectors[column][row]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Dot(ReadOnlySpan<Vector256<double>> a, ReadOnlySpan<Vector256<double>> b)
    {
        Vector256<double> sum = Vector256<double>.Zero;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Subtract(Span<Vector256<double>> from, ReadOnlySpan<Vector256<double>> vector, double factor)
    {
        for (int i = 0; i < from.Length; i++)
            from[i] -= vector[i] * factor;
    }

    private static void Scale(Span<Vector256<double>> vector, double factor)
    {
        foreach (ref Vector256<double> part in vector)
            part *= factor;
    }
}
