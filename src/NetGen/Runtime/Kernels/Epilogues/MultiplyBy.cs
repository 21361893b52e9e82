using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>value × factor.</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="factor">A number.</param>
[CLSCompliant(false)]
public readonly struct MultiplyBy<S, V>(float factor) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly float factor = factor;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) => S.Multiply(value, S.Create(factor));

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
