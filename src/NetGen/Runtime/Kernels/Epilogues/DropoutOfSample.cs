using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// value × (scale where dropout keeps the element, else 0), all rows being one sample's
/// (https://pytorch.org/docs/stable/generated/torch.nn.Dropout.html).
/// </summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="key">The sample's key: <see cref="DropoutMask.Key"/>.</param>
/// <param name="stride">Elements from one row to the next.</param>
/// <param name="threshold">The probability of keeping, as <see cref="DropoutMask"/> has it.</param>
/// <param name="scale">1 / the probability of keeping.</param>
[CLSCompliant(false)]
public readonly struct DropoutOfSample<S, V>(uint key, int stride, uint threshold, float scale) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly uint key = key;
    private readonly int stride = stride;
    private readonly uint threshold = threshold;
    private readonly float scale = scale;

    /// <inheritdoc/>
    public static bool IsLong => true;

    /// <inheritdoc/>
    public static int Operations => 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) =>
        S.Multiply(value, S.Multiply(S.Keep(key, (uint)((row * stride) + column), threshold), S.Create(scale)));

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
