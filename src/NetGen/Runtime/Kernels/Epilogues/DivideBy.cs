using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>value / divisor.</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="divisor">A number.</param>
[CLSCompliant(false)]
public readonly struct DivideBy<S, V>(float divisor) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly float divisor = divisor;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) => S.Divide(value, S.Create(divisor));

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
