using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Limits gradients before an update: each by itself (<c>torch.nn.utils.clip_grad_value_</c>), and all by their norm
/// (<c>torch.nn.utils.clip_grad_norm_</c>).
/// </summary>
internal sealed class GradientClipping
{
    // PyTorch's: the factor of a norm that is exactly the limit is a little below 1.
    private const double AddedToNorm = 1e-6;

    private readonly ParameterMemory memory;
    private readonly int lanes = VectorWidth.Preferred;
    private readonly double[] sums;
    private readonly RangeAction clamp;
    private readonly RangeAction sum;
    private readonly RangeAction scale;
    private float limit;
    private float factor;

    public GradientClipping(ParameterMemory memory)
    {
        this.memory = memory;
        sums = new double[GradientParts.CountOf(memory)];
        (clamp, sum, scale) = (ClampParts, SumParts, ScaleParts);
    }

    /// <summary>Limits each gradient to [−<paramref name="largest"/>, <paramref name="largest"/>].</summary>
    public void ClipValue(double largest, Workers workers)
    {
        limit = (float)largest;
        GradientParts.Run(memory, workers, clamp);
    }

    /// <summary>Scales all gradients so that their norm is at most a number.</summary>
    /// <returns>The L2 norm of all gradients before: a sum in double precision, in one order for any number of threads.</returns>
    public double ClipNorm(double largest, Workers workers)
    {
        GradientParts.Run(memory, workers, sum);
        double total = 0;
        foreach (double ofPart in sums)
            total += ofPart;
        double norm = Math.Sqrt(total);

        // A norm that is NaN makes all gradients NaN, as in PyTorch.
        factor = (float)(largest / (norm + AddedToNorm));
        if (!(factor >= 1))
            GradientParts.Run(memory, workers, scale);
        return norm;
    }

    private void ClampParts(int begin, int end)
    {
        (int first, int last) = GradientParts.Of(memory, begin, end);
        UpdateOfRange<ClampRule>.Run(new ClampRule { G = ref memory.GradientBlock[0], Limit = limit }, lanes, first, last);
    }

    private void ScaleParts(int begin, int end)
    {
        (int first, int last) = GradientParts.Of(memory, begin, end);
        UpdateOfRange<ScaleRule>.Run(new ScaleRule { G = ref memory.GradientBlock[0], Factor = factor }, lanes, first, last);
    }

    private void SumParts(int begin, int end)
    {
        for (int part = begin; part < end; part++)
        {
            (int first, int last) = GradientParts.Of(memory, part);
            sums[part] = SumOfSquares(memory.GradientBlock.Span[first..last]);
        }
    }

    /// <summary>The sum of the squares of a multiple of 16 floats: 16 partial sums, at any vector width; squares are exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double SumOfSquares(ReadOnlySpan<float> values)
    {
        (Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d) = (
            Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        for (int i = 0; i < values.Length; i += 2 * Vector256<float>.Count)
        {
            (Vector256<double> first, Vector256<double> second) = Vector256.Widen(Vector256.Create(values[i..]));
            (Vector256<double> third, Vector256<double> fourth) = Vector256.Widen(
                Vector256.Create(values[(i + Vector256<float>.Count)..]));
            a += first * first;
            b += second * second;
            c += third * third;
            d += fourth * fourth;
        }

        Vector256<double> sum = a + b + (c + d);
        return sum[0] + sum[1] + (sum[2] + sum[3]);
    }

    private ref struct ClampRule : IUpdateRule
    {
        public ref float G;
        public float Limit;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index)
        {
            V g = S.ClampMax(S.ClampMin(S.Load(ref Unsafe.Add(ref G, index)), S.Create(-Limit)), S.Create(Limit));
            S.Store(g, ref Unsafe.Add(ref G, index));
        }
    }

    private ref struct ScaleRule : IUpdateRule
    {
        public ref float G;
        public float Factor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index) =>
            S.Store(S.Multiply(S.Load(ref Unsafe.Add(ref G, index)), S.Create(Factor)), ref Unsafe.Add(ref G, index));
    }
}
