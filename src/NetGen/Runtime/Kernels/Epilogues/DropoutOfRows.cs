using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// value × (scale where dropout keeps the element, else 0), each row being a sample
/// (https://pytorch.org/docs/stable/generated/torch.nn.Dropout.html).
/// </summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="seed">The seed of the step: <see cref="Workspace.DropoutSeed"/>.</param>
/// <param name="site">The number of the dropout layer in its network.</param>
/// <param name="threshold">The probability of keeping, as <see cref="DropoutMask"/> has it.</param>
/// <param name="scale">1 / the probability of keeping.</param>
[CLSCompliant(false)]
public readonly struct DropoutOfRows<S, V>(ulong seed, int site, uint threshold, float scale) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly ulong seed = seed;
    private readonly int site = site;
    private readonly uint threshold = threshold;
    private readonly float scale = scale;

    /// <inheritdoc/>
    public static bool IsLong => true;

    /// <inheritdoc/>
    public static int Operations => 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) =>
        S.Multiply(value, S.Multiply(S.Keep(DropoutMask.Key(seed, site, (int)row), (uint)column, threshold), S.Create(scale)));

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
