using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// The angles of rotary positions. At step p, feature i of a head's first half and the same of its second half turn together:
/// (a, b) → (a·cos pθᵢ − b·sin pθᵢ, b·cos pθᵢ + a·sin pθᵢ) with θᵢ = 10,000^(−2i / features). A product of a query and a key then depends
/// on the distance of their steps alone (Su et al. 2021, https://arxiv.org/abs/2104.09864, in the order of features of GPT-NeoX and Llama).
/// </summary>
internal sealed class RotaryTable
{
    private const double Base = 10_000;

    private static readonly ConcurrentDictionary<(int Steps, int Features), RotaryTable> Tables = new();

    private readonly float[] angles;
    private readonly int stride;

    private RotaryTable(int steps, int features)
    {
        int half = features / 2;
        stride = (half + AlignedBlock.FloatsPerLine - 1) / AlignedBlock.FloatsPerLine * AlignedBlock.FloatsPerLine;
        angles = new float[2 * steps * stride];
        for (int i = 0; i < half; i++)
        {
            double speed = Math.Pow(Base, -2.0 * i / features);
            for (int step = 0; step < steps; step++)
            {
                (double sine, double cosine) = Math.SinCos(step * speed);
                angles[(2 * step * stride) + i] = (float)cosine;
                angles[(((2 * step) + 1) * stride) + i] = (float)sine;
            }
        }
    }

    /// <summary>The table of so many steps, which is made once.</summary>
    /// <param name="steps">Steps of the keys.</param>
    /// <param name="features">Features of a head, an even number.</param>
    public static RotaryTable Of(int steps, int features) =>
        Tables.GetOrAdd((steps, features), static size => new RotaryTable(size.Steps, size.Features));

    /// <summary>Rotates rows of a head in place. Up to a vector behind a row is read and written as it was.</summary>
    /// <param name="row">The first row.</param>
    /// <param name="rowStride">Floats from one row to the next.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="features">Features of a row.</param>
    /// <param name="step">The first row's step.</param>
    /// <param name="isBackward">Whether the angles are negative, as for gradients: the inverse of a rotation is its transpose.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Rotate<S, V>(ref float row, int rowStride, int rows, int features, int step, bool isBackward)
        where S : ISimd<V>
        where V : struct
    {
        int half = features / 2;
        ref float cosines = ref angles[2 * step * stride];
        for (int r = 0; r < rows; r++)
        {
            ref float sines = ref Unsafe.Add(ref cosines, stride);
            ref float second = ref Unsafe.Add(ref row, half);
            for (int i = 0; i < half; i += S.Lanes)
            {
                V cosine = S.Load(ref Unsafe.Add(ref cosines, i)), sine = S.Load(ref Unsafe.Add(ref sines, i));
                if (isBackward)
                    sine = S.Negate(sine);
                V a = S.Load(ref Unsafe.Add(ref row, i)), b = S.Load(ref Unsafe.Add(ref second, i));
                V turnedA = S.Subtract(S.Multiply(a, cosine), S.Multiply(b, sine));
                V turnedB = S.Add(S.Multiply(b, cosine), S.Multiply(a, sine));

                // Behind the first half stands the second, which is stored after it.
                S.Store(S.SelectFirst(half - i, turnedA, a), ref Unsafe.Add(ref row, i));
                S.Store(S.SelectFirst(half - i, turnedB, b), ref Unsafe.Add(ref second, i));
            }

            row = ref Unsafe.Add(ref row, rowStride);
            cosines = ref Unsafe.Add(ref cosines, 2 * stride);
        }
    }
}
