using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>value where it is greater than 0, else slope × value.</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="slope">The slope below 0.</param>
[CLSCompliant(false)]
public readonly struct LeakyRelu<S, V>(float slope) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly float slope = slope;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 4;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) => S.SelectGreater(value, default, value, S.Multiply(S.Create(slope), value));

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
