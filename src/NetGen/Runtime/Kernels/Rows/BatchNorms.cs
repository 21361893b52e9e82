using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Batch norm as it predicts.</summary>
[CLSCompliant(false)]
public static class BatchNorms
{
    /// <summary>
    /// scale = weight / √(variance + epsilon) and shift = bias − mean × scale, for each column: value × scale + shift is then
    /// (value − mean) / √(variance + epsilon) × weight + bias, up to rounding
    /// (https://pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html).
    /// </summary>
    /// <typeparam name="S">The vector width; its lanes divide <paramref name="columns"/>.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="mean">The first float of the running mean, [columns].</param>
    /// <param name="variance">The first float of the running variance, [columns].</param>
    /// <param name="weight">The first float of the weight, [columns].</param>
    /// <param name="bias">The first float of the bias, [columns].</param>
    /// <param name="scale">The first float of the factors, [columns].</param>
    /// <param name="shift">The first float of the addends, [columns].</param>
    /// <param name="columns">Columns, padding included.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Fold<S, V>(
        ref float mean, ref float variance, ref float weight, ref float bias, ref float scale, ref float shift, int columns, float epsilon)
        where S : ISimd<V>
        where V : struct
    {
        for (int i = 0; i < columns; i += S.Lanes)
        {
            V inverse = S.Divide(S.One, S.Sqrt(S.Add(S.Load(ref Unsafe.Add(ref variance, i)), S.Create(epsilon))));
            V factor = S.Multiply(inverse, S.Load(ref Unsafe.Add(ref weight, i)));
            S.Store(factor, ref Unsafe.Add(ref scale, i));
            V product = S.Multiply(S.Load(ref Unsafe.Add(ref mean, i)), factor);
            S.Store(S.Subtract(S.Load(ref Unsafe.Add(ref bias, i)), product), ref Unsafe.Add(ref shift, i));
        }
    }
}
